//! `+ - *`, floor division and modulo, with the sign rules of CPython's `longobject.c`: the remainder has the sign of
//! the divisor.

use num_integer::Integer;

use super::{bit_length, Int, IntRef};
use crate::error::{Error, Result};
use crate::limits::check_int_bits;

/// `a + b`.
pub fn add(a: IntRef<'_>, b: IntRef<'_>) -> Int {
    if let (IntRef::Small(x), IntRef::Small(y)) = (a, b) {
        return Int::from(i128::from(x) + i128::from(y));
    }
    Int::from(a.to_big().as_ref() + b.to_big().as_ref())
}

/// `a - b`.
pub fn sub(a: IntRef<'_>, b: IntRef<'_>) -> Int {
    if let (IntRef::Small(x), IntRef::Small(y)) = (a, b) {
        return Int::from(i128::from(x) - i128::from(y));
    }
    Int::from(a.to_big().as_ref() - b.to_big().as_ref())
}

/// `a * b`; a limit error beyond [`crate::MAX_INT_BITS`].
pub fn mul(a: IntRef<'_>, b: IntRef<'_>) -> Result<Int> {
    if let (IntRef::Small(x), IntRef::Small(y)) = (a, b) {
        return Ok(Int::from(i128::from(x) * i128::from(y)));
    }
    check_int_bits(bit_length(a).saturating_add(bit_length(b)))?;
    Ok(Int::from(a.to_big().as_ref() * b.to_big().as_ref()))
}

/// `-a`.
pub fn neg(a: IntRef<'_>) -> Int {
    match a {
        IntRef::Small(value) => Int::from(-i128::from(value)),
        IntRef::Big(value) => Int::from(-value),
    }
}

/// `abs(a)`.
pub fn abs(a: IntRef<'_>) -> Int {
    if a.is_negative() {
        neg(a)
    } else {
        a.to_int()
    }
}

/// `a // b`, rounded towards minus infinity.
pub fn floordiv(a: IntRef<'_>, b: IntRef<'_>) -> Result<Int> {
    if b.is_zero() {
        return Err(Error::zero_division("integer division or modulo by zero"));
    }
    if let (IntRef::Small(x), IntRef::Small(y)) = (a, b) {
        // The one quotient that overflows is that of the smallest number by -1.
        return Ok(if y == -1 { neg(a) } else { Int::Small(Integer::div_floor(&x, &y)) });
    }
    Ok(Int::from(a.to_big().div_floor(b.to_big().as_ref())))
}

/// `a % b`, with the sign of `b`.
pub fn modulo(a: IntRef<'_>, b: IntRef<'_>) -> Result<Int> {
    if b.is_zero() {
        return Err(Error::zero_division("integer modulo by zero"));
    }
    if let (IntRef::Small(x), IntRef::Small(y)) = (a, b) {
        return Ok(Int::Small(if y == -1 { 0 } else { Integer::mod_floor(&x, &y) }));
    }
    Ok(Int::from(a.to_big().mod_floor(b.to_big().as_ref())))
}

/// `divmod(a, b)`.
pub fn divmod(a: IntRef<'_>, b: IntRef<'_>) -> Result<(Int, Int)> {
    if let (IntRef::Small(_), IntRef::Small(_)) = (a, b) {
        return Ok((floordiv(a, b)?, modulo(a, b)?));
    }
    if b.is_zero() {
        return Err(Error::zero_division("integer division or modulo by zero"));
    }
    let (quotient, remainder) = a.to_big().div_mod_floor(b.to_big().as_ref());
    Ok((Int::from(quotient), Int::from(remainder)))
}
