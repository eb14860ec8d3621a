//! Compiles the prelude: our own hidden Python, `prelude/*.py`, into one code object, packed.

use std::path::Path;
use std::{env, fs};

use bytecode::pack::{pack, Strings};

fn main() {
    println!("cargo:rerun-if-changed=prelude");
    let mut files: Vec<_> =
        fs::read_dir("prelude").expect("the prelude's folder").map(|e| e.expect("an entry").path()).collect();
    files.sort();
    let mut source = String::new();
    for file in files.iter().filter(|f| f.extension().is_some_and(|e| e == "py")) {
        println!("cargo:rerun-if-changed={}", file.display());
        source += &fs::read_to_string(file).expect("a readable file");
        source.push('\n');
    }
    let module = match syntax::parse(&source, syntax::PythonVersion::V311) {
        Ok(module) => module,
        Err(e) => panic!("{}", e.render("<prelude>")),
    };
    let options = compiler::Options { version: syntax::PythonVersion::V311, hidden: true };
    let code = match compiler::compile(&module, &source, "<prelude>", options) {
        Ok(code) => code,
        Err(e) => panic!("the prelude does not compile: {e:?}"),
    };
    let mut strings = Strings::default();
    let bytes = pack(&code.without_positions(), &mut strings);
    let out = env::var("OUT_DIR").expect("cargo sets it");
    fs::write(Path::new(&out).join("prelude.code"), bytes).expect("a writable folder");
    fs::write(Path::new(&out).join("prelude.strings"), strings.to_bytes()).expect("a writable folder");
}
