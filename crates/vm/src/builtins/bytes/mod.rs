//! `bytes` and `bytearray` (Objects/bytesobject.c, Objects/bytearrayobject.c, Objects/bytes_methods.c).

mod array;
mod hex;
mod pad;
mod search;
mod split;

use super::list::shared::{class_argument, done, place};
use super::range::slice;
use super::str::args::{again, needs_indices, optional_text};
use super::str::codec;
use crate::classes;
use crate::cx::{Cx, Int};
use crate::heap::Body;
use crate::native::{def, new, ClassDef, Def, NativeFrame, NativeResult, Raise, Resumed};
use crate::sequences;
use crate::value::{Ref, Value};
use std::cmp::Ordering;

pub(super) const CLASSES: &[ClassDef] = &[
    ClassDef { class: classes::BYTES, methods: BYTES },
    ClassDef { class: classes::BYTEARRAY, methods: BYTEARRAY },
    ClassDef { class: classes::BYTEARRAY, methods: array::METHODS },
];

macro_rules! methods {
    ($new:expr) => {
        &[
            new("cls, source=, encoding=, errors=", $new),
            def("__repr__", "self, /", repr),
            def("__len__", "self, /", len),
            def("__getitem__", "self, key, /", getitem),
            def("__contains__", "self, key, /", search::contains),
            def("__iter__", "self, /", iter),
            def("__add__", "self, other, /", add),
            def("__mul__", "self, count, /", mul),
            def("__rmul__", "self, count, /", mul),
            def("__mod__", "self, values, /", modulo),
            def("__lt__", "self, other, /", lt),
            def("__le__", "self, other, /", le),
            def("__eq__", "self, other, /", eq),
            def("__ne__", "self, other, /", ne),
            def("__gt__", "self, other, /", gt),
            def("__ge__", "self, other, /", ge),
            def("decode", "self, encoding=, errors=", decode),
            def("hex", "self, sep=, bytes_per_sep=", hex::hex),
            def("fromhex", "cls, string, /", hex::fromhex).class_method(),
            def("find", "self, sub, start=, end=, /", search::find),
            def("rfind", "self, sub, start=, end=, /", search::rfind),
            def("index", "self, sub, start=, end=, /", search::index),
            def("rindex", "self, sub, start=, end=, /", search::rindex),
            def("count", "self, sub, start=, end=, /", search::count),
            def("startswith", "self, prefix, start=, end=, /", search::startswith),
            def("endswith", "self, suffix, start=, end=, /", search::endswith),
            def("replace", "self, old, new, count=, /", search::replace),
            def("removeprefix", "self, prefix, /", search::removeprefix),
            def("removesuffix", "self, suffix, /", search::removesuffix),
            def("translate", "self, table, /, delete=", search::translate),
            def("maketrans", "frm, to, /", search::maketrans).static_method(),
            def("partition", "self, sep, /", split::partition),
            def("rpartition", "self, sep, /", split::rpartition),
            def("split", "self, sep=, maxsplit=", split::split),
            def("rsplit", "self, sep=, maxsplit=", split::rsplit),
            def("splitlines", "self, keepends=", split::splitlines),
            def("join", "self, iterable, /", split::join),
            def("strip", "self, bytes=, /", pad::strip),
            def("lstrip", "self, bytes=, /", pad::lstrip),
            def("rstrip", "self, bytes=, /", pad::rstrip),
            def("center", "self, width, fillchar=, /", pad::center),
            def("ljust", "self, width, fillchar=, /", pad::ljust),
            def("rjust", "self, width, fillchar=, /", pad::rjust),
            def("zfill", "self, width, /", pad::zfill),
            def("expandtabs", "self, tabsize=", pad::expandtabs),
            def("lower", "self, /", pad::lower),
            def("upper", "self, /", pad::upper),
            def("title", "self, /", pad::title),
            def("capitalize", "self, /", pad::capitalize),
            def("swapcase", "self, /", pad::swapcase),
            def("isalpha", "self, /", pad::isalpha),
            def("isalnum", "self, /", pad::isalnum),
            def("isdigit", "self, /", pad::isdigit),
            def("isspace", "self, /", pad::isspace),
            def("isascii", "self, /", pad::isascii),
            def("islower", "self, /", pad::islower),
            def("isupper", "self, /", pad::isupper),
            def("istitle", "self, /", pad::istitle),
            def("__hash__", "self, /", hash),
        ]
    };
}

const BYTES: &[Def] = methods!(new_bytes);
const BYTEARRAY: &[Def] = methods!(new_bytearray);

/// The bytes of a bytes-like object.
pub(super) fn like(cx: &Cx<'_>, v: Value) -> Option<Vec<u8>> {
    match cx.body(v)? {
        Body::Bytes(b) => Some(b.to_vec()),
        Body::ByteArray(b) => Some(b.clone()),
        _ => None,
    }
}

/// The same of an argument that must be one.
///
/// # Errors
/// TypeError.
fn wanted(cx: &mut Cx<'_>, v: Value) -> Result<Vec<u8>, Raise> {
    match like(cx, v) {
        Some(bytes) => Ok(bytes),
        None => {
            let name = cx.type_name(v);
            Err(cx.type_error(format!("a bytes-like object is required, not '{name}'")))
        }
    }
}

fn receiver(cx: &Cx<'_>, f: &NativeFrame) -> Vec<u8> {
    like(cx, f.args[0]).expect("a method of bytes")
}

/// The receiver's bytes where they are.
fn own<'a>(cx: &'a Cx<'_>, f: &NativeFrame) -> &'a [u8] {
    match cx.body(f.args[0]) {
        Some(Body::Bytes(b)) => b,
        Some(Body::ByteArray(b)) => b,
        _ => panic!("a method of bytes"),
    }
}

/// Bytes of the receiver's kind: methods of a bytearray give bytearrays.
fn same_kind(cx: &mut Cx<'_>, f: &NativeFrame, bytes: Vec<u8>) -> Value {
    match cx.body(f.args[0]) {
        Some(Body::ByteArray(_)) => cx.new_object(classes::BYTEARRAY, Body::ByteArray(bytes)).into(),
        _ => cx.new_bytes(&bytes),
    }
}

/// A byte given as an int.
///
/// # Errors
/// ValueError if it is none, in these words.
fn byte(cx: &mut Cx<'_>, i: &Int, message: &str) -> Result<u8, Raise> {
    match i {
        Int::Small(i) if (0..256).contains(i) => Ok(*i as u8),
        _ => Err(cx.value_error(message)),
    }
}

fn of_class(cx: &mut Cx<'_>, class: Ref, bytes: Vec<u8>) -> Value {
    let body =
        if cx.vm.is_subclass(class, classes::BYTEARRAY) { Body::ByteArray(bytes) } else { Body::Bytes(bytes.into()) };
    cx.new_object(class, body).into()
}

fn new_bytes(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = class_argument(cx, f.args[0], classes::BYTES)?;
    if class == classes::BYTES && cx.class_of(f.args[1].or(Value::NONE)) == class && !f.args[2].is_set() {
        return done(f.args[1]);
    }
    construct(cx, f, class, "bytes")
}

fn new_bytearray(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = class_argument(cx, f.args[0], classes::BYTEARRAY)?;
    construct(cx, f, class, "bytearray")
}

fn construct(cx: &mut Cx<'_>, f: &NativeFrame, class: Ref, name: &str) -> NativeResult {
    let (source, encoding, errors) = (f.args[1], f.args[2], f.args[3]);
    if encoding.is_set() || errors.is_set() {
        let encoding = optional_text(cx, encoding, &format!("{name}() argument 'encoding'"))?;
        let errors = optional_text(cx, errors, &format!("{name}() argument 'errors'"))?;
        if !source.is_set() || cx.as_str(source).is_none() {
            let what = if encoding.is_some() { "encoding" } else { "errors" };
            return Err(cx.type_error(format!("{what} without a string argument")));
        }
        let encoding = encoding.as_ref().map_or("utf-8", |s| s.as_str());
        let errors = errors.as_ref().map_or("strict", |s| s.as_str());
        let bytes = codec::encode(cx, source, encoding, errors)?;
        return done(of_class(cx, class, bytes));
    }
    if !source.is_set() {
        return done(of_class(cx, class, Vec::new()));
    }
    if cx.as_str(source).is_some() {
        return Err(cx.type_error("string argument without an encoding"));
    }
    if let Some(bytes) = like(cx, source) {
        return done(of_class(cx, class, bytes));
    }
    if let Some(count) = cx.as_int(source) {
        return zeros(cx, class, &count);
    }
    if cx.sequence(source).is_some() {
        let items = cx.sequence(source).map(<[Value]>::to_vec).unwrap_or_default();
        if let Some(bytes) = from_ints(cx, &items, "bytes must be in range(0, 256)")? {
            return done(of_class(cx, class, bytes));
        }
    }
    Ok(cx.tail("bytes_of", &[class.into(), source]))
}

fn zeros(cx: &mut Cx<'_>, class: Ref, count: &Int) -> NativeResult {
    let Int::Small(count) = count else {
        return Err(cx.error(classes::OVERFLOW_ERROR, "cannot fit 'int' into an index-sized integer"));
    };
    let Ok(count) = usize::try_from(*count) else { return Err(cx.value_error("negative count")) };
    sequences::check_length(cx, count as u64)?;
    done(of_class(cx, class, vec![0; count]))
}

/// The bytes that ints spell; `None` if one has to be asked for its `__index__`.
fn from_ints(cx: &mut Cx<'_>, items: &[Value], message: &str) -> Result<Option<Vec<u8>>, Raise> {
    let mut bytes = Vec::with_capacity(items.len());
    for &item in items {
        match cx.as_int(item) {
            Some(i) => bytes.push(byte(cx, &i, message)?),
            None => return Ok(None),
        }
    }
    Ok(Some(bytes))
}

/// Bytes of a class from a list of exact ints: the end of the prelude's `bytes_of`.
pub(super) fn bytes_of_ints(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = cx.vm.as_class(f.args[0]).expect("the prelude passes a class");
    let items = cx.sequence(f.args[1]).map(<[Value]>::to_vec).unwrap_or_default();
    let message = if cx.vm.is_subclass(class, classes::BYTES) { "bytes must be in" } else { "byte must be in" };
    let bytes = from_ints(cx, &items, &format!("{message} range(0, 256)"))?.expect("the prelude passes ints");
    done(of_class(cx, class, bytes))
}

fn repr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let shown = text::bytes_repr(own(cx, f));
    let shown = match cx.body(f.args[0]) {
        Some(Body::ByteArray(_)) => format!("{}({shown})", cx.type_name(f.args[0])),
        _ => shown,
    };
    done(cx.new_str(&shown))
}

fn len(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(Value::int(own(cx, f).len() as i64))
}

/// A bytearray's is hidden by `None` in its namespace.
fn hash(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(Value::int(crate::hashes::hash_bytes(own(cx, f), cx.vm.settings.version)))
}

fn getitem(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let key = f.args[1];
    let is_array = matches!(cx.body(f.args[0]), Some(Body::ByteArray(_)));
    if cx.as_int(key).is_some() {
        let bytes = own(cx, f);
        let found = cx.as_i64(key).and_then(|i| place(i, bytes.len())).map(|at| bytes[at]);
        return match found {
            Some(b) => done(Value::int(i64::from(b))),
            None if is_array => Err(cx.index_error("bytearray index out of range")),
            None => Err(cx.index_error("index out of range")),
        };
    }
    if cx.class_of(key) != classes::SLICE {
        let (kind, name) = (if is_array { "bytearray" } else { "byte" }, cx.type_name(key));
        return Err(cx.type_error(format!("{kind} indices must be integers or slices, not {name}")));
    }
    let len = own(cx, f).len();
    let Some(span) = slice::span(cx, key.as_ref().expect("a slice"), len)? else { return again(cx, f) };
    let picked = span.places().map(|at| own(cx, f)[at]).collect();
    done(same_kind(cx, f, picked))
}

fn iter(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(cx.new_fields(classes::BYTES_ITERATOR, &[f.args[0], Value::int(0)]))
}

fn add(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if like(cx, f.args[1]).is_none() && sequences::may_answer(cx, f.args[1], crate::names::RADD) {
        return done(Value::NOT_IMPLEMENTED);
    }
    let v = sequences::concat(cx, f.args[0], f.args[1])?;
    done(v)
}

fn mul(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let v = sequences::repeat(cx, f.args[0], f.args[1])?;
    done(v)
}

fn modulo(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Err(cx.unsupported("formatting bytes with %", "format a str and encode it"))
}

macro_rules! comparisons {
    ($($name:ident $holds:expr;)*) => { $(
        fn $name(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
            let holds: fn(Ordering) -> bool = $holds;
            let other = like(cx, f.args[1]);
            done(other.map_or(Value::NOT_IMPLEMENTED, |other| Value::bool(holds(own(cx, f).cmp(&other)))))
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

fn decode(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let encoding = optional_text(cx, f.args[1], "decode() argument 'encoding'")?;
    let errors = optional_text(cx, f.args[2], "decode() argument 'errors'")?;
    let encoding = encoding.as_ref().map_or("utf-8", |s| s.as_str());
    let errors = errors.as_ref().map_or("strict", |s| s.as_str());
    let v = codec::decode(cx, f.args[0], encoding, errors)?;
    done(v)
}
