//! A program's tokens with their texts, and ways to go about in them.

use ruff_text_size::TextSize;

use crate::mistake::Mistake;
use crate::source::Source;
use crate::tokens::{Token, TokenKind};

/// The words that can't be names.
const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// A program's text and tokens. An index behind the last token means the end of the file.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) source: &'a Source,
    pub(super) tokens: &'a [Token],
}

impl<'a> View<'a> {
    /// The kind of a token.
    pub(super) fn kind(self, index: usize) -> TokenKind {
        self.tokens.get(index).map_or(TokenKind::End, |token| token.kind)
    }

    /// The text of a token; empty at the end of the file.
    pub(super) fn text(self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |token| &self.source.text()[token.start..token.end])
    }

    /// Whether a token is this operator or keyword.
    pub(super) fn is(self, index: usize, text: &str) -> bool {
        let kind = self.kind(index);
        matches!(kind, TokenKind::Name | TokenKind::Op) && self.text(index) == text
    }

    /// Whether a token is one of these operators or keywords.
    pub(super) fn is_any(self, index: usize, texts: &[&str]) -> bool {
        texts.iter().any(|text| self.is(index, text))
    }

    /// Whether a token can be a name.
    pub(super) fn is_name(self, index: usize) -> bool {
        self.kind(index) == TokenKind::Name && !KEYWORDS.contains(&self.text(index))
    }

    /// Whether a token ends a logical line or opens or closes a block.
    pub(super) fn is_layout(self, index: usize) -> bool {
        use TokenKind::{Dedent, End, Indent, Newline};
        matches!(self.kind(index), Newline | Indent | Dedent | End)
    }

    /// Byte offset of a token's first character.
    pub(super) fn start(self, index: usize) -> usize {
        self.tokens.get(index).map_or(self.source.text().len(), |token| token.start)
    }

    /// Byte offset behind a token's last character.
    pub(super) fn end(self, index: usize) -> usize {
        self.tokens.get(index).map_or(self.source.text().len(), |token| token.end)
    }

    /// The token behind what a mistake marks; of one that marks a token as such, that token.
    pub(super) fn behind(self, mistake: &Mistake) -> usize {
        let offset = if mistake.is_generic() { mistake.start() } else { mistake.end() };
        let behind = self.tokens.iter().position(|token| token.start >= offset).unwrap_or(self.tokens.len());
        if self.is(behind, "=") {
            self.bitwise_or(behind + 1).unwrap_or(behind)
        } else {
            behind
        }
    }

    /// The line of a token, from 1.
    pub(super) fn line(self, index: usize) -> u32 {
        self.source.place(self.start(index)).0
    }

    /// The first token that ends behind an offset, or the end of the file.
    pub(super) fn at(self, offset: TextSize) -> usize {
        let offset = offset.to_usize();
        let behind = |token: &Token| token.end > offset || token.kind == TokenKind::End;
        self.tokens.iter().position(behind).unwrap_or(self.tokens.len())
    }

    /// The index of the bracket that closes the one at `open`, if there is one and it is closed.
    pub(super) fn closing(self, open: usize) -> Option<usize> {
        let mut depth = 0usize;
        if !self.is_any(open, &["(", "[", "{"]) {
            return None;
        }
        for index in open..self.tokens.len() {
            if self.is_any(index, &["(", "[", "{"]) {
                depth += 1;
            } else if self.is_any(index, &[")", "]", "}"]) {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(index);
                }
            }
        }
        None
    }

    /// The index of the innermost bracket that is open in front of a token.
    pub(super) fn bracket(self, index: usize) -> Option<usize> {
        let mut closed = 0usize;
        for before in (0..index).rev() {
            if self.is_any(before, &[")", "]", "}"]) {
                closed += 1;
            } else if self.is_any(before, &["(", "[", "{"]) {
                match closed.checked_sub(1) {
                    Some(rest) => closed = rest,
                    None => return Some(before),
                }
            }
        }
        None
    }

    /// The first token of the simple statement, or of the compound statement's header, that a
    /// token outside of brackets belongs to.
    pub(super) fn statement(self, index: usize) -> usize {
        let begins = |at: &usize| *at == 0 || self.is_layout(at - 1) || self.is(at - 1, ";");
        (0..=index.min(self.tokens.len())).rev().find(begins).unwrap_or(0)
    }

    /// CPython's "invalid syntax" at a token, or its words for an indentation there.
    pub(super) fn generic(self, index: usize) -> Mistake {
        match self.kind(index) {
            TokenKind::Indent => self.here_as(index, Mistake::indentation, "unexpected indent"),
            TokenKind::Dedent => self.here_as(index, Mistake::indentation, "unexpected unindent"),
            _ => self.here("invalid syntax", index),
        }
    }

    /// A SyntaxError that marks a token.
    pub(super) fn here(self, message: impl Into<String>, index: usize) -> Mistake {
        self.here_as(index, Mistake::between, message)
    }

    /// A SyntaxError that marks tokens from the first to the last.
    pub(super) fn over(self, message: impl Into<String>, first: usize, last: usize) -> Mistake {
        Mistake::between(message, self.start(first), self.end(last))
    }

    /// An error that marks a token. The file's end and the end of a block are marked by no caret,
    /// and the end counts as part of the last line.
    pub(super) fn here_as<M: Into<String>>(
        self,
        index: usize,
        make: fn(M, usize, usize) -> Mistake,
        message: M,
    ) -> Mistake {
        let text = self.source.text();
        let at_end = self.start(index) >= text.len();
        let start = if at_end && text.ends_with('\n') { text.len() - 1 } else { self.start(index) };
        match self.kind(index) {
            TokenKind::End | TokenKind::Dedent => make(message, start, start).without_caret(),
            _ => make(message, start, self.end(index)),
        }
    }
}
