//! `int` and `bool` (Objects/longobject.c, Objects/boolobject.c).

use super::list::shared::{class_argument, done};
use super::str::args::{again, int, needs_indices, not_an_integer};
use crate::classes;
use crate::cx::{Cx, Int};
use crate::format;
use crate::heap::Body;
use crate::native::{def, getter, new, ClassDef, Def, NativeFrame, NativeResult, Raise, Resumed, Step};
use crate::numbers::{self, MAX_DIGITS};
use crate::value::{Ref, Value};
use bytecode::PythonVersion;
use bytecode::{BinOp, UnOp};
use std::cmp::Ordering;

mod bytes;

pub(super) const CLASSES: &[ClassDef] = &[
    ClassDef { class: classes::INT, methods: OPERATORS },
    ClassDef { class: classes::INT, methods: METHODS },
    ClassDef { class: classes::BOOL, methods: BOOL },
];

const OPERATORS: &[Def] = &[
    def("__add__", "self, other, /", add),
    def("__radd__", "self, other, /", radd),
    def("__sub__", "self, other, /", sub),
    def("__rsub__", "self, other, /", rsub),
    def("__mul__", "self, other, /", mul),
    def("__rmul__", "self, other, /", rmul),
    def("__truediv__", "self, other, /", truediv),
    def("__rtruediv__", "self, other, /", rtruediv),
    def("__floordiv__", "self, other, /", floordiv),
    def("__rfloordiv__", "self, other, /", rfloordiv),
    def("__mod__", "self, other, /", modulo),
    def("__rmod__", "self, other, /", rmodulo),
    def("__lshift__", "self, other, /", lshift),
    def("__rlshift__", "self, other, /", rlshift),
    def("__rshift__", "self, other, /", rshift),
    def("__rrshift__", "self, other, /", rrshift),
    def("__and__", "self, other, /", and),
    def("__rand__", "self, other, /", rand),
    def("__or__", "self, other, /", or),
    def("__ror__", "self, other, /", ror),
    def("__xor__", "self, other, /", xor),
    def("__rxor__", "self, other, /", rxor),
    def("__divmod__", "self, other, /", divmod),
    def("__rdivmod__", "self, other, /", rdivmod),
    def("__pow__", "self, other, mod=, /", pow),
    def("__rpow__", "self, other, mod=, /", rpow),
    def("__neg__", "self, /", neg),
    def("__pos__", "self, /", pos),
    def("__abs__", "self, /", abs),
    def("__invert__", "self, /", invert),
    def("__lt__", "self, other, /", lt),
    def("__le__", "self, other, /", le),
    def("__eq__", "self, other, /", eq),
    def("__ne__", "self, other, /", ne),
    def("__gt__", "self, other, /", gt),
    def("__ge__", "self, other, /", ge),
    def("__hash__", "self, /", hash),
    def("__bool__", "self, /", truth),
];

const METHODS: &[Def] = &[
    new("cls, x=, /, base=", new_int),
    def("__repr__", "self, /", repr),
    def("__format__", "self, format_spec, /", format_),
    def("__index__", "self, /", plain),
    def("__int__", "self, /", plain),
    def("__trunc__", "self, /", plain),
    def("__floor__", "self, /", plain),
    def("__ceil__", "self, /", plain),
    def("__float__", "self, /", float),
    def("__round__", "self, ndigits=, /", round),
    def("__getnewargs__", "self, /", as_tuple),
    def("conjugate", "self, /", plain),
    def("bit_length", "self, /", bit_length),
    def("bit_count", "self, /", bit_count),
    def("as_integer_ratio", "self, /", ratio),
    def("to_bytes", "self, length, byteorder, *, signed=", bytes::to_bytes).only_in(PythonVersion::V310),
    def("to_bytes", "self, length=, byteorder=, *, signed=", bytes::to_bytes).only_in(PythonVersion::V311),
    def("from_bytes", "cls, bytes, byteorder, *, signed=", bytes::from_bytes)
        .class_method()
        .only_in(PythonVersion::V310),
    def("from_bytes", "cls, bytes, byteorder=, *, signed=", bytes::from_bytes)
        .class_method()
        .only_in(PythonVersion::V311),
    getter("real", plain),
    getter("numerator", plain),
    getter("imag", zero),
    getter("denominator", one),
];

const BOOL: &[Def] = &[
    new("cls, x=, /", new_bool),
    def("__repr__", "self, /", bool_repr),
    def("__and__", "self, other, /", and),
    def("__rand__", "self, other, /", rand),
    def("__or__", "self, other, /", or),
    def("__ror__", "self, other, /", ror),
    def("__xor__", "self, other, /", xor),
    def("__rxor__", "self, other, /", rxor),
];

/// `a op b` if both are ints, else NotImplemented.
fn binary(cx: &mut Cx<'_>, op: BinOp, a: Value, b: Value) -> NativeResult {
    if cx.as_int(a).is_none() || cx.as_int(b).is_none() {
        return done(Value::NOT_IMPLEMENTED);
    }
    let result = numbers::binary(cx, op, a, b)?;
    done(result.unwrap_or(Value::NOT_IMPLEMENTED))
}

macro_rules! operators {
    ($($name:ident $reflected:ident $op:ident;)*) => { $(
        fn $name(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
            binary(cx, BinOp::$op, f.args[0], f.args[1])
        }
        fn $reflected(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
            binary(cx, BinOp::$op, f.args[1], f.args[0])
        }
    )* };
}

operators! {
    add radd Add;
    sub rsub Sub;
    mul rmul Mul;
    truediv rtruediv Div;
    floordiv rfloordiv FloorDiv;
    modulo rmodulo Mod;
    lshift rlshift LShift;
    rshift rrshift RShift;
    and rand And;
    or ror Or;
    xor rxor Xor;
}

macro_rules! comparisons {
    ($($name:ident $holds:expr;)*) => { $(
        fn $name(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
            let holds: fn(Ordering) -> bool = $holds;
            let v = match (cx.as_int(f.args[0]), cx.as_int(f.args[1])) {
                (Some(a), Some(b)) => Value::bool(holds(a.as_text().cmp(&b.as_text()))),
                _ => Value::NOT_IMPLEMENTED,
            };
            done(v)
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

fn receiver(cx: &Cx<'_>, f: &NativeFrame) -> Int {
    cx.as_int(f.args[0]).expect("a method of int")
}

fn divide(cx: &mut Cx<'_>, a: Value, b: Value) -> NativeResult {
    if cx.as_int(a).is_none() || cx.as_int(b).is_none() {
        return done(Value::NOT_IMPLEMENTED);
    }
    let pair = numbers::divmod(cx, a, b)?;
    done(pair.unwrap_or(Value::NOT_IMPLEMENTED))
}

fn divmod(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    divide(cx, f.args[0], f.args[1])
}

fn rdivmod(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    divide(cx, f.args[1], f.args[0])
}

/// `pow(a, b, m)`; NotImplemented unless all are ints.
fn power(cx: &mut Cx<'_>, a: Value, b: Value, m: Value) -> NativeResult {
    let Some(modulus) = m.some() else { return binary(cx, BinOp::Pow, a, b) };
    match (cx.as_int(a), cx.as_int(b), cx.as_int(modulus)) {
        (Some(a), Some(b), Some(m)) => {
            let i = cx.checked(text::int::pow_mod(a.as_text(), b.as_text(), m.as_text()))?;
            done(cx.text_int(i))
        }
        _ => done(Value::NOT_IMPLEMENTED),
    }
}

fn pow(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    power(cx, f.args[0], f.args[1], f.args[2])
}

fn rpow(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    power(cx, f.args[1], f.args[0], f.args[2])
}

fn unary(cx: &mut Cx<'_>, op: UnOp, v: Value) -> NativeResult {
    done(numbers::unary(cx, op, v).expect("an operator of int"))
}

fn neg(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    unary(cx, UnOp::Neg, f.args[0])
}

fn pos(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    unary(cx, UnOp::Pos, f.args[0])
}

fn invert(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    unary(cx, UnOp::Invert, f.args[0])
}

fn abs(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(numbers::absolute(cx, f.args[0]).expect("an int"))
}

fn hash(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let hash = match receiver(cx, f) {
        Int::Small(i) => text::hash_i64(i),
        Int::Big(b) => text::hash_int(&b),
    };
    done(Value::int(hash))
}

fn truth(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(Value::bool(!receiver(cx, f).is_zero()))
}

/// The exact int.
pub(super) fn exact(cx: &mut Cx<'_>, i: Int) -> Value {
    match i {
        Int::Small(i) => Value::int(i),
        Int::Big(b) => cx.new_int((*b).clone()),
    }
}

fn plain(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let i = receiver(cx, f);
    done(exact(cx, i))
}

fn as_tuple(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let i = receiver(cx, f);
    let v = exact(cx, i);
    done(cx.new_tuple(&[v]))
}

fn zero(_: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(Value::int(0))
}

fn one(_: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(Value::int(1))
}

fn ratio(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let i = receiver(cx, f);
    let v = exact(cx, i);
    done(cx.new_tuple(&[v, Value::int(1)]))
}

fn float(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let x = text::int::int_to_float(receiver(cx, f).as_text());
    cx.checked(x).map(|x| Step::Return(Value::float(x)))
}

fn repr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let text = cx.checked(text::int_to_decimal(receiver(cx, f).as_text(), MAX_DIGITS))?;
    done(cx.new_str(&text))
}

fn bool_repr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let shown = if f.args[0].is(Value::TRUE) { "True" } else { "False" };
    done(cx.intern(shown).into())
}

fn format_(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    format_with(cx, f)
}

/// `__format__` of numbers and text.
pub(super) fn format_with(cx: &mut Cx<'_>, f: &NativeFrame) -> NativeResult {
    let Some(spec) = cx.as_str(f.args[1]) else {
        return Err(super::str::args::bad_argument(cx, "__format__() argument", f.args[1]));
    };
    if spec.is_empty() {
        return Ok(cx.tail("str_", &[f.args[0]]));
    }
    let text = format::format_builtin(cx, f.args[0], spec.as_str())?;
    done(cx.new_str(&text))
}

fn round(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let i = receiver(cx, f);
    if !f.args[1].is_set() {
        return done(exact(cx, i));
    }
    let digits = int(cx, f.args[1])?;
    let rounded = cx.checked(text::int::round_int(i.as_text(), digits.as_text()))?;
    done(cx.text_int(rounded))
}

fn bit_length(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(Value::int(text::int::bit_length(receiver(cx, f).as_text()) as i64))
}

fn bit_count(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(Value::int(text::int::bit_count(receiver(cx, f).as_text()) as i64))
}

fn new_bool(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    class_argument(cx, f.args[0], classes::BOOL)?;
    if !f.args[1].is_set() {
        return done(Value::FALSE);
    }
    match crate::operators::truth(cx, f.args[1]) {
        crate::keys::Answer::Known(truth) => done(Value::bool(truth)),
        crate::keys::Answer::Ask => Ok(cx.tail("truth", &[f.args[1]])),
    }
}

/// An int of a class: the exact one, or an object of a subclass.
pub(super) fn int_of_class(cx: &mut Cx<'_>, class: Ref, v: Value) -> Value {
    if class == classes::INT {
        return v;
    }
    let body = match cx.as_int(v).expect("an int") {
        Int::Small(i) => Body::Int(i),
        Int::Big(b) => Body::BigInt(b),
    };
    cx.new_object(class, body).into()
}

/// `int(x)`, `int(text, base)`
fn new_int(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = class_argument(cx, f.args[0], classes::INT)?;
    let (x, base) = (f.args[1], f.args[2]);
    if !x.is_set() {
        if base.is_set() {
            return Err(cx.type_error("int() missing string argument"));
        }
        return done(int_of_class(cx, class, Value::int(0)));
    }
    if base.is_set() {
        return with_base(cx, f, class);
    }
    let v = if crate::format::is_exact_number(cx, x) {
        whole(cx, x)?
    } else if let Some(digits) = digits_of(cx, x) {
        parse(cx, &digits, 10, x)?
    } else {
        return Ok(cx.tail("int_of", &[class.into(), x]));
    };
    done(int_of_class(cx, class, v))
}

/// The int that a number is when its fraction is cut off.
fn whole(cx: &mut Cx<'_>, x: Value) -> Result<Value, Raise> {
    if let Some(i) = cx.as_int(x) {
        return Ok(exact(cx, i));
    }
    let x = cx.as_float(x).expect("a number");
    let i = cx.checked(text::float_to_int(x))?;
    Ok(cx.text_int(i))
}

/// The text in which an int may be written: that of a str, or of bytes as ASCII.
fn digits_of(cx: &Cx<'_>, v: Value) -> Option<String> {
    match cx.body(v)? {
        Body::Str(s) => Some(s.as_str().to_string()),
        Body::Bytes(b) => Some(b.iter().map(|&b| char::from(b)).collect()),
        Body::ByteArray(b) => Some(b.iter().map(|&b| char::from(b)).collect()),
        _ => None,
    }
}

fn parse(cx: &mut Cx<'_>, digits: &str, base: u32, v: Value) -> Result<Value, Raise> {
    match text::parse_int(digits, base, MAX_DIGITS) {
        Ok(i) => Ok(cx.text_int(i)),
        Err(e) if cx.as_str(v).is_none() && e.message.starts_with("invalid literal") => {
            let shown = format::plain_repr(cx, v).unwrap_or_default();
            Err(cx.value_error(format!("invalid literal for int() with base {base}: {shown}")))
        }
        Err(e) => Err(cx.text_error(e)),
    }
}

fn with_base(cx: &mut Cx<'_>, f: &NativeFrame, class: Ref) -> NativeResult {
    if crate::sequences::has_index(cx, f.args[2]) {
        return again(cx, f);
    }
    let base = match cx.as_int(f.args[2]) {
        None => return Err(not_an_integer(cx, f.args[2])),
        // A base beyond the words is as wrong as 1.
        Some(Int::Small(base)) => u32::try_from(base).unwrap_or(1),
        Some(Int::Big(_)) => 1,
    };
    let Some(digits) = digits_of(cx, f.args[1]) else {
        return Err(cx.type_error("int() can't convert non-string with explicit base"));
    };
    let v = parse(cx, &digits, base, f.args[1])?;
    done(int_of_class(cx, class, v))
}
