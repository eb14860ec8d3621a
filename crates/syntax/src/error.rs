//! What is wrong with a program, in CPython's words.

use crate::range::{char_column, Range};
use crate::source::Source;

/// Which error it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// CPython raises SyntaxError.
    Syntax,
    /// CPython raises IndentationError.
    Indentation,
    /// CPython raises TabError.
    Tab,
    /// CPython runs this, and we don't: a refusal that names the feature.
    Unsupported {
        /// The feature's name, such as `\N{...} in a string`.
        feature: &'static str,
    },
}

/// The first thing that is wrong with a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// Which error it is.
    pub kind: ErrorKind,
    /// CPython's words, or for a refusal what to do instead.
    pub message: String,
    /// CPython's `lineno`, from 1.
    pub line: u32,
    /// CPython's `offset`: column of the first marked character, from 1; 0 marks none. In characters,
    /// or in UTF-8 bytes where CPython counts these.
    pub column: u32,
    /// CPython's `end_lineno`.
    pub end_line: u32,
    /// CPython's `end_offset`: column behind the last marked character, counted as `column` is.
    pub end_column: u32,
    /// CPython's `text`: the line, with its newline if it has one.
    pub text: String,
}

/// How CPython counts an error's columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Columns {
    /// In characters: its tokenizer looks at the text.
    Tokenizer,
    /// In UTF-8 bytes, unless the file names its encoding: its parser forgets to convert.
    Parser,
    /// In UTF-8 bytes: its compiler keeps nothing else.
    Compiler,
    /// Not at all: the error is of a line, and shows no caret.
    None,
}

impl Columns {
    /// CPython's `offset` of a byte column.
    fn offset(self, source: &Source, line: u32, byte_column: u32) -> u32 {
        match self {
            Columns::None => 0,
            Columns::Compiler => byte_column + 1,
            Columns::Parser if !source.names_encoding() => byte_column + 1,
            Columns::Parser | Columns::Tokenizer => char_column(source.line(line), byte_column) + 1,
        }
    }
}

impl SyntaxError {
    /// The error for a stretch of source in byte offsets.
    pub(crate) fn new(
        kind: ErrorKind,
        message: String,
        source: &Source,
        stretch: std::ops::Range<usize>,
        columns: Columns,
    ) -> Self {
        let (line, start) = source.place(stretch.start);
        let (end_line, end) = source.place(stretch.end);
        let mut text = source.line(line).to_owned();
        if source.text().len() > source.line_start(line) + text.len() {
            text.push('\n');
        }
        let column = columns.offset(source, line, start);
        let end_column = columns.offset(source, end_line, end);
        SyntaxError { kind, message, line, column, end_line, end_column, text }
    }

    /// A mistake that only a later layer can see, such as `return` outside of a function, at a node's
    /// range. `source` is what was given to [`crate::parse`].
    #[must_use]
    pub fn in_range(source: &str, range: Range, message: impl Into<String>) -> Self {
        SyntaxError::of_kind(ErrorKind::Syntax, source, range, message.into())
    }

    /// A refusal of something that a later layer does not have, at a node's range. `feature` names
    /// it, `message` says what to do instead.
    #[must_use]
    pub fn unsupported(source: &str, range: Range, feature: &'static str, message: impl Into<String>) -> Self {
        SyntaxError::of_kind(ErrorKind::Unsupported { feature }, source, range, message.into())
    }

    fn of_kind(kind: ErrorKind, source: &str, range: Range, message: String) -> Self {
        let source = Source::new(source);
        let start = source.line_start(range.start_line) + range.start_col as usize;
        let end = source.line_start(range.end_line) + range.end_col as usize;
        SyntaxError::new(kind, message, &source, start..end, Columns::Compiler)
    }

    /// The name of CPython's exception; a refusal has none of CPython's and is called by ours.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        match self.kind {
            ErrorKind::Syntax => "SyntaxError",
            ErrorKind::Indentation => "IndentationError",
            ErrorKind::Tab => "TabError",
            ErrorKind::Unsupported { .. } => "Unsupported",
        }
    }

    /// The error as CPython prints it for a program that it can't compile: place, line, carets and
    /// message, each line with its newline. Source of the rule: `print_error_text` of CPython's
    /// `Python/pythonrun.c`.
    #[must_use]
    pub fn render(&self, filename: &str) -> String {
        let place = format!("  File \"{filename}\", line {}\n", self.line);
        let line = self.text.trim_end_matches('\n');
        let shown = line.trim_start_matches([' ', '\t', '\x0c']);
        let mut out = format!("{place}    {shown}\n");
        if let Some(blanks) = self.blanks(line, shown) {
            let marks = "^".repeat(self.marks());
            out.push_str(&format!("    {}{marks}\n", " ".repeat(blanks)));
        }
        out.push_str(&format!("{}: {}\n", self.type_name(), self.message));
        out
    }

    /// How many blanks stand before the carets; none when they would stand before the line.
    fn blanks(&self, line: &str, shown: &str) -> Option<usize> {
        let cut = line.len() - shown.len();
        let blanks = (self.column as usize).checked_sub(1 + cut)?;
        Some(blanks.min(shown.len()))
    }

    /// How many carets: to the end of the line when the stretch goes on behind it, at least one.
    fn marks(&self) -> usize {
        let end = match self.end_line > self.line {
            true => self.text.chars().count() as u32,
            false => self.end_column,
        };
        end.saturating_sub(self.column).max(1) as usize
    }
}

impl std::fmt::Display for SyntaxError {
    /// CPython's `str()` of the exception when the file is not known: message and line.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} (line {})", self.message, self.line)
    }
}

impl std::error::Error for SyntaxError {}
