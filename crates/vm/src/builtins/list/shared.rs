//! What lists, tuples and ranges have in common: indices, spans, repetition, comparison, searching.

use crate::classes;
use crate::cx::{Cx, Int};
use crate::heap::Body;
use crate::keys::Answer;
use crate::names;
use crate::native::{Args, NativeFrame, NativeResult, Raise, Step};
use crate::operators;
use crate::sequences;
use crate::value::{Ref, Value, View};
use bytecode::CmpOp;

/// The receiver of a method.
pub(in crate::builtins) fn receiver(f: &NativeFrame) -> Ref {
    object(f.args[0])
}

/// The object that a value is known to be.
pub(in crate::builtins) fn object(v: Value) -> Ref {
    v.as_ref().expect("an object")
}

/// The end of most methods.
pub(in crate::builtins) fn done(v: Value) -> NativeResult {
    Ok(Step::Return(v))
}

/// A count as a Python int.
pub(in crate::builtins) fn count(n: usize) -> Value {
    Value::int(n as i64)
}

/// An int, clamped to 64 bits; `None` if it is no int.
pub(in crate::builtins) fn clamped(cx: &Cx<'_>, v: Value) -> Option<i64> {
    match cx.as_int(v)? {
        Int::Small(i) => Some(i),
        Int::Big(b) if b.sign() == num_bigint::Sign::Minus => Some(i64::MIN),
        Int::Big(_) => Some(i64::MAX),
    }
}

/// An int as an index of a sequence; `None` if it is no int.
///
/// # Errors
/// IndexError for more than 64 bits.
pub(in crate::builtins) fn index(cx: &mut Cx<'_>, v: Value) -> Result<Option<i64>, Raise> {
    match cx.as_int(v) {
        None => Ok(None),
        Some(Int::Small(i)) => Ok(Some(i)),
        Some(Int::Big(_)) => {
            let name = cx.type_name(v);
            Err(cx.index_error(format!("cannot fit '{name}' into an index-sized integer")))
        }
    }
}

/// The place of an index that may count from the end.
pub(in crate::builtins) fn place(i: i64, len: usize) -> Option<usize> {
    let i = if i < 0 { i.checked_add(len as i64)? } else { i };
    usize::try_from(i).ok().filter(|&i| i < len)
}

/// A bound of a search (`index(v, start, stop)`), clamped as a slice's; `None` if it is no int.
pub(in crate::builtins) fn bound(cx: &Cx<'_>, v: Value, len: usize) -> Option<usize> {
    let i = clamped(cx, v)?;
    let i = if i < 0 { i.saturating_add(len as i64).max(0) } else { i };
    Some(usize::try_from(i).unwrap_or(usize::MAX).min(len))
}

/// The class argument of a built-in `__new__` (Objects/typeobject.c `tp_new_wrapper`).
///
/// # Errors
/// TypeError if it is no class or not below `owner`.
pub(in crate::builtins) fn class_argument(cx: &mut Cx<'_>, v: Value, owner: Ref) -> Result<Ref, Raise> {
    let name = cx.vm.class(owner).name.clone();
    let Some(class) = cx.vm.as_class(v) else {
        let got = cx.type_name(v);
        return Err(cx.type_error(format!("{name}.__new__(X): X is not a type object ({got})")));
    };
    if cx.vm.is_subclass(class, owner) {
        return Ok(class);
    }
    let sub = cx.vm.class(class).name.clone();
    Err(cx.type_error(format!("{name}.__new__({sub}): {sub} is not a subtype of {name}")))
}

/// The one optional argument of `list()`, `set()` and their kin, from `*args` and `**kwargs`.
///
/// # Errors
/// TypeError for more, or for keywords.
pub(in crate::builtins) fn one_argument(
    cx: &mut Cx<'_>,
    name: &str,
    args: Value,
    keywords: Value,
) -> Result<Option<Value>, Raise> {
    if !cx.vm.heap.dict(object(keywords)).is_empty() {
        return Err(cx.type_error(format!("{name}() takes no keyword arguments")));
    }
    let items = cx.vm.heap.tuple(object(args));
    match items.len() {
        0 | 1 => Ok(items.first().copied()),
        n => Err(cx.type_error(format!("{name} expected at most 1 argument, got {n}"))),
    }
}

/// An alias `list[int]`.
pub(in crate::builtins) fn class_getitem(
    cx: &mut Cx<'_>,
    f: &mut NativeFrame,
    _: crate::native::Resumed,
) -> NativeResult {
    let parameters = match cx.class_of(f.args[1]) {
        classes::TUPLE => f.args[1],
        _ => cx.new_tuple(&[f.args[1]]),
    };
    done(cx.new_fields(classes::GENERIC_ALIAS, &[f.args[0], parameters]))
}

/// A sequence's items; empty for anything else.
pub(in crate::builtins) fn items(cx: &Cx<'_>, r: Ref) -> Vec<Value> {
    cx.sequence(r.into()).map(<[Value]>::to_vec).unwrap_or_default()
}

/// `a + b`; an operand with a `__radd__` of its own has its turn first, as the order of CPython's slots has it.
pub(in crate::builtins) fn add(cx: &mut Cx<'_>, f: &NativeFrame) -> NativeResult {
    if sequences::may_answer(cx, f.args[1], names::RADD) && cx.sequence(f.args[1]).is_none() {
        return done(Value::NOT_IMPLEMENTED);
    }
    done(sequences::concat(cx, f.args[0], f.args[1])?)
}

/// `a * n`; an operand with a `__rmul__` of its own has its turn first.
pub(in crate::builtins) fn mul(cx: &mut Cx<'_>, f: &NativeFrame) -> NativeResult {
    if sequences::may_answer(cx, f.args[1], names::RMUL) && cx.as_int(f.args[1]).is_none() {
        return done(Value::NOT_IMPLEMENTED);
    }
    if sequences::has_index(cx, f.args[1]) {
        return Ok(cx.tail("sequence_mul", &[f.args[0], f.args[1]]));
    }
    done(sequences::repeat(cx, f.args[0], f.args[1])?)
}

/// The number of an operator in the prelude.
fn number_of(op: CmpOp) -> i64 {
    match op {
        CmpOp::Lt => 0,
        CmpOp::Le => 1,
        CmpOp::Eq => 2,
        CmpOp::Ne => 3,
        CmpOp::Gt => 4,
        CmpOp::Ge => 5,
        _ => panic!("{op:?} is no order"),
    }
}

/// Compares two lists or two tuples (Objects/listobject.c `list_richcompare`, Objects/tupleobject.c
/// `tuplerichcompare`). Only lists of different lengths are unequal without a look at their items.
pub(in crate::builtins) fn compare(cx: &mut Cx<'_>, f: &NativeFrame, op: CmpOp) -> NativeResult {
    let (a, b) = (f.args[0], f.args[1]);
    let (x, y) = match (cx.body(a), cx.body(b)) {
        (Some(Body::List(x)), Some(Body::List(y))) => {
            if x.len() != y.len() && matches!(op, CmpOp::Eq | CmpOp::Ne) {
                return done(Value::bool(op == CmpOp::Ne));
            }
            (x, y)
        }
        (Some(Body::Tuple(x)), Some(Body::Tuple(y))) => {
            return compare_from_start(cx, a, b, x.to_vec(), y.to_vec(), op)
        }
        _ => return done(Value::NOT_IMPLEMENTED),
    };
    let (x, y) = (x.clone(), y.clone());
    compare_from_start(cx, a, b, x, y, op)
}

fn compare_from_start(cx: &mut Cx<'_>, a: Value, b: Value, x: Vec<Value>, y: Vec<Value>, op: CmpOp) -> NativeResult {
    for (i, (&v, &w)) in x.iter().zip(&y).enumerate() {
        match cx.vm.same_key(v, w) {
            Answer::Known(true) => {}
            Answer::Known(false) => return compare_items(cx, v, w, op),
            Answer::Ask => return Ok(cx.tail("sequence_compare", &[a, b, Value::int(number_of(op)), count(i)])),
        }
    }
    done(Value::bool(by_length(op, x.len(), y.len())))
}

fn by_length(op: CmpOp, x: usize, y: usize) -> bool {
    match op {
        CmpOp::Lt => x < y,
        CmpOp::Le => x <= y,
        CmpOp::Eq => x == y,
        CmpOp::Ne => x != y,
        CmpOp::Gt => x > y,
        _ => x >= y,
    }
}

/// The first two items that differ decide.
fn compare_items(cx: &mut Cx<'_>, v: Value, w: Value, op: CmpOp) -> NativeResult {
    match op {
        CmpOp::Eq => return done(Value::FALSE),
        CmpOp::Ne => return done(Value::TRUE),
        _ => {}
    }
    match operators::compare(cx, op, v, w)? {
        Some(b) => done(Value::bool(b)),
        None => Ok(cx.tail(operators::compare_name(op), &[v, w])),
    }
}

/// What a search has come to.
pub(in crate::builtins) enum Search {
    /// Found here.
    At(usize),
    /// Not there.
    Nowhere,
    /// Python has to compare the item at this place.
    Ask(usize),
}

/// Looks for a value among the items `from..to` of a list or tuple.
pub(in crate::builtins) fn search(cx: &Cx<'_>, r: Ref, v: Value, from: usize, to: usize) -> Search {
    let items = cx.sequence(r.into()).unwrap_or_default();
    for (i, &item) in items.iter().enumerate().take(to).skip(from) {
        match cx.vm.same_key(item, v) {
            Answer::Known(true) => return Search::At(i),
            Answer::Known(false) => {}
            Answer::Ask => return Search::Ask(i),
        }
    }
    Search::Nowhere
}

/// `v in sequence`
pub(in crate::builtins) fn contains(cx: &mut Cx<'_>, f: &mut NativeFrame, _: crate::native::Resumed) -> NativeResult {
    let (r, v) = (receiver(f), f.args[1]);
    match search(cx, r, v, 0, usize::MAX) {
        Search::At(_) => done(Value::TRUE),
        Search::Nowhere => done(Value::FALSE),
        Search::Ask(i) => Ok(cx.tail("sequence_contains", &[r.into(), v, count(i)])),
    }
}

/// `sequence.count(v)`
pub(in crate::builtins) fn count_of(cx: &mut Cx<'_>, f: &mut NativeFrame, _: crate::native::Resumed) -> NativeResult {
    let (r, v) = (receiver(f), f.args[1]);
    let (mut from, mut found) = (0, 0);
    loop {
        match search(cx, r, v, from, usize::MAX) {
            Search::At(i) => (from, found) = (i + 1, found + 1),
            Search::Nowhere => return done(count(found)),
            Search::Ask(i) => return Ok(cx.tail("sequence_count", &[r.into(), v, count(i), count(found)])),
        }
    }
}

/// `sequence.index(v, start, stop)`
pub(in crate::builtins) fn index_of(cx: &mut Cx<'_>, f: &mut NativeFrame, _: crate::native::Resumed) -> NativeResult {
    let (r, v) = (receiver(f), f.args[1]);
    let (start, stop) = (f.args[2].or(Value::int(0)), f.args[3].or(Value::int(i64::MAX)));
    let len = cx.sequence(r.into()).map_or(0, <[Value]>::len);
    let (Some(from), Some(_)) = (bound(cx, start, len), bound(cx, stop, len)) else {
        return Ok(cx.tail("sequence_index_bounds", &[r.into(), v, start, stop]));
    };
    // A list may grow while it is searched: only a negative bound counts from the length at the start.
    let to = match clamped(cx, stop) {
        Some(i) if i >= 0 => i as usize,
        _ => bound(cx, stop, len).unwrap_or(0),
    };
    let is_list = matches!(cx.body(r.into()), Some(Body::List(_)));
    match search(cx, r, v, from, to) {
        Search::At(i) => done(count(i)),
        Search::Ask(i) => Ok(cx.tail("sequence_index", &[r.into(), v, count(i), count(to)])),
        Search::Nowhere if is_list => Ok(cx.tail("raise_not_in_list", &[v])),
        Search::Nowhere => Err(cx.value_error("tuple.index(x): x not in tuple")),
    }
}

/// `repr()` of a container: here if nothing has to be asked, else by the prelude's function.
pub(in crate::builtins) fn repr(cx: &mut Cx<'_>, v: Value, function: &str) -> NativeResult {
    match crate::format::plain_repr(cx, v) {
        Some(text) => done(cx.new_str(&text)),
        None => Ok(cx.tail(function, &[v])),
    }
}

/// True if a value is exactly `None` or an int: a slice's part that needs no Python.
pub(in crate::builtins) fn is_plain_part(cx: &Cx<'_>, v: Value) -> bool {
    matches!(v.view(), View::None) || cx.as_int(v).is_some()
}

/// Calls a method of the same class again with a key that the prelude made plain.
pub(in crate::builtins) fn again(cx: &mut Cx<'_>, function: &str, f: &NativeFrame) -> NativeResult {
    let given: Args = f.args.iter().copied().filter(|v| v.is_set()).collect();
    Ok(cx.tail(function, &given))
}
