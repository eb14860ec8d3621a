//! `range` and `slice` (Objects/rangeobject.c, Objects/sliceobject.c).

pub(crate) mod slice;

use super::list::shared::{class_argument, count, done, is_plain_part, object, receiver, repr};
use crate::classes;
use crate::cx::Cx;
use crate::heap::{Body, RangeBody};
use crate::keys::Answer;
use crate::native::{def, getter, new, ClassDef, Def, NativeFrame, NativeResult, Raise, Resumed};
use crate::value::{Ref, Value, View};
use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{ToPrimitive, Zero};

/// The classes `range` and `slice`.
pub(super) const CLASSES: &[ClassDef] = &[
    ClassDef { class: classes::RANGE, methods: METHODS },
    ClassDef { class: classes::SLICE, methods: slice::METHODS },
];

const METHODS: &[Def] = &[
    new("cls, start, stop=, step=, /", make),
    getter("start", start),
    getter("stop", stop),
    getter("step", step),
    def("index", "self, value, /", index),
    def("count", "self, value, /", count_of),
    def("__getitem__", "self, key, /", get),
    def("__contains__", "self, key, /", contains),
    def("__iter__", "self, /", iter),
    def("__reversed__", "self, /", reversed),
    def("__len__", "self, /", len),
    def("__bool__", "self, /", truth),
    def("__eq__", "self, value, /", eq),
    def("__ne__", "self, value, /", ne),
    def("__lt__", "self, value, /", no_order),
    def("__le__", "self, value, /", no_order),
    def("__gt__", "self, value, /", no_order),
    def("__ge__", "self, value, /", no_order),
    def("__hash__", "self, /", hash),
    def("__repr__", "self, /", range_repr),
    def("__reduce__", "self, /", reduce),
];

fn make(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    class_argument(cx, f.args[0], classes::RANGE)?;
    let given: Vec<Value> = f.args[1..].iter().copied().filter(|v| v.is_set()).collect();
    if given.iter().any(|&v| v.is_none() || !is_plain_part(cx, v)) {
        return Ok(cx.tail("range_from", &given));
    }
    let plain: Vec<Value> = given.iter().map(|&v| exact(cx, v)).collect();
    let (start, stop, step) = match plain[..] {
        [stop] => (Value::int(0), stop, Value::int(1)),
        [start, stop] => (start, stop, Value::int(1)),
        _ => (plain[0], plain[1], plain[2]),
    };
    if step.is(Value::int(0)) {
        return Err(cx.value_error("range() arg 3 must not be zero"));
    }
    done(new_range(cx, start, stop, step))
}

fn new_range(cx: &mut Cx<'_>, start: Value, stop: Value, step: Value) -> Value {
    cx.new_object(classes::RANGE, Body::Range(Box::new(RangeBody { start, stop, step }))).into()
}

/// An int of a subclass, or a bool, as an exact int.
fn exact(cx: &mut Cx<'_>, v: Value) -> Value {
    match cx.as_int(v) {
        Some(i) if cx.class_of(v) != classes::INT => cx.new_int(i.to_big()),
        _ => v,
    }
}

fn body(cx: &Cx<'_>, r: Ref) -> RangeBody {
    match &cx.vm.heap.get(r).body {
        Body::Range(range) => **range,
        other => panic!("{} is no range", other.kind()),
    }
}

/// A range's numbers, of any size.
struct Numbers {
    start: BigInt,
    step: BigInt,
    len: BigInt,
}

impl Numbers {
    fn of(cx: &Cx<'_>, r: Ref) -> Numbers {
        let RangeBody { start, stop, step } = body(cx, r);
        let big = |v| cx.as_int(v).expect("a range's bounds are ints").to_big();
        let (start, stop, step) = (big(start), big(stop), big(step));
        let one = BigInt::from(if step.sign() == Sign::Minus { -1 } else { 1 });
        let len = (&stop - &start + &step - one).div_floor(&step);
        Numbers { start, step, len: len.max(BigInt::zero()) }
    }

    fn at(&self, i: &BigInt) -> BigInt {
        &self.start + i * &self.step
    }

    /// The index of a number, if it is in the range.
    fn find(&self, v: &BigInt) -> Option<BigInt> {
        let (i, rest) = (v - &self.start).div_mod_floor(&self.step);
        (rest.is_zero() && i.sign() != Sign::Minus && i < self.len).then_some(i)
    }
}

fn start(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(body(cx, receiver(f)).start)
}

fn stop(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(body(cx, receiver(f)).stop)
}

fn step(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(body(cx, receiver(f)).step)
}

/// An exact int or bool is found by arithmetic, anything else by comparing with one number after the other.
fn is_exact_int(cx: &Cx<'_>, v: Value) -> bool {
    matches!(v.view(), View::Int(_) | View::Bool(_)) || cx.class_of(v) == classes::INT
}

fn find(cx: &Cx<'_>, f: &NativeFrame) -> Option<BigInt> {
    let v = cx.as_int(f.args[1])?.to_big();
    Numbers::of(cx, receiver(f)).find(&v)
}

fn index(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if !is_exact_int(cx, f.args[1]) {
        return Ok(cx.tail("range_index", &[f.args[0], f.args[1]]));
    }
    match find(cx, f) {
        Some(i) => done(cx.new_int(i)),
        None => Ok(cx.tail("raise_not_in_range", &[f.args[1]])),
    }
}

fn count_of(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    match is_exact_int(cx, f.args[1]) {
        true => done(count(usize::from(find(cx, f).is_some()))),
        false => Ok(cx.tail("range_count", &[f.args[0], f.args[1]])),
    }
}

fn contains(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    match is_exact_int(cx, f.args[1]) {
        true => done(Value::bool(find(cx, f).is_some())),
        false => Ok(cx.tail("range_contains", &[f.args[0], f.args[1]])),
    }
}

fn get(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (r, key) = (receiver(f), f.args[1]);
    if cx.class_of(key) == classes::SLICE {
        return get_slice(cx, f);
    }
    let Some(i) = cx.as_int(key) else { return Ok(cx.tail("range_getitem", &[r.into(), key])) };
    let numbers = Numbers::of(cx, r);
    let i = i.to_big();
    let i = if i.sign() == Sign::Minus { i + &numbers.len } else { i };
    if i.sign() == Sign::Minus || i >= numbers.len {
        return Err(cx.index_error("range object index out of range"));
    }
    done(cx.new_int(numbers.at(&i)))
}

fn get_slice(cx: &mut Cx<'_>, f: &NativeFrame) -> NativeResult {
    let parts = cx.vm.heap.fields(object(f.args[1])).to_vec();
    if !parts.iter().all(|&p| is_plain_part(cx, p)) {
        return Ok(cx.tail("range_getitem", &[f.args[0], f.args[1]]));
    }
    let ints: Vec<Option<BigInt>> = parts.iter().map(|&p| cx.as_int(p).map(|i| i.to_big())).collect();
    let numbers = Numbers::of(cx, receiver(f));
    let Some([start, stop, step]) = slice::big_indices(&ints, &numbers.len) else {
        return Err(cx.value_error("slice step cannot be zero"));
    };
    let start = cx.new_int(numbers.at(&start));
    let stop = cx.new_int(numbers.at(&stop));
    let step = cx.new_int(&numbers.step * step);
    done(new_range(cx, start, stop, step))
}

fn iter(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let RangeBody { start, stop, step } = body(cx, receiver(f));
    done(cx.new_fields(classes::RANGE_ITERATOR, &[start, stop, step]))
}

fn reversed(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(reversed_iterator(cx, receiver(f)))
}

/// `reversed(range)`
pub(in crate::builtins) fn reversed_iterator(cx: &mut Cx<'_>, r: Ref) -> Value {
    let numbers = Numbers::of(cx, r);
    let last = cx.new_int(numbers.at(&(&numbers.len - 1)));
    let end = cx.new_int(&numbers.start - &numbers.step);
    let step = cx.new_int(-&numbers.step);
    cx.new_fields(classes::RANGE_ITERATOR, &[last, end, step])
}

/// The length as a size.
fn size(cx: &mut Cx<'_>, r: Ref) -> Result<i64, Raise> {
    match Numbers::of(cx, r).len.to_i64() {
        Some(n) => Ok(n),
        None => Err(cx.error(classes::OVERFLOW_ERROR, "Python int too large to convert to C ssize_t")),
    }
}

fn len(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let n = size(cx, receiver(f))?;
    done(Value::int(n))
}

fn truth(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(Value::bool(!Numbers::of(cx, receiver(f)).len.is_zero()))
}

/// Two ranges are equal if they are the same sequence of numbers.
fn equal(cx: &Cx<'_>, f: &NativeFrame) -> Option<bool> {
    let (a, b) = (receiver(f), f.args[1].as_ref()?);
    if cx.vm.heap.get(b).class != classes::RANGE {
        return None;
    }
    let (x, y) = (Numbers::of(cx, a), Numbers::of(cx, b));
    let one = BigInt::from(1);
    Some(x.len == y.len && (x.len.is_zero() || x.start == y.start && (x.len == one || x.step == y.step)))
}

fn eq(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(equal(cx, f).map_or(Value::NOT_IMPLEMENTED, Value::bool))
}

fn ne(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(equal(cx, f).map_or(Value::NOT_IMPLEMENTED, |e| Value::bool(!e)))
}

fn no_order(_: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    done(Value::NOT_IMPLEMENTED)
}

/// The hash of the tuple `(len, start or None, step or None)` (rangeobject.c `range_hash`).
fn hash(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let numbers = Numbers::of(cx, receiver(f));
    let start = if numbers.len.is_zero() { Value::NONE } else { cx.new_int(numbers.start) };
    let step = if numbers.len <= BigInt::from(1) { Value::NONE } else { cx.new_int(numbers.step) };
    let len = cx.new_int(numbers.len);
    let key = cx.new_tuple(&[len, start, step]);
    match cx.vm.try_hash(key) {
        Answer::Known(Some(h)) => done(Value::int(h)),
        other => panic!("a tuple of ints has a hash, not {other:?}"),
    }
}

fn range_repr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    repr(cx, f.args[0], "repr_range")
}

fn reduce(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let RangeBody { start, stop, step } = body(cx, receiver(f));
    let args = cx.new_tuple(&[start, stop, step]);
    done(cx.new_tuple(&[classes::RANGE.into(), args]))
}
