//! Hashes of numbers: equal numbers hash equal, for the hash is the number modulo the prime 2 ** 61 - 1.

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::not_minus_one;
use crate::float::decompose;

const BITS: i64 = 61;
const PRIME: u64 = (1 << BITS) - 1;

/// `hash(value)` of a float. `None` for a NaN, whose hash is that of the object.
pub fn hash_float(value: f64) -> Option<i64> {
    if value.is_nan() {
        return None;
    }
    if value.is_infinite() {
        return Some(if value > 0.0 { 314_159 } else { -314_159 });
    }
    let (significand, exponent) = decompose(value);
    // Multiplying by two modulo 2 ** 61 - 1 is a rotation of 61 bits.
    let shift = exponent.rem_euclid(BITS);
    let rotated = (significand << shift & PRIME) | significand.checked_shr((BITS - shift) as u32).unwrap_or(0);
    Some(signed(rotated % PRIME, value < 0.0))
}

/// `hash(value)` of an int that fits a word.
pub fn hash_i64(value: i64) -> i64 {
    signed(value.unsigned_abs() % PRIME, value < 0)
}

/// `hash(value)` of any int.
pub fn hash_int(value: &BigInt) -> i64 {
    let remainder = (value.magnitude() % PRIME).to_u64().unwrap_or(0);
    signed(remainder, value.sign() == num_bigint::Sign::Minus)
}

fn signed(magnitude: u64, negative: bool) -> i64 {
    let value = magnitude as i64;
    not_minus_one(if negative { -value } else { value })
}
