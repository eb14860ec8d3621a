//! `float(text)`: the grammar of CPython's `PyFloat_FromString`. underscores, white space and digits of other
//! scripts are dealt with first.

use super::decimal;
use crate::error::{Error, Result};
use crate::repr::str_repr;
use crate::unicode::ascii_number;

/// The float that `text` spells, or `None`.
pub fn parse_float(text: &str) -> Option<f64> {
    let number = ascii_number(text);
    if !number.contains('_') {
        return decimal::read(&number);
    }
    decimal::read(&without_underscores(&number)?)
}

/// `float(text)`, with CPython's `ValueError`.
pub fn float_from_str(text: &str) -> Result<f64> {
    parse_float(text).ok_or_else(|| Error::value(format!("could not convert string to float: {}", str_repr(text))))
}

/// Underscores may only stand between two digits.
fn without_underscores(number: &str) -> Option<String> {
    let bytes = number.as_bytes();
    let digit_at = |i: Option<usize>| i.and_then(|i| bytes.get(i)).is_some_and(u8::is_ascii_digit);
    for (i, byte) in bytes.iter().enumerate() {
        if *byte == b'_' && !(digit_at(i.checked_sub(1)) && digit_at(i.checked_add(1))) {
            return None;
        }
    }
    Some(number.replace('_', ""))
}
