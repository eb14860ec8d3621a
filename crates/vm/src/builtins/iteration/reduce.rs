//! Functions that make one value of many.

use super::{nothing_given, tuple_items};
use crate::builtins::list::plain_order;
use crate::builtins::list::shared::done;
use crate::classes;
use crate::cx::Cx;
use crate::keys::Answer;
use crate::native::{NativeFrame, NativeResult, Resumed};
use crate::operators;
use crate::value::Value;
use bytecode::BinOp;

/// A nesting of tuples deeper than this is left to the prelude.
const DEPTH: u32 = 16;

pub(super) fn sum(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (v, start) = (f.args[0], f.args[1].or(Value::int(0)));
    let Some(items) = cx.plain_items(v) else { return Ok(cx.tail("sum_", &[v, start])) };
    for (class, message) in [
        (classes::STR, "sum() can't sum strings [use ''.join(seq) instead]"),
        (classes::BYTES, "sum() can't sum bytes [use b''.join(seq) instead]"),
        (classes::BYTEARRAY, "sum() can't sum bytearray [use b''.join(seq) instead]"),
    ] {
        if cx.is_instance(start, class) {
            return Err(cx.type_error(message));
        }
    }
    let mut total = start;
    for item in items {
        if !operators::is_number(cx, total) || !operators::is_number(cx, item) {
            // From the start: nobody saw the additions so far, and the iterable may change from now on.
            return Ok(cx.tail("sum_", &[v, start]));
        }
        match operators::binary(cx, BinOp::Add, total, item)? {
            Some(v) => total = v,
            None => panic!("numbers can be added"),
        }
    }
    done(total)
}

pub(super) fn min(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    extreme(cx, f, "min", "min_")
}

pub(super) fn max(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    extreme(cx, f, "max", "max_")
}

/// `min` or `max`: the first of the smallest or largest. The prelude's function takes the iterable, the key
/// and, if there is one, the default.
fn extreme(cx: &mut Cx<'_>, f: &NativeFrame, name: &str, function: &str) -> NativeResult {
    let (key, default) = (f.args[0], f.args[1]);
    let given = tuple_items(cx, f.args[2]);
    let iterable = match given[..] {
        [] => return Err(nothing_given(cx, name)),
        [one] => one,
        _ if default.is_set() => {
            let message = format!("Cannot specify a default for {name}() with multiple positional arguments");
            return Err(cx.type_error(message));
        }
        _ => f.args[2],
    };
    if key.some().is_none() {
        if let Some(items) = cx.plain_items(iterable) {
            match plain_extreme(cx, &items, name == "max") {
                Some(found) => return done(found),
                None if items.is_empty() && default.is_set() => return done(default),
                None if items.is_empty() => return Err(cx.value_error(format!("{name}() arg is an empty sequence"))),
                None => {}
            }
        }
    }
    match default.is_set() {
        true => Ok(cx.tail(function, &[iterable, key.or(Value::NONE), default])),
        false => Ok(cx.tail(function, &[iterable, key.or(Value::NONE)])),
    }
}

/// `None` if there are no items, or if two of them cannot be compared without Python.
fn plain_extreme(cx: &Cx<'_>, items: &[Value], largest: bool) -> Option<Value> {
    let (&first, rest) = items.split_first()?;
    let mut best = first;
    for &item in rest {
        let order = plain_order(cx, item, best, DEPTH)?;
        if if largest { order.is_gt() } else { order.is_lt() } {
            best = item;
        }
    }
    Some(best)
}

pub(super) fn any(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    find_truth(cx, f, true, "any_")
}

pub(super) fn all(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    find_truth(cx, f, false, "all_")
}

/// Looks for an item of this truth; `any` and `all` differ in nothing else.
fn find_truth(cx: &mut Cx<'_>, f: &NativeFrame, wanted: bool, function: &str) -> NativeResult {
    let Some(items) = cx.plain_items(f.args[0]) else { return Ok(cx.tail(function, &[f.args[0]])) };
    for item in items {
        match operators::truth(cx, item) {
            Answer::Known(truth) if truth == wanted => return done(Value::bool(wanted)),
            Answer::Known(_) => {}
            Answer::Ask => return Ok(cx.tail(function, &[f.args[0]])),
        }
    }
    done(Value::bool(!wanted))
}
