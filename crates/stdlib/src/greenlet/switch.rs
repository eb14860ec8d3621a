//! `switch` and `throw`.

use super::body::{self, GreenletBody, State};
use super::target::{self, Load, Way};
use super::tracing;
use crate::support::own;
use vm::native::{Args, NativeFrame, NativeResult, Raise, Resumed, Step};
use vm::{classes, Body, Cx, Ref, Value};

/// Where a switch is. Its caller stands on the fiber from the second on.
mod phase {
    pub const BEGIN: u32 = 0;
    /// An exception's class is being called.
    pub const MAKES: u32 = 1;
    /// The target is looked for.
    pub const FINDS: u32 = 2;
    /// A greenlet that has not begun is asked for its `run`.
    pub const ASKS: u32 = 3;
    /// Others run.
    pub const AWAY: u32 = 4;
    /// The tracing function is told that it goes on.
    pub const TELLS: u32 = 5;
}

/// Arguments of a switch's frame.
mod arg {
    pub const TARGET: usize = 0;
    pub const ARGS: usize = 1;
    pub const KEYWORDS: usize = 2;
    pub const THROWN: usize = 3;
    /// Who is to begin; later what came of the switch.
    pub const MORE: usize = 4;
}

fn load(f: &NativeFrame) -> Load {
    Load { args: f.args[arg::ARGS], keywords: f.args[arg::KEYWORDS], thrown: f.args[arg::THROWN] }
}

pub(super) fn switch(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    if f.phase == phase::BEGIN {
        own::<GreenletBody>(cx, f)?;
        f.args.extend([Value::UNSET; 2]);
        f.phase = phase::FINDS;
        return Ok(Step::Again);
    }
    go(cx, f, why)
}

/// `throw(typ=GreenletExit, val=None, tb=None)`
pub(super) fn throw(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    match (f.phase, why) {
        (phase::BEGIN, _) => {
            own::<GreenletBody>(cx, f)?;
            let exit = cx.vm.library_class(super::EXIT.name);
            let (kind, v, traceback) = (f.args[1].or(exit.into()), f.args[2], f.args[3].some());
            f.args.push(traceback.unwrap_or(Value::UNSET));
            if traceback.is_some_and(|tb| cx.class_of(tb) != classes::TRACEBACK) {
                return Err(cx.type_error("throw() third argument must be a traceback object"));
            }
            if let Some(e) = instance(cx, kind, v)? {
                thrown(cx, f, e);
                return Ok(Step::Again);
            }
            f.phase = phase::MAKES;
            let args = match cx.body(v) {
                _ if !v.is_set() || v.is_none() => Args::new(),
                Some(Body::Tuple(items)) => Args::from_slice(items),
                _ => Args::from_slice(&[v]),
            };
            Ok(Step::Call(kind, args))
        }
        (phase::MAKES, Resumed::Returned(e)) => {
            if !cx.is_instance(e, classes::BASE_EXCEPTION) {
                let (kind, got) = (f.args[1], cx.type_name(e));
                let kind = vm::format::plain_repr(cx, kind).unwrap_or_default();
                let message = format!("calling {kind} should have returned an instance of BaseException, not {got}");
                return Err(cx.type_error(message));
            }
            thrown(cx, f, e);
            Ok(Step::Again)
        }
        (phase::MAKES, Resumed::Raised(e)) => {
            thrown(cx, f, e);
            Ok(Step::Again)
        }
        (_, why) => go(cx, f, why),
    }
}

/// The exception that is to be thrown, unless a class has to be called for it (`PyErrPieces::normalize`).
fn instance(cx: &mut Cx<'_>, kind: Value, v: Value) -> Result<Option<Value>, Raise> {
    if let Some(class) = cx.vm.as_class(kind).filter(|&c| cx.vm.is_subclass(c, classes::BASE_EXCEPTION)) {
        return Ok(v.some().filter(|&v| cx.is_instance(v, class)));
    }
    if !cx.is_instance(kind, classes::BASE_EXCEPTION) {
        let name = cx.type_name(kind);
        return Err(cx.type_error(format!("exceptions must be classes, or instances, not {name}")));
    }
    if v.some().is_some() {
        return Err(cx.type_error("instance exception may not have a separate value"));
    }
    Ok(Some(kind))
}

/// The exception is there. A dead greenlet takes a GreenletExit for its result (`internal_green_throw`).
fn thrown(cx: &mut Cx<'_>, f: &mut NativeFrame, e: Value) {
    let traceback = f.args[arg::MORE];
    let r = e.as_ref().expect("an exception");
    cx.vm.heap.store_exception(r, |x| &mut x.traceback, traceback);
    let target = f.args[arg::TARGET];
    let is_dead = body::of(cx, target.as_ref().expect("a greenlet")).state == State::Dead;
    f.args = match is_dead && body::is_exit(cx, e) {
        true => {
            let args = cx.new_tuple(&[e]);
            Args::from_slice(&[target, args, Value::UNSET, Value::UNSET, Value::UNSET])
        }
        false => Args::from_slice(&[target, Value::UNSET, Value::UNSET, e, Value::UNSET]),
    };
    f.phase = phase::FINDS;
}

fn go(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    match (f.phase, why) {
        (phase::FINDS, _) => {
            body::bury(cx);
            find(cx, f)
        }
        (phase::ASKS, Resumed::Returned(run)) => {
            let (target, fresh) = (greenlet(f, arg::TARGET), greenlet(f, arg::MORE));
            target::check(cx, target)?;
            if body::of(cx, fresh).state != State::Fresh {
                // It was begun while it was asked.
                return find(cx, f);
            }
            let step = target::begin(cx, fresh, run, load(f));
            Ok(away(f, step))
        }
        (phase::AWAY, why) => {
            let result = why.value().expect("who is switched to gets something");
            let threw = matches!(why, Resumed::Raised(_));
            match tracing::tell(cx, threw) {
                Some(step) => {
                    f.args[arg::MORE] = result;
                    f.note = i64::from(threw);
                    f.phase = phase::TELLS;
                    Ok(step)
                }
                None => ended(result, threw),
            }
        }
        (phase::TELLS, Resumed::Returned(_)) => ended(f.args[arg::MORE], f.note != 0),
        (phase::TELLS, Resumed::Raised(e)) => Err(tracing::failed(cx, e)),
        (_, Resumed::Raised(e)) => Err(Raise(e)),
        (phase, why) => panic!("a switch in phase {phase} is resumed with {why:?}"),
    }
}

fn greenlet(f: &NativeFrame, at: usize) -> Ref {
    f.args[at].as_ref().expect("a greenlet")
}

fn find(cx: &mut Cx<'_>, f: &mut NativeFrame) -> NativeResult {
    let target = greenlet(f, arg::TARGET);
    target::check(cx, target)?;
    match target::find(cx, target) {
        Way::Here => {
            f.phase = phase::AWAY;
            let from = body::current(cx);
            tracing::note_origin(cx, from);
            let with = target::received(cx, load(f));
            go(cx, f, with)
        }
        Way::Into(other) => {
            let with = target::received(cx, load(f));
            let step = target::go_on(cx, other, with);
            Ok(away(f, step))
        }
        Way::Begin(fresh) => {
            f.args[arg::MORE] = fresh.into();
            f.phase = phase::ASKS;
            Ok(target::ask_run(cx, fresh))
        }
    }
}

/// Others run. What was handed over is theirs alone.
fn away(f: &mut NativeFrame, step: Step) -> Step {
    f.phase = phase::AWAY;
    f.args[arg::ARGS..].fill(Value::UNSET);
    step
}

fn ended(v: Value, threw: bool) -> NativeResult {
    match threw {
        true => Err(Raise(v)),
        false => Ok(Step::Return(v)),
    }
}
