//! Shifts and bitwise operations over the infinite two's complement that Python gives its integers.

use num_bigint::{BigInt, Sign};

use super::{Int, IntRef};
use crate::error::{Error, Result};
use crate::limits::check_int_bits;

/// `a << count`; negative counts and results beyond [`crate::MAX_INT_BITS`] are errors.
pub fn lshift(a: IntRef<'_>, count: IntRef<'_>) -> Result<Int> {
    if count.is_negative() {
        return Err(Error::value("negative shift count"));
    }
    if a.is_zero() {
        return Ok(Int::Small(0));
    }
    let count = count.to_i64().and_then(|n| u64::try_from(n).ok()).unwrap_or(u64::MAX);
    match a {
        IntRef::Small(value) if count < 64 => Ok(Int::from(i128::from(value) << count)),
        _ => {
            check_int_bits(bit_length(a).saturating_add(count))?;
            Ok(Int::from(a.to_big().as_ref() << count))
        }
    }
}

/// `a >> count`, rounded towards minus infinity.
pub fn rshift(a: IntRef<'_>, count: IntRef<'_>) -> Result<Int> {
    if count.is_negative() {
        return Err(Error::value("negative shift count"));
    }
    let count = count.to_i64().and_then(|n| u64::try_from(n).ok()).unwrap_or(u64::MAX);
    if count >= bit_length(a) {
        return Ok(Int::Small(if a.is_negative() { -1 } else { 0 }));
    }
    match a {
        IntRef::Small(value) => Ok(Int::Small(value >> count)),
        IntRef::Big(value) => Ok(Int::from(value >> count)),
    }
}

/// `a & b`.
pub fn bit_and(a: IntRef<'_>, b: IntRef<'_>) -> Int {
    bitwise(a, b, |x, y| x & y, |x, y| x & y)
}

/// `a | b`.
pub fn bit_or(a: IntRef<'_>, b: IntRef<'_>) -> Int {
    bitwise(a, b, |x, y| x | y, |x, y| x | y)
}

/// `a ^ b`.
pub fn bit_xor(a: IntRef<'_>, b: IntRef<'_>) -> Int {
    bitwise(a, b, |x, y| x ^ y, |x, y| x ^ y)
}

fn bitwise(
    a: IntRef<'_>,
    b: IntRef<'_>,
    small: fn(i64, i64) -> i64,
    big: for<'x> fn(&'x BigInt, &'x BigInt) -> BigInt,
) -> Int {
    match (a, b) {
        (IntRef::Small(x), IntRef::Small(y)) => Int::Small(small(x, y)),
        _ => Int::from(big(&a.to_big(), &b.to_big())),
    }
}

/// `~a`.
pub fn invert(a: IntRef<'_>) -> Int {
    match a {
        IntRef::Small(value) => Int::Small(!value),
        IntRef::Big(value) => Int::from(!value),
    }
}

/// `a.bit_length()`: the bits of the magnitude.
pub fn bit_length(a: IntRef<'_>) -> u64 {
    match a {
        IntRef::Small(value) => u64::from(64 - value.unsigned_abs().leading_zeros()),
        IntRef::Big(value) => value.bits(),
    }
}

/// `a.bit_count()`: the one bits of the magnitude.
pub fn bit_count(a: IntRef<'_>) -> u64 {
    match a {
        IntRef::Small(value) => u64::from(value.unsigned_abs().count_ones()),
        IntRef::Big(value) if value.sign() == Sign::NoSign => 0,
        IntRef::Big(value) => value.magnitude().count_ones(),
    }
}
