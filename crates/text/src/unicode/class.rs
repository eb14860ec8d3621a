//! The classes of single characters, as `str`'s predicates ask for them.

use super::class_table::{CLASSES, RUNS};

/// `str.isalpha`: a letter of any kind.
pub(super) const ALPHA: u16 = 1;
/// `str.isdecimal`.
pub(super) const DECIMAL: u16 = 1 << 1;
/// `str.isdigit`.
pub(super) const DIGIT: u16 = 1 << 2;
/// `str.isnumeric`.
pub(super) const NUMERIC: u16 = 1 << 3;
/// `str.isprintable`.
pub(super) const PRINTABLE: u16 = 1 << 4;
/// May begin an identifier.
pub(super) const XID_START: u16 = 1 << 5;
/// May go on in an identifier.
pub(super) const XID_CONTINUE: u16 = 1 << 6;
/// The derived property Lowercase.
pub(super) const LOWER: u16 = 1 << 7;
/// The derived property Uppercase.
pub(super) const UPPER: u16 = 1 << 8;
/// The general category Lt.
pub(super) const TITLE: u16 = 1 << 9;
/// The derived property Case_Ignorable.
pub(super) const CASE_IGNORABLE: u16 = 1 << 10;
/// `str.isspace`.
pub(super) const SPACE: u16 = 1 << 11;

/// The flags of `c`.
pub(super) fn flags(c: char) -> u16 {
    let (_, class) = run(c);
    CLASSES[class as usize]
}

/// Whether `c` has any of the flags.
pub(super) fn has(c: char, any: u16) -> bool {
    flags(c) & any != 0
}

/// The first code point of the run of equal characters that `c` is in, and their class.
fn run(c: char) -> (u32, u32) {
    let code = u32::from(c);
    // An entry holds the first code point above eight bits of class, so it orders by the code point.
    let after = RUNS.partition_point(|entry| entry >> 8 <= code);
    let entry = RUNS[after - 1];
    (entry >> 8, entry & 0xff)
}

/// The value of a decimal digit of any script.
pub fn decimal_value(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    let (first, class) = run(c);
    // Unicode assigns decimal digits in unbroken tens, and a run of them begins with a zero.
    (CLASSES[class as usize] & DECIMAL != 0).then(|| (u32::from(c) - first) % 10)
}

/// `c.isalpha()`.
pub fn is_alpha(c: char) -> bool {
    has(c, ALPHA)
}

/// `c.isdecimal()`.
pub fn is_decimal(c: char) -> bool {
    has(c, DECIMAL)
}

/// `c.isdigit()`.
pub fn is_digit(c: char) -> bool {
    has(c, DIGIT)
}

/// `c.isnumeric()`.
pub fn is_numeric(c: char) -> bool {
    has(c, NUMERIC)
}

/// `c.isalnum()`.
pub fn is_alnum(c: char) -> bool {
    has(c, ALPHA | DECIMAL | DIGIT | NUMERIC)
}

/// `c.isspace()`: what `str.split` and `str.strip` take for white space.
pub fn is_space(c: char) -> bool {
    if c.is_ascii() {
        return matches!(c, '\t'..='\r' | '\x1c'..=' ');
    }
    has(c, SPACE)
}

/// `c.isprintable()`.
pub fn is_printable(c: char) -> bool {
    if c.is_ascii() {
        return matches!(c, ' '..='~');
    }
    has(c, PRINTABLE)
}

/// Whether `c` may begin an identifier (the underscore included).
pub fn is_xid_start(c: char) -> bool {
    has(c, XID_START)
}

/// Whether `c` may go on in an identifier.
pub fn is_xid_continue(c: char) -> bool {
    has(c, XID_CONTINUE)
}

/// `text.isidentifier()`; keywords count as identifiers there.
pub fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(is_xid_start) && chars.all(is_xid_continue)
}
