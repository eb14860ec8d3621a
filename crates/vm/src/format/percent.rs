//! `template % values` (Objects/unicodeobject.c `PyUnicode_Format`).
//!
//! Values that need no Python are converted here. Otherwise the prelude walks the plan of [`percent_plan`], makes each value
//! plain, and hands all of them to [`percent_prepared`].

use super::{plain_ascii, plain_repr, plain_str};
use crate::classes;
use crate::cx::{Cx, Int};
use crate::keys::Find;
use crate::names;
use crate::native::Raise;
use crate::numbers::{Operand, MAX_DIGITS};
use crate::value::Value;
use text::percent::*;

/// Where the values come from.
struct Source {
    values: Vec<Value>,
    at: usize,
    /// The values as a mapping, if they are one.
    mapping: Option<Value>,
    /// True once a key was used: then values may be left over.
    keyed: bool,
    /// True if the prelude has made the values plain: `%r` and `%a` find text, and keys were looked up.
    prepared: bool,
}

impl Source {
    fn next(&mut self, cx: &mut Cx<'_>) -> Result<Value, Raise> {
        let found = self.values.get(self.at).copied();
        self.at += 1;
        found.ok_or_else(|| cx.text_error(not_enough_arguments()))
    }
}

/// What is known of a piece: its text, or that Python has to be asked.
type Known<T> = Result<Option<T>, Raise>;

/// `template % args`; `None` if Python has to be asked.
///
/// # Errors
/// TypeError, ValueError, OverflowError, KeyError.
pub(crate) fn percent(cx: &mut Cx<'_>, template: &str, args: Value) -> Known<String> {
    let is_text = cx.as_str(args).is_some();
    let tuple = match cx.body(args) {
        Some(crate::heap::Body::Tuple(items)) => Some(items.to_vec()),
        _ => None,
    };
    let is_mapping = !is_text && tuple.is_none() && cx.find_special(args, names::GETITEM).is_some();
    let mapping = is_mapping.then_some(args);
    let values = tuple.unwrap_or_else(|| vec![args]);
    walk(cx, template, Source { values, at: 0, mapping, keyed: false, prepared: false })
}

/// The same with values that the prelude has made plain, one for each star and conversion.
///
/// # Errors
/// As [`percent`].
pub(crate) fn percent_prepared(cx: &mut Cx<'_>, template: &str, values: &[Value]) -> Known<String> {
    walk(cx, template, Source { values: values.to_vec(), at: 0, mapping: None, keyed: true, prepared: true })
}

fn walk(cx: &mut Cx<'_>, template: &str, mut source: Source) -> Known<String> {
    let mut out = String::new();
    for piece in parse_percent(template) {
        match piece {
            PercentPiece::Literal(text) => out += &text,
            PercentPiece::Conversion(conversion) => match one(cx, &conversion, &mut source)? {
                Some(text) => out += &text,
                None => return Ok(None),
            },
        }
    }
    let left_over = source.at < source.values.len() && source.mapping.is_none() && !source.keyed;
    if left_over {
        return Err(cx.text_error(not_all_converted()));
    }
    Ok(Some(out))
}

fn one(cx: &mut Cx<'_>, conversion: &Conversion, source: &mut Source) -> Known<String> {
    if !source.prepared {
        match &conversion.key {
            Key::None => {}
            Key::Unclosed if source.mapping.is_some() => {}
            Key::Unclosed => return Err(cx.text_error(mapping_required())),
            Key::Named(name) => match look_up(cx, name, source)? {
                Some(v) => {
                    source.values = vec![v];
                    source.at = 0;
                    source.keyed = true;
                }
                None => return Ok(None),
            },
        }
    }
    let width = match conversion.width {
        Count::Star => {
            let i = star(cx, source)?;
            cx.checked(star_width(i.as_text()))?
        }
        _ => 0,
    };
    let precision = match conversion.precision {
        Count::Star => {
            let i = star(cx, source)?;
            cx.checked(star_precision(i.as_text()))?
        }
        _ => 0,
    };
    if let ConversionEnd::Broken(error) = &conversion.end {
        return Err(cx.text_error(error.clone()));
    }
    let v = source.next(cx)?;
    if let ConversionEnd::Unknown(error) = &conversion.end {
        return Err(cx.text_error(error.clone()));
    }
    let directive = conversion.directive(width, precision).expect("a conversion with a code");
    convert(cx, &directive, v, source.prepared)
}

fn look_up(cx: &mut Cx<'_>, name: &str, source: &Source) -> Known<Value> {
    let Some(mapping) = source.mapping else { return Err(cx.text_error(mapping_required())) };
    if cx.class_of(mapping) != classes::DICT {
        return Ok(None);
    }
    let dict = mapping.as_ref().expect("a dict");
    let key = cx.new_str(name);
    match cx.vm.find_in_dict(dict, key, cx.vm.hash_str(name), 0) {
        Find::Found(slot) => Ok(cx.vm.heap.dict(dict).entry(slot).map(|e| e.value)),
        Find::Missing => Err(cx.key_error(key)),
        Find::Ask { .. } => Ok(None),
    }
}

fn star(cx: &mut Cx<'_>, source: &mut Source) -> Result<Int, Raise> {
    let v = source.next(cx)?;
    cx.as_int(v).ok_or_else(|| cx.text_error(star_wants_int()))
}

fn convert(cx: &mut Cx<'_>, directive: &Directive, v: Value, prepared: bool) -> Known<String> {
    match directive.code {
        's' | 'r' | 'a' => {
            let text = match directive.code {
                _ if prepared => cx.as_str(v).map(|s| s.as_str().to_string()),
                's' => plain_str(cx, v),
                'r' => plain_repr(cx, v),
                _ => plain_ascii(cx, v),
            };
            match text {
                Some(text) => cx.checked(percent_str(directive, &text)).map(Some),
                None => Ok(None),
            }
        }
        'c' => convert_char(cx, directive, v).map(Some),
        'd' | 'i' | 'u' | 'o' | 'x' | 'X' => convert_int(cx, directive, v),
        _ => convert_float(cx, directive, v),
    }
}

fn convert_char(cx: &mut Cx<'_>, directive: &Directive, v: Value) -> Result<String, Raise> {
    let c = match (cx.as_int(v), cx.as_str(v)) {
        (Some(i), _) => cx.checked(char_from_int(i.as_text()))?,
        (_, Some(s)) if s.len() == 1 => s.as_str().chars().next().expect("one character"),
        _ => return Err(cx.text_error(char_required())),
    };
    cx.checked(percent_char(directive, c))
}

fn convert_int(cx: &mut Cx<'_>, directive: &Directive, v: Value) -> Known<String> {
    let decimal = matches!(directive.code, 'd' | 'i' | 'u');
    let i = match cx.operand(v) {
        Some(Operand::Int(i)) => i,
        Some(Operand::Float(x)) if decimal => match cx.checked(text::float_to_int(x))? {
            text::Int::Small(i) => Int::Small(i),
            text::Int::Big(b) => Int::Big(b.into()),
        },
        _ if has_any(cx, v, &[names::INDEX]) || (decimal && has_any(cx, v, &[names::INT])) => return Ok(None),
        _ => {
            let name = cx.type_name(v);
            return Err(cx.text_error(number_required(directive.code, &name)));
        }
    };
    cx.checked(percent_int(directive, i.as_text(), MAX_DIGITS)).map(Some)
}

fn convert_float(cx: &mut Cx<'_>, directive: &Directive, v: Value) -> Known<String> {
    let x = match cx.operand(v) {
        Some(n) => cx.float_of(&n)?,
        None if has_any(cx, v, &[names::FLOAT, names::INDEX]) => return Ok(None),
        None => {
            let name = cx.type_name(v);
            return Err(cx.type_error(format!("must be real number, not {name}")));
        }
    };
    cx.checked(percent_float(directive, x)).map(Some)
}

fn has_any(cx: &mut Cx<'_>, v: Value, methods: &[crate::value::Ref]) -> bool {
    methods.iter().any(|&m| cx.find_special(v, m).is_some())
}

/// What the prelude has to fetch: for each conversion its key (a str, `None`, or `False` for one that is not closed), how many stars it has,
/// and its code (`''` if it breaks off before its value, `'?'` if it fails after it).
pub(crate) fn percent_plan(cx: &mut Cx<'_>, template: &str) -> Value {
    let mut plan = Vec::new();
    for piece in parse_percent(template) {
        let PercentPiece::Conversion(conversion) = piece else { continue };
        let key = match &conversion.key {
            Key::None => Value::NONE,
            Key::Unclosed => Value::FALSE,
            Key::Named(name) => cx.new_str(name),
        };
        let stars = [conversion.width, conversion.precision].iter().filter(|c| **c == Count::Star).count();
        let code = match conversion.end {
            ConversionEnd::Code(c) => cx.new_char(c),
            ConversionEnd::Unknown(_) => cx.new_char('?'),
            ConversionEnd::Broken(_) => cx.new_str(""),
        };
        plan.push(cx.new_tuple(&[key, Value::int(stars as i64), code]));
    }
    cx.new_list(plan)
}
