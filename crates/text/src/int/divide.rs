//! Integers against floats: conversion, true division and comparison, each exact or rounded once, half to even.

use std::cmp::Ordering;

use num_bigint::BigUint;
use num_integer::Integer;
use num_traits::{ToPrimitive, Zero};

use super::{bit_length, Int, IntRef};
use crate::error::{Error, Result};
use crate::float::{compose, float_to_int};

/// Integers up to this magnitude are floats exactly.
const EXACT: u64 = 1 << 53;

/// `float(a)`.
pub fn int_to_float(a: IntRef<'_>) -> Result<f64> {
    let value = match a {
        // The conversion of the language rounds half to even.
        IntRef::Small(value) => value as f64,
        IntRef::Big(value) => {
            let magnitude = magnitude_to_float(value.magnitude());
            if a.is_negative() {
                -magnitude
            } else {
                magnitude
            }
        }
    };
    if value.is_infinite() {
        return Err(Error::overflow("int too large to convert to float"));
    }
    Ok(value)
}

/// The nearest float, infinite when there is none.
fn magnitude_to_float(magnitude: &BigUint) -> f64 {
    let excess = magnitude.bits().saturating_sub(64);
    let top = (magnitude >> excess).to_u64().unwrap_or(u64::MAX);
    let sticky = magnitude.trailing_zeros().is_some_and(|zeros| zeros < excess);
    compose(top, sticky, i64::try_from(excess).unwrap_or(i64::MAX))
}

/// `a / b`, the float nearest to the exact quotient (`long_true_divide` of CPython's `longobject.c`).
pub fn true_divide(a: IntRef<'_>, b: IntRef<'_>) -> Result<f64> {
    if b.is_zero() {
        return Err(Error::zero_division("division by zero"));
    }
    if let (IntRef::Small(x), IntRef::Small(y)) = (a, b) {
        if x.unsigned_abs() <= EXACT && y.unsigned_abs() <= EXACT {
            return Ok(x as f64 / y as f64);
        }
    }
    if a.is_zero() {
        return Ok(if b.is_negative() { -0.0 } else { 0.0 });
    }
    let magnitude = quotient(a, b);
    if magnitude.is_infinite() {
        return Err(Error::overflow("integer division result too large for a float"));
    }
    Ok(if a.is_negative() == b.is_negative() { magnitude } else { -magnitude })
}

/// `|a| / |b|` for operands that are not zero, infinite when too large.
fn quotient(a: IntRef<'_>, b: IntRef<'_>) -> f64 {
    let length_a = i64::try_from(bit_length(a)).unwrap_or(i64::MAX);
    let length_b = i64::try_from(bit_length(b)).unwrap_or(i64::MAX);
    let distance = length_a.saturating_sub(length_b);
    if distance > 1100 {
        return f64::INFINITY;
    }
    if distance < -1200 {
        return 0.0;
    }
    // Scaled so that the integer quotient has 62 or 63 bits: more than a float has, and fits a word.
    let shift = 62 - distance;
    let (mut dividend, mut divisor) = (a.to_big().magnitude().clone(), b.to_big().magnitude().clone());
    if shift >= 0 {
        dividend <<= shift.unsigned_abs();
    } else {
        divisor <<= shift.unsigned_abs();
    }
    let (quotient, remainder) = dividend.div_rem(&divisor);
    compose(quotient.to_u64().unwrap_or(u64::MAX), !remainder.is_zero(), -shift)
}

/// How `a` stands to `b`, exactly; `None` when `b` is not a number.
pub fn compare_with_float(a: IntRef<'_>, b: f64) -> Option<Ordering> {
    if b.is_nan() {
        return None;
    }
    if b.is_infinite() {
        return Some(if b > 0.0 { Ordering::Less } else { Ordering::Greater });
    }
    let whole: Int = float_to_int(b.trunc()).ok()?;
    Some(a.cmp(&whole.as_ref()).then(if b.fract() > 0.0 {
        Ordering::Less
    } else if b.fract() < 0.0 {
        Ordering::Greater
    } else {
        Ordering::Equal
    }))
}
