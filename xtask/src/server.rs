//! A small server for the built site, with the same strict policy that a public host should send.
//! It reads files under one folder and nothing else.

use std::net::Ipv4Addr;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use anyhow::{Result, anyhow};
use percent_encoding::percent_decode_str;
use tiny_http::{Header, Method, Request, Response};

const WORKERS: usize = 4;

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self' data:; font-src 'self'; worker-src 'self'; manifest-src 'self'; \
    base-uri 'none'; form-action 'none'";

/// A site being served until it is dropped.
pub struct Server {
    pub port: u16,
    http: Arc<tiny_http::Server>,
    workers: Vec<JoinHandle<()>>,
}

impl Server {
    /// Starts to serve a folder on this machine only; port 0 takes a free one.
    pub fn start(root: &Path, port: u16) -> Result<Self> {
        let http = tiny_http::Server::http((Ipv4Addr::LOCALHOST, port))
            .map_err(|reason| anyhow!("cannot listen on port {port} ({reason}); choose another with --port"))?;
        let port = http.server_addr().to_ip().map_or(port, |address| address.port());
        let http = Arc::new(http);
        let workers = (0..WORKERS).map(|_| worker(Arc::clone(&http), root.to_owned())).collect();
        Ok(Self { port, http, workers })
    }

    /// The address of the site, without a slash at its end.
    pub fn address(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// Serves for as long as the program runs.
    pub fn wait(mut self) {
        for worker in self.workers.drain(..) {
            // A worker ends only when it panics, and has then said why.
            worker.join().ok();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.workers.iter().for_each(|_| self.http.unblock());
    }
}

fn worker(http: Arc<tiny_http::Server>, root: PathBuf) -> JoinHandle<()> {
    thread::spawn(move || {
        for request in http.incoming_requests() {
            respond(&root, request);
        }
    })
}

fn respond(root: &Path, request: Request) {
    let (status, kind, body) = answer(root, request.method(), request.url());
    let headers = [
        ("Content-Type", kind),
        ("Content-Security-Policy", POLICY),
        ("X-Content-Type-Options", "nosniff"),
        ("Cache-Control", "no-cache"),
    ];
    let mut response = Response::from_data(body).with_status_code(status);
    for (name, value) in headers {
        response.add_header(Header::from_bytes(name, value).expect("these headers are plain ASCII"));
    }
    // A browser that went away needs no answer.
    request.respond(response).ok();
}

fn answer(root: &Path, method: &Method, url: &str) -> (u16, &'static str, Vec<u8>) {
    const TEXT: &str = "text/plain; charset=utf-8";
    if !matches!(method, Method::Get | Method::Head) {
        return (405, TEXT, b"only GET and HEAD".to_vec());
    }
    let found = locate(url).and_then(|file| Some((media_type(&file), std::fs::read(root.join(&file)).ok()?)));
    found.map_or_else(|| (404, TEXT, b"not found".to_vec()), |(kind, body)| (200, kind, body))
}

/// The file that an address names, relative to the root; nothing if it would lead out of it.
fn locate(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?;
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let mut file = PathBuf::from(path.trim_start_matches('/'));
    if path.ends_with('/') {
        file.push("index.html");
    }
    let inside = file.components().all(|part| matches!(part, Component::Normal(_)));
    (inside && !path.contains(['\\', '\0'])).then_some(file)
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "tertial" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" | "csv" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_name_files_below_the_root() {
        assert_eq!(locate("/"), Some("index.html".into()));
        assert_eq!(locate("/?book=a/b.tertial"), Some("index.html".into()));
        assert_eq!(locate("/templates/m%C3%B6te.tertial"), Some("templates/möte.tertial".into()));
    }

    #[test]
    fn no_address_leads_out_of_the_root() {
        for url in ["/../x", "/a/../../x", "/%2e%2e/x", "/..%2fx", "/a\\..\\x", "/%00", "/%ff"] {
            assert_eq!(locate(url), None, "{url}");
        }
        assert_eq!(locate("//etc/passwd"), Some("etc/passwd".into()));
    }

    #[test]
    fn modules_are_sent_as_wasm() {
        assert_eq!(media_type(Path::new("app_bg.wasm")), "application/wasm");
    }

    #[test]
    fn only_reading_is_allowed() {
        assert_eq!(answer(Path::new("."), &Method::Post, "/").0, 405);
        assert_eq!(answer(Path::new("."), &Method::Get, "/absent").0, 404);
    }
}
