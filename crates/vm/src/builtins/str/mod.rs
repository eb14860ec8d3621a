//! `str` (Objects/unicodeobject.c).

pub(super) mod args;
pub(super) mod codec;
mod format;
mod intrinsics;
mod pad;
mod predicates;
mod search;
mod split;
mod translate;
mod unicode_error;

pub(super) use intrinsics::INTRINSICS;
pub(super) use translate::character;

use super::list::shared::{class_argument, done};
use super::range::slice;
use crate::classes;
use crate::cx::Cx;
use crate::heap::{Body, Str};
use crate::native::{def, new, ClassDef, Def, NativeFrame, NativeResult, Resumed};
use crate::sequences;
use crate::value::{Ref, Value};
use std::cmp::Ordering;
use std::rc::Rc;

pub(super) const CLASSES: &[ClassDef] = &[
    ClassDef { class: classes::STR, methods: METHODS },
    ClassDef { class: classes::STR, methods: search::METHODS },
    ClassDef { class: classes::STR, methods: split::METHODS },
    ClassDef { class: classes::STR, methods: pad::METHODS },
    ClassDef { class: classes::STR, methods: predicates::METHODS },
    ClassDef { class: classes::STR, methods: translate::METHODS },
    ClassDef { class: classes::STR, methods: format::METHODS },
    ClassDef { class: classes::UNICODE_DECODE_ERROR, methods: unicode_error::DECODE },
    ClassDef { class: classes::UNICODE_ENCODE_ERROR, methods: unicode_error::ENCODE },
];

const METHODS: &[Def] = &[
    new("cls, object=, encoding=, errors=", new_str),
    def("__repr__", "self, /", repr),
    def("__str__", "self, /", exact),
    def("__hash__", "self, /", hash),
    def("__len__", "self, /", len),
    def("__getitem__", "self, key, /", getitem),
    def("__contains__", "self, key, /", contains),
    def("__iter__", "self, /", iter),
    def("__add__", "self, other, /", add),
    def("__mul__", "self, count, /", mul),
    def("__rmul__", "self, count, /", mul),
    def("__lt__", "self, other, /", lt),
    def("__le__", "self, other, /", le),
    def("__eq__", "self, other, /", eq),
    def("__ne__", "self, other, /", ne),
    def("__gt__", "self, other, /", gt),
    def("__ge__", "self, other, /", ge),
    def("__getnewargs__", "self, /", as_tuple),
    def("encode", "self, encoding=, errors=", encode),
];

/// A str of a class: an exact one, or an object of a subclass with the same text.
pub(super) fn str_of_class(cx: &mut Cx<'_>, class: Ref, v: Value) -> Value {
    if class == classes::STR {
        return v;
    }
    let s = cx.as_str(v).expect("a str");
    cx.new_object(class, Body::Str(s)).into()
}

/// `str(object)`, `str(bytes, encoding, errors)`
fn new_str(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = class_argument(cx, f.args[0], classes::STR)?;
    let (v, encoding, errors) = (f.args[1], f.args[2], f.args[3]);
    if !v.is_set() {
        let empty = crate::names::EMPTY.into();
        return done(str_of_class(cx, class, empty));
    }
    if encoding.is_set() || errors.is_set() {
        let decoded = decode(cx, f)?;
        return done(str_of_class(cx, class, decoded));
    }
    if cx.class_of(v) == classes::STR {
        return done(str_of_class(cx, class, v));
    }
    match crate::format::plain_str(cx, v) {
        Some(text) => {
            let text = cx.new_str(&text);
            done(str_of_class(cx, class, text))
        }
        None if class == classes::STR => Ok(cx.tail("str_", &[v])),
        None => Ok(cx.tail("str_of", &[class.into(), v])),
    }
}

fn decode(cx: &mut Cx<'_>, f: &NativeFrame) -> Result<Value, crate::native::Raise> {
    let encoding = args::optional_text(cx, f.args[2], "str() argument 'encoding'")?;
    let errors = args::optional_text(cx, f.args[3], "str() argument 'errors'")?;
    let name = |s: &Option<Rc<Str>>, default: &str| s.as_ref().map_or(default, |s| s.as_str()).to_string();
    match cx.body(f.args[1]) {
        Some(Body::Bytes(_) | Body::ByteArray(_)) => {
            codec::decode(cx, f.args[1], &name(&encoding, "utf-8"), &name(&errors, "strict"))
        }
        Some(Body::Str(_)) => Err(cx.type_error("decoding str is not supported")),
        _ => {
            let kind = cx.type_name(f.args[1]);
            Err(cx.type_error(format!("decoding to str: need a bytes-like object, {kind} found")))
        }
    }
}

fn repr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let text = text::str_repr(args::receiver(cx, f).as_str());
    done(cx.new_str(&text))
}

/// The exact str.
fn exact(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(exact_str(cx, f.args[0]))
}

/// A str, or the exact one that an instance of a subclass is.
pub(super) fn exact_str(cx: &mut Cx<'_>, v: Value) -> Value {
    if cx.class_of(v) == classes::STR {
        return v;
    }
    let s = cx.as_str(v).expect("a str");
    cx.new_object(classes::STR, Body::Str(s)).into()
}

fn as_tuple(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let v = exact_str(cx, f.args[0]);
    done(cx.new_tuple(&[v]))
}

fn hash(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(Value::int(args::receiver(cx, f).hash(cx.vm.settings.version)))
}

fn len(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(Value::int(args::receiver(cx, f).len() as i64))
}

fn getitem(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if args::needs_indices(cx, f) {
        return args::again(cx, f);
    }
    let (s, key) = (args::receiver(cx, f), f.args[1]);
    if cx.as_int(key).is_some() {
        let found = cx.as_i64(key).and_then(|i| super::list::shared::place(i, s.len())).and_then(|i| s.char_at(i));
        return match found {
            Some(c) => done(cx.new_char(c)),
            None => Err(cx.index_error("string index out of range")),
        };
    }
    if cx.class_of(key) != classes::SLICE {
        let kind = match cx.is_before_311() {
            true => String::new(),
            false => format!(", not '{}'", cx.type_name(key)),
        };
        return Err(cx.type_error(format!("string indices must be integers{kind}")));
    }
    let r = key.as_ref().expect("a slice");
    match slice::span(cx, r, s.len())? {
        None => args::again(cx, f),
        Some(span) if span.step == 1 && span.count == s.len() => done(exact_str(cx, f.args[0])),
        Some(span) if span.step == 1 => done(cx.new_str(s.slice(span.start, span.start + span.count))),
        Some(span) => {
            let chars: Vec<char> = s.as_str().chars().collect();
            let picked: String = span.places().map(|at| chars[at]).collect();
            done(cx.new_str(&picked))
        }
    }
}

fn contains(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let s = args::receiver(cx, f);
    match cx.as_str(f.args[1]) {
        Some(part) => done(Value::bool(s.as_str().contains(part.as_str()))),
        None => {
            let name = cx.type_name(f.args[1]);
            Err(cx.type_error(format!("'in <string>' requires string as left operand, not {name}")))
        }
    }
}

fn iter(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(cx.new_fields(classes::STR_ITERATOR, &[f.args[0], Value::int(0)]))
}

/// A right operand of the program's class with `__radd__` is asked first: concatenation is no number's slot.
fn add(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if cx.as_str(f.args[1]).is_none() && sequences::may_answer(cx, f.args[1], crate::names::RADD) {
        return done(Value::NOT_IMPLEMENTED);
    }
    let v = sequences::concat(cx, f.args[0], f.args[1])?;
    done(v)
}

fn mul(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if args::needs_indices(cx, f) {
        return args::again(cx, f);
    }
    if cx.as_int(f.args[1]).is_none() && sequences::may_answer(cx, f.args[1], crate::names::RMUL) {
        return done(Value::NOT_IMPLEMENTED);
    }
    let v = sequences::repeat(cx, f.args[0], f.args[1])?;
    done(v)
}

macro_rules! comparisons {
    ($($name:ident $holds:expr;)*) => { $(
        fn $name(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
            let holds: fn(Ordering) -> bool = $holds;
            let s = args::receiver(cx, f);
            done(cx.as_str(f.args[1]).map_or(Value::NOT_IMPLEMENTED, |t| Value::bool(holds(s.as_str().cmp(t.as_str())))))
        }
    )* };
}

comparisons! {
    lt Ordering::is_lt;
    le Ordering::is_le;
    eq Ordering::is_eq;
    ne Ordering::is_ne;
    gt Ordering::is_gt;
    ge Ordering::is_ge;
}

fn encode(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let encoding = args::optional_text(cx, f.args[1], "encode() argument 'encoding'")?;
    let errors = args::optional_text(cx, f.args[2], "encode() argument 'errors'")?;
    let encoding = encoding.as_ref().map_or("utf-8", |s| s.as_str());
    let errors = errors.as_ref().map_or("strict", |s| s.as_str());
    let bytes = codec::encode(cx, f.args[0], encoding, errors)?;
    done(cx.new_bytes(&bytes))
}
