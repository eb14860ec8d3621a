//! A scenario: programs, settings and words. The gallery's are part of the build; what a link
//! carries is a [`Scenario`] too.

mod gallery;
pub mod link;

pub use gallery::{compiled, earlier, gallery, opening};

use serde::{Deserialize, Serialize};

/// Which Python a program is written for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Python {
    /// 3.10
    #[serde(rename = "3.10")]
    V310,
    /// 3.11
    #[default]
    #[serde(rename = "3.11")]
    V311,
}

impl From<Python> for bytecode::PythonVersion {
    fn from(python: Python) -> Self {
        match python {
            Python::V310 => bytecode::PythonVersion::V310,
            Python::V311 => bytecode::PythonVersion::V311,
        }
    }
}

/// A program in its lane.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Program {
    /// The lane's name.
    pub name: String,
    /// A few words beside it: what is different here.
    pub note: String,
    /// The file's name, as tracebacks show it.
    pub file: String,
    /// The Python source.
    pub source: String,
    /// The Python that runs it.
    #[serde(default)]
    pub python: Python,
}

/// Which costs computing has on the virtual clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Profile {
    /// None.
    Free,
    /// A table of costs a class of instruction.
    #[default]
    Python,
}

/// How a scenario's programs are run.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Settings {
    /// What computing costs.
    pub profile: Profile,
    /// How many times slower than the profile says the machine computes, so that computing can be seen beside waiting.
    pub slow_down: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { profile: Profile::default(), slow_down: 1 }
    }
}

/// Programs that are shown side by side, and what they teach.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Scenario {
    /// Its name in addresses and in storage: the gallery's folder.
    pub id: String,
    /// Its name for people.
    pub title: String,
    /// The lesson in one sentence.
    pub lesson: String,
    /// The lanes from left to right.
    pub programs: Vec<Program>,
    /// How they are run.
    pub settings: Settings,
}
