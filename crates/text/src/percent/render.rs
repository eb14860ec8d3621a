//! Converting one value of a printf-style format.

use super::parse::{Conversion, ConversionEnd, Count, Flags};
use crate::error::{Error, Result};
use crate::float::{render, Code, Style};
use crate::int::{int_to_base, int_to_decimal, Base, IntRef};
use crate::limits::checked_run;

/// A conversion whose stars are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Directive {
    /// The flags; a negative width for a star has set `left`.
    pub flags: Flags,
    /// The least width in characters.
    pub width: u64,
    /// The precision, if given.
    pub precision: Option<u64>,
    /// The code, one of those of [`ConversionEnd::Code`].
    pub code: char,
}

impl Conversion {
    /// Puts the stars' values in: what [`star_width`] and [`star_precision`] made of them, 0 where there is no star.
    /// `None` when the conversion ends in an error.
    pub fn directive(&self, star_width: i64, star_precision: u64) -> Option<Directive> {
        let ConversionEnd::Code(code) = self.end else { return None };
        let mut flags = self.flags;
        let width = match self.width {
            Count::None => 0,
            Count::Fixed(width) => width,
            Count::Star => {
                flags.left |= star_width < 0;
                star_width.unsigned_abs()
            }
        };
        let precision = match self.precision {
            Count::None => None,
            Count::Fixed(precision) => Some(precision),
            Count::Star => Some(star_precision),
        };
        Some(Directive { flags, width, precision, code })
    }
}

/// The width that the int given for a `*` means; negative asks for padding after the value.
pub fn star_width(value: IntRef<'_>) -> Result<i64> {
    value.to_i64().ok_or_else(|| Error::overflow("Python int too large to convert to C ssize_t"))
}

/// The precision that the int given for a `*` means; a negative one is 0.
pub fn star_precision(value: IntRef<'_>) -> Result<u64> {
    let fitting = value.to_i64().and_then(|n| i32::try_from(n).ok());
    let precision = fitting.ok_or_else(|| Error::overflow("Python int too large to convert to C int"))?;
    Ok(u64::try_from(precision).unwrap_or(0))
}

/// `%d %i %u %o %x %X`. `max_digits` is `sys.get_int_max_str_digits()`, 0 for none.
pub fn percent_int(directive: &Directive, value: IntRef<'_>, max_digits: u32) -> Result<String> {
    let base = match directive.code {
        'o' => Some(Base::Octal),
        'x' | 'X' => Some(Base::Hex),
        _ => None,
    };
    let text = match base {
        Some(base) => int_to_base(value, base, false),
        None => int_to_decimal(value, max_digits)?,
    };
    let digits = text.trim_start_matches('-');
    let least = checked_run(directive.precision.unwrap_or(0))?;
    let zeros: String = std::iter::repeat_n('0', least.saturating_sub(digits.len())).collect();
    let mut prefix = base.filter(|_| directive.flags.alternate).map_or("", Base::prefix).to_owned();
    let mut body = zeros + digits;
    if directive.code == 'X' {
        body.make_ascii_uppercase();
        prefix.make_ascii_uppercase();
    }
    let head = sign_of(value.is_negative(), directive.flags).to_owned() + &prefix;
    pad_number(directive, &head, &body)
}

/// `%e %E %f %F %g %G`.
pub fn percent_float(directive: &Directive, value: f64) -> Result<String> {
    let code = match directive.code {
        'e' | 'E' => Code::Exponent,
        'f' | 'F' => Code::Fixed,
        _ => Code::General,
    };
    let style = Style {
        code,
        precision: checked_run(directive.precision.unwrap_or(6))?,
        alternate: directive.flags.alternate,
        add_point_zero: false,
        no_negative_zero: false,
    };
    let mut text = render(value, style);
    if directive.code.is_ascii_uppercase() {
        text.make_ascii_uppercase();
    }
    let (negative, body) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.as_str()),
    };
    pad_number(directive, sign_of(negative, directive.flags), body)
}

/// `%s %r %a`, given the text that `str`, `repr` or `ascii` made; the precision cuts it.
pub fn percent_str(directive: &Directive, text: &str) -> Result<String> {
    pad_text(directive, crate::format::truncate(text, directive.precision))
}

/// `%c`, given the character.
pub fn percent_char(directive: &Directive, c: char) -> Result<String> {
    pad_text(directive, c.encode_utf8(&mut [0; 4]))
}

/// The character that `%c` writes for an int.
pub fn char_from_int(value: IntRef<'_>) -> Result<char> {
    char_of_code(value.to_i64().unwrap_or(-1))
}

/// The character with a code point; surrogates are characters in Python but not here.
pub(crate) fn char_of_code(code: i64) -> Result<char> {
    let code = u32::try_from(code).ok().filter(|code| *code <= 0x10_ffff);
    let code = code.ok_or_else(|| Error::overflow("%c arg not in range(0x110000)"))?;
    char::from_u32(code).ok_or_else(|| Error::unsupported(format!("the lone surrogate U+{code:04X} in a string")))
}

fn sign_of(negative: bool, flags: Flags) -> &'static str {
    if negative {
        "-"
    } else if flags.plus {
        "+"
    } else if flags.space {
        " "
    } else {
        ""
    }
}

/// Zeros go between sign and digits and, as in CPython, after neither: padding after a number is always spaces.
fn pad_number(directive: &Directive, head: &str, body: &str) -> Result<String> {
    let padding = padding(directive, head.len() + body.len())?;
    if directive.flags.zero && !directive.flags.left {
        return Ok([head, &"0".repeat(padding), body].concat());
    }
    Ok(spaced(directive, &[head, body].concat(), padding))
}

fn pad_text(directive: &Directive, text: &str) -> Result<String> {
    let padding = padding(directive, text.chars().count())?;
    Ok(spaced(directive, text, padding))
}

fn padding(directive: &Directive, length: usize) -> Result<usize> {
    Ok(checked_run(directive.width)?.saturating_sub(length))
}

fn spaced(directive: &Directive, text: &str, padding: usize) -> String {
    let spaces = " ".repeat(padding);
    if directive.flags.left {
        [text, &spaces].concat()
    } else {
        [&spaces, text].concat()
    }
}
