//! What may not stand in any text file: notes to oneself, and the paths of one machine. A Rust file
//! must also open by saying what it is.

use super::finding::Finding;
use super::source::Source;

/// The folders at the root of a machine that only its owner knows.
const MACHINE: [&str; 5] = ["work", "farm", "root", "tmp", "home"];

/// Kinds of files in which a note to oneself is one, and not data.
const CODE: [&str; 8] = ["rs", "js", "mjs", "css", "html", "toml", "md", "yml"];

// In two parts, so that this file does not find itself.
const NOTES: [&str; 2] = [concat!("FIX", "ME"), concat!("X", "XX")];

/// Checks the words of a file.
pub fn check(source: &Source) -> Vec<Finding> {
    let mut findings: Vec<Finding> = header(source).into_iter().collect();
    for (index, line) in source.text.lines().enumerate() {
        let found = |rule, message| Finding::at(&source.path, index + 1, rule, message);
        if !is_foreign(&source.path) && names_machine(line) {
            findings.push(found("machine", "a path of one machine means nothing on another".to_owned()));
        }
        if let Some(note) = note(source, line) {
            findings.push(found("note", format!("do it now, or drop the {note}")));
        }
    }
    findings
}

fn header(source: &Source) -> Option<Finding> {
    let bare = source.path.ends_with(".rs") && !source.text.starts_with("//!");
    bare.then(|| Finding::at(&source.path, 1, "header", "open with `//!` and say what the file holds"))
}

// Locks and licences are written elsewhere and kept as they are.
fn is_foreign(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.ends_with(".lock") || name.starts_with("LICENSE") || name == "package-lock.json"
}

fn names_machine(line: &str) -> bool {
    line.match_indices('/').any(|(start, _)| {
        let rest = &line[start + 1..];
        let after = MACHINE.iter().find_map(|folder| rest.strip_prefix(folder)?.strip_prefix('/'));
        after.is_some_and(|after| after.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '.'))
    })
}

fn note(source: &Source, line: &str) -> Option<&'static str> {
    let code = source.path.rsplit_once('.').is_some_and(|(_, extension)| CODE.contains(&extension));
    let mut words = line.split(|letter: char| !letter.is_alphanumeric());
    code.then(|| words.find_map(|word| NOTES.into_iter().find(|note| *note == word))).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(path: &str, text: &str) -> Vec<&'static str> {
        let source = Source { path: path.into(), text: text.into() };
        check(&source).iter().map(|finding| finding.rule).collect()
    }

    #[test]
    fn a_missing_header_is_found() {
        assert_eq!(rules("a.rs", "fn a() {}\n"), ["header"]);
        assert_eq!(rules("a.rs", "//! A.\nfn a() {}\n"), [""; 0]);
        assert_eq!(rules("a.md", "A.\n"), [""; 0]);
    }

    #[test]
    fn paths_of_one_machine_are_found() {
        for folder in MACHINE {
            assert_eq!(rules("a.md", &format!("see /{folder}/x")), ["machine"]);
            assert_eq!(rules("Cargo.lock", &format!("see /{folder}/x")), [""; 0]);
        }
        assert_eq!(rules("a.md", &format!("/{}/1 /roots/x home/x", MACHINE[0])), [""; 0]);
    }

    #[test]
    fn notes_to_oneself_are_found() {
        for note in NOTES {
            assert_eq!(rules("a.css", &format!("/* {note}: later */")), ["note"]);
            assert_eq!(rules("a.csv", note), [""; 0]);
        }
    }
}
