//! `format(float, spec)`: `format_float_internal` of CPython's `formatter_unicode.c`, in the C locale.

use super::int::sign_of;
use super::layout::{lay_out, Parts};
use super::spec::{unknown_code, FormatSpec};
use crate::error::{Error, Result};
use crate::float::{render, Code, Style};
use crate::limits::checked_run;

/// Formats a float. `type_name` is what messages call its type.
pub fn format_float(value: f64, spec: &FormatSpec, type_name: &str) -> Result<String> {
    let style = style_of(spec, type_name)?;
    let percent = spec.code == Some('%');
    let mut text = render(if percent { value * 100.0 } else { value }, style);
    if matches!(spec.code, Some('E' | 'F' | 'G')) {
        text.make_ascii_uppercase();
    }
    if percent {
        text.push('%');
    }
    let (negative, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.as_str()),
    };
    let whole = unsigned.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = unsigned.split_at(whole);
    lay_out(&Parts { sign: sign_of(negative, spec), prefix: "", digits, rest }, spec, 3)
}

fn style_of(spec: &FormatSpec, type_name: &str) -> Result<Style> {
    let (code, default_precision) = match spec.code {
        // Without a type but with a precision it is `g` with at least one digit after the point.
        None if spec.precision.is_some() => (Code::General, 0),
        None => (Code::Shortest, 0),
        Some('e' | 'E') => (Code::Exponent, 6),
        Some('f' | 'F' | '%') => (Code::Fixed, 6),
        Some('g' | 'G' | 'n') => (Code::General, 6),
        Some(code) => return Err(unknown_code(code, type_name)),
    };
    let precision = spec.precision.unwrap_or(default_precision);
    if precision > i32::MAX as u64 {
        return Err(Error::value("precision too big"));
    }
    Ok(Style {
        code,
        precision: checked_run(precision)?,
        alternate: spec.alternate,
        add_point_zero: spec.code.is_none(),
        no_negative_zero: spec.no_negative_zero,
    })
}
