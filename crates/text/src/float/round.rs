//! `round(float, digits)`: correct rounding of the exact decimal value, as `double_round` in CPython's
//! `floatobject.c` gives it.

use num_bigint::BigInt;

use super::decimal;
use super::exact::float_to_int;
use crate::error::{Error, Result};

/// Beyond this many digits after the point a float is its own rounding.
const MOST_DIGITS: i64 = 323;
/// Below this everything rounds to zero.
const FEWEST_DIGITS: i64 = -308;

/// `round(value, digits)`; `digits` beyond `i64` may be clamped to it.
pub fn round_float(value: f64, digits: i64) -> Result<f64> {
    if !value.is_finite() || value == 0.0 || digits > MOST_DIGITS {
        return Ok(value);
    }
    if digits < FEWEST_DIGITS {
        return Ok(0.0 * value);
    }
    let magnitude = value.abs();
    let rounded = match usize::try_from(digits) {
        Ok(places) => decimal::read(&format!("{magnitude:.places$}")).unwrap_or(magnitude),
        Err(_) => round_whole(magnitude, digits.unsigned_abs() as u32),
    };
    if rounded.is_infinite() {
        return Err(Error::overflow("rounded value too large to represent"));
    }
    Ok(rounded.copysign(value))
}

/// `magnitude` to a multiple of ten to the power of `places`, half to even.
fn round_whole(magnitude: f64, places: u32) -> f64 {
    let exact = match float_to_int(magnitude) {
        Ok(whole) => whole.as_ref().to_big().into_owned(),
        Err(_) => return magnitude,
    };
    let unit = BigInt::from(10).pow(places);
    let quotient: BigInt = &exact / &unit;
    let twice: BigInt = (&exact - &quotient * &unit) * 2;
    // A fraction counts only at the exact half, which is then no longer one.
    let up = match twice.cmp(&unit) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Equal => magnitude.fract() != 0.0 || quotient.bit(0),
    };
    // Reading the decimal text rounds once more, as CPython does.
    decimal::read(&format!("{}e{places}", quotient + u32::from(up))).unwrap_or(magnitude)
}
