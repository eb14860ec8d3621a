//! The pinned tools: found on PATH with the right version, or installed into the project's `.tools`.

use std::fs;
use std::path::Path;

use crate::process::{output_of, run};
use crate::project::Project;
use crate::Outcome;

/// The target the page is compiled to.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Trunk as it was tried with this project; newer minor versions want a newer Rust.
const TRUNK: &str = "0.21.14";

/// A tool is compiled to run a few times: compiling fast matters, running fast doesn't.
const FAST_PROFILE: [(&str, &str); 5] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    ("CARGO_PROFILE_RELEASE_STRIP", "debuginfo"),
];

/// Makes sure that the page can be built: the wasm target, wasm-bindgen and Trunk.
///
/// # Errors
/// Something is missing and can't be installed.
pub fn ensure(project: &Project) -> Outcome {
    ensure_target(project)?;
    let bindgen = locked_version(&project.root.join("Cargo.lock"), "wasm-bindgen")?;
    let exact = |found: &str| found == bindgen;
    if !is_there(project, "wasm-bindgen", exact) || !is_there(project, "wasm-bindgen-test-runner", exact) {
        install(project, "wasm-bindgen-cli", &bindgen, &[])?;
    }
    // Any patch level of the tried version will do; without its default features a Trunk of ours never downloads.
    let series = TRUNK.rsplit_once('.').map_or(TRUNK, |(series, _)| series);
    let same_series = |found: &str| found.rsplit_once('.').is_some_and(|(found, _)| found == series);
    if !is_there(project, "trunk", same_series) {
        install(project, "trunk", TRUNK, &["--no-default-features"])?;
    }
    Ok(())
}

/// Adds the wasm target to the Rust in use.
///
/// # Errors
/// The target is missing and there is no rustup to add it, or rustup fails.
pub fn ensure_target(project: &Project) -> Outcome {
    let folder = output_of(project.command("rustc").args(["--print", "target-libdir", "--target", WASM]));
    if folder.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    if project.which("rustup").is_none() {
        return Err(format!("Rust's target {WASM} is missing, and so is rustup. Install the target as this Rust was."));
    }
    println!("Adding Rust's target {WASM} …");
    run(project.command("rustup").args(["target", "add", WASM]))
}

/// Makes sure that `cargo fmt` and `cargo clippy` work.
///
/// # Errors
/// A component is missing and rustup can't add it.
pub fn ensure_components(project: &Project) -> Outcome {
    for (command, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if output_of(project.command("cargo").args([command, "--version"])).is_none() {
            println!("Adding Rust's component {component} …");
            run(project.command("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

fn is_there(project: &Project, program: &str, right: impl Fn(&str) -> bool) -> bool {
    let Some(said) = output_of(project.command(program).arg("--version")) else { return false };
    let version = said.split_whitespace().nth(1).unwrap_or_default();
    let right = right(version);
    if !right {
        println!("{program} on PATH is {version}, which is not the version this project was tried with.");
    }
    right
}

fn install(project: &Project, package: &str, version: &str, flags: &[&str]) -> Outcome {
    println!("Installing {package} {version} into .tools/ (once; this takes a few minutes) …");
    let root = project.tools();
    let mut cargo = project.command("cargo");
    cargo.args(["install", "--locked", "--force", "--version", version]).args(flags).arg("--root").arg(root);
    run(cargo.arg(package).envs(FAST_PROFILE))
}

/// The version of a package in Cargo.lock: wasm-bindgen's tool must equal its crate to the last digit.
fn locked_version(lock: &Path, package: &str) -> Result<String, String> {
    let text = fs::read_to_string(lock).map_err(|error| format!("{}: {error}", lock.display()))?;
    version_in(&text, package).ok_or_else(|| format!("{package} is not in {}", lock.display()))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?;
    Some(version.trim_end_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_the_lock() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.129"));
        assert_eq!(version_in(lock, "bindgen"), None);
    }
}
