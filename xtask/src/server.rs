//! A small server for the built site, with the same strict policy that a public host should send. It reads files under
//! one folder and nothing else. Each connection has a thread of its own and one answer, so none waits for another.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use anyhow::{Context, Result};
use percent_encoding::percent_decode_str;

/// The longest request that is read.
const MAX_REQUEST: usize = 16 << 10;
/// A browser that says nothing for so long is left alone.
const PATIENCE: Duration = Duration::from_secs(10);

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self' data:; font-src 'self'; worker-src 'self'; manifest-src 'self'; \
    base-uri 'none'; form-action 'none'";

/// A site being served for as long as the program runs.
pub struct Server {
    port: u16,
    listening: JoinHandle<()>,
}

/// What is sent back.
#[derive(Debug, PartialEq, Eq)]
struct Answer {
    status: &'static str,
    kind: &'static str,
    body: Vec<u8>,
}

impl Server {
    /// Starts to serve a folder on this machine only; port 0 takes a free one.
    pub fn start(root: &Path, port: u16) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .with_context(|| format!("cannot listen on port {port}; choose another with --port"))?;
        let port = listener.local_addr()?.port();
        let root = root.to_owned();
        let listening = thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let root = root.clone();
                // A browser that went away needs no answer.
                thread::spawn(move || serve(&root, stream).ok());
            }
        });
        Ok(Self { port, listening })
    }

    /// The address of the site, without a slash at its end.
    pub fn address(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// Serves for as long as the program runs.
    pub fn wait(self) {
        // The thread ends only when it panics, and has then said why.
        self.listening.join().ok();
    }
}

fn serve(root: &Path, mut stream: TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let request = read_request(&mut stream)?;
    let (method, url) = parse(&request).unwrap_or_default();
    let Answer { status, kind, body } = answer(root, &method, &url);
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nContent-Security-Policy: {POLICY}\r\n\
         X-Content-Type-Options: nosniff\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// The bytes up to the empty line that ends a request's head.
fn read_request(stream: &mut impl Read) -> io::Result<Vec<u8>> {
    let (mut request, mut part) = (Vec::new(), [0; 2048]);
    while request.len() < MAX_REQUEST && !request.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut part)? {
            0 => break,
            count => request.extend_from_slice(&part[..count]),
        }
    }
    Ok(request)
}

/// The method and the address that a request names.
fn parse(request: &[u8]) -> Option<(String, String)> {
    let mut headers = [httparse::EMPTY_HEADER; 64];
    let mut parsed = httparse::Request::new(&mut headers);
    parsed.parse(request).ok()?;
    Some((parsed.method?.to_owned(), parsed.path?.to_owned()))
}

fn answer(root: &Path, method: &str, url: &str) -> Answer {
    const TEXT: &str = "text/plain; charset=utf-8";
    if !matches!(method, "GET" | "HEAD") {
        return Answer { status: "405 Method Not Allowed", kind: TEXT, body: b"only GET and HEAD".to_vec() };
    }
    let found = locate(url).and_then(|file| Some((media_type(&file), std::fs::read(root.join(&file)).ok()?)));
    match found {
        Some((kind, body)) => Answer { status: "200 OK", kind, body },
        None => Answer { status: "404 Not Found", kind: TEXT, body: b"not found".to_vec() },
    }
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
        assert_eq!(answer(Path::new("."), "POST", "/").status, "405 Method Not Allowed");
        assert_eq!(answer(Path::new("."), "GET", "/absent").status, "404 Not Found");
    }

    #[test]
    fn connections_that_stay_open_keep_no_other_waiting() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let server = Server::start(folder, 0).unwrap();
        let connect = || TcpStream::connect((Ipv4Addr::LOCALHOST, server.port)).unwrap();
        let silent: Vec<TcpStream> = (0..20).map(|_| connect()).collect();
        let mut asking = connect();
        asking.write_all(b"GET /Cargo.toml HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        let mut answered = String::new();
        asking.read_to_string(&mut answered).unwrap();
        assert!(answered.starts_with("HTTP/1.1 200 OK\r\n") && answered.contains("[package]"), "{answered}");
        drop(silent);
    }
}
