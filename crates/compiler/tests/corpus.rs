//! The programs of the corpus and the gallery, and the bodies of the data files: all of their code keeps
//! the rules of registers.

mod common;

use compiler::CompileError;
use std::fs;
use std::path::{Path, PathBuf};

fn programs(folder: &Path, out: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.map(|entry| entry.expect("a readable folder").path()) {
        if path.is_dir() {
            programs(&path, out);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            out.push(path);
        }
    }
}

#[test]
fn code_of_all_programs_keeps_the_rules() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    programs(&root.join("corpus"), &mut files);
    programs(&root.join("gallery"), &mut files);
    files.sort();
    let mut kept = 0;
    for file in &files {
        let source = fs::read_to_string(file).expect("a text file");
        match common::try_compile(&source) {
            Ok(code) => {
                let verdict = compiler::verify(&code);
                verdict.unwrap_or_else(|broken| panic!("{}: {broken}", file.display()));
                kept += 1;
            }
            Err(CompileError::Syntax(_)) => {}
            Err(CompileError::Refused(refusal)) => {
                assert!(!refusal.message.is_empty(), "{}: {refusal:?}", file.display());
            }
        }
    }
    assert!(kept * 3 > files.len() * 2 && kept >= 60, "{kept} of {} programs compile", files.len());
}
