//! Reads `gallery/*/scenario.json` and writes them as a Rust table, so that the page parses no JSON.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use bytecode::PythonVersion;
use serde_json::Value;

fn main() {
    let gallery = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../../gallery");
    println!("cargo::rerun-if-changed={}", gallery.display());
    let mut table = String::from("&[\n");
    for folder in folders(&gallery) {
        entry(&mut table, &folder);
    }
    table += "]\n";
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it"));
    fs::write(out.join("gallery.rs"), table).expect("the build folder can be written");
    fs::write(out.join("earlier.rs"), earlier(&gallery)).expect("the build folder can be written");
}

/// The texts that programs of the gallery had before they were changed: `earlier/*.txt` in a scenario's folder.
fn earlier(gallery: &Path) -> String {
    let mut table = String::from("&[\n");
    for folder in folders(gallery).iter().map(|folder| folder.join("earlier")).filter(|folder| folder.is_dir()) {
        let entries = fs::read_dir(&folder).expect("earlier/ can be read");
        let paths = entries.map(|entry| entry.expect("earlier/ can be read").path());
        let mut texts: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
        texts.sort();
        for text in texts {
            let text = fs::canonicalize(&text).expect("it was listed");
            writeln!(table, "include_str!({text:?}),").expect("strings grow");
        }
    }
    table + "]\n"
}

/// The folders of the gallery by name.
fn folders(gallery: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(gallery).expect("gallery/ is there");
    let paths = entries.map(|entry| entry.expect("gallery/ can be read").path());
    let mut folders: Vec<PathBuf> = paths.filter(|path| path.join("scenario.json").is_file()).collect();
    folders.sort();
    folders
}

fn entry(table: &mut String, folder: &Path) {
    let file = folder.join("scenario.json");
    let text = fs::read_to_string(&file).expect("scenario.json can be read");
    let json: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let word = |value: &Value, key: &str| match value[key].as_str() {
        Some(word) => word.to_owned(),
        None => panic!("{}: \"{key}\" is missing", file.display()),
    };
    let id = folder.file_name().expect("a folder has a name").to_string_lossy().into_owned();
    let (title, lesson) = (word(&json, "title"), word(&json, "lesson"));
    let slow_down = json["slow_down"].as_u64().unwrap_or(1);
    write!(
        table,
        "GalleryScenario {{ id: {id:?}, title: {title:?}, lesson: {lesson:?}, slow_down: {slow_down}, lanes: &["
    )
    .expect("strings grow");
    let Some(lanes) = json["lanes"].as_array() else { panic!("{}: \"lanes\" is missing", file.display()) };
    for lane in lanes {
        let (name, note, program) = (word(lane, "name"), word(lane, "note"), word(lane, "file"));
        let source = fs::canonicalize(folder.join(&program)).unwrap_or_else(|error| panic!("{program}: {error}"));
        let python = match lane["python"].as_str().unwrap_or("3.11") {
            "3.10" => PythonVersion::V310,
            "3.11" => PythonVersion::V311,
            other => panic!("{}: there is no Python {other}; there are 3.10 and 3.11", file.display()),
        };
        let compiled = compile(&id, &program, &source, python);
        writeln!(
            table,
            "GalleryProgram {{ name: {name:?}, note: {note:?}, file: {program:?}, source: include_str!({source:?}), \
             python: Python::{python:?}, compiled: include_bytes!({compiled:?}) }},"
        )
        .expect("strings grow");
    }
    *table += "] },\n";
}

/// Compiles a program; gives back the file that holds what came of it.
fn compile(id: &str, name: &str, source: &Path, python: PythonVersion) -> PathBuf {
    let source = fs::read_to_string(source).expect("a program can be read");
    let outcome = front::compile(&bytecode::Program { name: name.to_owned(), source }, python);
    let path = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it")).join(format!("{id}.{name}.code"));
    fs::write(&path, bytecode::outcome_to_bytes(&outcome)).expect("the build folder can be written");
    path
}
