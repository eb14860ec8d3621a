//! `enumerate`, `zip`, `map`, `filter` (Objects/enumobject.c, Python/bltinmodule.c).
//!
//! Their fields: the iterator and the next number; a tuple of iterators and the flag `strict`; the
//! function and a tuple of iterators; the function and the iterator.

use super::{advance, is_end, itself, make_iterators, received, tuple_items, Next};
use crate::builtins::list::shared::{self, class_argument, done, receiver};
use crate::classes;
use crate::cx::Cx;
use crate::keys::Answer;
use crate::native::{def, new, Args, Def, NativeFrame, NativeResult, Raise, Resumed, Step};
use crate::operators;
use crate::value::{Value, View};

/// Items that `filter` may reject in one step.
const BOUND: usize = 1000;

pub(super) const ENUMERATE: &[Def] = &[
    new("cls, iterable=, start=", enumerate),
    def("__iter__", "self, /", itself),
    def("__next__", "self, /", enumerate_next),
    def("__class_getitem__", "cls, item, /", shared::class_getitem).class_method(),
];
pub(super) const ZIP: &[Def] = &[
    new("cls, /, *iterables, strict=", zip),
    def("__iter__", "self, /", itself),
    def("__next__", "self, /", zip_next),
];
pub(super) const MAP: &[Def] =
    &[new("cls, /, *args", map), def("__iter__", "self, /", itself), def("__next__", "self, /", map_next)];
pub(super) const FILTER: &[Def] = &[
    new("cls, function, iterable, /", filter),
    def("__iter__", "self, /", itself),
    def("__next__", "self, /", filter_next),
];

fn enumerate(cx: &mut Cx<'_>, f: &mut NativeFrame, resumed: Resumed) -> NativeResult {
    let class = class_argument(cx, f.args[0], classes::ENUMERATE)?;
    if !f.args[1].is_set() {
        let place = if cx.is_before_311() { " (pos 1)" } else { "" };
        return Err(cx.type_error(format!("enumerate() missing required argument 'iterable'{place}")));
    }
    let start = f.args[2].or(Value::int(0));
    let Some(start) = cx.as_int(start) else {
        return Ok(cx.tail("enumerate_from", &[f.args[0], f.args[1], start]));
    };
    let iterable = [f.args[1]];
    if let Some(step) = make_iterators(cx, f, resumed, &iterable, 3)? {
        return Ok(step);
    }
    let start = cx.new_int(start.to_big());
    done(cx.new_fields(class, &[f.args[3], start]))
}

fn enumerate_next(cx: &mut Cx<'_>, f: &mut NativeFrame, resumed: Resumed) -> NativeResult {
    let r = receiver(f);
    let v = match resumed {
        Resumed::Start => {
            let it = cx.vm.heap.fields(r)[0];
            match advance(cx, it)? {
                Next::Value(v) => v,
                Next::End => return Err(cx.stop_iteration(Value::NONE)),
                Next::Ask(step) => return Ok(step),
            }
        }
        other => received(cx, other)?,
    };
    let number = cx.vm.heap.fields(r)[1];
    let following = match number.view() {
        View::Int(i) if i < i64::MAX => Value::int(i + 1),
        _ => {
            let big = cx.as_int(number).expect("a number").to_big() + 1;
            cx.new_int(big)
        }
    };
    cx.vm.heap.set_field(r, 1, following);
    done(cx.new_tuple(&[number, v]))
}

fn zip(cx: &mut Cx<'_>, f: &mut NativeFrame, resumed: Resumed) -> NativeResult {
    let class = class_argument(cx, f.args[0], classes::ZIP)?;
    let strict = match operators::truth(cx, f.args[1].or(Value::FALSE)) {
        Answer::Known(strict) => strict,
        Answer::Ask => return Ok(cx.tail("zip_from", &[f.args[0], f.args[2], f.args[1]])),
    };
    let iterables = tuple_items(cx, f.args[2]);
    if let Some(step) = make_iterators(cx, f, resumed, &iterables, 3)? {
        return Ok(step);
    }
    let iterators = cx.new_tuple(&f.args[3..]);
    done(cx.new_fields(class, &[iterators, Value::bool(strict)]))
}

/// Collects an item of each iterator in the arguments behind the first. In phase 1 the first iterator of a strict
/// zip has ended, and the others, from number `note` on, must have ended too.
fn zip_next(cx: &mut Cx<'_>, f: &mut NativeFrame, resumed: Resumed) -> NativeResult {
    let fields = cx.vm.heap.fields(receiver(f)).to_vec();
    let (iterators, strict) = (tuple_items(cx, fields[0]), fields[1].is(Value::TRUE));
    if iterators.is_empty() {
        return Err(cx.stop_iteration(Value::NONE));
    }
    let mut resumed = resumed;
    while f.phase == 0 {
        let Some(&it) = iterators.get(f.args.len() - 1) else { return done(cx.new_tuple(&f.args[1..])) };
        match item_of(cx, it, std::mem::replace(&mut resumed, Resumed::Start)) {
            Ok(Next::Value(v)) => f.args.push(v),
            Ok(Next::Ask(step)) => return Ok(step),
            Ok(Next::End) if !strict => return Err(cx.stop_iteration(Value::NONE)),
            Err(raise) if !strict || !is_end(cx, &raise) => return Err(raise),
            Ok(Next::End) | Err(_) if f.args.len() > 1 => return Err(uneven(cx, f.args.len(), "shorter")),
            Ok(Next::End) | Err(_) => (f.phase, f.note) = (1, 1),
        }
    }
    while let Some(&it) = iterators.get(f.note as usize) {
        match item_of(cx, it, std::mem::replace(&mut resumed, Resumed::Start)) {
            Ok(Next::Value(_)) => return Err(uneven(cx, f.note as usize + 1, "longer")),
            Ok(Next::Ask(step)) => return Ok(step),
            Err(raise) if !is_end(cx, &raise) => return Err(raise),
            Ok(Next::End) | Err(_) => f.note += 1,
        }
    }
    Err(cx.stop_iteration(Value::NONE))
}

/// The next item of an iterator: asked for now, or brought by what it was resumed with.
fn item_of(cx: &mut Cx<'_>, it: Value, resumed: Resumed) -> Result<Next, Raise> {
    match resumed {
        Resumed::Start => advance(cx, it),
        other => received(cx, other).map(Next::Value),
    }
}

fn uneven(cx: &mut Cx<'_>, number: usize, how: &str) -> Raise {
    let others = if number == 2 { " 1".to_string() } else { format!("s 1-{}", number - 1) };
    cx.value_error(format!("zip() argument {number} is {how} than argument{others}"))
}

fn map(cx: &mut Cx<'_>, f: &mut NativeFrame, resumed: Resumed) -> NativeResult {
    let class = class_argument(cx, f.args[0], classes::MAP)?;
    let given = tuple_items(cx, f.args[1]);
    if given.len() < 2 {
        return Err(cx.type_error("map() must have at least two arguments."));
    }
    if let Some(step) = make_iterators(cx, f, resumed, &given[1..], 2)? {
        return Ok(step);
    }
    let iterators = cx.new_tuple(&f.args[2..]);
    done(cx.new_fields(class, &[given[0], iterators]))
}

fn map_next(cx: &mut Cx<'_>, f: &mut NativeFrame, resumed: Resumed) -> NativeResult {
    let fields = cx.vm.heap.fields(receiver(f)).to_vec();
    let iterators = tuple_items(cx, fields[1]);
    let mut resumed = resumed;
    while let Some(&it) = iterators.get(f.args.len() - 1) {
        match item_of(cx, it, std::mem::replace(&mut resumed, Resumed::Start))? {
            Next::Value(v) => f.args.push(v),
            Next::End => return Err(cx.stop_iteration(Value::NONE)),
            Next::Ask(step) => return Ok(step),
        }
    }
    Ok(Step::Tail(fields[0], Args::from_slice(&f.args[1..])))
}

fn filter(cx: &mut Cx<'_>, f: &mut NativeFrame, resumed: Resumed) -> NativeResult {
    let class = class_argument(cx, f.args[0], classes::FILTER)?;
    let iterable = [f.args[2]];
    if let Some(step) = make_iterators(cx, f, resumed, &iterable, 3)? {
        return Ok(step);
    }
    done(cx.new_fields(class, &[f.args[1], f.args[3]]))
}

/// Phases: 0 an item is asked for, 1 the function was called with it, 2 the truth of its answer is asked for.
/// The item stands in the arguments behind the receiver.
fn filter_next(cx: &mut Cx<'_>, f: &mut NativeFrame, resumed: Resumed) -> NativeResult {
    let fields = cx.vm.heap.fields(receiver(f)).to_vec();
    let (function, it) = (fields[0], fields[1]);
    let mut resumed = resumed;
    for _ in 0..BOUND {
        let answer = match (f.phase, std::mem::replace(&mut resumed, Resumed::Start)) {
            (0, Resumed::Again) => None,
            (0, step) => match item_of(cx, it, step)? {
                Next::Value(v) => {
                    f.args.push(v);
                    f.phase = 1;
                    if !function.is_none() && !function.is(classes::BOOL.into()) {
                        return Ok(Step::Call(function, Args::from_slice(&[v])));
                    }
                    Some(v)
                }
                Next::End => return Err(cx.stop_iteration(Value::NONE)),
                Next::Ask(step) => return Ok(step),
            },
            (_, Resumed::Returned(v)) => Some(v),
            (_, Resumed::Raised(e)) => return Err(Raise(e)),
            (phase, other) => panic!("filter resumed with {other:?} in phase {phase}"),
        };
        let Some(answer) = answer else { continue };
        match operators::truth(cx, answer) {
            Answer::Known(true) => return done(f.args[1]),
            Answer::Known(false) => {
                f.args.truncate(1);
                f.phase = 0;
            }
            Answer::Ask => {
                f.phase = 2;
                return Ok(cx.call_prelude("truth", &[answer]));
            }
        }
    }
    Ok(Step::Again)
}
