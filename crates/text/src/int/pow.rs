//! `**` and three-argument `pow` on integers.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

use super::{bit_length, int_to_float, Int, IntRef};
use crate::error::{Error, Result};
use crate::float::float_pow;
use crate::limits::check_int_bits;

/// What `int ** int` gives: a float when the exponent is negative.
#[derive(Clone, Debug, PartialEq)]
pub enum Number {
    /// An integer.
    Int(Int),
    /// A float.
    Float(f64),
}

/// `base ** exponent`; results beyond [`crate::MAX_INT_BITS`] are a limit error.
pub fn int_pow(base: IntRef<'_>, exponent: IntRef<'_>) -> Result<Number> {
    if exponent.is_negative() {
        return float_pow(int_to_float(base)?, int_to_float(exponent)?).map(Number::Float);
    }
    let small = match base.to_i64() {
        Some(_) if exponent.is_zero() => Some(1),
        Some(value @ (0 | 1)) => Some(value),
        Some(-1) => Some(if exponent.to_big().is_even() { 1 } else { -1 }),
        _ => None,
    };
    if let Some(value) = small {
        return Ok(Number::Int(Int::Small(value)));
    }
    let count = exponent.to_i64().and_then(|n| u32::try_from(n).ok()).unwrap_or(u32::MAX);
    // |base| >= 2 ** (length - 1), so this never refuses a result that would have been small enough by much.
    check_int_bits((bit_length(base) - 1).saturating_mul(u64::from(count)).saturating_add(1))?;
    if let IntRef::Small(value) = base {
        if let Some(result) = value.checked_pow(count) {
            return Ok(Number::Int(Int::Small(result)));
        }
    }
    Ok(Number::Int(Int::from(base.to_big().pow(count))))
}

/// `pow(base, exponent, modulus)`, with the sign of the modulus; a negative exponent inverts the base.
pub fn pow_mod(base: IntRef<'_>, exponent: IntRef<'_>, modulus: IntRef<'_>) -> Result<Int> {
    if modulus.is_zero() {
        return Err(Error::value("pow() 3rd argument cannot be 0"));
    }
    let modulus = modulus.to_big();
    let magnitude = modulus.abs();
    let mut base = base.to_big().mod_floor(&magnitude);
    if exponent.is_negative() {
        base = inverse(&base, &magnitude)?;
    }
    let power = base.modpow(&exponent.to_big().abs(), &magnitude);
    Ok(Int::from(power.mod_floor(&modulus)))
}

/// The inverse of `value` modulo `modulus`, both not negative.
fn inverse(value: &BigInt, modulus: &BigInt) -> Result<BigInt> {
    if modulus.is_one() {
        return Ok(BigInt::zero());
    }
    let steps = value.extended_gcd(modulus);
    if !steps.gcd.is_one() {
        return Err(Error::value("base is not invertible for the given modulus"));
    }
    Ok(steps.x.mod_floor(modulus))
}
