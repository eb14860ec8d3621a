//! Built-in functions on numbers and text (Python/bltinmodule.c).

use super::list::shared::done;
use super::str::args::{again, int, needs_indices, not_an_integer};
use super::str::character;
use crate::cx::{Cx, Int};
use crate::format;
use crate::heap::Body;
use crate::native::{def, Def, NativeFrame, NativeResult, Resumed};
use crate::numbers::{self, Operand};
use crate::value::Value;
use bytecode::{BinOp, Conversion};
use text::Base;

/// The functions of this file.
pub(super) const FUNCTIONS: &[Def] = &[
    def("repr", "obj, /", repr),
    def("ascii", "obj, /", ascii),
    def("format", "value, format_spec=, /", format_),
    def("chr", "i, /", chr),
    def("ord", "c, /", ord),
    def("bin", "number, /", bin),
    def("oct", "number, /", oct),
    def("hex", "number, /", hex),
    def("abs", "x, /", abs),
    def("divmod", "x, y, /", divmod),
    def("pow", "base, exp, mod=", pow),
    def("round", "number, ndigits=", round),
    def("hash", "obj, /", hash),
];

/// True for the arguments that an int is wanted for, but that have to be asked: `f.args` is that one alone.
fn asks(cx: &mut Cx<'_>, f: &NativeFrame) -> bool {
    crate::sequences::has_index(cx, f.args[0])
}

fn repr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    match format::plain_repr(cx, f.args[0]) {
        Some(text) => done(cx.new_str(&text)),
        None => Ok(cx.tail("repr_", &[f.args[0]])),
    }
}

fn ascii(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    match format::plain_ascii(cx, f.args[0]) {
        Some(text) => done(cx.new_str(&text)),
        None => Ok(cx.tail("ascii_", &[f.args[0]])),
    }
}

fn format_(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let spec = f.args[1].or(crate::names::EMPTY.into());
    if cx.as_str(spec).is_none() {
        return Err(super::str::args::bad_argument(cx, "format() argument 2", spec));
    }
    match format::plain_format(cx, Conversion::None, f.args[0], spec)? {
        Some(text) => done(cx.new_str(&text)),
        None => Ok(cx.tail("format_", &[f.args[0], spec])),
    }
}

fn chr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if asks(cx, f) {
        return Ok(cx.tail("chr_", &[f.args[0]]));
    }
    match int(cx, f.args[0])? {
        Int::Small(i) if (0..0x11_0000).contains(&i) => {
            let c = character(cx, i as u32)?;
            done(cx.new_char(c))
        }
        Int::Small(i) if i32::try_from(i).is_ok() => Err(cx.value_error("chr() arg not in range(0x110000)")),
        _ => Err(cx.error(crate::classes::OVERFLOW_ERROR, "Python int too large to convert to C int")),
    }
}

fn ord(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let v = f.args[0];
    let (len, code) = match cx.body(v) {
        Some(Body::Str(s)) => (s.len(), s.char_at(0).map(|c| i64::from(u32::from(c)))),
        Some(Body::Bytes(b)) => (b.len(), b.first().map(|&b| i64::from(b))),
        Some(Body::ByteArray(b)) => (b.len(), b.first().map(|&b| i64::from(b))),
        _ => {
            let name = cx.type_name(v);
            return Err(cx.type_error(format!("ord() expected string of length 1, but {name} found")));
        }
    };
    match code {
        Some(code) if len == 1 => done(Value::int(code)),
        _ => Err(cx.type_error(format!("ord() expected a character, but string of length {len} found"))),
    }
}

fn in_base(cx: &mut Cx<'_>, f: &NativeFrame, base: Base, name: &str) -> NativeResult {
    if asks(cx, f) {
        let name = cx.new_str(name);
        return Ok(cx.tail("in_base", &[name, f.args[0]]));
    }
    let i = int(cx, f.args[0])?;
    let text = text::int_to_base(i.as_text(), base, true);
    done(cx.new_str(&text))
}

fn bin(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    in_base(cx, f, Base::Binary, "bin")
}

fn oct(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    in_base(cx, f, Base::Octal, "oct")
}

fn hex(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    in_base(cx, f, Base::Hex, "hex")
}

fn abs(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if format::is_exact_number(cx, f.args[0]) {
        return done(numbers::absolute(cx, f.args[0]).expect("a number"));
    }
    Ok(cx.tail("abs_", &[f.args[0]]))
}

fn divmod(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (a, b) = (f.args[0], f.args[1]);
    if format::is_exact_number(cx, a) && format::is_exact_number(cx, b) {
        let pair = numbers::divmod(cx, a, b)?;
        return done(pair.expect("two numbers"));
    }
    Ok(cx.tail("divmod_", &[a, b]))
}

fn pow(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (a, b) = (f.args[0], f.args[1]);
    let plain = format::is_exact_number(cx, a) && format::is_exact_number(cx, b);
    let Some(modulus) = f.args[2].some() else {
        if plain {
            let v = numbers::binary(cx, BinOp::Pow, a, b)?;
            return done(v.expect("numbers have powers"));
        }
        return Ok(cx.tail("pow_", &[a, b]));
    };
    if !plain || !format::is_exact_number(cx, modulus) {
        return Ok(cx.tail("pow_mod", &[a, b, modulus]));
    }
    match (cx.as_int(a), cx.as_int(b), cx.as_int(modulus)) {
        (Some(a), Some(b), Some(m)) => {
            let i = cx.checked(text::int::pow_mod(a.as_text(), b.as_text(), m.as_text()))?;
            done(cx.text_int(i))
        }
        _ => Err(cx.type_error("pow() 3rd argument not allowed unless all arguments are integers")),
    }
}

fn round(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if f.args[1].is_set() && needs_indices(cx, f) {
        return again(cx, f);
    }
    let (v, digits) = (f.args[0], f.args[1].some());
    if !format::is_exact_number(cx, v) {
        return Ok(cx.tail("round_", &[v, digits.unwrap_or(Value::NONE)]));
    }
    let digits = match digits {
        None => None,
        Some(d) => match cx.as_int(d) {
            Some(i) => Some(i),
            None => return Err(not_an_integer(cx, d)),
        },
    };
    let rounded = match (cx.operand(v).expect("a number"), digits) {
        (Operand::Int(i), None) => Ok(i.as_text().to_int()),
        (Operand::Int(i), Some(d)) => text::int::round_int(i.as_text(), d.as_text()),
        (Operand::Float(x), None) => text::float_round_to_int(x),
        (Operand::Float(x), Some(d)) => {
            let x = cx.checked(text::round_float(x, numbers::clamped(&d)))?;
            return done(Value::float(x));
        }
    };
    let i = cx.checked(rounded)?;
    done(cx.text_int(i))
}

fn hash(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    match cx.plain_hash(f.args[0])? {
        Some(hash) => done(Value::int(hash)),
        None => Ok(cx.tail("hash_", &[f.args[0]])),
    }
}
