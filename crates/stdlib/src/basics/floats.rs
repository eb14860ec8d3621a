//! Functions of `math` that IEEE 754 or arithmetic settles to the last digit: taking floats apart and putting them together,
//! remainders, exact sums.

use super::math::real;
use vm::native::{NativeFrame, NativeResult, Raise, Resumed, Step};
use vm::{classes, Cx, Int, Value};

fn domain(cx: &mut Cx<'_>) -> Raise {
    cx.value_error("math domain error")
}

fn range(cx: &mut Cx<'_>) -> Raise {
    cx.error(classes::OVERFLOW_ERROR, "math range error")
}

fn done(x: f64) -> NativeResult {
    Ok(Step::Return(Value::float(x)))
}

/// `math.fmod`: exact, with the sign of `x`.
pub(super) fn fmod(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (x, y) = (real(cx, f.args[0])?, real(cx, f.args[1])?);
    if y.is_infinite() && x.is_finite() {
        return done(x);
    }
    let r = x % y;
    if r.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain(cx));
    }
    done(r)
}

/// `math.remainder`: of the division rounded half to even.
pub(super) fn remainder(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (x, y) = (real(cx, f.args[0])?, real(cx, f.args[1])?);
    if x.is_nan() || y.is_nan() {
        return done(f64::NAN);
    }
    if x.is_infinite() || y == 0.0 {
        return Err(domain(cx));
    }
    if y.is_infinite() {
        return done(x);
    }
    let (size, step) = (x.abs(), y.abs());
    let below = size % step;
    let above = step - below;
    let r = if below < above {
        below
    } else if below > above {
        -above
    } else {
        // Half way: the even multiple is nearer.
        below - 2.0 * (0.5 * (size - below) % step)
    };
    done(1f64.copysign(x) * r)
}

/// `math.modf`
pub(super) fn modf(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let x = real(cx, f.args[0])?;
    let whole = if x.is_finite() { x.trunc() } else { x };
    let part = if x.is_nan() {
        x
    } else if x.is_infinite() {
        0.0
    } else {
        x - whole
    };
    let pair = [Value::float(part.copysign(x)), Value::float(whole)];
    Ok(Step::Return(cx.new_tuple(&pair)))
}

/// The mantissa from 0.5 to 1 and the exponent.
fn apart(x: f64) -> (f64, i32) {
    if x == 0.0 || !x.is_finite() {
        return (x, 0);
    }
    // A subnormal is made normal first.
    let (x, shift) = if x.abs() < f64::MIN_POSITIVE { (x * 2f64.powi(54), 54) } else { (x, 0) };
    let bits = x.to_bits();
    let exponent = (bits >> 52 & 0x7ff) as i32 - 1022;
    (f64::from_bits(bits & !(0x7ff << 52) | 1022 << 52), exponent - shift)
}

/// `math.frexp`
pub(super) fn frexp(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (mantissa, exponent) = apart(real(cx, f.args[0])?);
    let pair = [Value::float(mantissa), Value::int(i64::from(exponent))];
    Ok(Step::Return(cx.new_tuple(&pair)))
}

/// A power of two that is a normal float.
fn power(exponent: i64) -> f64 {
    f64::from_bits(((exponent + 1023) as u64) << 52)
}

/// `x * 2 ** by`, rounded once.
fn scaled(x: f64, by: i64) -> f64 {
    let (mantissa, exponent) = apart(x);
    match i64::from(exponent) + by {
        e if e > 1024 => f64::INFINITY.copysign(x),
        e if e > 1000 => mantissa * power(e - 100) * power(100),
        e if e > -1020 => mantissa * power(e),
        e if e < -1075 => 0f64.copysign(x),
        // Exact up to here; the last step rounds to a subnormal.
        e => mantissa * power(e + 60) * power(-60),
    }
}

/// `math.ldexp`
pub(super) fn ldexp(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let x = real(cx, f.args[0])?;
    let by = match cx.as_int(f.args[1]) {
        Some(Int::Small(i)) => i.clamp(-10_000, 10_000),
        Some(Int::Big(b)) if b.sign() == num_bigint::Sign::Minus => -10_000,
        Some(Int::Big(_)) => 10_000,
        None => return Err(cx.type_error("Expected an int as second argument to ldexp.")),
    };
    if x == 0.0 || !x.is_finite() {
        return done(x);
    }
    let y = scaled(x, by);
    if y.is_infinite() {
        return Err(range(cx));
    }
    done(y)
}

/// `math.ulp`
pub(super) fn ulp(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let x = real(cx, f.args[0])?.abs();
    if !x.is_finite() {
        return done(x);
    }
    let above = x.next_up();
    done(if above.is_infinite() { x - x.next_down() } else { above - x })
}

/// `math.nextafter`
pub(super) fn nextafter(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (x, y) = (real(cx, f.args[0])?, real(cx, f.args[1])?);
    done(if x.is_nan() || y.is_nan() {
        f64::NAN
    } else if x == y {
        y
    } else if x < y {
        x.next_up()
    } else {
        x.next_down()
    })
}

/// `math.fsum` of a list: partial sums that do not overlap keep every digit (Shewchuk 1997).
pub(super) fn fsum(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let items = cx.sequence(f.args[0]).unwrap_or(&[]).to_vec();
    let mut partials: Vec<f64> = Vec::new();
    let (mut special, mut infinite) = (0.0, 0.0);
    for item in items {
        let given = real(cx, item)?;
        if !given.is_finite() {
            infinite += if given.is_infinite() { given } else { 0.0 };
            special += given;
            continue;
        }
        let x = add_to(&mut partials, given);
        if !x.is_finite() {
            return Err(cx.error(classes::OVERFLOW_ERROR, "intermediate overflow in fsum"));
        }
        partials.push(x);
    }
    if f64::is_nan(infinite) {
        return Err(cx.value_error("-inf + inf in fsum"));
    }
    done(if special != 0.0 || special.is_nan() { special } else { rounded_once(&partials) })
}

/// Adds to the partial sums, smallest first; gives back the greatest, which has yet to be pushed.
fn add_to(partials: &mut Vec<f64>, mut x: f64) -> f64 {
    let mut kept = 0;
    for i in 0..partials.len() {
        let mut y = partials[i];
        if x.abs() < y.abs() {
            std::mem::swap(&mut x, &mut y);
        }
        let high = x + y;
        let low = y - (high - x);
        if low != 0.0 {
            partials[kept] = low;
            kept += 1;
        }
        x = high;
    }
    partials.truncate(kept);
    x
}

/// The sum of partial sums that do not overlap, rounded half to even.
fn rounded_once(partials: &[f64]) -> f64 {
    let Some((&greatest, mut rest)) = partials.split_last() else { return 0.0 };
    let (mut high, mut low) = (greatest, 0.0);
    while let Some((&y, below)) = rest.split_last() {
        let x = high;
        high = x + y;
        low = y - (high - x);
        rest = below;
        if low != 0.0 {
            break;
        }
    }
    // What stands below decides a tie that was rounded to even.
    if let Some(&next) = rest.last() {
        if low < 0.0 && next < 0.0 || low > 0.0 && next > 0.0 {
            let twice = low * 2.0;
            let x = high + twice;
            if twice == x - high {
                high = x;
            }
        }
    }
    high
}
