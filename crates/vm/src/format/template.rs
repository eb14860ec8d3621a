//! `str.format` and `str.format_map` (Objects/stringlib/unicode_format.h).

use super::plain_format;
use crate::classes;
use crate::cx::Cx;
use crate::heap::Body;
use crate::keys::Find;
use crate::native::Raise;
use crate::value::{Ref, Value};
use bytecode::Conversion;
use text::template::*;

/// A piece of a template whose fields are numbered.
enum Piece {
    Literal(String),
    Field { name: FieldName, conversion: Result<Conversion, text::Error>, spec: Spec },
    Broken(text::Error),
}

enum Spec {
    Text(String),
    Nested(Vec<Piece>),
}

/// Takes a template apart, and the templates in its specifications. Errors stand where they are due.
fn parse(template: &str, depth: u32, numbers: &mut AutoNumber) -> Vec<Piece> {
    if depth == 0 {
        return vec![Piece::Broken(recursion_exceeded())];
    }
    let mut pieces = Vec::new();
    for piece in parse_template(template) {
        pieces.push(match piece {
            TemplatePiece::Literal(text) => Piece::Literal(text),
            TemplatePiece::Broken(error) => Piece::Broken(error),
            TemplatePiece::Field(field) => match FieldName::parse(&field.name, numbers) {
                Err(error) => Piece::Broken(error),
                Ok(name) => {
                    let spec = if field.nested {
                        Spec::Nested(parse(&field.spec, depth - 1, numbers))
                    } else {
                        Spec::Text(field.spec)
                    };
                    Piece::Field { name, conversion: conversion(field.conversion), spec }
                }
            },
        });
    }
    pieces
}

fn conversion(code: Option<char>) -> Result<Conversion, text::Error> {
    match code {
        None => Ok(Conversion::None),
        Some('s') => Ok(Conversion::Str),
        Some('r') => Ok(Conversion::Repr),
        Some('a') => Ok(Conversion::Ascii),
        Some(other) => Err(bad_conversion(other)),
    }
}

/// What the fields are taken from.
pub(crate) struct Arguments {
    /// The positional arguments; `None` for `format_map`.
    pub(crate) positional: Option<Vec<Value>>,
    /// A dict of the keywords, or any mapping.
    pub(crate) named: Value,
}

/// The template with its fields filled in; `None` if Python has to be asked.
///
/// # Errors
/// IndexError, KeyError, ValueError and what formatting raises.
pub(crate) fn expand(cx: &mut Cx<'_>, template: &str, args: &Arguments) -> Result<Option<String>, Raise> {
    let pieces = parse(template, MAX_TEMPLATE_DEPTH, &mut AutoNumber::default());
    fill(cx, &pieces, args)
}

fn fill(cx: &mut Cx<'_>, pieces: &[Piece], args: &Arguments) -> Result<Option<String>, Raise> {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Literal(text) => out += text,
            Piece::Broken(error) => return Err(cx.text_error(error.clone())),
            Piece::Field { name, conversion, spec } => {
                let Some(v) = value_of(cx, name, args)? else { return Ok(None) };
                let conversion = cx.checked(conversion.clone())?;
                let spec = match spec {
                    Spec::Text(text) => text.clone(),
                    Spec::Nested(pieces) => match fill(cx, pieces, args)? {
                        Some(text) => text,
                        None => return Ok(None),
                    },
                };
                let spec = cx.new_str(&spec);
                match plain_format(cx, conversion, v, spec)? {
                    Some(text) => out += &text,
                    None => return Ok(None),
                }
            }
        }
    }
    Ok(Some(out))
}

fn value_of(cx: &mut Cx<'_>, name: &FieldName, args: &Arguments) -> Result<Option<Value>, Raise> {
    let start = match (&name.head, &args.positional) {
        (FieldHead::Index(_), None) => return Err(cx.text_error(positional_in_map())),
        (FieldHead::Index(i), Some(values)) => match usize::try_from(*i).ok().and_then(|at| values.get(at)) {
            Some(&v) => Some(v),
            None => return Err(cx.text_error(index_out_of_range(*i))),
        },
        (FieldHead::Key(key), _) => key_in(cx, args.named, key)?,
    };
    let Some(mut v) = start else { return Ok(None) };
    for accessor in &name.accessors {
        let next = match accessor {
            Accessor::Broken(error) => return Err(cx.text_error(error.clone())),
            Accessor::Attribute(_) => None,
            Accessor::Index(i) => index_in(cx, v, *i),
            Accessor::Key(key) => key_in(cx, v, key)?,
        };
        match next {
            Some(next) => v = next,
            None => return Ok(None),
        }
    }
    Ok(Some(v))
}

/// An item of an exact dict; `None` leaves it to the prelude.
fn key_in(cx: &mut Cx<'_>, mapping: Value, key: &str) -> Result<Option<Value>, Raise> {
    let Some(dict) = exact_dict(cx, mapping) else { return Ok(None) };
    let name = cx.new_str(key);
    match cx.vm.find_in_dict(dict, name, cx.vm.hash_str(key), 0) {
        Find::Found(slot) => Ok(cx.vm.heap.dict(dict).entry(slot).map(|e| e.value)),
        Find::Missing => Err(cx.key_error(name)),
        Find::Ask { .. } => Ok(None),
    }
}

fn exact_dict(cx: &Cx<'_>, v: Value) -> Option<Ref> {
    v.as_ref().filter(|&r| cx.vm.heap.get(r).class == classes::DICT)
}

/// An item of an exact list or tuple; errors and everything else are the prelude's.
fn index_in(cx: &Cx<'_>, v: Value, i: i64) -> Option<Value> {
    let at = usize::try_from(i).ok()?;
    match (cx.body(v)?, cx.class_of(v)) {
        (Body::List(items), classes::LIST) => items.get(at).copied(),
        (Body::Tuple(items), classes::TUPLE) => items.get(at).copied(),
        _ => None,
    }
}

/// The pieces for the prelude: a str, an exception that is due there, or a tuple of where the field starts (an int or a str), the steps from
/// there (a tuple of pairs: 0 and an attribute, 1 and a key, 2 and an exception), the conversion (`''`, `'s'`, `'r'`, `'a'` or an exception) and
/// the specification (a str or such a list).
pub(crate) fn template_plan(cx: &mut Cx<'_>, template: &str) -> Value {
    let pieces = parse(template, MAX_TEMPLATE_DEPTH, &mut AutoNumber::default());
    plan(cx, &pieces)
}

fn plan(cx: &mut Cx<'_>, pieces: &[Piece]) -> Value {
    let items: Vec<Value> = pieces.iter().map(|piece| plan_piece(cx, piece)).collect();
    cx.new_list(items)
}

fn plan_piece(cx: &mut Cx<'_>, piece: &Piece) -> Value {
    let (name, conversion, spec) = match piece {
        Piece::Literal(text) => return cx.new_str(text),
        Piece::Broken(error) => return cx.text_error(error.clone()).0,
        Piece::Field { name, conversion, spec } => (name, conversion, spec),
    };
    let head = match &name.head {
        FieldHead::Index(i) => Value::int(*i),
        FieldHead::Key(key) => cx.new_str(key),
    };
    let steps: Vec<Value> = name.accessors.iter().map(|accessor| plan_step(cx, accessor)).collect();
    let steps = cx.new_tuple(&steps);
    let conversion = match conversion {
        Ok(Conversion::None) => cx.new_str(""),
        Ok(Conversion::Str) => cx.new_char('s'),
        Ok(Conversion::Repr) => cx.new_char('r'),
        Ok(Conversion::Ascii) => cx.new_char('a'),
        Err(error) => cx.text_error(error.clone()).0,
    };
    let spec = match spec {
        Spec::Text(text) => cx.new_str(text),
        Spec::Nested(pieces) => plan(cx, pieces),
    };
    cx.new_tuple(&[head, steps, conversion, spec])
}

fn plan_step(cx: &mut Cx<'_>, accessor: &Accessor) -> Value {
    let (kind, what) = match accessor {
        Accessor::Attribute(name) => (0, cx.intern(name).into()),
        Accessor::Index(i) => (1, Value::int(*i)),
        Accessor::Key(key) => (1, cx.new_str(key)),
        Accessor::Broken(error) => (2, cx.text_error(error.clone()).0),
    };
    cx.new_tuple(&[Value::int(kind), what])
}
