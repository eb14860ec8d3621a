//! `cargo xtask tidy`: the house rules that a program can check.

mod habits;
mod layers;
mod manifest;
mod regions;
mod rust;
mod sizes;
mod tree;

use std::path::Path;

use crate::project::Project;
use crate::Outcome;

/// A rule broken at a place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file, from the project's root with `/` between folders.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: String,
}

/// Checks the whole project and prints every finding.
///
/// # Errors
/// There was at least one.
pub fn run(project: &Project) -> Outcome {
    let findings = findings(&project.root)?;
    for finding in &findings {
        println!("{}:{}: {}", finding.file, finding.line, finding.message);
    }
    if findings.is_empty() {
        println!("tidy: every rule holds");
        Ok(())
    } else {
        Err(format!("tidy: {} places break a rule of the house", findings.len()))
    }
}

fn findings(root: &Path) -> Result<Vec<Finding>, String> {
    let mut findings = Vec::new();
    for file in tree::files(root)? {
        findings.extend(sizes::of_file(&file));
        findings.extend(habits::of_text(&file));
        if file.has_extension(&["rs"]) {
            let source = rust::Source::new(&file.text);
            findings.extend(sizes::of_functions(&file.path, &source));
            findings.extend(habits::of_rust(&file, &source));
        }
        if file.path.ends_with("Cargo.toml") {
            findings.extend(layers::of_manifest(&file.path, &manifest::Manifest::parse(&file.text)));
        }
    }
    findings.sort();
    Ok(findings)
}
