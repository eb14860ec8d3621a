//! String literals, as far as the tokenizer knows them: from quote to quote.

use super::{Step, Stop, TokenKind, Tokenizer};
use crate::mistake::Mistake;

/// Whether a word in front of a quote makes it one literal.
pub(super) fn is_prefix(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    matches!(lower.as_str(), "r" | "u" | "b" | "f" | "br" | "rb" | "fr" | "rf")
}

impl Tokenizer<'_> {
    /// Reads the literal that begins at `start` (with its prefix) and whose quote is at the cursor.
    pub(super) fn string(&mut self, start: usize) -> Step {
        let quote = self.byte(0);
        let triple = self.byte(1) == quote && self.byte(2) == quote;
        let size = if triple { 3 } else { 1 };
        self.at += size;
        loop {
            match self.byte(0) {
                _ if self.at >= self.text.len() => return Err(self.unterminated(start, triple)),
                b'\n' if !triple => return Err(self.unterminated(start, triple)),
                b'\\' => self.at = (self.at + 2).min(self.text.len()),
                byte if byte == quote && (!triple || (self.byte(1) == quote && self.byte(2) == quote)) => {
                    self.at += size;
                    self.push(TokenKind::String, start);
                    return Ok(());
                }
                _ => self.at += 1,
            }
        }
    }

    fn unterminated(&self, start: usize, triple: bool) -> Stop {
        let kind = if triple { "triple-quoted string" } else { "string" };
        let line = self.source.place(self.last_read()).0;
        let message = format!("unterminated {kind} literal (detected at line {line})");
        Stop::Always(Mistake::at(self.source, message, start))
    }

    /// The last place that the tokenizer has read: a newline at the very end of the file belongs to
    /// the line that it ends.
    fn last_read(&self) -> usize {
        let at_end = self.at >= self.text.len() && self.text.ends_with('\n');
        if at_end {
            self.text.len() - 1
        } else {
            self.at
        }
    }
}
