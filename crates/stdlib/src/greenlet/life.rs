//! A greenlet's life: its first native (`UserGreenlet::inner_bootstrap`).

use super::body::{self, edit, State};
use super::target::{self, Load, Way};
use super::{rows, tracing};
use abi::trace::Outcome;
use vm::native::{Args, NativeFrame, NativeResult, Resumed, Step};
use vm::{Cx, Ref, Value};

/// The native at the bottom of a greenlet's fiber.
pub(super) const BEGIN: &str = "_begin";

/// Where it is.
mod phase {
    pub const BEGINS: u32 = 0;
    /// The tracing function is told that it begins.
    pub const TELLS: u32 = 1;
    pub const RUNS: u32 = 2;
    /// Its parent has not begun either, and is asked for its `run`.
    pub const ASKS: u32 = 3;
}

/// Arguments of the frame. What it was begun with is replaced by what it ends with. The greenlet itself is not among them:
/// it must be able to die while it waits.
mod arg {
    pub const RUN: usize = 0;
    pub const ARGS: usize = 1;
    pub const KEYWORDS: usize = 2;
    pub const THROWN: usize = 3;
    /// The parent that is to take over.
    pub const PARENT: usize = 4;
}

pub(super) fn begin(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    match (f.phase, why) {
        (phase::BEGINS, _) => match tracing::tell(cx, f.args[arg::THROWN].is_set()) {
            Some(step) => {
                f.phase = phase::TELLS;
                Ok(step)
            }
            None => run(cx, f),
        },
        (phase::TELLS, Resumed::Raised(e)) => {
            f.args[arg::THROWN] = tracing::failed(cx, e).0;
            run(cx, f)
        }
        (phase::TELLS, _) => run(cx, f),
        (phase::RUNS, Resumed::Returned(v)) => over(cx, f, Some(v), Value::UNSET),
        (phase::RUNS, Resumed::Raised(e)) => failed(cx, f, e),
        (phase::ASKS, Resumed::Returned(run)) => {
            let parent = f.args[arg::PARENT].as_ref().expect("a greenlet");
            if target::check(cx, parent).is_ok() {
                if let Way::Begin(fresh) = target::find(cx, parent) {
                    let with = load(f);
                    return Ok(leave(f, target::begin(cx, fresh, run, with)));
                }
            }
            hand_up(cx, f, parent)
        }
        (phase::ASKS, Resumed::Raised(e)) => {
            let parent = f.args[arg::PARENT].as_ref().expect("a greenlet");
            skip(cx, f, parent, e)
        }
        (phase, why) => panic!("a greenlet in phase {phase} is resumed with {why:?}"),
    }
}

/// Calls what it runs, unless an exception was thrown into it before.
fn run(cx: &mut Cx<'_>, f: &mut NativeFrame) -> NativeResult {
    if f.args[arg::THROWN].is_set() {
        let e = f.args[arg::THROWN];
        return failed(cx, f, e);
    }
    f.phase = phase::RUNS;
    let mut args = cx.sequence(f.args[arg::ARGS]).map_or_else(Args::new, Args::from_slice);
    let keywords: Vec<(Value, Value)> = match f.args[arg::KEYWORDS].as_ref() {
        Some(dict) => cx.vm.heap.dict(dict).iter().map(|e| (e.key, e.value)).collect(),
        None => Vec::new(),
    };
    if keywords.is_empty() {
        return Ok(Step::Call(f.args[arg::RUN], args));
    }
    args.extend(keywords.iter().map(|k| k.1));
    let names: Vec<Value> = keywords.iter().map(|k| k.0).collect();
    let names = cx.new_tuple(&names);
    Ok(Step::CallKw(f.args[arg::RUN], args, names))
}

/// An exception has left it. A GreenletExit is as good as a result.
fn failed(cx: &mut Cx<'_>, f: &mut NativeFrame, e: Value) -> NativeResult {
    match body::is_exit(cx, e) {
        true => over(cx, f, Some(e), Value::UNSET),
        false => over(cx, f, None, e),
    }
}

/// It is dead from now on. What comes of it goes to its parent.
fn over(cx: &mut Cx<'_>, f: &mut NativeFrame, result: Option<Value>, thrown: Value) -> NativeResult {
    let r = body::current(cx);
    edit(cx, r, |b| b.state = State::Dead);
    let outcome = match result {
        Some(v) if body::is_exit(cx, v) => Outcome::Cancelled,
        Some(_) => Outcome::Done,
        None => {
            let name = cx.type_name(thrown);
            Outcome::Failed(cx.sys.intern(&name))
        }
    };
    rows::ends(cx, r, outcome);
    let args = match result {
        Some(v) => cx.new_tuple(&[v]),
        None => Value::UNSET,
    };
    f.args = Args::from_slice(&[Value::UNSET, args, Value::UNSET, thrown, Value::UNSET]);
    let parent = body::of(cx, r).parent.as_ref().expect("all but a main greenlet have a parent");
    hand_up(cx, f, parent)
}

fn load(f: &NativeFrame) -> Load {
    Load { args: f.args[arg::ARGS], keywords: Value::UNSET, thrown: f.args[arg::THROWN] }
}

/// Goes on in the parent, or in whom that stands for.
fn hand_up(cx: &mut Cx<'_>, f: &mut NativeFrame, parent: Ref) -> NativeResult {
    if let Err(raise) = target::check(cx, parent) {
        return skip(cx, f, parent, raise.0);
    }
    match target::find(cx, parent) {
        Way::Here => panic!("a greenlet that is over is nobody's target"),
        Way::Into(other) => {
            let with = target::received(cx, load(f));
            Ok(leave(f, target::go_on(cx, other, with)))
        }
        Way::Begin(fresh) => {
            f.phase = phase::ASKS;
            f.args[arg::PARENT] = parent.into();
            Ok(target::ask_run(cx, fresh))
        }
    }
}

/// A parent cannot be switched to: the one above it gets the exception that says why.
fn skip(cx: &mut Cx<'_>, f: &mut NativeFrame, parent: Ref, e: Value) -> NativeResult {
    (f.args[arg::ARGS], f.args[arg::THROWN]) = (Value::UNSET, e);
    match body::of(cx, parent).parent.as_ref() {
        Some(above) => hand_up(cx, f, above),
        None => Err(cx.unsupported("a greenlet whose parents have all gone with their thread", "")),
    }
}

/// The fiber is over by this: nobody comes back to it.
fn leave(f: &mut NativeFrame, step: Step) -> Step {
    f.phase = phase::BEGINS;
    step
}
