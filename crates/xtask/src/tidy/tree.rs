//! The project's own text files.

use std::fs;
use std::path::Path;

/// A text file of the project.
pub struct File {
    /// From the project's root, with `/` between folders.
    pub path: String,
    /// What it holds.
    pub text: String,
}

impl File {
    /// Whether the name ends with one of these, given without the dot.
    pub fn has_extension(&self, extensions: &[&str]) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, extension)| extensions.contains(&extension))
    }

    /// Whether the whole file is there for tests, or is a program that tests run.
    pub fn is_test(&self) -> bool {
        let folders = ["tests", "benches", "examples", "corpus"];
        let mut parts = self.path.rsplit('/');
        let name = parts.next().unwrap_or_default();
        name == "tests.rs" || name.ends_with("_tests.rs") || parts.any(|folder| folders.contains(&folder))
    }
}

/// Built, installed and downloaded things are not the project's own; hidden folders neither.
const FOREIGN: [&str; 5] = ["target", "dist", "node_modules", "generated", "screenshots"];
const TEXT: [&str; 13] = ["rs", "toml", "md", "html", "css", "js", "mjs", "json", "py", "svg", "yml", "yaml", "sh"];

/// All text files under `root`, in the order of their paths.
///
/// # Errors
/// A folder or file can't be read.
pub fn files(root: &Path) -> Result<Vec<File>, String> {
    let mut files = Vec::new();
    collect(root, "", &mut files)?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn collect(root: &Path, folder: &str, files: &mut Vec<File>) -> Result<(), String> {
    let here = root.join(folder);
    let failed = |error: std::io::Error| format!("{}: {error}", here.display());
    for entry in fs::read_dir(&here).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || FOREIGN.contains(&name.as_str()) {
            continue;
        }
        let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
        if entry.file_type().map_err(failed)?.is_dir() {
            collect(root, &path, files)?;
            continue;
        }
        let mut file = File { path, text: String::new() };
        if file.has_extension(&TEXT) {
            let bytes = fs::read(entry.path()).map_err(failed)?;
            file.text = String::from_utf8_lossy(&bytes).into_owned();
            files.push(file);
        }
    }
    Ok(())
}
