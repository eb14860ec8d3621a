//! The Python that a program is written for.

use ruff_python_ast::Mod;
use ruff_python_parser::{parse_unchecked, Mode, ParseOptions, Parsed};

/// A version of Python whose grammar we know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PythonVersion {
    /// Python 3.10: without `except*` and without stars in subscripts.
    V310,
    /// Python 3.11.
    #[default]
    V311,
}

impl PythonVersion {
    /// Asks the parser, which goes on behind mistakes and collects them.
    pub(crate) fn parse(self, text: &str) -> Parsed<Mod> {
        let target = match self {
            PythonVersion::V310 => ruff_python_ast::PythonVersion::PY310,
            PythonVersion::V311 => ruff_python_ast::PythonVersion::PY311,
        };
        parse_unchecked(text, ParseOptions::from(Mode::Module).with_target_version(target))
    }
}
