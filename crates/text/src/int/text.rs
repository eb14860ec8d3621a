//! Integers as digits, and `round(int, n)`.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_integer::Integer;

use super::{bit_length, Int, IntRef};
use crate::error::{Error, Result};

/// A base that `bin`, `oct` and `hex` write, none of which limits the number of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// `bin`.
    Binary,
    /// `oct`.
    Octal,
    /// `hex`, in small letters.
    Hex,
}

impl Base {
    /// What stands before the digits, as in `0x1f`.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Binary => "0b",
            Self::Octal => "0o",
            Self::Hex => "0x",
        }
    }

    fn radix(self) -> u32 {
        match self {
            Self::Binary => 2,
            Self::Octal => 8,
            Self::Hex => 16,
        }
    }
}

/// `str(a)`. `max_digits` is `sys.get_int_max_str_digits()`, 0 for none; more digits are a `ValueError`.
pub fn int_to_decimal(a: IntRef<'_>, max_digits: u32) -> Result<String> {
    let IntRef::Big(value) = a else {
        return Ok(a.to_int().to_string());
    };
    let too_long = || {
        Error::value(format!(
            "Exceeds the limit ({max_digits} digits) for integer string conversion; \
             use sys.set_int_max_str_digits() to increase the limit"
        ))
    };
    // 0.301 is below log10(2): what this refuses has too many digits, and is not converted to find out.
    let at_least = bit_length(a).saturating_sub(1).saturating_mul(301) / 1000;
    if max_digits > 0 && at_least > u64::from(max_digits) {
        return Err(too_long());
    }
    let text = value.to_string();
    let digits = text.len() - usize::from(a.is_negative());
    if max_digits > 0 && digits as u64 > u64::from(max_digits) {
        return Err(too_long());
    }
    Ok(text)
}

/// The digits of `a` in `base` with its sign, and with its prefix between them when `prefixed` (`-0x1f`).
pub fn int_to_base(a: IntRef<'_>, base: Base, prefixed: bool) -> String {
    let digits = magnitude_digits(a, base);
    let sign = if a.is_negative() { "-" } else { "" };
    let prefix = if prefixed { base.prefix() } else { "" };
    [sign, prefix, &digits].concat()
}

/// The digits of `|a|`.
fn magnitude_digits(a: IntRef<'_>, base: Base) -> String {
    match a {
        IntRef::Small(value) => {
            let magnitude = value.unsigned_abs();
            match base {
                Base::Binary => format!("{magnitude:b}"),
                Base::Octal => format!("{magnitude:o}"),
                Base::Hex => format!("{magnitude:x}"),
            }
        }
        IntRef::Big(value) => value.magnitude().to_str_radix(base.radix()),
    }
}

/// `round(a, digits)`: to a multiple of `10 ** -digits` for negative `digits`, half to even.
pub fn round_int(a: IntRef<'_>, digits: IntRef<'_>) -> Result<Int> {
    if !digits.is_negative() {
        return Ok(a.to_int());
    }
    let places = digits.to_i64().and_then(i64::checked_neg).and_then(|n| u32::try_from(n).ok()).unwrap_or(u32::MAX);
    // 10 ** places > 2 |a| already: every such number is nearest to zero. CPython would compute the power.
    if u64::from(places) > bit_length(a).saturating_add(2) {
        return Ok(Int::Small(0));
    }
    let unit = BigInt::from(10).pow(places);
    let (quotient, remainder) = a.to_big().div_mod_floor(&unit);
    let up = match (&remainder * 2u32).cmp(&unit) {
        Ordering::Less => false,
        Ordering::Greater => true,
        Ordering::Equal => quotient.is_odd(),
    };
    Ok(Int::from((quotient + u32::from(up)) * unit))
}
