//! The name of a field: what it starts from, and the attributes and items to go through.

use crate::error::{Error, Result};
use crate::unicode::decimal_value;

/// What a field's name starts from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldHead {
    /// A positional argument.
    Index(i64),
    /// A keyword argument.
    Key(String),
}

/// A step from one object to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Accessor {
    /// `.name`.
    Attribute(String),
    /// `[7]`: the item with an int.
    Index(i64),
    /// `[name]`: the item with a string.
    Key(String),
    /// To raise when the walk comes here; nothing follows it.
    Broken(Error),
}

/// A field's name, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldName {
    /// The start.
    pub head: FieldHead,
    /// The steps from there, in order.
    pub accessors: Vec<Accessor>,
}

/// Whether a template's fields are numbered by hand or in turn; one for a template and all that nest in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AutoNumber {
    mode: Mode,
    next: i64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Mode {
    #[default]
    Undecided,
    Automatic,
    Manual,
}

impl AutoNumber {
    /// The next number of a field without a name.
    fn take(&mut self) -> Result<i64> {
        if self.mode == Mode::Manual {
            return Err(Error::value("cannot switch from manual field specification to automatic field numbering"));
        }
        self.mode = Mode::Automatic;
        self.next += 1;
        Ok(self.next - 1)
    }

    /// Notes a field that has its number.
    fn manual(&mut self) -> Result<()> {
        if self.mode == Mode::Automatic {
            return Err(Error::value("cannot switch from automatic field numbering to manual field specification"));
        }
        self.mode = Mode::Manual;
        Ok(())
    }
}

impl FieldName {
    /// Takes `name` apart; an empty start gets its number from `numbers`.
    pub fn parse(name: &str, numbers: &mut AutoNumber) -> Result<Self> {
        let end = name.find(['.', '[']).unwrap_or(name.len());
        let (first, rest) = name.split_at(end);
        let head = match index_of(first)? {
            Some(index) => {
                numbers.manual()?;
                FieldHead::Index(index)
            }
            None if first.is_empty() => FieldHead::Index(numbers.take()?),
            None => FieldHead::Key(first.to_owned()),
        };
        Ok(Self { head, accessors: accessors(rest) })
    }
}

fn accessors(text: &str) -> Vec<Accessor> {
    let mut found = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let accessor = accessor(&mut rest).unwrap_or_else(Accessor::Broken);
        let broken = matches!(accessor, Accessor::Broken(_));
        found.push(accessor);
        if broken {
            break;
        }
    }
    found
}

fn accessor(rest: &mut &str) -> Result<Accessor> {
    let empty = || Error::value("Empty attribute in format string");
    if let Some(after) = rest.strip_prefix('.') {
        let (name, left) = after.split_at(after.find(['.', '[']).unwrap_or(after.len()));
        *rest = left;
        return if name.is_empty() { Err(empty()) } else { Ok(Accessor::Attribute(name.to_owned())) };
    }
    let Some(after) = rest.strip_prefix('[') else {
        return Err(Error::value("Only '.' or '[' may follow ']' in format field specifier"));
    };
    let (name, left) = after.split_once(']').ok_or_else(|| Error::value("Missing ']' in format string"))?;
    *rest = left;
    match index_of(name)? {
        Some(index) => Ok(Accessor::Index(index)),
        None if name.is_empty() => Err(empty()),
        None => Ok(Accessor::Key(name.to_owned())),
    }
}

/// The number that `text` is, if it is nothing but decimal digits.
fn index_of(text: &str) -> Result<Option<i64>> {
    let mut value = None;
    for c in text.chars() {
        let Some(digit) = decimal_value(c) else { return Ok(None) };
        let next = value.unwrap_or(0i64).checked_mul(10).and_then(|n| n.checked_add(i64::from(digit)));
        value = Some(next.ok_or_else(|| Error::value("Too many decimal digits in format string"))?);
    }
    Ok(value)
}
