//! Mistakes are told as CPython tells them.

use serde_json::Value;
use syntax::{parse, PythonVersion};

/// What CPython 3.11 printed for each program, recorded by `record.py`.
const RECORDED: &str = include_str!("data/bad.json");

fn programs() -> Vec<(String, String)> {
    let recorded: Value = serde_json::from_str(RECORDED).expect("recorded by record.py");
    let text = |value: &Value| value.as_str().expect("a string").to_owned();
    let rows = recorded["programs"].as_array().expect("a list");
    rows.iter().map(|row| (text(&row["source"]), text(&row["stderr"]))).collect()
}

fn ours(source: &str) -> String {
    parse(source, PythonVersion::V311).map_or_else(|error| error.render("bad.py"), |_| "no mistake".into())
}

#[test]
fn mistakes_are_told_in_cpythons_words() {
    let mut wrong = Vec::new();
    let programs = programs();
    assert!(programs.len() > 700, "the record has shrunk to {}", programs.len());
    for (source, theirs) in programs {
        let ours = ours(&source);
        if ours != theirs {
            wrong.push(format!("{source:?}\n--- ours\n{ours}--- theirs\n{theirs}"));
        }
    }
    assert!(wrong.is_empty(), "{} differ\n{}", wrong.len(), wrong.join("\n"));
}
