//! F-strings by CPython 3.11's rules, which are stricter than the parser's (PEP 701 came later).
//!
//! CPython 3.11 cuts an f-string apart character by character (`Parser/string_parser.c`) and parses
//! each expression as a text of its own, in parentheses.

use super::escape;
use super::strings::Literal;
use crate::error::SyntaxError;
use crate::guard::MAX_BRACKETS;
use crate::source::Source;

/// What is wrong with an f-string.
pub(super) enum Problem {
    /// Its own text.
    Text(escape::Problem),
    /// An expression in it; the error is finished.
    Expression(Box<SyntaxError>),
}

/// What the check of an expression needs to know.
#[derive(Clone, Copy)]
pub(super) struct Inner<'a> {
    /// The program.
    pub(super) source: &'a Source,
    /// Whether the parser found a mistake in this string, so that its expressions must be read.
    pub(super) failed: bool,
}

/// Looks at an f-string's content.
pub(super) fn check(literal: Literal, inner: Inner) -> Result<(), Problem> {
    Scanner { text: literal.content, at: 0, literal, inner }.parts(0)
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    literal: Literal<'a>,
    inner: Inner<'a>,
}

fn words<T>(words: impl Into<String>) -> Result<T, Problem> {
    Err(Problem::Text(escape::Problem::Words(words.into())))
}

impl Scanner<'_> {
    fn byte(&self, ahead: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + ahead).copied()
    }

    /// Text and fields, to the end of the string or, within a format, to its closing brace.
    fn parts(&mut self, level: usize) -> Result<(), Problem> {
        loop {
            self.plain(level)?;
            match self.byte(0) {
                Some(b'{') => self.field(level)?,
                _ => return Ok(()),
            }
        }
    }

    /// Text up to a brace; within a format, doubled braces are not special.
    fn plain(&mut self, level: usize) -> Result<(), Problem> {
        let start = self.at;
        while let Some(byte) = self.byte(0) {
            match byte {
                b'\\' if !self.literal.raw && self.byte(1) == Some(b'N') && self.byte(2) == Some(b'{') => {
                    self.at += self.text[self.at..].find('}').unwrap_or(2) + 1;
                }
                b'\\' if !self.literal.raw && !matches!(self.byte(1), Some(b'{' | b'}')) => {
                    self.at = (self.at + 2).min(self.text.len());
                }
                b'{' | b'}' if level == 0 && self.byte(1) == Some(byte) => self.at += 2,
                b'}' if level == 0 => return words("f-string: single '}' is not allowed"),
                b'{' | b'}' => break,
                _ => self.at += 1,
            }
        }
        let end = (self.at..=self.text.len()).find(|at| self.text.is_char_boundary(*at)).unwrap_or(self.at);
        self.at = end;
        escape::check(&self.text[start..end], self.literal).map_err(Problem::Text)
    }

    /// A field from its opening to its closing brace.
    fn field(&mut self, level: usize) -> Result<(), Problem> {
        if level >= 2 {
            return words("f-string: expressions nested too deeply");
        }
        let brace = self.at;
        self.at += 1;
        self.skip_expression()?;
        let Some(end) = self.byte(0) else { return words("f-string: expecting '}'") };
        self.expression(brace, end)?;
        if end == b'=' {
            self.at += 1;
            while self.byte(0).is_some_and(|byte| byte.is_ascii_whitespace()) {
                self.at += 1;
            }
        }
        if self.byte(0) == Some(b'!') {
            self.conversion()?;
        }
        if self.byte(0) == Some(b':') {
            self.at += 1;
            self.parts(level + 1)?;
        }
        if self.byte(0) != Some(b'}') {
            return words("f-string: expecting '}'");
        }
        self.at += 1;
        Ok(())
    }

    fn conversion(&mut self) -> Result<(), Problem> {
        let letter = self.byte(1);
        self.at = (self.at + 2).min(self.text.len());
        match letter {
            None => words("f-string: expecting '}'"),
            Some(b's' | b'r' | b'a') => Ok(()),
            Some(_) => words("f-string: invalid conversion character: expected 's', 'r', or 'a'"),
        }
    }

    /// Goes to what ends the expression: a colon, an exclamation mark, an equals sign or a brace.
    fn skip_expression(&mut self) -> Result<(), Problem> {
        let mut open: Vec<u8> = Vec::new();
        let mut quote: Option<(u8, usize)> = None;
        while let Some(byte) = self.byte(0) {
            match (byte, quote) {
                (b'\\', _) => return words("f-string expression part cannot include a backslash"),
                (b'\'' | b'"', None) => quote = Some((byte, self.quotes(byte))),
                (_, Some((sign, size))) if byte == sign && self.quotes(sign) >= size => {
                    self.at += size - 1;
                    quote = None;
                }
                (_, Some(_)) => {}
                (b'#', None) => return words("f-string expression part cannot include '#'"),
                (b'(' | b'[' | b'{', None) if open.len() >= MAX_BRACKETS => {
                    return words("f-string: too many nested parenthesis");
                }
                (b'(' | b'[' | b'{', None) => open.push(byte),
                (b')' | b']' | b'}', None) if !open.is_empty() => closed(open.pop(), byte)?,
                (b')' | b']', None) => return words(format!("f-string: unmatched '{}'", char::from(byte))),
                (b'!' | b'=' | b'<' | b'>', None) if open.is_empty() && self.byte(1) == Some(b'=') => self.at += 1,
                (b'!' | b'=' | b':' | b'}', None) if open.is_empty() => return Ok(()),
                (_, None) => {}
            }
            self.at += if quote.is_some_and(|(sign, _)| sign == byte) { self.quotes(byte) } else { 1 };
        }
        match (quote, open.last()) {
            (Some(_), _) => words("f-string: unterminated string"),
            (None, Some(bracket)) => words(format!("f-string: unmatched '{}'", char::from(*bracket))),
            (None, None) => Ok(()),
        }
    }

    /// Three when three of these quotes stand at the cursor, else one.
    fn quotes(&self, quote: u8) -> usize {
        if self.byte(1) == Some(quote) && self.byte(2) == Some(quote) {
            3
        } else {
            1
        }
    }

    /// Looks at the expression between the brace and the cursor.
    fn expression(&self, brace: usize, end: u8) -> Result<(), Problem> {
        let text = &self.text[brace + 1..self.at];
        if text.trim_matches([' ', '\t', '\n', '\x0c', '\r']).is_empty() {
            return match end {
                b'}' => words("f-string: empty expression not allowed"),
                sign => words(format!("f-string: expression required before '{}'", char::from(sign))),
            };
        }
        if !self.inner.failed && !text.contains(['"', '\'']) && !text.trim_start().starts_with('*') {
            return Ok(());
        }
        let Err(mut error) = crate::check_expression(&format!("({text})")) else { return Ok(()) };
        error.line += self.inner.source.place(self.literal.at + brace).0 - 1;
        Err(Problem::Expression(Box::new(error)))
    }
}

fn closed(open: Option<u8>, close: u8) -> Result<(), Problem> {
    match (open, close) {
        (Some(b'('), b')') | (Some(b'['), b']') | (Some(b'{'), b'}') => Ok(()),
        (open, _) => {
            let (close, open) = (char::from(close), char::from(open.unwrap_or_default()));
            words(format!("f-string: closing parenthesis '{close}' does not match opening parenthesis '{open}'"))
        }
    }
}
