//! The page: built by Trunk, served for a person.

use std::net::{Ipv4Addr, TcpListener};

use crate::newer::must_be_made;
use crate::process::{self, run};
use crate::project::Project;
use crate::{npm, tools, Outcome};

/// Where the page is served.
pub const PORT: u16 = 8080;

/// Installs what is missing and builds the release page into dist/.
///
/// # Errors
/// A tool can't be installed, or the page can't be built.
pub fn build(project: &Project) -> Outcome {
    tools::ensure(project)?;
    npm::ensure(project)?;
    println!("Building the page …");
    run(project.command("trunk").args(["build", "--release"]))
}

/// Builds the page unless dist/ is newer than everything it is made from.
///
/// # Errors
/// As `build`.
pub fn build_if_needed(project: &Project) -> Outcome {
    let sources = ["crates", "web", "examples", "index.html", "Trunk.toml", "Cargo.toml", "Cargo.lock"];
    let sources = sources.map(|name| project.root.join(name));
    let sources: Vec<_> = sources.iter().map(|path| path.as_path()).collect();
    if must_be_made(&project.dist().join("index.html"), &sources) {
        build(project)
    } else {
        npm::ensure(project)
    }
}

/// Installs what is missing, builds the page, serves it and builds it again when a source changes.
///
/// # Errors
/// The port is taken, a tool can't be installed, or the page can't be built.
pub fn serve(project: &Project, port: u16) -> Outcome {
    // Asked first: a build of minutes must not end in "address in use".
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        format!("127.0.0.1:{port} can't be used ({error}). Stop what serves there, or take another: serve --port N")
    })?;
    tools::ensure(project)?;
    npm::ensure(project)?;
    println!("Building the page. It will be served at http://127.0.0.1:{port}/ until Ctrl+C …");
    let port = port.to_string();
    process::become_program(project.command("trunk").args([
        "serve",
        "--release",
        "--address",
        "127.0.0.1",
        "--port",
        &port,
    ]))
}

/// A port's number from the command line.
///
/// # Errors
/// It is no number from 1 to 65535.
pub fn parse_port(word: &str) -> Result<u16, String> {
    match word.parse() {
        Ok(port) if port > 0 => Ok(port),
        _ => Err(format!("{word} is no port: give a number from 1 to 65535")),
    }
}
