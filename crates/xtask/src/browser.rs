//! What looks at the built page in a browser: tests, screenshots, measurements. The scripts stand in web/.

use std::process::Command;

use crate::process::run;
use crate::project::Project;
use crate::{chromium, page, Outcome};

/// A Node script of web/ that may use the browser.
///
/// # Errors
/// There is no browser and none can be installed.
pub fn script(project: &Project, arguments: &[&str]) -> Result<Command, String> {
    let mut node = project.command("node");
    node.args(arguments).env(chromium::VARIABLE, chromium::ensure(project)?);
    Ok(node)
}

/// Takes screenshots of the page at several moments, sizes and themes.
///
/// # Errors
/// The page can't be built, or the script fails.
pub fn shots(project: &Project) -> Outcome {
    page::build_if_needed(project)?;
    run(&mut script(project, &["web/tools/shots.mjs"])?)
}

/// Measures the page and prints a table.
///
/// # Errors
/// The page can't be built, or the script fails.
pub fn bench(project: &Project) -> Outcome {
    page::build_if_needed(project)?;
    run(&mut script(project, &["web/tools/bench.mjs"])?)
}
