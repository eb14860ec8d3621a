//! Division of floats with Python's sign rules (`_float_div_mod` in CPython's `floatobject.c`).

use crate::error::{Error, Result};

/// `a / b`.
pub fn float_div(a: f64, b: f64) -> Result<f64> {
    if b == 0.0 {
        return Err(Error::zero_division("float division by zero"));
    }
    Ok(a / b)
}

/// `a // b`.
pub fn float_floor_div(a: f64, b: f64) -> Result<f64> {
    if b == 0.0 {
        return Err(Error::zero_division("float floor division by zero"));
    }
    Ok(quotient(a, b))
}

/// `a % b`, with the sign of `b`.
pub fn float_mod(a: f64, b: f64) -> Result<f64> {
    if b == 0.0 {
        return Err(Error::zero_division("float modulo"));
    }
    Ok(remainder(a, b))
}

/// `divmod(a, b)`.
pub fn float_divmod(a: f64, b: f64) -> Result<(f64, f64)> {
    if b == 0.0 {
        return Err(Error::zero_division("float divmod()"));
    }
    Ok((quotient(a, b), remainder(a, b)))
}

/// The remainder with the sign of `b`, zero included. The language's `%` truncates and is exact.
fn remainder(a: f64, b: f64) -> f64 {
    let truncated = a % b;
    if truncated == 0.0 {
        return 0.0f64.copysign(b);
    }
    if crosses(truncated, b) {
        truncated + b
    } else {
        truncated
    }
}

fn crosses(remainder: f64, b: f64) -> bool {
    (remainder < 0.0) != (b < 0.0)
}

/// The quotient that goes with [`remainder`], a whole number.
fn quotient(a: f64, b: f64) -> f64 {
    let truncated = a % b;
    let mut ratio = (a - truncated) / b;
    if truncated != 0.0 && crosses(truncated, b) {
        ratio -= 1.0;
    }
    if ratio == 0.0 {
        return 0.0f64.copysign(a / b);
    }
    // The division may have missed the whole number by its rounding.
    let whole = ratio.floor();
    if ratio - whole > 0.5 {
        whole + 1.0
    } else {
        whole
    }
}
