//! Recorded programs.

use crate::find::recorded_paths;
use crate::python::python_of;
use crate::{machine_for, Observed};
use machine::{Machine, Program, PythonVersion, Settings};
use std::fs;
use std::path::{Path, PathBuf};

/// Programs that are known to print otherwise stand here.
const DIVERGENCES: &str = "corpus/divergences/";

/// A program, and what CPython printed for it.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// The file, from the project's root, with `/` between folders.
    pub path: String,
    /// The program, named as in the recording: by its base name.
    pub program: Program,
    /// The Python that made the recording.
    pub version: PythonVersion,
    /// What CPython did.
    pub expected: Observed,
}

impl Recorded {
    /// The folder the program stands in, from the project's root.
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// A machine that is about to run the program as the Python that made the recording; see [`machine_for`].
    pub fn machine(&self, settings: Settings) -> Machine {
        machine_for(&self.program, Settings { version: self.version, ..settings })
    }
}

/// The project's root folder, as it was when this crate was built.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// All recorded programs that are to do what CPython did, in the order of their paths.
///
/// # Errors
/// A file can't be read, or a recording is damaged.
pub fn recorded_programs(root: &Path) -> Result<Vec<Recorded>, String> {
    let paths = recorded_paths(root)?;
    paths.iter().filter(|path| !path.starts_with(DIVERGENCES)).map(|path| read(root, path)).collect()
}

/// All recorded programs that are known to do something else.
pub(crate) fn divergent_programs(root: &Path) -> Result<Vec<Recorded>, String> {
    let paths = recorded_paths(root)?;
    paths.iter().filter(|path| path.starts_with(DIVERGENCES)).map(|path| read(root, path)).collect()
}

/// One program with its recording.
///
/// # Errors
/// A file can't be read, or the recording is damaged.
pub fn read(root: &Path, path: &str) -> Result<Recorded, String> {
    let file = root.join(path);
    let text = |file: &Path| fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()));
    let name = path.rsplit('/').next().unwrap_or(path).to_string();
    let recording = text(&file.with_extension("json"))?;
    let damaged = |error: String| format!("{path}: {error}; record it again with cargo xtask record");
    let expected = Observed::from_json(&recording).map_err(damaged)?;
    let version = python_of(&recording).map_err(damaged)?;
    Ok(Recorded { path: path.to_string(), program: Program { name, source: text(&file)? }, version, expected })
}
