//! A Chromium to test in: the one the user names, the one on PATH, or Debian's.

use std::fs;
use std::path::PathBuf;

use crate::process::{output_of, run};
use crate::project::Project;
use crate::Outcome;

/// The variable that names a browser; the JavaScript tools read it too.
pub const VARIABLE: &str = "CHROMIUM";

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The browser's path, after installing it where that is possible.
///
/// # Errors
/// There is none, and this is not Debian as root.
pub fn ensure(project: &Project) -> Result<PathBuf, String> {
    if let Some(named) = std::env::var_os(VARIABLE) {
        return Ok(named.into());
    }
    if let Some(found) = on_path(project) {
        return Ok(found);
    }
    install(project, &["chromium", "chromium-driver"])?;
    on_path(project).ok_or_else(|| "Chromium was installed but is not on PATH".to_owned())
}

/// Makes sure that wasm tests find the driver that belongs to the browser.
///
/// # Errors
/// There is none, and this is not Debian as root.
pub fn ensure_driver(project: &Project) -> Outcome {
    if std::env::var_os("CHROMEDRIVER").is_some() || project.which("chromedriver").is_some() {
        return Ok(());
    }
    install(project, &["chromium-driver"])
}

fn on_path(project: &Project) -> Option<PathBuf> {
    NAMES.iter().find_map(|name| project.which(name))
}

fn install(project: &Project, packages: &[&str]) -> Outcome {
    if !is_debian() || !is_root(project) {
        return Err(format!(
            "The browser tests need Chromium or Chrome and its chromedriver, and {} is missing. Install it, or set \
             {VARIABLE} and CHROMEDRIVER to the programs' paths, or leave the browser out: cargo xtask test --quick",
            packages.join(" and ")
        ));
    }
    println!("Installing {} with apt-get …", packages.join(" and "));
    run(project.command("apt-get").args(["update", "-qq"]))?;
    let quiet = ["install", "-y", "-qq", "--no-install-recommends"];
    run(project.command("apt-get").args(quiet).args(packages).env("DEBIAN_FRONTEND", "noninteractive"))
}

fn is_debian() -> bool {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    release.lines().any(|line| line == "ID=debian")
}

fn is_root(project: &Project) -> bool {
    output_of(project.command("id").arg("-u")).as_deref() == Some("0")
}
