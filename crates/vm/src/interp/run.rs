//! The loop: it runs what is on top of the thread's fiber until the thread has to stop.

use super::deliver::{deliver, leave, settle, suspend};
use super::dispatch::dispatch;
use super::resume::{resume_generator, Resumption};
use super::{invoke, unwind, Flow, Outcome};
use crate::cx::Cx;
use crate::fiber::Activation;
use crate::frame::Frame;
use crate::native::{NativeFrame, NativeResult, Raise, Resumed, Step};
use crate::reap;
use crate::value::Value;
use abi::{ExitStatus, Stop};

/// Runs the thread.
pub(crate) fn run(cx: &mut Cx<'_>) -> Stop {
    loop {
        if let Some(stop) = cx.t.stopping.take() {
            return stop;
        }
        if reap::has_work(cx) && reap::reap(cx) {
            continue;
        }
        let stop = match cx.t.fiber.stack.pop() {
            None => Some(Stop::ExitThread),
            Some(Activation::Python(frame)) => run_frame(cx, frame),
            Some(Activation::Native(native)) => run_native(cx, native, false),
            Some(Activation::Detached(native)) => run_native(cx, native, true),
        };
        if let Some(stop) = stop {
            return stop;
        }
    }
}

/// Runs Python frames until the top of the fiber is something else, or the thread has to stop.
fn run_frame(cx: &mut Cx<'_>, mut frame: Box<Frame>) -> Option<Stop> {
    loop {
        if reap::is_due(cx) {
            cx.t.fiber.stack.push(Activation::Python(frame));
            if reap::reap(cx) {
                return None;
            }
            frame = match cx.t.fiber.stack.pop() {
                Some(Activation::Python(f)) => f,
                _ => panic!("the frame that was just pushed"),
            };
        }
        if let Some(stop) = admit(cx, &frame) {
            cx.t.fiber.stack.push(Activation::Python(frame));
            return Some(stop);
        }
        let instr = frame.loaded.code.instrs[frame.pc];
        frame.pc += 1;
        let next = match dispatch(cx, &mut frame, instr) {
            Ok(Flow::Next) => continue,
            Ok(Flow::Enter(callee)) => enter(cx, frame, callee),
            Ok(Flow::Resume(generator, sent)) => {
                cx.t.fiber.stack.push(Activation::Python(frame));
                match resume_generator(cx, generator, sent) {
                    Resumption::Frame(f) => Some(f),
                    Resumption::Done(outcome) => deliver(cx, outcome),
                    Resumption::Pushed => None,
                }
            }
            Ok(Flow::Native(native, step)) => {
                cx.t.fiber.stack.push(Activation::Python(frame));
                push_native(cx, native, false);
                match perform(cx, step) {
                    Next::Frame(f) => Some(f),
                    Next::Loop => None,
                    Next::Stop(stop) => return Some(stop),
                }
            }
            Ok(Flow::Return(v)) => {
                let outcome = leave(cx, frame, Outcome::Value(v));
                deliver(cx, outcome)
            }
            Ok(Flow::Yield(v)) => {
                let outcome = suspend(cx, frame, v);
                deliver(cx, outcome)
            }
            Ok(Flow::Reraise(e)) => {
                let went = unwind::unwind(cx, frame, e, false);
                settle(cx, went)
            }
            Err(Raise(e)) => {
                let went = unwind::unwind(cx, frame, e, true);
                settle(cx, went)
            }
        };
        match next {
            Some(f) => frame = f,
            None => return None,
        }
    }
}

/// Asks the budget whether the next instruction may run, and charges it.
#[inline(always)]
fn admit(cx: &mut Cx<'_>, frame: &Frame) -> Option<Stop> {
    if cx.budget.fuel == 0 {
        return Some(Stop::OutOfFuel);
    }
    // What the prelude does is C in CPython, and looks at nothing: the program's next frame does.
    if cx.t.breaker && frame.globals != cx.vm.prelude {
        cx.t.breaker = false;
        if cx.budget.now() >= cx.budget.preempt_at {
            return Some(Stop::Preempted);
        }
    }
    if !cx.t.charged {
        let cost = if frame.covered { 0 } else { frame.loaded.costs[frame.pc] };
        cx.budget.cpu += abi::Duration::from_nanos(u64::from(cost));
    }
    if cx.budget.now() > cx.budget.horizon {
        cx.t.charged = true;
        return Some(Stop::Horizon);
    }
    cx.t.charged = false;
    cx.budget.fuel -= 1;
    None
}

/// A Python frame goes on top of another.
fn enter(cx: &mut Cx<'_>, frame: Box<Frame>, callee: Box<Frame>) -> Option<Box<Frame>> {
    if cx.t.fiber.depth() >= cx.vm.recursion_limit {
        unwind::discard(cx, callee);
        let e = too_deep(cx, Some(&frame));
        let went = unwind::unwind(cx, frame, e.0, true);
        return settle(cx, went);
    }
    cx.t.fiber.stack.push(Activation::Python(frame));
    cx.t.breaker = true;
    Some(callee)
}

/// What comes after a native's step.
enum Next {
    /// This Python frame runs.
    Frame(Box<Frame>),
    /// Whatever is on top.
    Loop,
    /// Nothing.
    Stop(Stop),
}

/// Puts a native on the fiber; its arguments are counted from now on.
fn push_native(cx: &mut Cx<'_>, native: Box<NativeFrame>, detached: bool) {
    native.args.iter().for_each(|&v| cx.vm.heap.inc(v));
    cx.t.fiber.stack.push(match detached {
        true => Activation::Detached(native),
        false => Activation::Native(native),
    });
}

/// Puts a native that wants a step on the fiber and does the step. Gives back the Python frame that runs next, if it is one.
///
/// Only for natives that Python code has called: they may not stop the thread in their first step here, so a stop is
/// turned into a step of its own.
pub(crate) fn push_and_perform(cx: &mut Cx<'_>, native: Box<NativeFrame>, step: Step) -> Option<Box<Frame>> {
    push_native(cx, native, false);
    match perform(cx, step) {
        Next::Frame(f) => Some(f),
        Next::Loop => None,
        Next::Stop(stop) => {
            cx.t.stopping = Some(stop);
            None
        }
    }
}

/// Resumes a native that was on the fiber.
fn run_native(cx: &mut Cx<'_>, mut native: Box<NativeFrame>, detached: bool) -> Option<Stop> {
    if cx.budget.fuel == 0 {
        cx.t.fiber.stack.push(if detached { Activation::Detached(native) } else { Activation::Native(native) });
        return Some(Stop::OutOfFuel);
    }
    cx.budget.fuel -= 1;
    let before = native.args.clone();
    let why = cx.t.fiber.next.take().expect("a native on top has something to be resumed with");
    let result = cx.vm.registry.function(native.id)(cx, &mut native, why);
    if let Some(v) = why.value() {
        cx.vm.heap.dec(v);
    }
    let next = after_native(cx, native, detached, result);
    before.iter().for_each(|&v| cx.vm.heap.dec(v));
    match next {
        Next::Frame(f) => {
            cx.t.fiber.stack.push(Activation::Python(f));
            None
        }
        Next::Loop => None,
        Next::Stop(stop) => Some(stop),
    }
}

fn after_native(cx: &mut Cx<'_>, native: Box<NativeFrame>, detached: bool, result: NativeResult) -> Next {
    let outcome = match result {
        Ok(Step::Return(v)) => Outcome::Value(v),
        Err(Raise(e)) => Outcome::Raised(e),
        Ok(step) => {
            push_native(cx, native, detached);
            return perform(cx, step);
        }
    };
    if detached {
        reap::finalizer_done(cx);
        cx.t.fiber.next = cx.t.fiber.waiting.pop().flatten();
        return Next::Loop;
    }
    hand_down(cx, outcome)
}

/// Stores what the native on top of the fiber is resumed with.
pub(crate) fn resume_with(cx: &mut Cx<'_>, why: Resumed) {
    if let Some(v) = why.value() {
        cx.vm.heap.inc(v);
    }
    cx.t.fiber.next = Some(why);
}

/// Does what the native on top of the fiber wants. However many natives call each other, the host's stack stays where
/// it is.
fn perform(cx: &mut Cx<'_>, step: Step) -> Next {
    let mut done = one_step(cx, step);
    loop {
        match done {
            Done::Next(next) => return next,
            Done::Step(step) => done = one_step(cx, step),
        }
    }
}

/// What comes of a native's step.
enum Done {
    /// It is done.
    Next(Next),
    /// Another native is on top now, and wants this.
    Step(Step),
}

fn one_step(cx: &mut Cx<'_>, step: Step) -> Done {
    let next = match step {
        Step::Return(v) => {
            drop_top_native(cx);
            hand_down(cx, Outcome::Value(v))
        }
        Step::Call(f, args) => return begin_call(cx, f, args, Value::UNSET),
        Step::CallKw(f, args, names) => return begin_call(cx, f, args, names),
        Step::Tail(f, args) => return begin_tail(cx, f, args, Value::UNSET),
        Step::TailKw(f, args, names) => return begin_tail(cx, f, args, names),
        Step::Resume(generator, sent) => match resume_generator(cx, generator, sent) {
            Resumption::Frame(f) => Next::Frame(f),
            Resumption::Done(outcome) => hand_down(cx, outcome),
            Resumption::Pushed => Next::Loop,
        },
        Step::Exec(code, globals) => Next::Frame(invoke::module_frame(cx, code, globals)),
        Step::Body(function, namespace) => Next::Frame(invoke::body_frame(cx, function, namespace)),
        Step::Switch(switch) => {
            switch_fiber(cx, *switch);
            Next::Loop
        }
        Step::Fork => Next::Stop(Stop::Fork),
        Step::Again => {
            cx.t.fiber.next = Some(Resumed::Again);
            Next::Loop
        }
        Step::Trap(trap) => Next::Stop(Stop::Trap(trap)),
        Step::ExitThread => Next::Stop(Stop::ExitThread),
        Step::ExitProcess(status) => Next::Stop(Stop::ExitProcess(ExitStatus(status))),
    };
    Done::Next(next)
}

/// Another fiber runs from now on. Nothing is copied and nothing is counted: what the old one refers to stays with it.
fn switch_fiber(cx: &mut Cx<'_>, switch: crate::native::Switch) {
    let old = std::mem::replace(&mut cx.t.fiber, switch.to);
    if let Some(why) = switch.with {
        resume_with(cx, why);
    }
    let (keeper, keep) = switch.keep;
    keep(cx, keeper, old);
}

/// Hands an outcome to the activation on top.
fn hand_down(cx: &mut Cx<'_>, outcome: Outcome) -> Next {
    deliver(cx, outcome).map_or(Next::Loop, Next::Frame)
}

fn begin_call(cx: &mut Cx<'_>, f: Value, args: crate::native::Args, names: Value) -> Done {
    let begun = invoke::invoke(cx, f, args, names, false);
    begin(cx, begun)
}

fn begin_tail(cx: &mut Cx<'_>, f: Value, args: crate::native::Args, names: Value) -> Done {
    let begun = invoke::invoke(cx, f, args, names, false);
    drop_top_native(cx);
    begin(cx, begun)
}

fn begin(cx: &mut Cx<'_>, begun: Result<invoke::Begun, Raise>) -> Done {
    let is_deep = cx.t.fiber.depth() >= cx.vm.recursion_limit;
    let next = match begun {
        Ok(invoke::Begun::Value(v)) => hand_down(cx, Outcome::Value(v)),
        Ok(invoke::Begun::Frame(f)) if is_deep => {
            unwind::discard(cx, f);
            let e = too_deep(cx, None);
            hand_down(cx, Outcome::Raised(e.0))
        }
        Ok(invoke::Begun::Native(..)) if is_deep => {
            let e = too_deep(cx, None);
            hand_down(cx, Outcome::Raised(e.0))
        }
        Ok(invoke::Begun::Frame(f)) => Next::Frame(f),
        Ok(invoke::Begun::Native(native, step)) => {
            push_native(cx, native, false);
            return Done::Step(step);
        }
        Err(Raise(e)) => hand_down(cx, Outcome::Raised(e)),
    };
    Done::Next(next)
}

/// The RecursionError of a call too many. CPython says what it was doing if it was busy with what is the prelude's
/// work here.
fn too_deep(cx: &mut Cx<'_>, caller: Option<&Frame>) -> Raise {
    let helper = caller.filter(|f| f.is_hidden()).map_or("", |f| &f.loaded.code.name);
    let doing = match helper {
        name if name.contains("repr") => " while getting the repr of an object",
        "eq" | "ne" | "lt" | "le" | "gt" | "ge" | "compare" | "same" | "sequence_compare" | "dict_equal" => {
            " in comparison"
        }
        _ => "",
    };
    cx.error(crate::classes::RECURSION_ERROR, format!("maximum recursion depth exceeded{doing}"))
}

fn drop_top_native(cx: &mut Cx<'_>) {
    match cx.t.fiber.stack.pop() {
        Some(Activation::Native(native)) => native.args.iter().for_each(|&v| cx.vm.heap.dec(v)),
        Some(Activation::Detached(native)) => {
            native.args.iter().for_each(|&v| cx.vm.heap.dec(v));
            panic!("a detached native may not hand over its result");
        }
        _ => panic!("a native on top of the fiber"),
    }
}
