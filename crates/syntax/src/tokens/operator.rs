//! Operators and brackets.

use super::{chars, Bracket, Step, Stop, TokenKind, Tokenizer};
use crate::guard::MAX_BRACKETS;
use crate::mistake::Mistake;

/// The operators of more than one character, longest first.
const LONG: [&str; 24] = [
    "**=", "//=", ">>=", "<<=", "...", "!=", "%=", "&=", "**", "*=", "+=", "-=", "->", "//", "/=", ":=", "<<", "<=",
    "<>", "==", ">=", ">>", "@=", "^=",
];

impl Tokenizer<'_> {
    pub(super) fn operator(&mut self) -> Step {
        let start = self.at;
        let rest = &self.text[start..];
        let c = rest.chars().next().unwrap_or_default();
        if c.is_ascii_control() {
            return Err(Stop::Always(Mistake::at(self.source, chars::describe(c), start)));
        }
        let long = LONG.iter().find(|op| rest.starts_with(**op)).map(|op| op.len());
        let len = if rest.starts_with("|=") { Some(2) } else { long }.unwrap_or(1);
        match c {
            '(' | '[' | '{' => self.open(c)?,
            ')' | ']' | '}' => self.close(c)?,
            _ => {}
        }
        self.at += len;
        self.push(TokenKind::Op, start);
        Ok(())
    }

    fn open(&mut self, open: char) -> Step {
        if self.brackets.len() >= MAX_BRACKETS {
            return Err(Stop::Always(Mistake::at(self.source, "too many nested parentheses", self.at)));
        }
        self.brackets.push(Bracket { open, at: self.at });
        Ok(())
    }

    fn close(&mut self, close: char) -> Step {
        let Some(bracket) = self.brackets.pop() else {
            return Err(Stop::Always(Mistake::at(self.source, format!("unmatched '{close}'"), self.at)));
        };
        let open = bracket.open;
        if matches!((open, close), ('(', ')') | ('[', ']') | ('{', '}')) {
            return Ok(());
        }
        let (line, here) = (self.source.place(bracket.at).0, self.source.place(self.at).0);
        let place = if line == here { String::new() } else { format!(" on line {line}") };
        let message = format!("closing parenthesis '{close}' does not match opening parenthesis '{open}'{place}");
        Err(Stop::Always(Mistake::at(self.source, message, self.at)))
    }
}
