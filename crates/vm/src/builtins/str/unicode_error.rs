//! `UnicodeDecodeError` and `UnicodeEncodeError` (Objects/exceptions.c).

use crate::builtins::list::shared::done;
use crate::classes;
use crate::cx::Cx;
use crate::heap::Body;
use crate::native::{def, getter, Def, NativeFrame, NativeResult, Raise, Resumed};
use crate::value::{Ref, Value};

pub(super) const DECODE: &[Def] = &[
    def("__str__", "self, /", decode_text),
    getter("encoding", encoding),
    getter("object", object),
    getter("start", start),
    getter("end", end),
    getter("reason", reason),
];

pub(super) const ENCODE: &[Def] = &[
    def("__str__", "self, /", encode_text),
    getter("encoding", encoding),
    getter("object", object),
    getter("start", start),
    getter("end", end),
    getter("reason", reason),
];

/// Where coding failed, and why.
pub(super) struct Failure<'a> {
    /// The codec's name as messages show it.
    pub(super) encoding: &'a str,
    /// The first bad place.
    pub(super) start: usize,
    /// The place after the last bad one.
    pub(super) end: usize,
    /// Why.
    pub(super) reason: &'a str,
}

/// The exception for a failure of coding `object`.
pub(super) fn unicode_error(cx: &mut Cx<'_>, class: Ref, object: Value, at: &Failure<'_>) -> Raise {
    let (encoding, reason) = (cx.new_str(at.encoding), cx.new_str(at.reason));
    let args = [encoding, object, Value::int(at.start as i64), Value::int(at.end as i64), reason];
    let e = cx.new_exception(class, &args);
    cx.raise(e)
}

fn arg(cx: &Cx<'_>, f: &NativeFrame, i: usize) -> Value {
    let r = f.args[0].as_ref().expect("an exception");
    let args = cx.vm.heap.exception(r).args;
    cx.sequence(args).and_then(|args| args.get(i)).copied().unwrap_or(Value::NONE)
}

fn encoding(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(arg(cx, f, 0))
}

fn object(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(arg(cx, f, 1))
}

fn start(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(arg(cx, f, 2))
}

fn end(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(arg(cx, f, 3))
}

fn reason(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(arg(cx, f, 4))
}

/// The texts and numbers of the message; `None` if the exception was made of something else.
fn parts(cx: &Cx<'_>, f: &NativeFrame) -> Option<(String, i64, i64, String)> {
    let text = |i| cx.as_str(arg(cx, f, i)).map(|s| s.as_str().to_string());
    Some((text(0)?, cx.as_i64(arg(cx, f, 2))?, cx.as_i64(arg(cx, f, 3))?, text(4)?))
}

fn decode_text(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let Some((codec, start, end, reason)) = parts(cx, f) else { return done(crate::names::EMPTY.into()) };
    let byte = match cx.body(arg(cx, f, 1)) {
        Some(Body::Bytes(b)) => usize::try_from(start).ok().and_then(|at| b.get(at)).copied(),
        _ => None,
    };
    let text = match byte {
        Some(byte) if end == start + 1 => {
            format!("'{codec}' codec can't decode byte 0x{byte:02x} in position {start}: {reason}")
        }
        _ => format!("'{codec}' codec can't decode bytes in position {start}-{}: {reason}", end - 1),
    };
    done(cx.new_str(&text))
}

fn encode_text(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let Some((codec, start, end, reason)) = parts(cx, f) else { return done(crate::names::EMPTY.into()) };
    let bad = cx.as_str(arg(cx, f, 1)).and_then(|s| s.char_at(usize::try_from(start).ok()?));
    let text = match bad {
        Some(c) if end == start + 1 => {
            let shown = super::codec::escaped(c);
            format!("'{codec}' codec can't encode character '{shown}' in position {start}: {reason}")
        }
        _ => format!("'{codec}' codec can't encode characters in position {start}-{}: {reason}", end - 1),
    };
    done(cx.new_str(&text))
}

/// The class of a failure to decode.
pub(super) const DECODE_ERROR: Ref = classes::UNICODE_DECODE_ERROR;
/// The class of a failure to encode.
pub(super) const ENCODE_ERROR: Ref = classes::UNICODE_ENCODE_ERROR;
