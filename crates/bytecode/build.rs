//! The stamp of the compiled format: a number made from all sources that decide what compiled code is.

use std::path::{Path, PathBuf};
use std::{env, fs};

/// The crates that turn text into code, and what they are built from.
const SOURCES: [&str; 6] = ["bytecode", "text", "syntax", "compiler", "front", "../Cargo.lock"];

fn main() {
    let crates = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("..");
    let mut stamp = FNV_BASIS;
    for source in SOURCES {
        let path = crates.join(source);
        println!("cargo::rerun-if-changed={}", path.display());
        add(&mut stamp, &path);
    }
    println!("cargo::rustc-env=SIMUL_STAMP={stamp:016x}");
}

const FNV_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

/// Adds a file, or the sources of a folder by name (FNV-1a, 64 bits). Tests decide nothing.
fn add(stamp: &mut u64, path: &Path) {
    if path.is_dir() {
        let entries = fs::read_dir(path).expect("a crate's folder can be read");
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
        paths.retain(|path| path.file_name().is_some_and(|name| name != "tests"));
        paths.sort();
        paths.iter().for_each(|path| add(stamp, path));
        return;
    }
    for byte in fs::read(path).expect("a source can be read") {
        *stamp = (*stamp ^ u64::from(byte)).wrapping_mul(FNV_PRIME);
    }
}
