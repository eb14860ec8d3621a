//! `cargo xtask prove`: what must hold for every recorded program, and that the tests see a broken rule.

mod mutants;

use crate::counts::Counts;
use crate::process::run_and_listen;
use crate::project::Project;
use crate::Outcome;

/// Runs the tests of the crate `proof` over all programs, then once for each broken rule.
///
/// # Errors
/// A test fails; or a rule is broken and its test does not fail.
pub fn run(project: &Project) -> Outcome {
    let scope = ["test", "--locked", "--package", "proof", "--", "--nocapture"];
    let heard = run_and_listen(project.command("cargo").env("PROOF", "all").args(scope))?;
    let mut counts = Counts::of_runner(&heard.text, heard.success);
    counts += mutants::run(project)?;
    println!("{} passed, {} failed", counts.passed, counts.failed);
    match counts.failed {
        0 => Ok(()),
        failed => Err(format!("{failed} things do not hold; what and where is printed above")),
    }
}
