//! Literal text and replacement fields.

use crate::error::{Error, ErrorKind, Result};

/// How deep templates may nest: the template itself and the specifications in it.
pub const MAX_TEMPLATE_DEPTH: u32 = 2;

/// A replacement field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The name with its accessors, for [`super::FieldName::parse`].
    pub name: String,
    /// `r`, `s` or `a`; anything else is the caller's error [`bad_conversion`].
    pub conversion: Option<char>,
    /// The format specification.
    pub spec: String,
    /// Whether the specification holds fields: it is then a template itself, to be expanded first.
    pub nested: bool,
}

/// A piece of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplatePiece {
    /// Text to copy.
    Literal(String),
    /// A value to format.
    Field(Field),
    /// To raise when the walk comes here; nothing follows it.
    Broken(Error),
}

/// Takes `template` apart. Its error, if it has one, is the last piece: it is due after the effects of those before.
pub fn parse_template(template: &str) -> Vec<TemplatePiece> {
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let mut rest = template;
    while let Some(at) = rest.find(['{', '}']) {
        literal.push_str(&rest[..at]);
        let brace = &rest[at..=at];
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix(brace) {
            literal.push_str(brace);
            rest = after;
            continue;
        }
        match open_field(brace, &mut rest) {
            Ok(field) => {
                flush(&mut literal, &mut pieces);
                pieces.push(TemplatePiece::Field(field));
            }
            Err(error) => {
                flush(&mut literal, &mut pieces);
                pieces.push(TemplatePiece::Broken(error));
                return pieces;
            }
        }
    }
    literal.push_str(rest);
    flush(&mut literal, &mut pieces);
    pieces
}

fn flush(literal: &mut String, pieces: &mut Vec<TemplatePiece>) {
    if !literal.is_empty() {
        pieces.push(TemplatePiece::Literal(std::mem::take(literal)));
    }
}

/// What a single brace begins.
fn open_field(brace: &str, rest: &mut &str) -> Result<Field> {
    if brace == "}" {
        return Err(Error::value("Single '}' encountered in format string"));
    }
    if rest.is_empty() {
        return Err(Error::value("Single '{' encountered in format string"));
    }
    parse_field(rest)
}

/// The field after its opening brace; `rest` ends up after the closing one.
fn parse_field(rest: &mut &str) -> Result<Field> {
    let text = *rest;
    let (name, end) = field_name(text)?;
    let mut after = &text[end + 1..];
    let (mut conversion, mut delimiter) = (None, text.as_bytes()[end]);
    if delimiter == b'!' {
        let mut chars = after.chars();
        let Some(code) = chars.next() else {
            return Err(Error::value("end of string while looking for conversion specifier"));
        };
        conversion = Some(code);
        after = chars.as_str();
        // Without anything behind it the specification below finds no end either, and says so.
        delimiter = after.bytes().next().unwrap_or(b':');
        if !matches!(delimiter, b'}' | b':') {
            return Err(Error::value("expected ':' after conversion specifier"));
        }
        after = after.get(1..).unwrap_or("");
    }
    let mut field = Field { name: name.to_owned(), conversion, spec: String::new(), nested: false };
    if delimiter == b':' {
        let end = spec_end(after)?;
        field.spec = after[..end].to_owned();
        field.nested = field.spec.contains('{');
        after = &after[end + 1..];
    }
    *rest = after;
    Ok(field)
}

/// The name and where its delimiter stands: `}`, `:` or `!` outside brackets.
fn field_name(text: &str) -> Result<(&str, usize)> {
    let mut in_brackets = false;
    for (at, c) in text.char_indices() {
        match c {
            ']' => in_brackets = false,
            _ if in_brackets => {}
            '[' => in_brackets = true,
            '{' => return Err(Error::value("unexpected '{' in field name")),
            '}' | ':' | '!' => return Ok((&text[..at], at)),
            _ => {}
        }
    }
    Err(Error::value("expected '}' before end of string"))
}

/// Where the brace that closes the field stands, after a specification with balanced braces.
fn spec_end(text: &str) -> Result<usize> {
    let mut depth = 1;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Ok(at);
        }
    }
    Err(Error::value("unmatched '{' in format spec"))
}

/// A conversion other than `r`, `s` and `a`.
pub fn bad_conversion(conversion: char) -> Error {
    let shown = match conversion {
        '!'..='~' => conversion.to_string(),
        _ => format!("\\x{:x}", u32::from(conversion)),
    };
    Error::value(format!("Unknown conversion specifier {shown}"))
}

/// Fields nested deeper than [`MAX_TEMPLATE_DEPTH`].
pub fn recursion_exceeded() -> Error {
    Error::value("Max string recursion exceeded")
}

/// A positional field beyond the arguments.
pub fn index_out_of_range(index: i64) -> Error {
    Error {
        kind: ErrorKind::Index,
        message: format!("Replacement index {index} out of range for positional args tuple"),
    }
}

/// A positional field in `str.format_map`.
pub fn positional_in_map() -> Error {
    Error::value("Format string contains positional fields")
}
