//! `int(text, base)`: the rules of CPython's `PyLong_FromString` and of integer literals (PEP 515 for underscores).

use num_bigint::BigInt;

use super::Int;
use crate::error::{Error, Result};
use crate::repr::str_repr;
use crate::unicode::ascii_number;

/// The integer that `text` spells in `base` (2 to 36, or 0 for a literal with its own prefix).
///
/// `max_digits` is `sys.get_int_max_str_digits()`, 0 for none. Everything wrong is a `ValueError`.
pub fn parse_int(text: &str, base: u32, max_digits: u32) -> Result<Int> {
    if base == 1 || base > 36 {
        return Err(Error::value("int() base must be >= 2 and <= 36, or 0"));
    }
    let invalid = || {
        let shown: String = str_repr(text).chars().take(200).collect();
        Error::value(format!("invalid literal for int() with base {base}: {shown}"))
    };
    let number = ascii_number(text);
    let (negative, unsigned) = split_sign(&number);
    let (radix, digits, zero_only) = split_prefix(unsigned, base);
    let digits = clean_digits(digits, radix).ok_or_else(invalid)?;
    check_length(digits.len(), radix, max_digits)?;
    let value = magnitude(&digits, radix).ok_or_else(invalid)?;
    // A literal such as 017 is an error, 00 is not.
    if zero_only && value != Int::Small(0) {
        return Err(invalid());
    }
    Ok(if negative { super::neg(value.as_ref()) } else { value })
}

fn split_sign(text: &str) -> (bool, &str) {
    if let Some(rest) = text.strip_prefix('-') {
        return (true, rest);
    }
    (false, text.strip_prefix('+').unwrap_or(text))
}

/// The radix, the text after a prefix, and whether only zero may follow (a base 0 literal that starts with 0).
fn split_prefix(text: &str, base: u32) -> (u32, &str, bool) {
    let lower = text.get(..2).map(str::to_ascii_lowercase);
    let named = match lower.as_deref() {
        Some("0x") => Some(16),
        Some("0o") => Some(8),
        Some("0b") => Some(2),
        _ => None,
    };
    match named {
        Some(radix) if base == 0 || base == radix => {
            let rest = &text[2..];
            // One underscore may stand between the prefix and the digits.
            (radix, rest.strip_prefix('_').unwrap_or(rest), false)
        }
        _ if base == 0 => (10, text, text.starts_with('0')),
        _ => (base, text, false),
    }
}

/// The digits as ASCII without underscores, each of which must stand between two digits.
fn clean_digits(text: &str, radix: u32) -> Option<String> {
    let mut digits = String::with_capacity(text.len());
    let mut after_digit = false;
    for c in text.chars() {
        if c == '_' && after_digit {
            after_digit = false;
            continue;
        }
        c.to_digit(radix)?;
        digits.push(c);
        after_digit = true;
    }
    after_digit.then_some(digits)
}

/// Only bases that are no power of two are limited: the others convert in linear time.
fn check_length(digits: usize, radix: u32, max_digits: u32) -> Result<()> {
    if radix.is_power_of_two() || max_digits == 0 || digits as u64 <= u64::from(max_digits) {
        return Ok(());
    }
    Err(Error::value(format!(
        "Exceeds the limit ({max_digits} digits) for integer string conversion: value has {digits} digits; \
         use sys.set_int_max_str_digits() to increase the limit"
    )))
}

fn magnitude(digits: &str, radix: u32) -> Option<Int> {
    if let Ok(value) = i64::from_str_radix(digits, radix) {
        return Some(Int::Small(value));
    }
    BigInt::parse_bytes(digits.as_bytes(), radix).map(Int::from)
}
