//! Compiles the library's Python halves, `python/*.py`, each into one serialized code object.

use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo:rerun-if-changed=python");
    let out = env::var("OUT_DIR").expect("cargo sets it");
    for entry in fs::read_dir("python").expect("the library's folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|e| e == "py") {
            println!("cargo:rerun-if-changed={}", path.display());
            let name = path.file_stem().and_then(|s| s.to_str()).expect("a name").to_string();
            fs::write(Path::new(&out).join(format!("{name}.code")), compile(&path, &name)).expect("a writable folder");
        }
    }
}

/// A module's code, serialized.
fn compile(path: &Path, name: &str) -> Vec<u8> {
    let source = fs::read_to_string(path).expect("a readable file");
    let file = format!("<frozen {name}>");
    let module = match syntax::parse(&source, syntax::PythonVersion::V311) {
        Ok(module) => module,
        Err(e) => panic!("{}", e.render(&path.display().to_string())),
    };
    let options = compiler::Options { version: syntax::PythonVersion::V311, hidden: false };
    match compiler::compile(&module, &source, &file, options) {
        Ok(code) => code.without_positions().to_bytes().expect("code is serializable"),
        Err(e) => panic!("{name} does not compile: {e:?}"),
    }
}
