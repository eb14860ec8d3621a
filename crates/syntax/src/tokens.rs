//! CPython 3.11's tokenizer.
//!
//! The parser has a lexer of its own; this one exists because the *words and places* of CPython's
//! errors come from its tokenizer, and because the guards must look at a program before any
//! recursive parser does. It follows the behaviour of CPython 3.11's `Parser/tokenizer.c`: an
//! f-string is one string token, comments and blank lines are no tokens.

mod chars;
mod indent;
mod number;
mod operator;
mod string;

use crate::mistake::Mistake;
use crate::source::Source;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// An identifier or keyword.
    Name,
    /// A number.
    Number,
    /// A string or bytes literal or f-string with its prefix and quotes.
    String,
    /// An operator, a bracket, a delimiter, or a character that is nothing in Python.
    Op,
    /// The end of a logical line.
    Newline,
    /// A deeper indentation; it stretches over the whitespace.
    Indent,
    /// A shallower indentation; empty.
    Dedent,
    /// The end of the file; empty.
    End,
}

/// A token: its kind and the byte offsets of its stretch of source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// What it is.
    pub(crate) kind: TokenKind,
    /// Byte offset of its first character.
    pub(crate) start: usize,
    /// Byte offset behind its last character.
    pub(crate) end: usize,
}

/// An open bracket: the character and its byte offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bracket {
    /// `(`, `[` or `{`.
    pub(crate) open: char,
    /// Its byte offset.
    pub(crate) at: usize,
}

/// A program's tokens, up to its end or to the first that can't be.
pub(crate) struct Tokens {
    /// The tokens in order; the last is [`TokenKind::End`] unless the tokenizer stopped.
    pub(crate) list: Vec<Token>,
    /// What stopped the tokenizer, and how CPython ranks it.
    pub(crate) stop: Option<Stop>,
    /// The brackets that are open at the end, outermost first.
    pub(crate) open: Vec<Bracket>,
}

impl Tokens {
    /// The length of the text that these tokens cover, in bytes: all of it, unless the tokenizer
    /// stopped. Nobody has looked for deep nesting behind it.
    pub(crate) fn guarded(&self, source: &Source) -> usize {
        match self.stop {
            Some(_) => self.list.last().map_or(0, |last| last.end),
            None => source.text().len(),
        }
    }
}

/// Why a tokenizer stopped.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Stop {
    /// CPython reports this before any mistake of grammar, wherever that one stands.
    Always(Mistake),
    /// CPython reports this only when the parser gets so far.
    WhenReached(Mistake),
}

/// What a step of the tokenizer gives: nothing, or why it stops.
type Step = Result<(), Stop>;

/// Splits a program into tokens.
pub(crate) fn tokenize(source: &Source) -> Tokens {
    let mut tokenizer = Tokenizer::new(source);
    let stop = tokenizer.run().err();
    Tokens { list: tokenizer.list, stop, open: tokenizer.brackets }
}

struct Tokenizer<'a> {
    source: &'a Source,
    text: &'a str,
    at: usize,
    list: Vec<Token>,
    brackets: Vec<Bracket>,
    indents: indent::Indents,
}

impl<'a> Tokenizer<'a> {
    fn new(source: &'a Source) -> Self {
        let text = source.text();
        Tokenizer { source, text, at: 0, list: Vec::new(), brackets: Vec::new(), indents: indent::Indents::default() }
    }

    /// The character at the cursor; none at the end of the file.
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    /// The character at a distance of `ahead` bytes from the cursor, if it is ASCII.
    fn byte(&self, ahead: usize) -> u8 {
        self.text.as_bytes().get(self.at + ahead).copied().unwrap_or(0)
    }

    fn push(&mut self, kind: TokenKind, start: usize) {
        self.list.push(Token { kind, start, end: self.at });
    }

    /// Whether the last token ended a logical line, or there is none yet.
    fn at_line_start(&self) -> bool {
        let last = self.list.last().map(|token| token.kind);
        matches!(last, None | Some(TokenKind::Newline | TokenKind::Indent | TokenKind::Dedent))
    }

    fn run(&mut self) -> Step {
        if let Some(at) = self.text.find('\0') {
            let mistake = Mistake::at(self.source, "source code cannot contain null bytes", at);
            return Err(Stop::Always(mistake));
        }
        self.indentation()?;
        while self.at < self.text.len() {
            self.token()?;
        }
        self.finish();
        Ok(())
    }

    /// CPython reads a newline at the end of the file even where none is.
    fn finish(&mut self) {
        if !self.brackets.is_empty() {
            return;
        }
        if !self.at_line_start() {
            self.push(TokenKind::Newline, self.at);
        }
        for _ in 0..self.indents.close() {
            self.push(TokenKind::Dedent, self.at);
        }
        self.push(TokenKind::End, self.at);
    }

    /// Reads what stands at the cursor.
    fn token(&mut self) -> Step {
        let start = self.at;
        let Some(c) = self.peek() else { return Ok(()) };
        match c {
            ' ' | '\t' | '\x0c' => self.at += 1,
            '#' => self.at += self.text[start..].find('\n').unwrap_or(self.text.len() - start),
            '\n' => return self.newline(),
            '\\' => return self.continuation(),
            '0'..='9' => return self.number(),
            '.' if self.byte(1).is_ascii_digit() => return self.number(),
            '"' | '\'' => return self.string(start),
            '_' | 'a'..='z' | 'A'..='Z' | '\u{80}'.. => return self.name(),
            _ => return self.operator(),
        }
        Ok(())
    }

    fn newline(&mut self) -> Step {
        let start = self.at;
        self.at += 1;
        if !self.brackets.is_empty() {
            return Ok(());
        }
        if !self.at_line_start() {
            self.push(TokenKind::Newline, start);
        }
        self.indentation()
    }

    /// A backslash joins its line to the next.
    fn continuation(&mut self) -> Step {
        let rest = &self.text[self.at + 1..];
        match rest.chars().next() {
            Some('\n') if rest.len() > 1 => {
                self.at += 2;
                Ok(())
            }
            Some('\n') | None => Err(match self.brackets.last() {
                Some(bracket) => Stop::WhenReached(Mistake::unclosed(*bracket)),
                None => self.bad_continuation("unexpected EOF while parsing"),
            }),
            Some(_) => Err(self.bad_continuation("unexpected character after line continuation character")),
        }
    }

    /// CPython points behind the backslash, unless there is nothing before it.
    fn bad_continuation(&self, message: &str) -> Stop {
        let mistake = Mistake::between(message, self.at + 1, self.at + 1);
        Stop::WhenReached(if self.list.is_empty() { mistake.without_caret() } else { mistake })
    }

    /// An identifier, a keyword, or the prefix of a string.
    fn name(&mut self) -> Step {
        let start = self.at;
        let rest = &self.text[start..];
        let len = rest.find(|c: char| c.is_ascii() && c != '_' && !c.is_ascii_alphanumeric());
        let word = &rest[..len.unwrap_or(rest.len())];
        self.at += word.len();
        if string::is_prefix(word) && matches!(self.byte(0), b'"' | b'\'') {
            return self.string(start);
        }
        if let Some((at, message)) = chars::invalid_in_name(word) {
            return Err(Stop::Always(Mistake::at(self.source, message, start + at)));
        }
        self.push(TokenKind::Name, start);
        Ok(())
    }
}
