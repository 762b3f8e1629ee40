//! The command-line program as others call it: what goes in, what comes out, and how it ends.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

/// Runs the program with text on its standard input.
fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tertial"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("cargo has built the program");
    // A program that refuses its arguments may be gone before it reads.
    _ = child.stdin.take().expect("the input is piped").write_all(input.as_bytes());
    child.wait_with_output().expect("the program was started")
}

fn json(arguments: &[&str], input: &str) -> Value {
    let output = run(arguments, input);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("the program writes JSON")
}

/// What the program says of input that it cannot use.
fn complaint(arguments: &[&str], input: &str) -> String {
    let output = run(arguments, input);
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stdout));
    assert_eq!(output.stdout, b"", "nothing half done is written");
    String::from_utf8(output.stderr).expect("complaints are text")
}

/// The cells of a sheet named `S`, calculated.
fn cells(locale: &str, cells: &Value) -> Value {
    let input = json!({"sheets": [{"name": "S", "cells": cells}]}).to_string();
    json(&["eval", "--locale", locale], &input)["sheets"][0]["cells"].take()
}

fn template(place: &str) -> String {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let file = root.join("../www/templates").join(place).with_extension("tertial");
    file.to_string_lossy().into_owned()
}

#[test]
fn eval_gives_every_cell_with_its_type() {
    let input = r##"{"sheets":[{"name":"S","cells":{"A1":12.50,"A2":"text","A3":true,"B1":"=SUM(A1:A2)","B2":"'=not a formula",
        "C1":"=rate*2","C2":{"error":"#N/A"},"C3":null,"C4":"=TODAY()","C5":"=1/0","C6":"=C6","C7":"=A9&\"\""}}],
        "names":{"rate":"=S!$A$1"},
        "tables":[{"name":"T","sheet":"S","ref":"A1:B2","columns":["a","b"],"headerRow":true,"totalsRow":false}],
        "hiddenRows":{"S":[4,5]},"date1904":false,"today":"2026-08-31"}"##;
    let expected = json!({"sheets": [{"name": "S", "cells": {
        "A1": {"type": "number", "value": "12.5"},
        "B1": {"type": "number", "value": "12.5"},
        "C1": {"type": "number", "value": "25"},
        "A2": {"type": "text", "value": "text"},
        "B2": {"type": "text", "value": "=not a formula"},
        "C2": {"type": "error", "value": "#N/A"},
        "A3": {"type": "boolean", "value": true},
        "C4": {"type": "number", "value": "46265"},
        "C5": {"type": "error", "value": "#DIV/0!"},
        "C6": {"type": "error", "value": "#CIRC!"},
        "C7": {"type": "text", "value": ""},
    }}]});
    assert_eq!(json(&["eval"], input), expected);
    assert_eq!(json(&["eval", "-"], input), expected);
}

#[test]
fn eval_writes_sheets_in_order_and_cells_row_by_row() {
    let input = r##"{"sheets":[{"name":"Z","cells":{"AA1":1,"B2":"=A!A1","B1":2,"A10":3,"A2":4}},{"name":"A","cells":{"A1":7}}]}"##;
    let output = String::from_utf8(run(&["eval"], input).stdout).unwrap();
    let places: Vec<usize> = ["\"Z\"", "\"B1\"", "\"AA1\"", "\"A2\"", "\"B2\"", "\"A10\"", "\"A\""]
        .map(|text| output.find(text).unwrap())
        .to_vec();
    assert!(places.is_sorted(), "{output}");
    assert_eq!(serde_json::from_str::<Value>(&output).unwrap()["sheets"][0]["cells"]["B2"]["value"], "7");
}

#[test]
fn eval_takes_numbers_as_the_decimals_that_are_written() {
    let input = r##"{"sheets":[{"name":"S","cells":{"A1":0.1,"A2":0.2,"A3":"=A1+A2","A4":1e3,"A5":12345678901234567.89,
        "A6":-0.0,"A7":1e-400,"A8":1e400,"A9":1E2}}]}"##;
    let output = json(&["eval"], input);
    let value = |cell: &str| output["sheets"][0]["cells"][cell]["value"].clone();
    let expected = ["0.1", "0.2", "0.3", "1000", "12345678901234567.89", "0", "0", "#NUM!", "100"];
    for (row, expected) in (1..).zip(expected) {
        assert_eq!(value(&format!("A{row}")), expected, "A{row}");
    }
}

#[test]
fn eval_reads_formulas_in_the_language_it_was_told() {
    let swedish = cells("sv", &json!({"A1": "=SUMMA(1;2,5)", "A2": "=OM(A1>3;\"ja\";\"nej\")", "A3": "=1,5*2"}));
    assert_eq!(swedish["A1"]["value"], "3.5");
    assert_eq!(swedish["A2"]["value"], "ja");
    assert_eq!(swedish["A3"]["value"], "3");
    let english = cells("en", &json!({"A1": "=SUM(1,2.5)", "A2": "=1.5*2", "A3": "=SUM(1;2)"}));
    assert_eq!(english["A1"]["value"], "3.5");
    assert_eq!(english["A2"]["value"], "3");
    assert_eq!(english["A3"], json!({"type": "error", "value": "#NAME?"}));
}

#[test]
fn eval_keeps_going_past_formulas_that_are_none() {
    let output = cells("en", &json!({"A1": "=1+", "A2": "=)", "A3": "=NOSUCH(1)", "A4": "=", "A5": "=1+1"}));
    for cell in ["A1", "A2", "A3"] {
        assert_eq!(output[cell], json!({"type": "error", "value": "#NAME?"}), "{cell}");
    }
    assert_eq!(output["A4"], json!({"type": "text", "value": "="}));
    assert_eq!(output["A5"]["value"], "2");
}

#[test]
fn eval_leaves_hidden_rows_out_where_that_is_asked() {
    let input = r##"{"sheets":[{"name":"S","cells":{"A1":1,"A2":2,"A3":4,"B1":"=SUBTOTAL(109,A1:A3)","B2":"=SUBTOTAL(9,A1:A3)"}}],
        "hiddenRows":{"S":[2]}}"##;
    let output = json(&["eval"], input);
    assert_eq!(output["sheets"][0]["cells"]["B1"]["value"], "5");
    assert_eq!(output["sheets"][0]["cells"]["B2"]["value"], "7");
}

#[test]
fn eval_knows_the_tables_of_its_input() {
    let input = r##"{"sheets":[{"name":"S","cells":{"A1":"a","B1":"b","A2":1,"A3":2,"B3":"=T[@a]*2","D1":"=SUM(T[a])"}}],
        "tables":[{"name":"T","sheet":"S","ref":"A1:B3","columns":["a","b"],"headerRow":true,"totalsRow":false}]}"##;
    let output = json(&["eval"], input);
    assert_eq!(output["sheets"][0]["cells"]["B3"]["value"], "4");
    assert_eq!(output["sheets"][0]["cells"]["D1"]["value"], "3");
}

/// Input with a table and then another, which has two columns.
fn second_table(name: &str, sheet: &str, range: &str) -> String {
    let table = |name: &str, sheet: &str, range: &str| json!({"name": name, "sheet": sheet, "ref": range, "columns": ["a", "b"]});
    json!({"sheets": [{"name": "S"}], "tables": [table("First", "S", "G1:H3"), table(name, sheet, range)]}).to_string()
}

#[test]
fn eval_names_the_place_of_what_it_cannot_use() {
    let sheet = |cells: &str| format!(r##"{{"sheets":[{{"name":"S","cells":{cells}}}]}}"##);
    for (input, place) in [
        ("{\"sheets\":[\n {\"name\":}]}".to_owned(), "line 2 column 10"),
        ("[".to_owned(), "line 1 column 1"),
        (String::new(), "line 1 column 0"),
        ("{}".to_owned(), "sheets"),
        (sheet(r##"{"A0":1}"##), "S!A0"),
        (sheet(r##"{"B2":[1]}"##), "S!B2"),
        (sheet(r##"{"B2":{"error":"#NOPE"}}"##), "S!B2"),
        (sheet(r##"{"B2":{"fault":"#N/A"}}"##), "S!B2"),
        (r##"{"sheets":[{"name":"S"},{"name":"s"}]}"##.to_owned(), "sheets[1]"),
        (r##"{"sheets":[{"name":"S"}],"names":{"rate":"=T!$A$1"}}"##.to_owned(), "names.rate"),
        (r##"{"sheets":[{"name":"S"}],"names":{"rate":"=1+"}}"##.to_owned(), "names.rate"),
        (second_table("T", "X", "A1:B3"), "tables[1]"),
        (second_table("T", "S", "A1:C3"), "tables[1]"),
        (second_table("T", "S", "A1"), "tables[1]"),
        (second_table("First", "S", "A1:B3"), "tables[1]"),
        (second_table("A1", "S", "A1:B3"), "tables[1]"),
        (r##"{"sheets":[{"name":"S"}],"hiddenRows":{"T":[1]}}"##.to_owned(), "hiddenRows.T"),
        (r##"{"sheets":[{"name":"S"}],"hiddenRows":{"S":[0]}}"##.to_owned(), "hiddenRows.S"),
        (r##"{"sheets":[{"name":"S"}],"today":"31/8"}"##.to_owned(), "today"),
    ] {
        let complaint = complaint(&["eval"], &input);
        assert!(complaint.contains(place), "{input}: {complaint}");
    }
    assert!(complaint(&["eval", "no-such-file.json"], "").contains("no-such-file.json"));
}

#[test]
fn show_gives_the_report_table_of_a_template() {
    let output = json(&["show", &template("koping/01-driftredovisning"), "--json"], "");
    let table = &output["tables"][0];
    assert_eq!(table["id"], "koping-01-driftredovisning");
    assert_eq!(
        (&table["kind"], &table["unit"], &table["sign"]),
        (&json!("driftredovisning"), &json!("tkr"), &json!("A"))
    );
    assert_eq!(table["range"], "A3:D12");
    assert_eq!(table["columns"][2], json!({"key": "avvikelse", "label": "Avvikelse", "role": "deviation"}));
    let deviation = json!({"address": "Driftredovisning!D4", "value": "-150", "type": "number", "display": "−150",
        "formula": "=B4-C4", "published": "-150"});
    assert_eq!(table["rows"][0]["cells"]["avvikelse"], deviation);
    let total = &table["rows"][8];
    assert_eq!((&total["label"], &total["kind"]), (&json!("Summa"), &json!("sum")));
    assert_eq!(total["cells"]["budget"]["formula"], "=SUM(B4:B11)");
    assert_eq!(total["cells"]["avvikelse"]["display"], "+300");
}

#[test]
fn show_types_what_is_to_be_set_as_a_person_would() {
    let file = template("koping/01-driftredovisning");
    let typed = ["--set", "Driftredovisning!C4=7 851,5", "--set", "C5==B5+1"];
    let output = json(&[&["show", &file, "--json"], &typed[..]].concat(), "");
    let cells = |row: usize| output["tables"][0]["rows"][row]["cells"].clone();
    assert_eq!(cells(0)["prognos"]["value"], "7851.5");
    assert_eq!(cells(0)["avvikelse"]["value"], "-0.5");
    assert_eq!(cells(1)["prognos"]["formula"], "=B5+1");
    assert_eq!(cells(8)["prognos"]["value"], "40059.5");
    let english = json(&["show", &file, "--json", "--locale", "en", "--set", "C4=7,851.5"], "");
    assert_eq!(english["tables"][0]["rows"][0]["cells"]["prognos"]["value"], "7851.5");
}

#[test]
fn show_draws_an_aligned_table() {
    let output = run(&["show", &template("koping/01-driftredovisning")], "");
    let text = String::from_utf8(output.stdout).unwrap();
    let ends: Vec<usize> = text.lines().skip(2).map(|line| line.chars().count()).collect();
    assert!(ends.windows(2).all(|pair| pair[0] == pair[1]), "{text}");
    assert!(text.lines().any(|line| line.starts_with("Summa ") && line.ends_with("+300")), "{text}");
}

#[test]
fn show_refuses_with_a_reason() {
    let file = template("koping/01-driftredovisning");
    for (arguments, place) in [
        (vec!["show", "no-such.tertial"], "no-such.tertial"),
        (vec!["show", &file, "--sheet", "Nowhere"], "Nowhere"),
        (vec!["show", &file, "--set", "Nowhere!A1=1"], "Nowhere!A1"),
        (vec!["show", &file, "--set", "A1"], "A1"),
        (vec!["show", &file, "--set", "B4==1+"], "B4"),
        (vec!["show", env!("CARGO_BIN_EXE_tertial")], "tertial"),
        (vec!["show"], "FILE"),
        (vec!["nonsense"], "nonsense"),
    ] {
        let complaint = complaint(&arguments, "");
        assert!(complaint.contains(place), "{arguments:?}: {complaint}");
    }
}

#[test]
fn functions_are_listed_with_both_names() {
    let output = json(&["functions", "--json"], "");
    let sum = output.as_array().unwrap().iter().find(|function| function["name"] == "SUM").unwrap();
    assert_eq!((&sum["swedish"], &sum["category"]), (&json!("SUMMA"), &json!("math")));
    assert!(sum["syntax"].as_str().unwrap().starts_with("SUM("));
    let text = String::from_utf8(run(&["functions"], "").stdout).unwrap();
    assert_eq!(text.lines().count(), output.as_array().unwrap().len());
}

#[test]
fn every_subcommand_explains_itself() {
    for subcommand in ["eval", "show", "check", "functions"] {
        let output = run(&[subcommand, "--help"], "");
        assert_eq!(output.status.code(), Some(0));
        assert!(String::from_utf8(output.stdout).unwrap().contains("Usage: tertial"));
    }
}

#[test]
fn a_reader_that_stops_reading_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tertial"))
        .args(["functions", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}
