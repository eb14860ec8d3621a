//! Floats as decimal digits: `repr` and the codes `e`, `f`, `g` that `format` and `%` share.
//!
//! The layout follows `PyOS_double_to_string` of CPython's `pystrtod.c`; the digits come from Rust's exact
//! conversions, which round half to even on the exact value as CPython's do.

/// More digits than any float has after its point, so that those beyond are zeros.
const ALL_DIGITS: usize = 1100;

/// How the digits are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Code {
    /// One digit, a point, `precision` digits, an exponent.
    Exponent,
    /// `precision` digits after the point.
    Fixed,
    /// `precision` significant digits, without trailing zeros, with an exponent when far from one.
    General,
    /// The shortest digits that read back as the same float.
    Shortest,
}

/// A number style; see the fields.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    /// How the digits are chosen.
    pub code: Code,
    /// What [`Code`] says; not used by `Shortest`.
    pub precision: usize,
    /// The `#` flag: always a point, and `General` keeps its trailing zeros.
    pub alternate: bool,
    /// A number that would look like an integer gets `.0`.
    pub add_point_zero: bool,
    /// The `z` flag: no minus sign when all digits are zero.
    pub no_negative_zero: bool,
}

/// `repr(value)`.
pub fn float_repr(value: f64) -> String {
    render(
        value,
        Style { code: Code::Shortest, precision: 0, alternate: false, add_point_zero: true, no_negative_zero: false },
    )
}

/// The number in small letters, with a minus sign when it is negative.
pub(crate) fn render(value: f64, style: Style) -> String {
    if value.is_nan() {
        return "nan".into();
    }
    let magnitude = value.abs();
    let body = if magnitude.is_infinite() { "inf".into() } else { render_magnitude(magnitude, style) };
    let all_zero = || body.bytes().take_while(|b| *b != b'e').all(|b| matches!(b, b'0' | b'.'));
    if value.is_sign_negative() && !(style.no_negative_zero && all_zero()) {
        return format!("-{body}");
    }
    body
}

fn render_magnitude(magnitude: f64, style: Style) -> String {
    match style.code {
        Code::Fixed => fixed(magnitude, style),
        Code::Exponent => {
            let digits = Digits::rounded(magnitude, style.precision + 1);
            exponential(&digits, style)
        }
        Code::General => {
            let precision = style.precision.max(1);
            let mut digits = Digits::rounded(magnitude, precision);
            if !style.alternate {
                digits.trim();
            }
            let last = precision as i64 - i64::from(style.add_point_zero);
            if digits.point <= -4 || digits.point > last {
                exponential(&digits, style)
            } else {
                positional(&digits, style)
            }
        }
        Code::Shortest => {
            let digits = Digits::shortest(magnitude);
            if digits.point <= -4 || digits.point > 16 {
                exponential(&digits, style)
            } else {
                positional(&digits, style)
            }
        }
    }
}

fn fixed(magnitude: f64, style: Style) -> String {
    let mut text = format!("{magnitude:.*}", style.precision.min(ALL_DIGITS));
    if style.precision > ALL_DIGITS {
        text.extend(std::iter::repeat_n('0', style.precision - ALL_DIGITS));
    }
    if style.precision == 0 && style.alternate {
        text.push('.');
    }
    text
}

/// `d.ddde+xx`.
fn exponential(digits: &Digits, style: Style) -> String {
    let (first, rest) = digits.text.split_at(1);
    let point = if rest.is_empty() && !style.alternate { "" } else { "." };
    let exponent = digits.point - 1;
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{first}{point}{rest}e{sign}{:02}", exponent.unsigned_abs())
}

/// Digits around a point, with zeros on either side where they don't reach it.
fn positional(digits: &Digits, style: Style) -> String {
    let count = digits.text.len() as i64;
    let mut text = String::new();
    if digits.point <= 0 {
        text.push_str("0.");
        text.extend(std::iter::repeat_n('0', digits.point.unsigned_abs() as usize));
        text.push_str(&digits.text);
    } else if digits.point >= count {
        text.push_str(&digits.text);
        text.extend(std::iter::repeat_n('0', (digits.point - count) as usize));
        if style.add_point_zero {
            text.push_str(".0");
        } else if style.alternate {
            text.push('.');
        }
    } else {
        let (whole, fraction) = digits.text.split_at(digits.point as usize);
        text = [whole, ".", fraction].concat();
    }
    text
}

/// The value 0.`text` times ten to the power of `point`.
struct Digits {
    text: String,
    point: i64,
}

impl Digits {
    fn shortest(magnitude: f64) -> Self {
        Self::from_exponential(&format!("{magnitude:e}"))
    }

    /// Exactly `count` digits, rounded half to even on the exact value.
    fn rounded(magnitude: f64, count: usize) -> Self {
        let asked = count.min(ALL_DIGITS);
        let mut digits = Self::from_exponential(&format!("{magnitude:.*e}", asked - 1));
        digits.text.extend(std::iter::repeat_n('0', count - asked));
        digits
    }

    /// Takes Rust's `d.ddde-x` apart.
    fn from_exponential(text: &str) -> Self {
        let (digits, exponent) = text.split_once('e').unwrap_or((text, "0"));
        let exponent: i64 = exponent.parse().unwrap_or(0);
        Self { text: digits.replace('.', ""), point: exponent + 1 }
    }

    /// Drops trailing zeros, but not the last digit.
    fn trim(&mut self) {
        let kept = self.text.trim_end_matches('0').len().max(1);
        self.text.truncate(kept);
    }
}
