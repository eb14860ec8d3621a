//! Where we knowingly do something else than CPython: `corpus/divergences/`.

use crate::programs::divergent_programs;
use crate::Recorded;
use std::fs;
use std::path::Path;

/// A known divergence. `NAME.py` is the program, `NAME.json` what CPython prints; `NAME.txt` holds the reason, an empty line,
/// and what we print, a line each.
#[derive(Clone, Debug)]
pub struct Divergence {
    /// The program, and what CPython did.
    pub recorded: Recorded,
    /// Why we differ.
    pub reason: String,
    /// What we print on standard output.
    pub ours: Vec<String>,
}

/// All known divergences, in the order of their paths.
///
/// # Errors
/// A file is missing or damaged.
pub fn divergences(root: &Path) -> Result<Vec<Divergence>, String> {
    let read = |recorded: Recorded| {
        let file = root.join(&recorded.path).with_extension("txt");
        let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let (reason, ours) = text
            .split_once("\n\n")
            .ok_or_else(|| format!("{}: the reason, an empty line and our output are expected", file.display()))?;
        Ok(Divergence { recorded, reason: reason.to_string(), ours: ours.lines().map(str::to_string).collect() })
    };
    divergent_programs(root)?.into_iter().map(read).collect()
}
