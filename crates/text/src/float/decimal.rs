//! Decimal text to the nearest float, in exact integers.
//!
//! The language's own `str::parse` gives the same floats (the tests compare them) and is quicker, but brings tables of powers
//! that no compression makes smaller: a fiftieth of what the page's readers download.

use num_bigint::BigInt;
use num_traits::Num;

use crate::int::{true_divide, Int};

/// More digits than this decide nothing but whether anything follows: two neighbouring floats' middle has at most 767.
const MOST_DIGITS: usize = 800;
/// Numbers from ten to the power of this on are infinite.
const INFINITE: i64 = 310;
/// Numbers below ten to the power of this are zero.
const ZERO: i64 = -330;

/// The float that `number` spells, as `str::parse` reads it: a sign, and then digits with point and exponent, or `inf`,
/// `infinity`, `nan` in any case.
pub(super) fn read(number: &str) -> Option<f64> {
    let (negative, magnitude) = match number.as_bytes().first()? {
        b'-' => (true, &number[1..]),
        b'+' => (false, &number[1..]),
        _ => (false, number),
    };
    let magnitude = match magnitude.to_ascii_lowercase().as_str() {
        "inf" | "infinity" => f64::INFINITY,
        "nan" => f64::NAN,
        digits => finite(digits)?,
    };
    Some(if negative { -magnitude } else { magnitude })
}

/// Digits with point and exponent.
fn finite(text: &str) -> Option<f64> {
    let (digits, exponent) = match text.split_once('e') {
        Some((digits, exponent)) => (digits, read_exponent(exponent)?),
        None => (text, 0),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() + fraction.len() == 0 || !are_digits(whole) || !are_digits(fraction) {
        return None;
    }
    let all = format!("{whole}{fraction}");
    let significant = all.trim_start_matches('0');
    Some(nearest(significant, exponent.saturating_sub(fraction.len() as i64)))
}

/// Where an `i64` ends, the exponent has long decided.
fn read_exponent(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let magnitude = digits.parse().unwrap_or(i64::MAX);
    Some(if text.starts_with('-') { -magnitude } else { magnitude })
}

/// The digits, the first of them not zero, times ten to the power of `exponent`.
fn nearest(digits: &str, exponent: i64) -> f64 {
    let size = exponent.saturating_add(digits.len() as i64);
    if digits.is_empty() || size < ZERO {
        return 0.0;
    }
    if size > INFINITE {
        return f64::INFINITY;
    }
    let (digits, exponent) = match digits.split_at_checked(MOST_DIGITS) {
        Some((kept, rest)) if !rest.is_empty() => {
            let follows = if rest.trim_end_matches('0').is_empty() { '0' } else { '1' };
            (format!("{kept}{follows}"), exponent + rest.len() as i64 - 1)
        }
        _ => (digits.to_owned(), exponent),
    };
    let power = |exponent: i64| integer(&format!("1{:0<1$}", "", exponent.max(0) as usize));
    let scaled = integer(&format!("{digits}{:0<1$}", "", exponent.max(0) as usize));
    true_divide(scaled.as_ref(), power(-exponent).as_ref()).unwrap_or(f64::INFINITY)
}

/// Decimal digits as an integer.
fn integer(digits: &str) -> Int {
    match digits.parse() {
        Ok(small) => Int::Small(small),
        Err(_) => Int::Big(BigInt::from_str_radix(digits, 10).expect("they are digits")),
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    fn same(text: &str) {
        assert_eq!(read(text).map(f64::to_bits), text.parse().ok().map(f64::to_bits), "{text}");
    }

    #[test]
    fn the_language_reads_the_same() {
        let long = format!("1.{}1e-3", "0".repeat(900));
        let zeros = format!("0.{}7", "0".repeat(2000));
        let borders = [
            "9007199254740993",
            "9007199254740992.5",
            "9007199254740993.0000000000000000000000000000000000001",
            "4.9e-324",
            "2.4703282292062327208e-324",
            "2.4703282292062328e-324",
            "2.2250738585072011e-308",
            "1.7976931348623158e308",
            "1.7976931348623159e308",
            "1e309",
            "1e-400",
            "0e999999999999999999999",
            "1e-999999999999999999999",
            "1e999999999999999999999",
            "179769313486231580793728971405301e276",
            "00012.50e+1",
            &long,
            &zeros,
        ];
        let grammar = [
            "",
            "+",
            "-",
            ".",
            "e5",
            "1e",
            "1e+",
            ".e1",
            "1.",
            ".5",
            "-.5E-1",
            "+1.e2",
            "1..2",
            "1e2e3",
            "1e2.5",
            "--1",
            "+-1",
            "0x1",
            "inf",
            "-Infinity",
            "+nan",
            "-nan",
            "infinit",
            "1_0",
            " 1",
            "１",
            "-0",
            "-0.0e-7",
        ];
        borders.iter().chain(&grammar).for_each(|text| same(text));
    }

    /// Middles between neighbours are where a wrong rounding shows.
    #[test]
    fn neighbours_and_their_middles_are_told_apart() {
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        for _ in 0..3000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let float = f64::from_bits((state ^ (state >> 29)) & !(1 << 63));
            if float.is_finite() {
                same(&format!("{float:e}"));
                same(&format!("{float:.16e}"));
                same(&format!("{float:.2}"));
                let places = (state >> 40) as usize % 30;
                same(&format!("{float:.places$e}5"));
            }
        }
        for middle in [1u64 << 53, 1 << 54, (1 << 60) + (1 << 7), (1 << 62) - (1 << 8)] {
            (0..64).for_each(|i| same(&(middle + i).to_string()));
            same(&format!("{}.{}1", middle + 1, "0".repeat(850)));
        }
    }
}
