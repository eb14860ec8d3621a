//! The JavaScript packages of web/: wasm-opt for the build, a browser driver and an accessibility checker for the tests.

use crate::newer::must_be_made;
use crate::process::run;
use crate::project::Project;
use crate::Outcome;

/// Installs the locked packages if they are missing or older than the lock.
///
/// # Errors
/// Node or npm is missing, or npm fails.
pub fn ensure(project: &Project) -> Outcome {
    // npm writes this file at the end of an installation.
    let installed = project.web().join("node_modules").join(".package-lock.json");
    if !must_be_made(&installed, &[&project.web().join("package-lock.json")]) {
        return Ok(());
    }
    for program in ["node", "npm"] {
        if project.which(program).is_none() {
            return Err(format!("{program} is not on PATH. Install Node 20 or later, which brings npm."));
        }
    }
    println!("Installing the npm packages of web/ …");
    // No package needs its install script, and what does not run can do no harm.
    let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    run(project.command("npm").args(arguments).current_dir(project.web()))
}
