//! Why a program was not compiled.

use crate::place;
use bytecode::Range;
use syntax::{ErrorKind, SyntaxError};

/// Why a program was not compiled.
#[derive(Clone, Debug, PartialEq)]
pub enum CompileError {
    /// CPython doesn't compile it either: its SyntaxError.
    Syntax(SyntaxError),
    /// CPython compiles it and we don't.
    Refused(Refusal),
}

/// A feature of Python that is not supported.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The feature's name.
    pub feature: &'static str,
    /// Where it is used.
    pub range: Range,
    /// What it is and the nearest supported way.
    pub message: String,
}

impl std::fmt::Display for CompileError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            CompileError::Syntax(error) => error.fmt(f),
            CompileError::Refused(refusal) => write!(f, "{} (line {})", refusal.message, refusal.range.line),
        }
    }
}

impl std::error::Error for CompileError {}

/// What every step of the compiler gives. The error is boxed to keep the frames of the recursive steps small.
pub(crate) type Res<T = ()> = Result<T, Box<CompileError>>;

/// The text of a program, for the lines that errors show.
#[derive(Debug)]
pub(crate) struct SourceLines<'a> {
    lines: Vec<&'a str>,
}

impl<'a> SourceLines<'a> {
    /// The lines of `source`, with their ends.
    pub(crate) fn new(source: &'a str) -> Self {
        SourceLines { lines: source.split_inclusive('\n').collect() }
    }

    /// A SyntaxError for a stretch of source. As in CPython's compiler, the columns of these
    /// errors count UTF-8 bytes (the parser's count characters).
    pub(crate) fn error(&self, range: syntax::Range, message: impl Into<String>) -> Box<CompileError> {
        Box::new(CompileError::Syntax(SyntaxError {
            kind: ErrorKind::Syntax,
            message: message.into(),
            line: range.start_line,
            column: range.start_col + 1,
            end_line: range.end_line,
            end_column: range.end_col + 1,
            text: self.line(range.start_line),
        }))
    }

    /// The text of a stretch on one line; empty if it is none.
    pub(crate) fn segment(&self, range: bytecode::Range) -> &'a str {
        let line = (range.line as usize).checked_sub(1).and_then(|index| self.lines.get(index)).copied();
        let line = line.filter(|_| range.line == range.end_line).unwrap_or_default().trim_end_matches(['\r', '\n']);
        let end = (range.end_col as usize).min(line.len());
        line.get((range.col as usize).min(end)..end).unwrap_or_default()
    }

    fn line(&self, line: u32) -> String {
        let text = (line as usize).checked_sub(1).and_then(|index| self.lines.get(index)).copied().unwrap_or_default();
        text.replace('\r', "")
    }
}

/// A refusal of `feature` at `range`.
pub(crate) fn refusal(feature: &'static str, range: syntax::Range, message: impl Into<String>) -> Refusal {
    Refusal { feature, range: place(range), message: message.into() }
}
