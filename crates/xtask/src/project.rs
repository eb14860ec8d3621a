//! Where things stand in the project, and how its tools are found.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

/// The checkout, and the PATH under which all commands run.
pub struct Project {
    /// The folder that holds the workspace's Cargo.toml.
    pub root: PathBuf,
}

impl Project {
    /// The project this program was built from.
    pub fn find() -> Project {
        // Cargo sets the variable for `cargo run`; a binary called by hand falls back to where it was built.
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let mut root = PathBuf::from(manifest);
        root.pop();
        root.pop();
        Project { root }
    }

    /// Where tools are installed that PATH doesn't have; ignored by git.
    pub fn tools(&self) -> PathBuf {
        self.root.join(".tools")
    }

    /// The folder of the page's crate and of all JavaScript tooling.
    pub fn web(&self) -> PathBuf {
        self.root.join("web")
    }

    /// The built page.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The project's own tools first, then npm's, then the user's.
    pub fn path(&self) -> OsString {
        let own = [self.tools().join("bin"), self.web().join("node_modules").join(".bin")];
        let users = std::env::var_os("PATH").unwrap_or_default();
        let all = own.into_iter().chain(std::env::split_paths(&users));
        std::env::join_paths(all).unwrap_or(users)
    }

    /// The first program of that name under `path`.
    pub fn which(&self, program: &str) -> Option<PathBuf> {
        let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd", ".bat"] } else { &[""] };
        std::env::split_paths(&self.path())
            .flat_map(|folder| endings.iter().map(move |ending| folder.join(format!("{program}{ending}"))))
            .find(|candidate| candidate.is_file())
    }

    /// A command of that name, run from the project's root under `path`.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.which(program).unwrap_or_else(|| program.into()));
        command.current_dir(&self.root).env("PATH", self.path());
        command
    }
}
