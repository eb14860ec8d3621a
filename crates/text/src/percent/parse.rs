//! Taking a printf-style format apart.

use crate::error::{Error, Result};

/// The flags of a conversion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// `-`: padding after the value.
    pub left: bool,
    /// `+`: a sign before every number.
    pub plus: bool,
    /// A space: a space before every number that is not negative.
    pub space: bool,
    /// `#`: the alternate form.
    pub alternate: bool,
    /// `0`: numbers are padded with zeros.
    pub zero: bool,
}

/// A width or a precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Not given.
    None,
    /// Written out.
    Fixed(u64),
    /// `*`: the next value says it.
    Star,
}

/// The mapping key of a conversion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// Not given: the next value is meant.
    None,
    /// `%(name)`.
    Named(String),
    /// `%(` without its end. The caller still asks for a mapping first, then raises what [`Conversion::end`] holds.
    Unclosed,
}

/// How a conversion ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConversionEnd {
    /// One of `d i u o x X e E f F g G c r s a`.
    Code(char),
    /// To raise once the value has been fetched: the code is unknown.
    Unknown(Error),
    /// To raise before the value is fetched, but after what stands before: the conversion is broken off.
    Broken(Error),
}

/// One conversion, as in `%(key)-*.3f`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversion {
    /// The key, to be fetched first.
    pub key: Key,
    /// The flags.
    pub flags: Flags,
    /// The width, to be fetched next if it is a star.
    pub width: Count,
    /// The precision, to be fetched next if it is a star.
    pub precision: Count,
    /// The code or the error.
    pub end: ConversionEnd,
}

/// A piece of a format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PercentPiece {
    /// Text to copy.
    Literal(String),
    /// A value to convert. Nothing follows one that is broken.
    Conversion(Conversion),
}

/// Takes `format` apart. Errors are part of the pieces, for they are due only when the walk reaches them.
pub fn parse_percent(format: &str) -> Vec<PercentPiece> {
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let mut cursor = Cursor { rest: format, index: 0 };
    while let Some(c) = cursor.next() {
        if c != '%' {
            literal.push(c);
            continue;
        }
        if cursor.peek() == Some('%') {
            cursor.next();
            literal.push('%');
            continue;
        }
        if !literal.is_empty() {
            pieces.push(PercentPiece::Literal(std::mem::take(&mut literal)));
        }
        let conversion = cursor.conversion();
        let broken = !matches!(conversion.end, ConversionEnd::Code(_));
        pieces.push(PercentPiece::Conversion(conversion));
        if broken {
            break;
        }
    }
    if !literal.is_empty() {
        pieces.push(PercentPiece::Literal(literal));
    }
    pieces
}

/// The rest of a format and the number of characters before it.
struct Cursor<'a> {
    rest: &'a str,
    index: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.rest = &self.rest[c.len_utf8()..];
        self.index += 1;
        Some(c)
    }

    fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.next();
        }
        found
    }

    /// What follows a `%`.
    fn conversion(&mut self) -> Conversion {
        let mut conversion = Conversion {
            key: Key::None,
            flags: Flags::default(),
            width: Count::None,
            precision: Count::None,
            end: ConversionEnd::Code('s'),
        };
        conversion.end = self.fill(&mut conversion).unwrap_or_else(ConversionEnd::Broken);
        conversion
    }

    /// Reads a conversion's parts; an error leaves those that were read before it.
    fn fill(&mut self, conversion: &mut Conversion) -> Result<ConversionEnd> {
        conversion.key = self.key();
        if conversion.key == Key::Unclosed {
            return Err(Error::value("incomplete format key"));
        }
        conversion.flags = self.flags();
        conversion.width = self.count(i64::MAX as u64, "width too big")?;
        if self.take('.') {
            conversion.precision = match self.count(i32::MAX as u64, "precision too big")? {
                Count::None => Count::Fixed(0),
                given => given,
            };
        }
        // C's length modifiers mean nothing, but one is allowed.
        if matches!(self.peek(), Some('h' | 'l' | 'L')) {
            self.next();
        }
        let index = self.index;
        let code = self.next().ok_or_else(|| Error::value("incomplete format"))?;
        Ok(match code {
            'd' | 'i' | 'u' | 'o' | 'x' | 'X' | 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'c' | 'r' | 's' | 'a' => {
                ConversionEnd::Code(code)
            }
            _ => ConversionEnd::Unknown(unknown(code, index)),
        })
    }

    /// A key may hold balanced parentheses.
    fn key(&mut self) -> Key {
        if !self.take('(') {
            return Key::None;
        }
        let mut name = String::new();
        let mut depth = 1;
        while let Some(c) = self.next() {
            match c {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return Key::Named(name);
            }
            name.push(c);
        }
        Key::Unclosed
    }

    fn flags(&mut self) -> Flags {
        let mut flags = Flags::default();
        while let Some(c) = self.peek() {
            match c {
                '-' => flags.left = true,
                '+' => flags.plus = true,
                ' ' => flags.space = true,
                '#' => flags.alternate = true,
                '0' => flags.zero = true,
                _ => break,
            }
            self.next();
        }
        flags
    }

    fn count(&mut self, most: u64, too_big: &str) -> Result<Count> {
        if self.take('*') {
            return Ok(Count::Star);
        }
        let mut count = Count::None;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            let before = if let Count::Fixed(value) = count { value } else { 0 };
            let value = before.checked_mul(10).and_then(|n| n.checked_add(u64::from(digit)));
            count = Count::Fixed(value.filter(|n| *n <= most).ok_or_else(|| Error::value(too_big))?);
            self.next();
        }
        Ok(count)
    }
}

fn unknown(code: char, index: usize) -> Error {
    let number = u32::from(code);
    let shown = if matches!(code, '\x1f'..='~') { code } else { '?' };
    Error::value(format!("unsupported format character '{shown}' (0x{number:x}) at index {index}"))
}
