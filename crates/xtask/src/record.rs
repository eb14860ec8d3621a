//! What real CPython prints for the corpus, recorded by corpus/record.py.

use crate::process::{self, output_of};
use crate::project::Project;
use crate::Outcome;

/// The Python that the recorder itself is written for. It finds those whose output it records (corpus/pythons.py).
const VERSION: &str = "3.11";

/// Records the corpus, or with `--check` proves that the records are what CPython prints.
///
/// # Errors
/// There is no CPython 3.11 on PATH, or the recorder fails.
pub fn run(project: &Project, flags: &[&str]) -> Outcome {
    let python = find(project)?;
    process::run(project.command(python).arg("corpus/record.py").args(flags))
}

fn find(project: &Project) -> Result<&'static str, String> {
    let names = ["python3.11", "python3", "python"];
    let found = names.into_iter().find(|name| {
        let said = output_of(project.command(name).arg("--version")).unwrap_or_default();
        said.starts_with(&format!("Python {VERSION}."))
    });
    found.ok_or_else(|| format!("Recording needs CPython {VERSION}, and PATH has none. The tests do without it."))
}
