//! Indentation: the tokens for blocks, and CPython's rules for tabs.

use super::{Step, Stop, TokenKind, Tokenizer};
use crate::guard::MAX_INDENTS;
use crate::mistake::Mistake;

/// The columns of the open blocks, once with tabs as eight spaces and once as one: both must tell
/// the same story, or the program mixes tabs and spaces in a way that depends on a tab's width.
pub(super) struct Indents {
    stack: Vec<(u32, u32)>,
}

impl Default for Indents {
    fn default() -> Self {
        Indents { stack: vec![(0, 0)] }
    }
}

impl Indents {
    /// Closes all blocks; how many there were.
    pub(super) fn close(&mut self) -> usize {
        let open = self.stack.len() - 1;
        self.stack.truncate(1);
        open
    }
}

impl Tokenizer<'_> {
    /// Reads the whitespace at the start of a line; blank lines and comments alone don't count.
    pub(super) fn indentation(&mut self) -> Step {
        let start = self.at;
        let (columns, end) = self.measure(start);
        self.at = end;
        match self.peek() {
            None | Some('#' | '\n') => Ok(()),
            Some(_) => self.indent_to(columns, start),
        }
    }

    /// The two columns of the first character behind the whitespace at `start`, and its offset. A
    /// backslash at the end of a blank line goes on with the next, at the first line's column.
    fn measure(&self, start: usize) -> ((u32, u32), usize) {
        let (mut wide, mut narrow) = (0, 0);
        let mut continued = None;
        let bytes = self.text.as_bytes();
        let mut at = start;
        loop {
            match bytes.get(at) {
                Some(b' ') => (wide, narrow) = (wide + 1, narrow + 1),
                Some(b'\t') => (wide, narrow) = ((wide / 8 + 1) * 8, narrow + 1),
                Some(b'\x0c') => (wide, narrow) = (0, 0),
                Some(b'\\') if bytes.get(at + 1) == Some(&b'\n') && at + 2 < bytes.len() => {
                    continued.get_or_insert((wide, narrow));
                    at += 1;
                }
                _ => return (continued.unwrap_or((wide, narrow)), at),
            }
            at += 1;
        }
    }

    fn indent_to(&mut self, (wide, narrow): (u32, u32), start: usize) -> Step {
        let top = |indents: &Indents| indents.stack.last().copied().unwrap_or_default();
        let (current, current_narrow) = top(&self.indents);
        if wide > current {
            if self.indents.stack.len() >= MAX_INDENTS {
                return Err(self.bad_indent(Mistake::too_many_indents));
            }
            if narrow <= current_narrow {
                return Err(self.bad_indent(Mistake::tabs));
            }
            self.indents.stack.push((wide, narrow));
            self.push(TokenKind::Indent, start);
            return Ok(());
        }
        while wide < top(&self.indents).0 {
            self.indents.stack.pop();
            if wide > top(&self.indents).0 {
                return Err(self.bad_indent(Mistake::unindent));
            }
            self.push(TokenKind::Dedent, self.at);
        }
        match narrow == top(&self.indents).1 {
            true => Ok(()),
            false => Err(self.bad_indent(Mistake::tabs)),
        }
    }

    /// CPython points behind the end of a line whose indentation is wrong.
    fn bad_indent(&self, what: fn(&crate::source::Source, usize) -> Mistake) -> Stop {
        Stop::WhenReached(what(self.source, self.at))
    }
}
