//! Whether something has to be made again, by times of change.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// True if `made` is missing or older than any of `sources` (files, or folders searched to their depth).
pub fn must_be_made(made: &Path, sources: &[&Path]) -> bool {
    match changed(made) {
        None => true,
        Some(then) => sources.iter().filter_map(|source| newest(source)).any(|time| time > then),
    }
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|data| data.modified()).ok()
}

/// Hidden and installed folders are no sources.
fn newest(path: &Path) -> Option<SystemTime> {
    if !path.is_dir() {
        return changed(path);
    }
    let entries = fs::read_dir(path).ok()?.flatten();
    let sources = entries.filter(|entry| {
        let name = entry.file_name();
        name != "node_modules" && name != "target" && !name.to_string_lossy().starts_with('.')
    });
    sources.filter_map(|entry| newest(&entry.path())).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_must_be_made_and_what_is_its_own_source_need_not() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let file = here.join("Cargo.toml");
        assert!(must_be_made(&here.join("no such file"), &[&file]));
        assert!(!must_be_made(&file, &[&file]));
    }
}
