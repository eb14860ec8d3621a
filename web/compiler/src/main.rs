//! Parser and compiler for the page: fetched with the first text that did not come compiled.

use bytecode::{Program, PythonVersion};
use wasm_bindgen::prelude::wasm_bindgen;

/// Compiles a program, for Python 3.10 if `old`, else for 3.11. Gives back the outcome, serialized, with the stamp of the
/// build: a page of another build sees that it can't read it.
#[wasm_bindgen]
pub fn compile(name: String, source: String, old: bool) -> Vec<u8> {
    let version = if old { PythonVersion::V310 } else { PythonVersion::V311 };
    bytecode::outcome_to_bytes(&front::compile(&Program { name, source }, version))
}

/// Nothing is done before something is asked for.
fn main() {}
