//! `tertial check` as others call it: what it finds in the templates, and in templates that were spoilt.

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

fn check(templates: &[String], settings: &[&str]) -> Vec<Value> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tertial"));
    command.args(["check", "--json"]).args(templates).args(settings.iter().flat_map(|setting| ["--set", setting]));
    let output = command.output().expect("the program was started");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("the program writes JSON")
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../www/templates")
}

fn template(place: &str) -> String {
    folder().join(place).with_extension("tertial").to_string_lossy().into_owned()
}

fn all_templates() -> Vec<String> {
    let files = |folder: PathBuf| std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let tables = files(folder()).filter(|path| path.is_dir()).flat_map(files);
    let mut tables: Vec<String> = tables.map(|path| path.to_string_lossy().into_owned()).collect();
    tables.sort();
    tables
}

/// The findings after something was typed, as kind and cell.
fn findings(place: &str, settings: &[&str]) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let tables = check(&[template(place)], settings);
    let findings = tables[0]["findings"].as_array().expect("each table has a list of findings");
    findings.iter().map(|finding| (text(&finding["kind"]), text(&finding["place"]))).collect()
}

fn found(kind: &str, place: &str) -> (String, String) {
    (kind.to_owned(), place.to_owned())
}

#[test]
fn of_all_published_figures_only_two_sums_of_koping_cannot_be() {
    let tables = check(&all_templates(), &[]);
    let found: Vec<&Value> = tables.iter().flat_map(|table| table["findings"].as_array().unwrap()).collect();
    let places: Vec<&str> = found.iter().map(|finding| finding["place"].as_str().unwrap()).collect();
    assert_eq!(places, ["Investeringsredovisning!D9", "Investeringsredovisning!E9"]);
    assert!(found.iter().all(|finding| finding["kind"] == "inconsistent"));
    let count = |kind: &str| tables.iter().filter_map(|table| table["agreement"][kind].as_u64()).sum::<u64>();
    assert!(count("exact") > 300 && count("within-rounding") > 50, "{} {}", count("exact"), count("within-rounding"));
}

#[test]
fn a_base_that_rounds_to_zero_explains_any_change() {
    let tables = check(&[template("orebro/04-kommunstyrelseforvaltningen-rn3")], &[]);
    let figures = tables[0]["figures"].as_array().unwrap();
    let change = figures.iter().find(|figure| figure["published"] == "-660.4").unwrap();
    assert_eq!((change["agreement"].as_str(), change["low"].as_str()), (Some("within-rounding"), None));
}

#[test]
fn a_spoilt_total_is_named() {
    let koping = "koping/01-driftredovisning";
    let missing = findings(koping, &["Driftredovisning!B12==SUMMA(B4:B9;B11)"]);
    assert!(missing.contains(&found("misses-row", "Driftredovisning!B12")), "{missing:?}");
    let lindesberg = findings("lindesberg/01-driftredovisning", &["Driftredovisning!B18==SUMMA(B5:B17)"]);
    assert!(lindesberg.contains(&found("sums-part", "Driftredovisning!B18")), "{lindesberg:?}");
    let larger = findings("lindesberg/01-driftredovisning", &["Driftredovisning!B13=30"]);
    assert!(larger.contains(&found("part-is-larger", "Driftredovisning!B13")), "{larger:?}");
}

#[test]
fn strange_formulas_are_named() {
    let koping = |setting| findings("koping/01-driftredovisning", &[setting]);
    assert_eq!(koping("Driftredovisning!D5=150"), [found("typed-among-formulas", "Driftredovisning!D5")]);
    let reversed = koping("Driftredovisning!D7==C7-B7");
    for kind in ["unlike-neighbours", "wrong-sign", "inconsistent"] {
        assert!(reversed.contains(&found(kind, "Driftredovisning!D7")), "{reversed:?}");
    }
    let text = koping("Driftredovisning!C7=saknas");
    assert!(text.contains(&found("reads-text", "Driftredovisning!D7")), "{text:?}");
}

#[test]
fn findings_are_explained_in_both_languages() {
    let said = |locale| {
        let file = template("koping/02-investeringsredovisning");
        let output = Command::new(env!("CARGO_BIN_EXE_tertial")).args(["check", &file, "--locale", locale]).output();
        String::from_utf8(output.unwrap().stdout).unwrap()
    };
    assert!(said("sv").contains("Publicerat 0, beräknat 1093"), "{}", said("sv"));
    assert!(said("en").contains("Published 0, calculated 1093"), "{}", said("en"));
}
