//! Compiles the library's Python halves, `python/*.py`, and packs them: each into a file, and one with the strings of all.

use std::path::Path;
use std::{env, fs};

use bytecode::pack::{pack, Strings};
use bytecode::Code;

fn main() {
    println!("cargo:rerun-if-changed=python");
    let out = env::var("OUT_DIR").expect("cargo sets it");
    let entries = fs::read_dir("python").expect("the library's folder");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    // A folder's order is the host's.
    paths.sort();
    let mut strings = Strings::default();
    for path in paths {
        if path.extension().is_some_and(|e| e == "py") {
            println!("cargo:rerun-if-changed={}", path.display());
            let name = path.file_stem().and_then(|s| s.to_str()).expect("a name").to_string();
            fs::write(Path::new(&out).join(format!("{name}.code")), pack(&compile(&path, &name), &mut strings))
                .expect("a writable folder");
        }
    }
    fs::write(Path::new(&out).join("strings"), strings.to_bytes()).expect("a writable folder");
}

/// A module's code, as far as the library needs it.
fn compile(path: &Path, name: &str) -> Code {
    let source = fs::read_to_string(path).expect("a readable file");
    let file = format!("<frozen {name}>");
    let module = match syntax::parse(&source, syntax::PythonVersion::V311) {
        Ok(module) => module,
        Err(e) => panic!("{}", e.render(&path.display().to_string())),
    };
    let options = compiler::Options { version: syntax::PythonVersion::V311, hidden: false };
    match compiler::compile(&module, &source, &file, options) {
        Ok(code) => code.without_positions(),
        Err(e) => panic!("{name} does not compile: {e:?}"),
    }
}
