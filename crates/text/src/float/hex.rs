//! `float.hex` and `float.fromhex`.

use super::compose::{compose, decompose};
use super::render::float_repr;
use crate::error::{Error, Result};

/// `value.hex()`.
pub fn float_hex(value: f64) -> String {
    if !value.is_finite() {
        return float_repr(value);
    }
    let sign = if value.is_sign_negative() { "-" } else { "" };
    if value == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let (significand, exponent) = decompose(value);
    let (lead, fraction) = (significand >> 52, significand & ((1 << 52) - 1));
    format!("{sign}0x{lead}.{fraction:013x}p{:+}", exponent + 52)
}

/// `float.fromhex(text)`: rounded half to even.
pub fn float_fromhex(text: &str) -> Result<f64> {
    let trimmed = text.trim_matches([' ', '\t', '\n', '\r', '\x0b', '\x0c']);
    let (negative, body) = match trimmed.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, trimmed.strip_prefix('+').unwrap_or(trimmed)),
    };
    let magnitude = match body.to_ascii_lowercase().as_str() {
        "inf" | "infinity" => f64::INFINITY,
        "nan" => f64::NAN,
        lower => {
            let value = parse_magnitude(lower.strip_prefix("0x").unwrap_or(lower))
                .ok_or_else(|| Error::value("invalid hexadecimal floating-point string"))?;
            if value.is_infinite() {
                return Err(Error::overflow("hexadecimal value too large to represent as a float"));
            }
            value
        }
    };
    Ok(if negative { -magnitude } else { magnitude })
}

/// Digits with an optional point and binary exponent, in small letters; infinite when too large.
fn parse_magnitude(text: &str) -> Option<f64> {
    let (digits, exponent) = match text.split_once('p') {
        Some((digits, exponent)) => (digits, parse_exponent(exponent)?),
        None => (text, 0),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let (mut significand, mut sticky, mut dropped) = (0u64, false, 0i64);
    for c in whole.chars().chain(fraction.chars()) {
        let digit = c.to_digit(16)?;
        if significand >> 60 == 0 {
            significand = significand << 4 | u64::from(digit);
        } else {
            sticky |= digit != 0;
            dropped += 4;
        }
    }
    let scale = i64::try_from(fraction.len()).ok()?.checked_mul(4)?;
    Some(compose(significand, sticky, exponent.saturating_add(dropped).saturating_sub(scale)))
}

/// A decimal exponent, saturated: what is too large for a float stays so.
fn parse_exponent(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let magnitude = digits.parse::<i64>().unwrap_or(i64::MAX / 4).min(i64::MAX / 4);
    Some(if text.starts_with('-') { -magnitude } else { magnitude })
}
