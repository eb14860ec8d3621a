//! Arguments of the methods of text, bytes and numbers.

use crate::classes;
use crate::cx::{Cx, Int};
use crate::heap::{Body, NativeFunction, Str};
use crate::native::{Args, NativeFrame, NativeResult, Raise};
use crate::sequences::has_index;
use crate::value::Value;
use std::ops::Range;
use std::rc::Rc;

/// True if an argument after the receiver is no int but has `__index__`: then [`again`] lets the prelude ask.
pub(in crate::builtins) fn needs_indices(cx: &mut Cx<'_>, f: &NativeFrame) -> bool {
    (1..f.args.len()).any(|i| has_index(cx, f.args[i]))
}

/// Calls this native again with the ints that `__index__` gives.
pub(in crate::builtins) fn again(cx: &mut Cx<'_>, f: &NativeFrame) -> NativeResult {
    let given = f.args.iter().rposition(|v| v.is_set()).map_or(0, |last| last + 1);
    let args: Args = f.args[..given].iter().map(|v| v.or(Value::NONE)).collect();
    let args = cx.new_tuple(&args);
    let body = Body::Native(NativeFunction { id: f.id, receiver: Value::UNSET });
    let native = cx.new_object(classes::NATIVE_FUNCTION, body);
    Ok(cx.tail("with_indices", &[native.into(), args]))
}

/// The receiver's text.
pub(in crate::builtins) fn receiver(cx: &Cx<'_>, f: &NativeFrame) -> Rc<Str> {
    cx.as_str(f.args[0]).expect("a method of str")
}

/// TypeError: an int was wanted.
pub(in crate::builtins) fn not_an_integer(cx: &mut Cx<'_>, v: Value) -> Raise {
    let name = cx.type_name(v);
    cx.type_error(format!("'{name}' object cannot be interpreted as an integer"))
}

/// An int of any size.
///
/// # Errors
/// TypeError.
pub(in crate::builtins) fn int(cx: &mut Cx<'_>, v: Value) -> Result<Int, Raise> {
    match cx.as_int(v) {
        Some(i) => Ok(i),
        None => Err(not_an_integer(cx, v)),
    }
}

/// A width or a count.
///
/// # Errors
/// TypeError, OverflowError.
pub(in crate::builtins) fn size(cx: &mut Cx<'_>, v: Value) -> Result<i64, Raise> {
    match int(cx, v)? {
        Int::Small(i) => Ok(i),
        Int::Big(_) => Err(cx.error(classes::OVERFLOW_ERROR, "Python int too large to convert to C ssize_t")),
    }
}

/// A flag, read as an int as CPython's methods do.
///
/// # Errors
/// TypeError.
pub(in crate::builtins) fn flag(cx: &mut Cx<'_>, v: Value) -> Result<bool, Raise> {
    if !v.is_set() {
        return Ok(false);
    }
    Ok(!int(cx, v)?.is_zero())
}

/// A count that may be missing: -1, as CPython has it, for all.
///
/// # Errors
/// TypeError, OverflowError.
pub(in crate::builtins) fn most(cx: &mut Cx<'_>, v: Value) -> Result<usize, Raise> {
    if !v.is_set() {
        return Ok(usize::MAX);
    }
    Ok(usize::try_from(size(cx, v)?).unwrap_or(usize::MAX))
}

/// An argument that must be a str; `what` begins the message: `replace() argument 1`.
///
/// # Errors
/// TypeError.
pub(in crate::builtins) fn text(cx: &mut Cx<'_>, v: Value, what: &str) -> Result<Rc<Str>, Raise> {
    match cx.as_str(v) {
        Some(s) => Ok(s),
        None => {
            if what.is_empty() {
                let name = cx.type_name(v);
                return Err(cx.type_error(format!("must be str, not {name}")));
            }
            Err(bad_argument(cx, what, v))
        }
    }
}

/// TypeError: an argument is no str (Python/getargs.c `_PyArg_BadArgument`, which calls `None` by its name).
pub(in crate::builtins) fn bad_argument(cx: &mut Cx<'_>, what: &str, v: Value) -> Raise {
    let name = if v.is_none() { "None".to_string() } else { cx.type_name(v) };
    cx.type_error(format!("{what} must be str, not {name}"))
}

/// An argument that must be a str if it is there.
///
/// # Errors
/// TypeError.
pub(in crate::builtins) fn optional_text(cx: &mut Cx<'_>, v: Value, what: &str) -> Result<Option<Rc<Str>>, Raise> {
    match v.is_set() {
        true => text(cx, v, what).map(Some),
        false => Ok(None),
    }
}

/// A bound of a search; `None` and a missing one are the default.
///
/// # Errors
/// TypeError.
fn bound(cx: &mut Cx<'_>, v: Value, default: i64) -> Result<i64, Raise> {
    if v.some().is_none() {
        return Ok(default);
    }
    match cx.as_int(v) {
        Some(i) => Ok(crate::numbers::clamped(&i)),
        None => Err(cx.type_error("slice indices must be integers or None or have an __index__ method")),
    }
}

/// The part of a sequence that `start` and `end` name; `None` if `start` is past its end.
///
/// # Errors
/// TypeError.
pub(in crate::builtins) fn span(
    cx: &mut Cx<'_>,
    start: Value,
    end: Value,
    len: usize,
) -> Result<Option<Range<usize>>, Raise> {
    let len = len as i64;
    let place = |i: i64| if i < 0 { i.saturating_add(len).max(0) } else { i };
    let (start, end) = (place(bound(cx, start, 0)?), place(bound(cx, end, i64::MAX)?).min(len));
    Ok((start <= end).then_some(start as usize..end as usize))
}
