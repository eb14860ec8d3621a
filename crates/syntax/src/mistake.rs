//! A mistake while it is being looked for: CPython's words and a stretch of the text.

use crate::error::{Columns, ErrorKind, SyntaxError};
use crate::source::Source;
use crate::tokens::Bracket;

/// A mistake and its stretch of source, in byte offsets.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mistake {
    kind: ErrorKind,
    message: String,
    start: usize,
    end: usize,
    columns: Columns,
    /// The finished error of a text within the program, such as an f-string's expression.
    finished: Option<Box<SyntaxError>>,
}

impl Mistake {
    fn new(kind: ErrorKind, message: String, start: usize, end: usize) -> Self {
        Mistake { kind, message, start, end, columns: Columns::Parser, finished: None }
    }

    /// A SyntaxError of the tokenizer, which points at the one character at `at`.
    pub(crate) fn at(source: &Source, message: impl Into<String>, at: usize) -> Self {
        let len = source.text()[at..].chars().next().map_or(0, char::len_utf8);
        Mistake { columns: Columns::Tokenizer, ..Mistake::between(message, at, at + len) }
    }

    /// A SyntaxError that marks a stretch.
    pub(crate) fn between(message: impl Into<String>, start: usize, end: usize) -> Self {
        Mistake::new(ErrorKind::Syntax, message.into(), start, end)
    }

    /// An IndentationError that marks a stretch.
    pub(crate) fn indentation(message: impl Into<String>, start: usize, end: usize) -> Self {
        Mistake::new(ErrorKind::Indentation, message.into(), start, end)
    }

    /// Its words.
    pub(crate) fn message(&self) -> &str {
        &self.message
    }

    /// The same in other words.
    pub(crate) fn saying(self, message: &str) -> Self {
        Mistake { message: message.into(), ..self }
    }

    /// Something that Python has and we don't.
    pub(crate) fn unsupported(feature: &'static str, message: impl Into<String>, start: usize, end: usize) -> Self {
        Mistake::new(ErrorKind::Unsupported { feature }, message.into(), start, end)
    }

    /// More open blocks than CPython takes, at the line of `at`.
    pub(crate) fn too_many_indents(source: &Source, at: usize) -> Self {
        let start = source.line_start(source.place(at).0);
        Mistake::indentation("too many levels of indentation", start, start)
    }

    /// Tabs and spaces mixed at the line of `at`.
    pub(crate) fn tabs(source: &Source, at: usize) -> Self {
        let start = source.line_start(source.place(at).0);
        let message = "inconsistent use of tabs and spaces in indentation".into();
        Mistake::new(ErrorKind::Tab, message, start, start)
    }

    /// A shallower line that fits no open block, at the line of `at`: CPython points behind it.
    pub(crate) fn unindent(source: &Source, at: usize) -> Self {
        let (line, _) = source.place(at);
        let end = source.line_start(line) + source.line(line).len();
        Mistake::indentation("unindent does not match any outer indentation level", end, end)
    }

    /// A bracket that is never closed.
    pub(crate) fn unclosed(bracket: Bracket) -> Self {
        Mistake::between(format!("'{}' was never closed", bracket.open), bracket.at, bracket.at + 1)
    }

    /// An error that was found in a text of its own.
    pub(crate) fn finished(error: SyntaxError, at: usize) -> Self {
        Mistake { finished: Some(Box::new(error)), ..Mistake::between("", at, at) }
    }

    /// Whether it was found in a text of its own.
    pub(crate) fn is_finished(&self) -> bool {
        self.finished.is_some()
    }

    /// The same mistake, shown without carets.
    pub(crate) fn without_caret(self) -> Self {
        Mistake { columns: Columns::None, ..self }
    }

    /// The error for the user.
    pub(crate) fn into_error(self, source: &Source) -> SyntaxError {
        match self.finished {
            Some(error) => *error,
            None => SyntaxError::new(self.kind, self.message, source, self.start..self.end, self.columns),
        }
    }

    /// Whether it says no more than that something is wrong.
    pub(crate) fn is_generic(&self) -> bool {
        self.message == "invalid syntax"
    }

    /// Whether it is an IndentationError.
    pub(crate) fn is_indentation(&self) -> bool {
        self.kind == ErrorKind::Indentation
    }

    /// Where it ends, as a byte offset.
    pub(crate) fn end(&self) -> usize {
        self.end
    }

    /// Where it begins, as a byte offset.
    pub(crate) fn start(&self) -> usize {
        self.start
    }
}
