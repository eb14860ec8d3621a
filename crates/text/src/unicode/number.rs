//! Text that is to be read as a number, in ASCII.

use std::borrow::Cow;

use super::class::{decimal_value, is_space};

/// `text` without the white space around it, decimal digits of all scripts as ASCII ones.
///
/// As in CPython, of the ASCII characters only those of C's `isspace` are white space here (`\x1c` is not).
pub(crate) fn ascii_number(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim_matches(|c| match c {
        '\t'..='\r' | ' ' => true,
        _ => !c.is_ascii() && is_space(c),
    });
    if trimmed.is_ascii() {
        return Cow::Borrowed(trimmed);
    }
    Cow::Owned(trimmed.chars().map(ascii_digit).collect())
}

fn ascii_digit(c: char) -> char {
    decimal_value(c).and_then(|value| char::from_digit(value, 10)).unwrap_or(c)
}
