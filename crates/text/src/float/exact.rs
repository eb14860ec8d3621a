//! Conversions from float that lose nothing: to integers and to ratios of integers.

use num_bigint::BigInt;

use super::compose::decompose;
use crate::error::{Error, Result};
use crate::int::Int;

/// `int(value)`: the integer part, towards zero.
pub fn float_to_int(value: f64) -> Result<Int> {
    if value.is_nan() {
        return Err(Error::value("cannot convert float NaN to integer"));
    }
    if value.is_infinite() {
        return Err(Error::overflow("cannot convert float infinity to integer"));
    }
    if value.abs() < 9.0e18 {
        return Ok(Int::Small(value as i64));
    }
    let (significand, exponent) = decompose(value);
    let magnitude = BigInt::from(significand) << exponent.max(0).unsigned_abs();
    Ok(Int::from(if value < 0.0 { -magnitude } else { magnitude }))
}

/// `math.floor(value)`.
pub fn float_floor(value: f64) -> Result<Int> {
    float_to_int(value.floor())
}

/// `math.ceil(value)`.
pub fn float_ceil(value: f64) -> Result<Int> {
    float_to_int(value.ceil())
}

/// `round(value)` without digits: the nearest integer, half to even.
pub fn float_round_to_int(value: f64) -> Result<Int> {
    float_to_int(value.round_ties_even())
}

/// `value.is_integer()`.
pub fn float_is_integer(value: f64) -> bool {
    value.is_finite() && value.trunc() == value
}

/// `value.as_integer_ratio()`: numerator and denominator in lowest terms.
pub fn as_integer_ratio(value: f64) -> Result<(Int, Int)> {
    if value.is_nan() {
        return Err(Error::value("cannot convert NaN to integer ratio"));
    }
    if value.is_infinite() {
        return Err(Error::overflow("cannot convert Infinity to integer ratio"));
    }
    if value == 0.0 {
        return Ok((Int::Small(0), Int::Small(1)));
    }
    let (significand, exponent) = decompose(value);
    let zeros = significand.trailing_zeros();
    let (odd, exponent) = (BigInt::from(significand >> zeros), exponent + i64::from(zeros));
    let signed = if value < 0.0 { -odd } else { odd };
    let power = exponent.unsigned_abs();
    Ok(if exponent >= 0 {
        (Int::from(signed << power), Int::Small(1))
    } else {
        (Int::from(signed), Int::from(BigInt::from(1) << power))
    })
}
