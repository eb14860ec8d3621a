//! `float ** float`.
//!
//! The special cases are those of `float_pow` in CPython's `floatobject.c`. The power itself is computed in 128-bit
//! integers, so that it is the same on every host: `2 ** (y * log2(x))` with some 40 bits more than a float has.
//! It is the float nearest to the true power (but for about one argument in 2 ** 40). The C library of a recorded
//! CPython is not always that exact: its `pow` differs in the last digit for a few arguments in two thousand.

use super::compose::{compose, decompose};
use crate::error::{Error, ErrorKind, Result};

/// `base ** exponent`. A negative base with a fractional exponent is complex in Python: unsupported here.
pub fn float_pow(base: f64, exponent: f64) -> Result<f64> {
    if exponent == 0.0 || base == 1.0 {
        return Ok(1.0);
    }
    if base.is_nan() || exponent.is_nan() {
        return Ok(f64::NAN);
    }
    if exponent.is_infinite() {
        return Ok(infinite_exponent(base.abs(), exponent));
    }
    let odd = (exponent % 2.0).abs() == 1.0;
    let sign = if odd && base.is_sign_negative() { -1.0 } else { 1.0 };
    if base.is_infinite() {
        return Ok(if exponent > 0.0 { sign * f64::INFINITY } else { sign * 0.0 });
    }
    if base == 0.0 {
        if exponent < 0.0 {
            return Err(Error::zero_division("0.0 cannot be raised to a negative power"));
        }
        return Ok(sign * 0.0);
    }
    if base < 0.0 && exponent.floor() != exponent {
        return Err(Error::unsupported("a negative number raised to a fractional power (a complex number)"));
    }
    let magnitude = if base == -1.0 { 1.0 } else { magnitude_pow(base.abs(), exponent) };
    if magnitude.is_infinite() {
        return Err(Error { kind: ErrorKind::OverflowErrno, message: "Numerical result out of range".into() });
    }
    Ok(sign * magnitude)
}

fn infinite_exponent(magnitude: f64, exponent: f64) -> f64 {
    if magnitude == 1.0 {
        1.0
    } else if (magnitude > 1.0) == (exponent > 0.0) {
        f64::INFINITY
    } else {
        0.0
    }
}

/// The bits after the point of logarithms, which may have 12 before it.
const FRACTION: u32 = 116;

/// A positive real `significand * 2 ** exponent` with the top bit of the significand set.
#[derive(Clone, Copy)]
struct Real {
    significand: u128,
    exponent: i64,
}

impl Real {
    fn new(significand: u128, exponent: i64) -> Self {
        let zeros = significand.leading_zeros();
        Self { significand: significand << zeros, exponent: exponent - i64::from(zeros) }
    }

    /// The value in units of 2 ** -[`FRACTION`], for values below 2 ** 12.
    fn in_fraction_units(self) -> u128 {
        let shift = -self.exponent - i64::from(FRACTION);
        u32::try_from(shift).ok().and_then(|shift| self.significand.checked_shr(shift)).unwrap_or(0)
    }

    fn times(self, other: Self) -> Self {
        Self::new(high(self.significand, other.significand), self.exponent + other.exponent + 128)
    }
}

/// The upper half of the 256-bit product, at most 3 too small.
fn high(a: u128, b: u128) -> u128 {
    const LOW: u128 = u64::MAX as u128;
    let (a1, a0, b1, b0) = (a >> 64, a & LOW, b >> 64, b & LOW);
    a1 * b1 + ((a1 * b0) >> 64) + ((a0 * b1) >> 64)
}

/// `2 / ln 2` in units of 2 ** -126.
const TWO_OVER_LN_2: u128 = 0xb8aa_3b29_5c17_f0bb_be87_fed0_691d_3e89;
/// `ln 2` in units of 2 ** -128.
const LN_2: u128 = 0xb172_17f7_d1cf_79ab_c9e3_b398_03f2_f6af;
/// One in units of 2 ** -127, in which both series are summed.
const ONE: u128 = 1 << 127;

/// `1 / (2 k + 1)`: the series of `atanh(s) / s` in `s * s`, enough of it for `s` below 0.172.
const ODD: [u128; 24] = {
    let mut terms = [ONE; 24];
    let mut k = 1;
    while k < terms.len() {
        terms[k] = ONE / (2 * k as u128 + 1);
        k += 1;
    }
    terms
};

/// `1 / k!`: the series of the exponential, enough of it for arguments below 0.022.
const FACTORIAL: [u128; 15] = {
    let mut terms = [ONE; 15];
    let mut k = 1;
    while k < terms.len() {
        terms[k] = terms[k - 1] / k as u128;
        k += 1;
    }
    terms
};

/// The sum of `terms[k] * x ** k`, `x` in units of 2 ** -128, the rest of 2 ** -127.
fn series(terms: &[u128], x: u128) -> u128 {
    terms.iter().rev().fold(0, |sum, term| term + high(x, sum))
}

/// `x ** y` for positive finite `x` other than 1 and finite `y` other than 0; infinite or zero out of range.
fn magnitude_pow(x: f64, y: f64) -> f64 {
    let (log_negative, log) = log2(x);
    let (significand, exponent) = decompose(y);
    let product = log.times(Real::new(u128::from(significand), exponent));
    let negative = log_negative != (y < 0.0);
    // |product| >= 2 ** 11: beyond the largest float and below half the smallest.
    if product.exponent + 128 > 11 {
        return if negative { 0.0 } else { f64::INFINITY };
    }
    exp2(negative, product)
}

/// Whether `log2(x)` is negative, and its magnitude.
fn log2(x: f64) -> (bool, Real) {
    let (significand, exponent) = decompose(x);
    let zeros = significand.leading_zeros() - 11;
    let (mut m, mut e) = (significand << zeros, exponent - i64::from(zeros) + 52);
    // m / 2 ** 52 in [1, 2); beyond the square root of two the half of it is nearer to one.
    let mut one = 1u64 << 52;
    if m > 0x16_a09e_667f_3bcd {
        one <<= 1;
        e += 1;
    }
    if m == one {
        return (e < 0, Real::new(u128::from(e.unsigned_abs()), 0));
    }
    let below = m < one;
    m = if below { one - m } else { m - one };
    let sum = if below { 2 * one - m } else { 2 * one + m };
    let small = Real::new(TWO_OVER_LN_2, -126).times(atanh_of_ratio(m, sum));
    if e == 0 {
        return (below, small);
    }
    // |e| is at least one and the fraction at most a half, so nothing cancels.
    let scaled = u128::from(e.unsigned_abs()) << FRACTION;
    let fraction = small.in_fraction_units();
    let total = if below == (e < 0) { scaled + fraction } else { scaled - fraction };
    (e < 0, Real::new(total, -i64::from(FRACTION)))
}

/// `atanh(n / d)` for `n / d` below 0.172, by its series.
fn atanh_of_ratio(n: u64, d: u64) -> Real {
    // Scaled so that the ratio is at least a half (but below one), and divided in two steps of 64 bits.
    let mut shift = n.leading_zeros() - d.leading_zeros();
    if n << shift >= d {
        shift -= 1;
    }
    let (dividend, divisor) = (u128::from(n << shift) << 64, u128::from(d));
    let ratio = ((dividend / divisor) << 64) | (((dividend % divisor) << 64) / divisor);
    let s = ratio >> shift;
    let sum = series(&ODD, high(s, s));
    Real::new(ratio, -128 - i64::from(shift)).times(Real::new(sum, -127))
}

/// `2 ** product`, or `2 ** -product` when `negative`, for products below 2 ** 11.
fn exp2(negative: bool, product: Real) -> f64 {
    const MASK: u128 = (1 << FRACTION) - 1;
    let fixed = product.in_fraction_units();
    let (mut whole, mut fraction) = ((fixed >> FRACTION) as i64, fixed & MASK);
    if negative {
        whole = -whole;
        if fraction != 0 {
            whole -= 1;
            fraction = MASK + 1 - fraction;
        }
    }
    // e ** (fraction * ln 2 / 32), then to the 32nd power.
    let mut power = series(&FACTORIAL, high(fraction << (128 - FRACTION), LN_2) >> 5);
    for _ in 0..5 {
        power = high(power, power) << 1;
    }
    // The last bits are wrong; without them an exact power, or one that lies halfway, is exact again.
    let rounded = (power + (1 << 30)) >> 31;
    let top = (rounded >> 34) as u64;
    compose(top, rounded & ((1 << 34) - 1) != 0, whole - 62)
}
