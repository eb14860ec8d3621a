//! `format(int, spec)`: `format_long_internal` of CPython's `formatter_unicode.c`.

use super::float::format_float;
use super::layout::{lay_out, Parts};
use super::spec::{unknown_code, FormatSpec, SignMode};
use crate::error::{Error, Result};
use crate::int::{int_to_base, int_to_decimal, int_to_float, Base, IntRef};
use crate::percent::char_of_code;

/// Formats an integer. `type_name` is what messages call its type (`int`, `bool`, or a subclass);
/// `max_digits` is `sys.get_int_max_str_digits()`, 0 for none.
pub fn format_int(value: IntRef<'_>, spec: &FormatSpec, type_name: &str, max_digits: u32) -> Result<String> {
    let code = spec.code.unwrap_or('d');
    match code {
        'b' | 'c' | 'd' | 'o' | 'x' | 'X' | 'n' => {}
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%' => return format_float(int_to_float(value)?, spec, type_name),
        _ => return Err(unknown_code(code, type_name)),
    }
    if spec.precision.is_some() {
        return Err(Error::value("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        return Err(Error::value("Negative zero coercion (z) not allowed in integer format specifier"));
    }
    if code == 'c' {
        return format_char(value, spec);
    }
    let base = match code {
        'b' => Some(Base::Binary),
        'o' => Some(Base::Octal),
        'x' | 'X' => Some(Base::Hex),
        _ => None,
    };
    let text = match base {
        Some(base) => int_to_base(value, base, false),
        None => int_to_decimal(value, max_digits)?,
    };
    let mut digits = text.trim_start_matches('-').to_owned();
    let mut prefix = base.filter(|_| spec.alternate).map_or("", Base::prefix).to_owned();
    if code == 'X' {
        digits.make_ascii_uppercase();
        prefix.make_ascii_uppercase();
    }
    let group = if base.is_some() { 4 } else { 3 };
    let sign = sign_of(value.is_negative(), spec);
    lay_out(&Parts { sign, prefix: &prefix, digits: &digits, rest: "" }, spec, group)
}

/// What is written before the digits.
pub(super) fn sign_of(negative: bool, spec: &FormatSpec) -> &'static str {
    match spec.sign {
        _ if negative => "-",
        Some(SignMode::Plus) => "+",
        Some(SignMode::Space) => " ",
        _ => "",
    }
}

/// Type `c`: the character with this code point.
fn format_char(value: IntRef<'_>, spec: &FormatSpec) -> Result<String> {
    if spec.sign.is_some() {
        return Err(Error::value("Sign not allowed with integer format specifier 'c'"));
    }
    if spec.alternate {
        return Err(Error::value("Alternate form (#) not allowed with integer format specifier 'c'"));
    }
    let Some(code) = value.to_i64() else {
        return Err(Error::overflow("Python int too large to convert to C long"));
    };
    let text = char_of_code(code)?.to_string();
    lay_out(&Parts { sign: "", prefix: "", digits: "", rest: &text }, spec, 3)
}
