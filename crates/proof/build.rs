//! With the feature `embedded`: writes the recorded programs and the digests of their native traces as a Rust table.

#[cfg(feature = "embedded")]
#[path = "src/digest.rs"]
mod digest;
#[cfg(feature = "embedded")]
#[path = "src/find.rs"]
mod find;
#[cfg(feature = "embedded")]
#[path = "src/python.rs"]
mod python;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    #[cfg(feature = "embedded")]
    table::write();
}

#[cfg(feature = "embedded")]
mod table {
    use crate::{digest, find, python};
    use std::fmt::Write;
    use std::path::Path;
    use std::{env, fs};

    /// Runs every program and writes the table.
    pub fn write() {
        let root = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../..");
        let mut table = String::from("&[\n");
        for path in find::recorded_paths(&root).expect("corpus/ and gallery/ can be read") {
            let file = fs::canonicalize(root.join(&path)).expect("it was just found");
            let source = fs::read_to_string(&file).expect("a program can be read");
            let name = path.rsplit('/').next().unwrap_or(&path);
            let recording = fs::read_to_string(file.with_extension("json")).expect("a recording can be read");
            let version = python::python_of(&recording).unwrap_or_else(|error| panic!("{path}: {error}"));
            let native = digest::digest_of(name, &source, version);
            writeln!(table, "({path:?}, {name:?}, include_str!({file:?}), PythonVersion::{version:?}, {native}),")
                .expect("strings grow");
        }
        table += "]\n";
        for folder in ["corpus", "gallery"] {
            println!("cargo::rerun-if-changed={}", root.join(folder).display());
        }
        let out = Path::new(&env::var("OUT_DIR").expect("cargo sets it")).join("programs.rs");
        fs::write(out, table).expect("the build folder can be written");
    }
}
