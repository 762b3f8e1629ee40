//! `tertial check` as others call it: what it finds in the templates, and in templates that were spoilt.

use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::{Value, json};

fn run(templates: &[String], options: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tertial"));
    command.arg("check").args(templates).args(options).output().expect("the program was started")
}

/// What is found after something was typed.
fn check(templates: &[String], settings: &[&str]) -> Vec<Value> {
    let options: Vec<&str> = settings.iter().flat_map(|setting| ["--set", setting]).chain(["--json"]).collect();
    let output = run(templates, &options);
    assert!(output.status.code() < Some(2), "{}", String::from_utf8_lossy(&output.stderr));
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

/// What is more than worth knowing after something was typed, as rule and cell.
fn findings(place: &str, settings: &[&str]) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let findings = check(&[template(place)], settings).into_iter().filter(|finding| finding["severity"] != "note");
    findings.map(|finding| (text(&finding["rule"]), text(&finding["address"]))).collect()
}

fn found(rule: &str, address: &str) -> (String, String) {
    (rule.to_owned(), address.to_owned())
}

/// Errors that the reports were printed with.
const INCONSISTENT: [&str; 6] = [
    "Investeringsredovisning!D9",
    "Investeringsredovisning!E9",
    "Måluppfyllelse!G6",
    "Personal!C10",
    "Personal!D11",
    "Personal!G7",
];

#[test]
fn of_all_published_figures_only_six_cannot_be() {
    let tables: Vec<String> = all_templates().into_iter().filter(|path| !path.contains("00-rapport")).collect();
    let findings = check(&tables, &[]);
    let by_severity = |severity: &'static str| findings.iter().filter(move |finding| finding["severity"] == severity);
    let mut errors: Vec<&str> = by_severity("error").filter_map(|finding| finding["address"].as_str()).collect();
    errors.sort_unstable();
    assert_eq!(errors, INCONSISTENT);
    let warned: Vec<&Value> = by_severity("warning").map(|finding| &finding["rule"]).collect();
    assert_eq!(warned, [&json!("forecast-missing")]);
    let sum = by_severity("error").find(|finding| finding["address"] == INCONSISTENT[0]).expect("the sum of Köping");
    assert_eq!((&sum["published"], &sum["computed"]), (&json!("0"), &json!("1093")));
    assert_eq!((&sum["difference"], &sum["tolerance"]), (&json!("-1093"), &json!("2.5")));
    let count = |rule: &str| findings.iter().filter(|finding| finding["rule"] == rule).count();
    assert_eq!(["within-rounding", "inconsistent", "unpublished"].map(count), [60, 6, 9]);
}

#[test]
fn tables_of_a_report_that_do_not_agree_are_named() {
    let report = findings("lindesberg/00-rapport", &[]);
    assert_eq!(report, [found("tables-disagree", "Avstämning!D5")]);
    assert!(findings("orebro/00-rapport", &[]).is_empty());
}

#[test]
fn what_is_wrong_makes_the_program_fail() {
    let code = |place: &str| run(&[template(place)], &[]).status.code();
    assert_eq!((code("koping/01-driftredovisning"), code("koping/02-investeringsredovisning")), (Some(0), Some(1)));
    assert_eq!(run(&["no-such.tertial".to_owned()], &[]).status.code(), Some(2));
}

#[test]
fn a_base_that_rounds_to_zero_explains_any_change() {
    let findings = check(&[template("orebro/04-kommunstyrelseforvaltningen-rn3")], &[]);
    let change = findings.iter().find(|finding| finding["published"] == "-660.4").expect("the change");
    assert_eq!((&change["rule"], &change["tolerance"]), (&json!("within-rounding"), &Value::Null));
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
    let koping = [template("koping/02-investeringsredovisning")];
    let said = |locale| String::from_utf8(run(&koping, &["--locale", locale]).stdout).unwrap_or_default();
    assert!(said("sv").contains("Publicerat 0, beräknat 1\u{a0}093"), "{}", said("sv"));
    assert!(said("en").contains("Published 0, calculated 1,093"), "{}", said("en"));
}
