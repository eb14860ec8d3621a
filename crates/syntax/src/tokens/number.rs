//! Numbers, and CPython's words for what is nearly one.

use super::{Step, Stop, TokenKind, Tokenizer};
use crate::mistake::Mistake;

/// The words that may follow a number without a space (deprecated, but no error in 3.11).
const MAY_FOLLOW: [&str; 8] = ["and", "else", "for", "if", "in", "is", "not", "or"];

impl Tokenizer<'_> {
    pub(super) fn number(&mut self) -> Step {
        let start = self.at;
        match (self.byte(0), self.byte(1)) {
            (b'0', b'x' | b'X') => self.radix("hexadecimal", 16)?,
            (b'0', b'o' | b'O') => self.radix("octal", 8)?,
            (b'0', b'b' | b'B') => self.radix("binary", 2)?,
            _ => self.decimal(start)?,
        }
        self.push(TokenKind::Number, start);
        Ok(())
    }

    /// `0x…`, `0o…`, `0b…`.
    fn radix(&mut self, name: &str, radix: u32) -> Step {
        self.at += 2;
        loop {
            if self.byte(0) == b'_' {
                self.at += 1;
            }
            let first = char::from(self.byte(0));
            if !first.is_digit(radix) {
                return Err(self.not_a_digit(first, name));
            }
            while char::from(self.byte(0)).is_digit(radix) {
                self.at += 1;
            }
            if self.byte(0) != b'_' {
                break;
            }
        }
        let next = char::from(self.byte(0));
        match next.is_ascii_digit() {
            true => Err(self.not_a_digit(next, name)),
            false => self.end_of_number(name),
        }
    }

    fn not_a_digit(&mut self, c: char, name: &str) -> Stop {
        if c.is_ascii_digit() {
            self.at += 1;
            return self.bad_number(format!("invalid digit '{c}' in {name} literal"));
        }
        self.bad_number(format!("invalid {name} literal"))
    }

    fn decimal(&mut self, start: usize) -> Step {
        self.digits()?;
        let whole = &self.text[start..self.at];
        let zeros = whole.find(|c| c != '0' && c != '_').unwrap_or(whole.len());
        let old_octal = whole.starts_with('0') && zeros < whole.len();
        let mut integer = true;
        if self.byte(0) == b'.' {
            integer = false;
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.byte(0), b'e' | b'E') {
            let signed = matches!(self.byte(1), b'+' | b'-');
            if self.byte(1 + usize::from(signed)).is_ascii_digit() {
                integer = false;
                self.at += 1 + usize::from(signed);
                self.digits()?;
            } else if signed {
                self.at += 2;
                return Err(self.bad_number("invalid decimal literal"));
            }
        }
        if matches!(self.byte(0), b'j' | b'J') {
            self.at += 1;
            return self.end_of_number("imaginary");
        }
        if old_octal && integer {
            return Err(self.leading_zeros(start, start + zeros));
        }
        self.end_of_number("decimal")
    }

    /// CPython marks the zeros.
    fn leading_zeros(&self, start: usize, end: usize) -> Stop {
        let message = "leading zeros in decimal integer literals are not permitted; \
                       use an 0o prefix for octal integers";
        Stop::Always(Mistake::between(message, start, end))
    }

    /// Digits with single underscores between them, perhaps none.
    fn digits(&mut self) -> Step {
        while self.byte(0).is_ascii_digit() {
            self.at += 1;
            if self.byte(0) == b'_' {
                self.at += 1;
                if !self.byte(0).is_ascii_digit() {
                    return Err(self.bad_number("invalid decimal literal"));
                }
            }
        }
        Ok(())
    }

    /// A name may not follow a number, but for a few keywords.
    fn end_of_number(&mut self, name: &str) -> Step {
        let rest = &self.text[self.at..];
        let next = self.byte(0);
        if MAY_FOLLOW.iter().any(|word| rest.starts_with(word)) || !(next == b'_' || next.is_ascii_alphanumeric()) {
            return Ok(());
        }
        Err(self.bad_number(format!("invalid {name} literal")))
    }

    /// CPython points at the last character that it took for part of the number.
    fn bad_number(&self, message: impl Into<String>) -> Stop {
        Stop::Always(Mistake::at(self.source, message, self.at - 1))
    }
}
