//! How values look: `repr`, `str`, `format`, `%` and `str.format`, as far as that needs no Python.
//!
//! Every function answers `None` where a class of the program, or of a library, has a say anywhere in the value: then
//! the prelude asks `__repr__` and its kin (`prelude/40_text.py`).

mod exceptions;
mod objects;
mod percent;
mod show;
mod template;

pub(crate) use exceptions::plain_exception_repr;
pub(crate) use percent::{percent, percent_plan, percent_prepared};
pub(crate) use template::{expand, template_plan, Arguments};

use crate::classes;
use crate::cx::Cx;
use crate::heap::Body;
use crate::names;
use crate::native::Raise;
use crate::numbers::{Operand, MAX_DIGITS};
use crate::value::{Ref, Value, View};
use bytecode::Conversion;
use text::{ErrorKind, FormatSpec, FormatTarget};

impl Cx<'_> {
    /// The exception that an error of the text crate stands for.
    pub(crate) fn text_error(&mut self, e: text::Error) -> Raise {
        let class = match e.kind {
            ErrorKind::Value => classes::VALUE_ERROR,
            ErrorKind::Type => classes::TYPE_ERROR,
            ErrorKind::Overflow => classes::OVERFLOW_ERROR,
            ErrorKind::ZeroDivision => classes::ZERO_DIVISION_ERROR,
            ErrorKind::Index => classes::INDEX_ERROR,
            ErrorKind::OverflowErrno => {
                let text = self.new_str(&e.message);
                let exception = self.new_exception(classes::OVERFLOW_ERROR, &[Value::int(34), text]);
                return self.raise(exception);
            }
            ErrorKind::Limit => return self.limit(&e.message),
            ErrorKind::Unsupported => return self.unsupported(&e.message, ""),
        };
        self.error(class, e.message)
    }

    /// A limit of the machine was met: no `except` catches it.
    pub(crate) fn limit(&mut self, what: &str) -> Raise {
        self.error(classes::UNSUPPORTED, format!("limit met: {what}"))
    }
}

/// The built-in class whose native method stands under a name in a class's order; `None` if Python has to be asked.
fn method_owner(cx: &mut Cx<'_>, class: Ref, name: Ref) -> Option<Ref> {
    let found = cx.vm.find_in_class(class, name)?;
    match cx.body(found) {
        Some(Body::Native(n)) => cx.vm.registry.get(n.id).owner,
        _ => None,
    }
}

/// `repr(v)`
pub fn plain_repr(cx: &mut Cx<'_>, v: Value) -> Option<String> {
    let mut writer = show::Writer::new();
    writer.show(cx, v)?;
    Some(writer.finish())
}

/// `str(v)`
pub fn plain_str(cx: &mut Cx<'_>, v: Value) -> Option<String> {
    let View::Ref(r) = v.view() else { return plain_repr(cx, v) };
    let object = cx.vm.heap.get(r);
    if let (Body::Str(s), classes::STR) = (&object.body, object.class) {
        return Some(s.as_str().to_string());
    }
    let class = object.class;
    let is_exception = matches!(object.body, Body::Exception(_));
    if class.index() < classes::COUNT as usize && !is_exception {
        return plain_repr(cx, v);
    }
    match method_owner(cx, class, names::STR)? {
        classes::OBJECT => plain_repr(cx, v),
        classes::STR => cx.as_str(v).map(|s| s.as_str().to_string()),
        owner => exceptions::plain_exception_str(cx, r, owner),
    }
}

/// `ascii(v)`
pub(crate) fn plain_ascii(cx: &mut Cx<'_>, v: Value) -> Option<String> {
    plain_repr(cx, v).map(|text| text::escape_non_ascii(&text))
}

/// `format(conversion(v), spec)`
///
/// # Errors
/// ValueError for a bad specification, TypeError for a value that takes none.
pub(crate) fn plain_format(
    cx: &mut Cx<'_>,
    conversion: Conversion,
    v: Value,
    spec: Value,
) -> Result<Option<String>, Raise> {
    let shown = match conversion {
        Conversion::None => return format_value(cx, v, spec),
        Conversion::Str => plain_str(cx, v),
        Conversion::Repr => plain_repr(cx, v),
        Conversion::Ascii => plain_ascii(cx, v),
    };
    let Some(spec) = cx.as_str(spec) else { return Ok(None) };
    match shown {
        Some(text) if spec.is_empty() => Ok(Some(text)),
        Some(text) => format_text(cx, &text, spec.as_str(), "str").map(Some),
        None => Ok(None),
    }
}

fn format_value(cx: &mut Cx<'_>, v: Value, spec: Value) -> Result<Option<String>, Raise> {
    let Some(spec) = cx.as_str(spec) else { return Ok(None) };
    let class = cx.class_of(v);
    let Some(owner) = method_owner(cx, class, names::FORMAT) else { return Ok(None) };
    if spec.is_empty() && (owner == classes::OBJECT || is_number_or_text(owner)) {
        return Ok(plain_str(cx, v));
    }
    match owner {
        classes::OBJECT => Err(no_format_string(cx, v)),
        _ if is_number_or_text(owner) => format_builtin(cx, v, spec.as_str()).map(Some),
        _ => Ok(None),
    }
}

fn is_number_or_text(class: Ref) -> bool {
    matches!(class, classes::INT | classes::BOOL | classes::FLOAT | classes::STR)
}

/// TypeError: the value's class formats only without a specification.
pub(crate) fn no_format_string(cx: &mut Cx<'_>, v: Value) -> Raise {
    let name = cx.type_name(v);
    cx.type_error(format!("unsupported format string passed to {name}.__format__"))
}

/// `int.__format__`, `float.__format__` or `str.__format__` with a specification that is not empty.
///
/// # Errors
/// ValueError and OverflowError of the format mini-language.
pub(crate) fn format_builtin(cx: &mut Cx<'_>, v: Value, spec: &str) -> Result<String, Raise> {
    let name = cx.type_name(v);
    if let Some(s) = cx.as_str(v) {
        return format_text(cx, s.as_str(), spec, &name);
    }
    let result = match cx.operand(v) {
        Some(Operand::Int(i)) => FormatSpec::parse(spec, FormatTarget::Int, &name)
            .and_then(|spec| text::format_int(i.as_text(), &spec, &name, MAX_DIGITS)),
        Some(Operand::Float(x)) => {
            FormatSpec::parse(spec, FormatTarget::Float, &name).and_then(|spec| text::format_float(x, &spec, &name))
        }
        None => panic!("{name} is neither number nor text"),
    };
    cx.checked(result)
}

fn format_text(cx: &mut Cx<'_>, value: &str, spec: &str, name: &str) -> Result<String, Raise> {
    let result = FormatSpec::parse(spec, FormatTarget::Str, name).and_then(|spec| text::format_str(value, &spec, name));
    cx.checked(result)
}

/// True for an int, a bool or a float of exactly these classes.
pub(crate) fn is_exact_number(cx: &Cx<'_>, v: Value) -> bool {
    crate::operators::is_number(cx, v)
}
