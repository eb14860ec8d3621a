//! Integers against the answers of CPython 3.11.

mod table;

use table::{answer, bits, int};
use text::int::*;
use text::{parse_int, Error, ErrorKind, Result, DEFAULT_MAX_STR_DIGITS};

fn pair((quotient, remainder): (Int, Int)) -> String {
    format!("({quotient}, {remainder})")
}

fn number(value: Number) -> String {
    match value {
        Number::Int(value) => value.to_string(),
        Number::Float(value) => bits(value),
    }
}

fn plain(value: Int) -> String {
    answer(Ok(value))
}

fn compute(operation: &str, a: IntRef<'_>, b: IntRef<'_>) -> String {
    let exponent = int("100000000000000000007");
    match operation {
        "+" => plain(add(a, b)),
        "-" => plain(sub(a, b)),
        "*" => answer(mul(a, b)),
        "//" => answer(floordiv(a, b)),
        "%" => answer(modulo(a, b)),
        "divmod" => answer(divmod(a, b).map(pair)),
        "&" => plain(bit_and(a, b)),
        "|" => plain(bit_or(a, b)),
        "^" => plain(bit_xor(a, b)),
        "<<" => answer(lshift(a, b)),
        ">>" => answer(rshift(a, b)),
        "neg" => plain(neg(a)),
        "invert" => plain(invert(a)),
        "abs" => plain(abs(a)),
        "bit_length" => answer(Ok(bit_length(a))),
        "bit_count" => answer(Ok(bit_count(a))),
        "bin" => answer(Ok(int_to_base(a, Base::Binary, true))),
        "oct" => answer(Ok(int_to_base(a, Base::Octal, true))),
        "hex" => answer(Ok(int_to_base(a, Base::Hex, true))),
        "round" => answer(round_int(a, b)),
        "pow" => answer(int_pow(a, b).map(number)),
        "pow5" => answer(pow_mod(a, IntRef::Small(5), b)),
        "powbig" => answer(pow_mod(a, exponent.as_ref(), b)),
        "inverse" => answer(pow_mod(a, IntRef::Small(-1), b)),
        "cmp" => answer(Ok(a.cmp(&b) as i8)),
        other => panic!("the operation {other} is not known"),
    }
}

#[test]
fn operations() {
    table!("int_op").check(3, |row| compute(&row[0], int(&row[1]).as_ref(), int(&row[2]).as_ref()));
}

/// A small operand given as a big integer makes no difference.
#[test]
fn operations_on_big_operands() {
    table!("int_op").check(3, |row| {
        let (a, b) = (int(&row[1]), int(&row[2]));
        compute(&row[0], IntRef::Big(&a.as_ref().to_big()), IntRef::Big(&b.as_ref().to_big()))
    });
}

#[test]
fn reading() {
    table!("parse_int").check(2, |row| {
        let value = parse_int(&row[0], row[1].parse().expect("a base"), DEFAULT_MAX_STR_DIGITS);
        match value {
            // So long that CPython recorded it in base 16.
            Ok(value) if row[0].len() >= 1000 => answer(Ok(int_to_base(value.as_ref(), Base::Hex, true))),
            other => answer(other),
        }
    });
}

fn power_of_ten(exponent: i64) -> Result<Int> {
    match int_pow(IntRef::Small(10), IntRef::Small(exponent))? {
        Number::Int(value) => Ok(value),
        Number::Float(value) => panic!("an integer power gave {value}"),
    }
}

#[test]
fn ten_thousand_digits_there_and_back() {
    let value = sub(power_of_ten(10_000).expect("a power").as_ref(), IntRef::Small(1));
    let text = int_to_decimal(value.as_ref(), 0).expect("no limit");
    assert_eq!(text, "9".repeat(10_000));
    assert_eq!(parse_int(&text, 10, 0), Ok(value));
}

#[test]
fn decimal_digits_are_limited_as_in_cpython() {
    let (most, beyond) = (power_of_ten(4299).expect("a power"), power_of_ten(4300).expect("a power"));
    assert_eq!(int_to_decimal(most.as_ref(), 4300).map(|text| text.len()), Ok(4300));
    let error = int_to_decimal(neg(beyond.as_ref()).as_ref(), 4300).expect_err("4301 digits");
    assert_eq!(error.kind, ErrorKind::Value);
    assert_eq!(
        error.message,
        "Exceeds the limit (4300 digits) for integer string conversion; \
         use sys.set_int_max_str_digits() to increase the limit"
    );
    assert_eq!(int_to_decimal(power_of_ten(100_000).expect("a power").as_ref(), 4300), Err(error));
}

#[test]
fn results_beyond_the_limit_are_refused() {
    let limit = |result: Result<Number>| matches!(result, Err(Error { kind: ErrorKind::Limit, .. }));
    assert!(limit(int_pow(IntRef::Small(2), IntRef::Small(1 << 40))));
    assert!(limit(lshift(IntRef::Small(1), IntRef::Small(1 << 40)).map(Number::Int)));
    let huge = lshift(IntRef::Small(1), IntRef::Small((1 << 23) - 1)).expect("just within");
    assert!(limit(mul(huge.as_ref(), huge.as_ref()).map(Number::Int)));
    assert!(limit(int_pow(huge.as_ref(), IntRef::Small(2))));
    assert_eq!(round_int(huge.as_ref(), IntRef::Small(i64::MIN)), Ok(Int::Small(0)));
}
