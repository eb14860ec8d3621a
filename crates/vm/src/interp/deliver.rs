//! Outcomes on their way: from a frame or native that is over to the activation below.

use super::run::resume_with;
use super::{unwind, Outcome};
use crate::cx::Cx;
use crate::fiber::Activation;
use crate::frame::{Frame, Owner, Pending};
use crate::generator::GeneratorState;
use crate::heap::Body;
use crate::native::Resumed;
use crate::value::Value;

/// What becomes of a frame that got an outcome: it runs, or it is over (or yields) and hands on an outcome of its own.
pub(crate) type Went = Result<Box<Frame>, Outcome>;

/// A frame is over: lets go of it. Gives back what the activation below gets.
pub(crate) fn leave(cx: &mut Cx<'_>, frame: Box<Frame>, outcome: Outcome) -> Outcome {
    let outcome = match (frame.owner, outcome) {
        (Owner::Generator(g), Outcome::Value(v)) => {
            finish_generator(cx, g);
            Outcome::Finished(v)
        }
        (Owner::Generator(g), Outcome::Raised(e)) => {
            let e = super::resume::leaving_exception(cx, g, e);
            finish_generator(cx, g);
            Outcome::Raised(e)
        }
        (_, other) => other,
    };
    if let Some(row) = frame.row {
        end_call_row(cx, row, &outcome);
    }
    let had_handled = !frame.handled.is_empty();
    unwind::discard(cx, frame);
    if had_handled {
        unwind::find_handling(cx);
    }
    outcome
}

/// A call that had a row of its own is over.
fn end_call_row(cx: &mut Cx<'_>, row: abi::RowId, outcome: &Outcome) {
    let how = match outcome {
        Outcome::Raised(e) => {
            let name = cx.type_name(*e);
            abi::trace::Outcome::Failed(cx.sys.intern(&name))
        }
        _ => abi::trace::Outcome::Done,
    };
    let now = cx.now();
    cx.sys.emit(now, abi::trace::Event::End { row, outcome: how });
    if cx.t.running == row {
        cx.t.running = cx.t.row;
    }
}

fn finish_generator(cx: &mut Cx<'_>, g: crate::value::Ref) {
    if let Body::Generator(body) = &mut cx.vm.heap.get_mut(g).body {
        body.state = GeneratorState::Finished;
    }
}

/// A generator's frame yields: it goes back into its generator. Gives back what the activation below gets.
pub(super) fn suspend(cx: &mut Cx<'_>, mut frame: Box<Frame>, v: Value) -> Outcome {
    let Owner::Generator(g) = frame.owner else { panic!("only a generator's frame yields") };
    let wraps = frame.loaded.code.flags.has(bytecode::Flags::ASYNC_GENERATOR)
        && !matches!(frame.pending, Pending::YieldFrom { .. });
    let had_handled = !frame.handled.is_empty();
    frame.owner = Owner::Call;
    if let Body::Generator(body) = &mut cx.vm.heap.get_mut(g).body {
        body.state = GeneratorState::Suspended(frame);
    }
    cx.vm.heap.dec_ref(g);
    if had_handled {
        unwind::find_handling(cx);
    }
    if wraps {
        Outcome::Wrapped(v)
    } else {
        Outcome::Value(v)
    }
}

/// Hands an outcome to the activation on top of the fiber. Gives back the Python frame that runs next, if it is one.
/// However many frames the outcome passes through, the host's stack stays where it is.
pub(crate) fn deliver(cx: &mut Cx<'_>, mut outcome: Outcome) -> Option<Box<Frame>> {
    loop {
        match cx.t.fiber.stack.pop() {
            None => {
                if let Outcome::Raised(e) = outcome {
                    cx.vm.heap.inc(e);
                    cx.t.failed = e;
                }
                return None;
            }
            Some(Activation::Python(frame)) => match deliver_to_frame(cx, frame, outcome) {
                Ok(frame) => return Some(frame),
                Err(next) => outcome = next,
            },
            Some(native) => {
                cx.t.fiber.stack.push(native);
                let why = match outcome {
                    Outcome::Value(v) => Resumed::Returned(v),
                    Outcome::Wrapped(v) => Resumed::Wrapped(v),
                    Outcome::Finished(v) => Resumed::Finished(v),
                    Outcome::Raised(e) => Resumed::Raised(e),
                };
                resume_with(cx, why);
                return None;
            }
        }
    }
}

/// The Python frame that runs after a frame went so.
pub(crate) fn settle(cx: &mut Cx<'_>, went: Went) -> Option<Box<Frame>> {
    match went {
        Ok(frame) => Some(frame),
        Err(outcome) => deliver(cx, outcome),
    }
}

fn deliver_to_frame(cx: &mut Cx<'_>, mut frame: Box<Frame>, outcome: Outcome) -> Went {
    let mut pending = std::mem::replace(&mut frame.pending, Pending::Nothing);
    if let Pending::StoreAfter { dst, base, count } = pending {
        super::call::release_held(cx, &mut frame, base, count);
        pending = Pending::Store(dst);
    }
    let v = match (outcome, pending) {
        (Outcome::Value(v) | Outcome::Wrapped(v), Pending::YieldFrom { .. }) => {
            frame.pending = pending;
            return Err(suspend(cx, frame, v));
        }
        (Outcome::Value(v) | Outcome::Wrapped(v), _) => v,
        (Outcome::Finished(v), Pending::YieldFrom { dst, iter }) => {
            cx.clear(&mut frame, iter);
            cx.set(&mut frame, dst, v);
            return Ok(frame);
        }
        (Outcome::Finished(_), Pending::ForIter { iter, to, .. }) => {
            cx.clear(&mut frame, iter);
            frame.pc = to as usize;
            return Ok(frame);
        }
        (Outcome::Finished(v), _) => {
            let e = cx.stop_iteration(v);
            return unwind::unwind(cx, frame, e.0, true);
        }
        (Outcome::Raised(e), Pending::ForIter { iter, to, .. })
            if cx.is_instance(e, crate::classes::STOP_ITERATION) =>
        {
            cx.clear(&mut frame, iter);
            frame.pc = to as usize;
            return Ok(frame);
        }
        (Outcome::Raised(e), Pending::YieldFrom { dst, iter }) if cx.is_instance(e, crate::classes::STOP_ITERATION) => {
            super::control::end_delegation(cx, &mut frame, dst, iter, e);
            return Ok(frame);
        }
        (Outcome::Raised(e), _) => return unwind::unwind(cx, frame, e, true),
    };
    store_result(cx, &mut frame, pending, v);
    Ok(frame)
}

/// A callee's result goes where the frame wants it; `yield from` is not asked for here.
#[inline]
pub(super) fn store_result(cx: &mut Cx<'_>, frame: &mut Frame, pending: Pending, v: Value) {
    match pending {
        Pending::Store(dst) | Pending::StoreAfter { dst, .. } | Pending::ForIter { dst, .. } => cx.set(frame, dst, v),
        Pending::StoreAndRepeat(dst) => {
            cx.set(frame, dst, v);
            frame.pc -= 1;
        }
        Pending::StoreNot(dst) => cx.set(frame, dst, Value::bool(!v.is(Value::TRUE))),
        Pending::Discard => {}
        Pending::Jump { when, to } => {
            if v.is(Value::bool(when)) {
                frame.pc = to as usize;
            }
        }
        Pending::Nothing | Pending::YieldFrom { .. } => panic!("a result that nobody waits for"),
    }
}
