//! `slice` objects, and what a slice selects of a sequence (Objects/sliceobject.c).

use crate::builtins::list::shared::{clamped, done, is_plain_part, object, receiver, repr};
use crate::classes;
use crate::cx::{Cx, Int};
use crate::native::{def, getter, new, Def, NativeFrame, NativeResult, Raise, Resumed, Step};
use crate::value::{Ref, Value};
use num_bigint::BigInt;

pub(super) const METHODS: &[Def] = &[
    new("cls, start, stop=, step=, /", make),
    getter("start", start),
    getter("stop", stop),
    getter("step", step),
    def("indices", "self, length, /", indices),
    def("__repr__", "self, /", slice_repr),
    def("__eq__", "self, value, /", eq),
    def("__ne__", "self, value, /", ne),
    def("__lt__", "self, value, /", lt),
    def("__le__", "self, value, /", le),
    def("__gt__", "self, value, /", gt),
    def("__ge__", "self, value, /", ge),
    def("__reduce__", "self, /", reduce),
];

/// The places that a slice selects: `start`, `start + step`, …, `count` of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Span {
    /// The first place.
    pub start: usize,
    /// Where the slice ends, before which nothing is selected when `step` is 1.
    pub stop: usize,
    /// From one place to the next; not 0.
    pub step: i64,
    /// How many.
    pub count: usize,
}

impl Span {
    /// The places, in order.
    pub(crate) fn places(self) -> impl Iterator<Item = usize> {
        (0..self.count).map(move |i| (self.start as i64 + i as i64 * self.step) as usize)
    }
}

/// What a slice selects of a sequence of this length. `None` if one of its parts has to be asked for
/// its `__index__`.
///
/// # Errors
/// ValueError for a step of zero.
pub(crate) fn span(cx: &mut Cx<'_>, slice: Ref, len: usize) -> Result<Option<Span>, Raise> {
    let parts = cx.vm.heap.fields(slice).to_vec();
    if !parts.iter().all(|&p| is_plain_part(cx, p)) {
        return Ok(None);
    }
    let step = if parts[2].is_none() { 1 } else { clamped(cx, parts[2]).unwrap_or(1).max(-i64::MAX) };
    if step == 0 {
        return Err(cx.value_error("slice step cannot be zero"));
    }
    let len = len as i64;
    let clip = |i: i64| match (i < 0, step < 0) {
        (true, false) => i.saturating_add(len).max(0),
        (true, true) => i.saturating_add(len).max(-1),
        (false, false) => i.min(len),
        (false, true) => i.min(len - 1),
    };
    let (first, last) = if step < 0 { (len - 1, -1) } else { (0, len) };
    let start = clamped(cx, parts[0]).map_or(first, clip);
    let stop = clamped(cx, parts[1]).map_or(last, clip);
    let count = match step < 0 {
        true if stop < start => (start - stop - 1) / -step + 1,
        false if start < stop => (stop - start - 1) / step + 1,
        _ => 0,
    };
    let place = |i: i64| usize::try_from(i).unwrap_or(0);
    Ok(Some(Span { start: place(start), stop: place(stop.max(start)), step, count: place(count) }))
}

fn make(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (a, b, c) = (f.args[1], f.args[2], f.args[3]);
    let parts = if b.is_set() { [a, b, c.or(Value::NONE)] } else { [Value::NONE, a, Value::NONE] };
    done(cx.new_fields(classes::SLICE, &parts))
}

fn part(cx: &Cx<'_>, f: &NativeFrame, i: usize) -> NativeResult {
    done(cx.vm.heap.fields(receiver(f))[i])
}

fn start(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    part(cx, f, 0)
}

fn stop(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    part(cx, f, 1)
}

fn step(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    part(cx, f, 2)
}

fn indices(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let parts = cx.vm.heap.fields(receiver(f)).to_vec();
    let Some(len) = cx.as_int(f.args[1]) else { return super::super::list::shared::again(cx, "slice_indices", f) };
    if !parts.iter().all(|&p| is_plain_part(cx, p)) {
        return super::super::list::shared::again(cx, "slice_indices", f);
    }
    let len = len.to_big();
    if len.sign() == num_bigint::Sign::Minus {
        return Err(cx.value_error("length should not be negative"));
    }
    let ints: Vec<Option<BigInt>> = parts.iter().map(|&p| cx.as_int(p).map(|i: Int| i.to_big())).collect();
    let Some([start, stop, step]) = big_indices(&ints, &len) else {
        return Err(cx.value_error("slice step cannot be zero"));
    };
    let values = [cx.new_int(start), cx.new_int(stop), cx.new_int(step)];
    done(cx.new_tuple(&values))
}

/// Start, stop and step of a slice on a length, of any size; `None` for a step of zero.
pub(super) fn big_indices(parts: &[Option<BigInt>], len: &BigInt) -> Option<[BigInt; 3]> {
    let zero = BigInt::from(0);
    let step = parts[2].clone().unwrap_or_else(|| BigInt::from(1));
    if step == zero {
        return None;
    }
    let down = step < zero;
    let (lower, upper) = if down { (BigInt::from(-1), len - 1) } else { (zero.clone(), len.clone()) };
    let clip = |i: &BigInt| if *i < zero { (i + len).max(lower.clone()) } else { i.clone().min(upper.clone()) };
    let start = parts[0].as_ref().map_or(if down { upper.clone() } else { lower.clone() }, clip);
    let stop = parts[1].as_ref().map_or(if down { lower.clone() } else { upper.clone() }, clip);
    Some([start, stop, step])
}

fn slice_repr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    repr(cx, f.args[0], "repr_slice")
}

/// Two slices compare as the tuples of their parts.
fn compare(cx: &mut Cx<'_>, f: &NativeFrame, function: &str) -> NativeResult {
    let (a, b) = (f.args[0], f.args[1]);
    if cx.class_of(b) != classes::SLICE {
        return done(Value::NOT_IMPLEMENTED);
    }
    let parts = |cx: &mut Cx<'_>, v: Value| {
        let fields = cx.vm.heap.fields(object(v)).to_vec();
        cx.new_tuple(&fields)
    };
    let (x, y) = (parts(cx, a), parts(cx, b));
    Ok(cx.tail(function, &[x, y]))
}

fn eq(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    compare(cx, f, "eq")
}

fn ne(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    compare(cx, f, "ne")
}

fn lt(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    compare(cx, f, "lt")
}

fn le(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    compare(cx, f, "le")
}

fn gt(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    compare(cx, f, "gt")
}

fn ge(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    compare(cx, f, "ge")
}

fn reduce(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let parts = cx.vm.heap.fields(receiver(f)).to_vec();
    let args = cx.new_tuple(&parts);
    Ok(Step::Return(cx.new_tuple(&[classes::SLICE.into(), args])))
}
