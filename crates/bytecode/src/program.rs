//! A program as a machine takes it: compiled, or found not to be one.

use crate::Code;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// Which Python a program is written for, and runs on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
pub enum PythonVersion {
    /// 3.10
    V310,
    /// 3.11
    #[default]
    V311,
}

impl PythonVersion {
    /// The second number of `sys.version_info`.
    pub fn minor(self) -> i64 {
        match self {
            PythonVersion::V310 => 10,
            PythonVersion::V311 => 11,
        }
    }
}

/// A program: its name as tracebacks show it, and its text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Program {
    /// The file's name.
    pub name: String,
    /// The source.
    pub source: String,
}

/// A program that compiles.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Compiled {
    /// The Python it was compiled for.
    pub version: PythonVersion,
    /// The module's code.
    pub code: Rc<Code>,
    /// What CPython prints on standard error for the warnings of its compiler, before the program begins.
    pub warnings: String,
}

/// Why a program does not run at all.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Mistake {
    /// CPython refuses it too.
    Syntax {
        /// `SyntaxError`, `IndentationError`, `TabError`
        kind: String,
        /// The exception's text, as `str` gives it.
        message: String,
        /// All that CPython prints.
        shown: String,
        /// The line.
        line: u32,
    },
    /// We do.
    Refused {
        /// What it uses.
        feature: String,
        /// What it is, and the nearest supported way.
        message: String,
        /// The line.
        line: u32,
        /// The column, from 1.
        column: u32,
    },
}

/// What came of compiling a program.
pub type Outcome = Result<Compiled, Mistake>;

/// Names the build whose compiler and reader of code belong together. Compiled programs carry it.
pub const STAMP: &str = env!("SIMUL_STAMP");

/// The bytes are not an [`Outcome`] that this build's compiler has written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotOfThisBuild;

/// An outcome, serialized: the stamp, then postcard.
///
/// # Panics
/// Never for what the compiler made.
pub fn outcome_to_bytes(outcome: &Outcome) -> Vec<u8> {
    let mut bytes = STAMP.as_bytes().to_vec();
    bytes.extend(postcard::to_allocvec(outcome).expect("plain data is serializable"));
    bytes
}

/// The opposite of [`outcome_to_bytes`].
///
/// # Errors
/// The bytes are of another build.
pub fn outcome_from_bytes(bytes: &[u8]) -> Result<Outcome, NotOfThisBuild> {
    let rest = bytes.strip_prefix(STAMP.as_bytes()).ok_or(NotOfThisBuild)?;
    postcard::from_bytes(rest).map_err(|_| NotOfThisBuild)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused() -> Outcome {
        Err(Mistake::Refused { feature: "match".into(), message: "no".into(), line: 3, column: 1 })
    }

    #[test]
    fn an_outcome_survives() {
        assert_eq!(outcome_from_bytes(&outcome_to_bytes(&refused())), Ok(refused()));
    }

    #[test]
    fn another_builds_bytes_are_told_apart() {
        let mut bytes = outcome_to_bytes(&refused());
        bytes[0] ^= 1;
        assert_eq!(outcome_from_bytes(&bytes), Err(NotOfThisBuild));
        assert_eq!(outcome_from_bytes(&outcome_to_bytes(&refused())[..20]), Err(NotOfThisBuild));
    }
}
