//! Where the recorded programs are. The build script includes this file too.

use std::fs;
use std::path::Path;

/// The folders that hold recorded programs.
const FOLDERS: [&str; 2] = ["corpus", "gallery"];

/// All recorded programs (a `.py` with a `.json` beside it) as paths from `root`, with `/` between folders, sorted.
///
/// # Errors
/// A folder can't be read.
pub(crate) fn recorded_paths(root: &Path) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    for folder in FOLDERS {
        collect(root, folder, &mut found)?;
    }
    found.sort();
    Ok(found)
}

fn collect(root: &Path, folder: &str, found: &mut Vec<String>) -> Result<(), String> {
    let here = root.join(folder);
    let failed = |error: std::io::Error| format!("{}: {error}", here.display());
    for entry in fs::read_dir(&here).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type().map_err(failed)?.is_dir() {
            collect(root, &path, found)?;
        } else if path.ends_with(".py") && entry.path().with_extension("json").is_file() {
            found.push(path);
        }
    }
    Ok(())
}
