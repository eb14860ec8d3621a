//! Iterators: those of the built-in containers, and `enumerate`, `zip`, `map`, `filter`, `reversed`.
//!
//! Where each stands is written in [`crate::iteration`]; here are their methods.

mod adapters;
mod reversed;
mod support;

use super::list::shared::{count, done, object, receiver};
use crate::classes;
use crate::cx::Cx;
use crate::heap::Body;
use crate::iteration::{self, Item};
use crate::native::{def, ClassDef, Def, NativeFrame, NativeResult, Raise, Resumed, Sent, Step};
use crate::numbers;
use crate::value::{Ref, Value, View};

/// What the prelude needs to work on iterators.
pub(super) const INTRINSICS: &[Def] = support::INTRINSICS;

/// All classes of iterators.
pub(super) const CLASSES: &[ClassDef] = &[
    ClassDef { class: classes::LIST_ITERATOR, methods: &LIST_ITERATOR },
    ClassDef { class: classes::LIST_REVERSE_ITERATOR, methods: &LIST_REVERSE_ITERATOR },
    ClassDef { class: classes::TUPLE_ITERATOR, methods: &TUPLE_ITERATOR },
    ClassDef { class: classes::STR_ITERATOR, methods: &STR_ITERATOR },
    ClassDef { class: classes::BYTES_ITERATOR, methods: &BYTES_ITERATOR },
    ClassDef { class: classes::RANGE_ITERATOR, methods: &RANGE_ITERATOR },
    ClassDef { class: classes::SET_ITERATOR, methods: &SET_ITERATOR },
    ClassDef { class: classes::DICT_KEYITERATOR, methods: &DICT_KEYITERATOR },
    ClassDef { class: classes::DICT_VALUEITERATOR, methods: &DICT_VALUEITERATOR },
    ClassDef { class: classes::DICT_ITEMITERATOR, methods: &DICT_ITEMITERATOR },
    ClassDef { class: classes::DICT_REVERSEKEYITERATOR, methods: &DICT_REVERSEKEYITERATOR },
    ClassDef { class: classes::SEQUENCE_ITERATOR, methods: &SEQUENCE_ITERATOR },
    ClassDef { class: classes::CALLABLE_ITERATOR, methods: CALLABLE_ITERATOR },
    ClassDef { class: classes::ENUMERATE, methods: adapters::ENUMERATE },
    ClassDef { class: classes::ZIP, methods: adapters::ZIP },
    ClassDef { class: classes::MAP, methods: adapters::MAP },
    ClassDef { class: classes::FILTER, methods: adapters::FILTER },
    ClassDef { class: classes::REVERSED, methods: reversed::METHODS },
];

const PLAIN: [Def; 3] = [
    def("__iter__", "self, /", itself),
    def("__next__", "self, /", next),
    def("__length_hint__", "self, /", length_hint),
];

// A table for each class, at an address of its own: a native belongs to one class.
static LIST_ITERATOR: [Def; 3] = PLAIN;
static LIST_REVERSE_ITERATOR: [Def; 3] = PLAIN;
static TUPLE_ITERATOR: [Def; 3] = PLAIN;
static STR_ITERATOR: [Def; 3] = PLAIN;
static BYTES_ITERATOR: [Def; 3] = PLAIN;
static RANGE_ITERATOR: [Def; 3] = PLAIN;
static SET_ITERATOR: [Def; 3] = PLAIN;
static DICT_KEYITERATOR: [Def; 3] = PLAIN;
static DICT_VALUEITERATOR: [Def; 3] = PLAIN;
static DICT_ITEMITERATOR: [Def; 3] = PLAIN;
static DICT_REVERSEKEYITERATOR: [Def; 3] = PLAIN;
static SEQUENCE_ITERATOR: [Def; 3] = [
    def("__iter__", "self, /", itself),
    def("__next__", "self, /", sequence_next),
    def("__length_hint__", "self, /", sequence_length_hint),
];
const CALLABLE_ITERATOR: &[Def] = &[def("__iter__", "self, /", itself), def("__next__", "self, /", callable_next)];

fn itself(_: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(f.args[0])
}

fn next(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    match advance(cx, f.args[0])? {
        Next::Value(v) => done(v),
        Next::End => Err(cx.stop_iteration(Value::NONE)),
        Next::Ask(step) => Ok(step),
    }
}

fn sequence_next(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(cx.tail("sequence_next", &[f.args[0]]))
}

fn sequence_length_hint(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(cx.tail("sequence_length_hint", &[f.args[0]]))
}

fn callable_next(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(cx.tail("callable_next", &[f.args[0]]))
}

/// What comes next of an iterator, as a native sees it.
pub(super) enum Next {
    /// This.
    Value(Value),
    /// Nothing more.
    End,
    /// What this step brings: see [`received`].
    Ask(Step),
}

/// Asks an iterator for its next item.
///
/// # Errors
/// The iterator's own.
pub(super) fn advance(cx: &mut Cx<'_>, it: Value) -> Result<Next, Raise> {
    Ok(match iteration::next(cx, it)? {
        Item::Value(v) => Next::Value(v),
        Item::End => Next::End,
        Item::Resume(g) => Next::Ask(Step::Resume(g, Sent::Value(Value::NONE))),
        Item::Call(callee, args) => Next::Ask(Step::Call(callee, args)),
    })
}

/// The item that [`Next::Ask`] brought.
///
/// # Errors
/// StopIteration at the end, with a generator's value; the iterator's own.
pub(super) fn received(cx: &mut Cx<'_>, resumed: Resumed) -> Result<Value, Raise> {
    match resumed {
        Resumed::Returned(v) => Ok(v),
        Resumed::Finished(v) => Err(cx.stop_iteration(v)),
        Resumed::Raised(e) => Err(Raise(e)),
        other => panic!("an iterator resumed with {other:?}"),
    }
}

/// True for a StopIteration, which ends an iteration and is no failure.
pub(super) fn is_end(cx: &Cx<'_>, raise: &Raise) -> bool {
    cx.is_instance(raise.0, classes::STOP_ITERATION)
}

fn length_hint(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = receiver(f);
    let class = cx.vm.heap.get(r).class;
    if class == classes::RANGE_ITERATOR {
        return range_length(cx, r);
    }
    let fields = cx.vm.heap.fields(r).to_vec();
    let (Some(over), View::Int(at)) = (fields[0].as_ref(), fields[1].view()) else { return done(Value::int(0)) };
    let (left, at) = (remaining(cx, class, over, at as usize, fields.get(2).copied()), at as usize);
    done(count(left.unwrap_or_else(|len| len.saturating_sub(at))))
}

/// How many items are left (`Ok`), or how many there are in all (`Err`).
fn remaining(cx: &Cx<'_>, class: Ref, over: Ref, at: usize, len: Option<Value>) -> Result<usize, usize> {
    let unchanged = |now: usize| len.is_none_or(|len| len.is(count(now)));
    match &cx.vm.heap.get(over).body {
        _ if class == classes::LIST_REVERSE_ITERATOR => {
            let len = cx.vm.heap.list(over).len();
            Ok(if len < at { 0 } else { at })
        }
        Body::List(items) => Err(items.len()),
        Body::Tuple(items) => Err(items.len()),
        Body::Str(s) => Ok(s.as_str()[at..].chars().count()),
        Body::Bytes(b) => Err(b.len()),
        Body::ByteArray(b) => Err(b.len()),
        Body::Dict(d) if !unchanged(d.len()) => Ok(0),
        Body::Dict(d) if class == classes::DICT_REVERSEKEYITERATOR => {
            Ok((0..at).filter(|&slot| d.entry(slot).is_some()).count())
        }
        Body::Dict(d) => Ok((at..d.slots()).filter(|&slot| d.entry(slot).is_some()).count()),
        Body::Set(s) if !unchanged(s.len()) => Ok(0),
        Body::Set(s) => {
            let mut from = at;
            let mut left = 0;
            while let Some((place, _)) = s.next_from(from) {
                (from, left) = (place + 1, left + 1);
            }
            Ok(left)
        }
        other => panic!("{} has no iterator", other.kind()),
    }
}

fn range_length(cx: &mut Cx<'_>, r: Ref) -> NativeResult {
    let fields = cx.vm.heap.fields(r).to_vec();
    if let (View::Int(a), View::Int(b), View::Int(step)) = (fields[0].view(), fields[1].view(), fields[2].view()) {
        return done(Value::int(numbers::range_len(a, b, step)));
    }
    let body = crate::heap::RangeBody { start: fields[0], stop: fields[1], step: fields[2] };
    let range = cx.new_object(classes::RANGE, Body::Range(Box::new(body)));
    Ok(cx.tail("range_length", &[range.into()]))
}

/// Makes iterators of several iterables, pushed to the arguments behind the first `kept`. `Some` is
/// the step that brings the next.
///
/// # Errors
/// TypeError for what is not iterable.
pub(super) fn make_iterators(
    cx: &mut Cx<'_>,
    f: &mut NativeFrame,
    resumed: Resumed,
    iterables: &[Value],
    kept: usize,
) -> Result<Option<Step>, Raise> {
    match resumed {
        Resumed::Raised(e) => return Err(Raise(e)),
        other => f.args.extend(other.value()),
    }
    while let Some(&v) = iterables.get(f.args.len() - kept) {
        match iteration::plain_iter(cx, v) {
            Some(it) => f.args.push(it),
            None => return Ok(Some(cx.call_prelude("iter_", &[v]))),
        }
    }
    Ok(None)
}

/// The values of a tuple.
fn tuple_items(cx: &Cx<'_>, v: Value) -> Vec<Value> {
    cx.vm.heap.tuple(object(v)).to_vec()
}
