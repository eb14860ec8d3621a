//! The format mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`, read as
//! `parse_internal_render_format_spec` of CPython's `formatter_unicode.c` reads it.

use crate::error::{Error, Result};
use crate::unicode::decimal_value;

/// Where the padding goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// `<`: after the value.
    Left,
    /// `>`: before it.
    Right,
    /// `^`: on both sides, more of it after.
    Center,
    /// `=`: between sign and digits.
    AfterSign,
}

/// What stands before a number that is not negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignMode {
    /// `+`.
    Plus,
    /// `-`: nothing.
    Minus,
    /// A space.
    Space,
}

/// The separator of groups of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// `,`.
    Comma,
    /// `_`.
    Underscore,
}

impl Grouping {
    /// The character itself.
    pub fn separator(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Underscore => '_',
        }
    }
}

/// What kind of value is formatted, for the defaults that differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormatTarget {
    /// `str`: left, type `s`.
    Str,
    /// `int`: right, type `d`.
    Int,
    /// `float`: right, no type.
    Float,
}

/// A parsed format specification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormatSpec {
    /// The padding; a space unless given.
    pub fill: char,
    /// The alignment, the target's default unless given.
    pub align: Align,
    /// The sign mode, if given.
    pub sign: Option<SignMode>,
    /// `z`: a negative number that rounds to zero loses its sign.
    pub no_negative_zero: bool,
    /// `#`.
    pub alternate: bool,
    /// The least width in characters.
    pub width: Option<u64>,
    /// The grouping of digits, if given.
    pub grouping: Option<Grouping>,
    /// The precision, if given.
    pub precision: Option<u64>,
    /// The type character; the target's default unless given (`None` for floats).
    pub code: Option<char>,
}

impl FormatSpec {
    /// Parses `spec` for a value of `target`, whose Python type is called `type_name` in messages.
    pub fn parse(spec: &str, target: FormatTarget, type_name: &str) -> Result<Self> {
        let mut cursor = Cursor { rest: spec };
        let (default_align, default_code) = match target {
            FormatTarget::Str => (Align::Left, Some('s')),
            FormatTarget::Int => (Align::Right, Some('d')),
            FormatTarget::Float => (Align::Right, None),
        };
        let (fill, given_align) = cursor.fill_and_align();
        let sign = cursor.sign();
        let no_negative_zero = cursor.take('z');
        let alternate = cursor.take('#');
        let zero = fill.is_none() && cursor.take('0');
        let align = given_align.unwrap_or(match default_align {
            Align::Right if zero => Align::AfterSign,
            other => other,
        });
        let width = cursor.number()?;
        let grouping = cursor.grouping()?;
        let precision = cursor.precision()?;
        let code = cursor.code().ok_or_else(|| {
            Error::value(format!("Invalid format specifier '{spec}' for object of type '{type_name}'"))
        })?;
        let code = code.or(default_code);
        check_grouping(grouping, code)?;
        let fill = fill.unwrap_or(if zero { '0' } else { ' ' });
        Ok(Self { fill, align, sign, no_negative_zero, alternate, width, grouping, precision, code })
    }
}

/// The code is none of those that a value of the type knows.
pub(super) fn unknown_code(code: char, type_name: &str) -> Error {
    Error::value(format!("Unknown format code '{}' for object of type '{type_name}'", shown(code)))
}

/// Printable ASCII as itself, everything else by its number.
fn shown(code: char) -> String {
    match code {
        '!'..='\x7f' => code.to_string(),
        _ => format!("\\x{:x}", u32::from(code)),
    }
}

fn check_grouping(grouping: Option<Grouping>, code: Option<char>) -> Result<()> {
    let Some(grouping) = grouping else { return Ok(()) };
    match (code, grouping) {
        (None | Some('d' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F'), _) => Ok(()),
        (Some('b' | 'o' | 'x' | 'X'), Grouping::Underscore) => Ok(()),
        (Some(code), _) => {
            Err(Error::value(format!("Cannot specify '{}' with '{}'.", grouping.separator(), shown(code))))
        }
    }
}

fn align_of(c: char) -> Option<Align> {
    match c {
        '<' => Some(Align::Left),
        '>' => Some(Align::Right),
        '^' => Some(Align::Center),
        '=' => Some(Align::AfterSign),
        _ => None,
    }
}

/// The part of a specification that is still to be read.
struct Cursor<'a> {
    rest: &'a str,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    fn take(&mut self, wanted: char) -> bool {
        match self.rest.strip_prefix(wanted) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn fill_and_align(&mut self) -> (Option<char>, Option<Align>) {
        let mut chars = self.rest.chars();
        let (first, second) = (chars.next(), chars.next());
        if let Some(align) = second.and_then(align_of) {
            self.rest = chars.as_str();
            return (first, Some(align));
        }
        let align = first.and_then(align_of);
        if align.is_some() {
            self.rest = &self.rest[1..];
        }
        (None, align)
    }

    fn sign(&mut self) -> Option<SignMode> {
        [('+', SignMode::Plus), ('-', SignMode::Minus), (' ', SignMode::Space)]
            .into_iter()
            .find_map(|(c, mode)| self.take(c).then_some(mode))
    }

    /// A run of decimal digits, of any script as in CPython.
    fn number(&mut self) -> Result<Option<u64>> {
        let mut value: Option<u64> = None;
        while let Some((c, digit)) = self.peek().and_then(|c| Some((c, decimal_value(c)?))) {
            let next = value.unwrap_or(0).checked_mul(10).and_then(|n| n.checked_add(u64::from(digit)));
            // CPython's limit is that of a signed word.
            value = next.filter(|n| *n <= i64::MAX as u64);
            if value.is_none() {
                return Err(Error::value("Too many decimal digits in format string"));
            }
            self.rest = &self.rest[c.len_utf8()..];
        }
        Ok(value)
    }

    fn grouping(&mut self) -> Result<Option<Grouping>> {
        let both = || Err(Error::value("Cannot specify both ',' and '_'."));
        let comma = self.take(',');
        let underscore = self.take('_');
        if underscore && (comma || self.peek() == Some(',')) {
            return both();
        }
        Ok(match (comma, underscore) {
            (true, _) => Some(Grouping::Comma),
            (_, true) => Some(Grouping::Underscore),
            _ => None,
        })
    }

    fn precision(&mut self) -> Result<Option<u64>> {
        if !self.take('.') {
            return Ok(None);
        }
        match self.number()? {
            Some(value) => Ok(Some(value)),
            None => Err(Error::value("Format specifier missing precision")),
        }
    }

    /// The type character, if any; `None` when more than one character is left.
    fn code(&mut self) -> Option<Option<char>> {
        let mut chars = self.rest.chars();
        let code = chars.next();
        chars.as_str().is_empty().then_some(code)
    }
}
