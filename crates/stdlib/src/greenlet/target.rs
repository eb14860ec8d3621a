//! Who goes on when a greenlet is switched to (`UserGreenlet::g_switch`, `g_initialstub`).

use super::body::{self, edit, store, State};
use super::{attributes, life, rows, tracing, ERROR};
use vm::native::{Args, NativeFrame, Raise, Resumed, Step, Switch};
use vm::{locals, Cx, Fiber, Ref, Value};

/// What is handed over: arguments of a call, or an exception.
#[derive(Clone, Copy, Debug)]
pub(super) struct Load {
    /// A tuple.
    pub args: Value,
    /// A dict, or unset.
    pub keywords: Value,
    /// Set instead of the others.
    pub thrown: Value,
}

/// Where a switch leads.
pub(super) enum Way {
    /// To the greenlet that runs.
    Here,
    /// To one that waits.
    Into(Ref),
    /// To one that has not begun.
    Begin(Ref),
}

/// Who goes on: the first that is not dead.
pub(super) fn find(cx: &Cx<'_>, target: Ref) -> Way {
    let mut at = target;
    loop {
        let b = body::of(cx, at);
        match b.state {
            State::Started if body::is_current(cx, at) => return Way::Here,
            State::Started => return Way::Into(at),
            State::Fresh => return Way::Begin(at),
            State::Dead => at = b.parent.as_ref().expect("a main greenlet that can be switched to lives"),
        }
    }
}

/// Whether a greenlet may be switched to from here (`check_switch_allowed`).
///
/// # Errors
/// `greenlet.error`: it belongs to another thread.
pub(super) fn check(cx: &mut Cx<'_>, target: Ref) -> Result<(), Raise> {
    let thread = body::of(cx, target).thread;
    if thread == cx.t.id {
        return Ok(());
    }
    let error = cx.vm.library_class(ERROR.name);
    if body::is_over(cx, thread) {
        return Err(cx.error(error, "cannot switch to a different thread (which happens to have exited)"));
    }
    let here = body::current(cx);
    let (own, its) = (body::main_of(cx, here), body::main_of(cx, target));
    let (now, wanted) = (attributes::shown(cx, own), attributes::shown(cx, its));
    Err(cx.error(error, format!("Cannot switch to a different thread\n\tCurrent:  {now}\n\tExpected: {wanted}")))
}

/// Asks a greenlet that has not begun for what it runs: Python may answer.
pub(super) fn ask_run(cx: &mut Cx<'_>, target: Ref) -> Step {
    let (getattr, name) = (cx.vm.builtin("getattr"), cx.intern("run"));
    cx.call(getattr, &[target.into(), name.into()])
}

/// What a greenlet that waits gets for what is handed over (`operator<<=` of `SwitchingArgs`, `single_result`).
pub(super) fn received(cx: &mut Cx<'_>, load: Load) -> Resumed {
    if load.thrown.is_set() {
        return Resumed::Raised(load.thrown);
    }
    let args = cx.sequence(load.args).map(<[Value]>::to_vec).unwrap_or_default();
    let has_keywords = load.keywords.as_ref().is_some_and(|d| !cx.vm.heap.dict(d).is_empty());
    Resumed::Returned(match (args.as_slice(), has_keywords) {
        (&[one], false) => one,
        (_, false) => load.args,
        (&[], true) => load.keywords,
        (_, true) => cx.new_tuple(&[load.args, load.keywords]),
    })
}

/// The step that begins a greenlet.
pub(super) fn begin(cx: &mut Cx<'_>, target: Ref, run: Value, load: Load) -> Step {
    store(cx, target, |b| &mut b.run, Value::UNSET);
    edit(cx, target, |b| b.state = State::Started);
    rows::begins(cx, target, run, load.args);
    let id = cx.vm.registry.function_of(super::NATIVE, life::BEGIN).expect("it is in the module's table");
    let args = Args::from_slice(&[run, load.args, load.keywords, load.thrown]);
    let fiber = Fiber::of_native(cx, NativeFrame { id, args, phase: 0, note: 0 });
    exchange(cx, target, fiber, None)
}

/// The step that goes on with a greenlet that waits.
pub(super) fn go_on(cx: &mut Cx<'_>, target: Ref, with: Resumed) -> Step {
    let fiber = edit(cx, target, |b| b.fiber.take()).expect("it waits");
    exchange(cx, target, *fiber, Some(with))
}

/// The running thread goes on with another greenlet's fiber; the one that ran keeps its own, unless it is over.
fn exchange(cx: &mut Cx<'_>, to: Ref, fiber: Fiber, with: Option<Resumed>) -> Step {
    let from = body::current(cx);
    tracing::note_origin(cx, from);
    rows::switches(cx, from, to, &fiber);
    let (own, its) = (cx.local(locals::CONTEXT), body::of(cx, to).context);
    store(cx, from, |b| &mut b.context, own);
    cx.set_local(locals::CONTEXT, its);
    store(cx, to, |b| &mut b.context, Value::UNSET);
    cx.set_local(locals::GREENLET, to.into());
    let keep: fn(&mut Cx<'_>, Ref, Fiber) = match body::of(cx, from).state {
        State::Dead => |cx, _, old| old.release(cx),
        _ => |cx, from, old| edit(cx, from, |b| b.fiber = Some(Box::new(old))),
    };
    Step::Switch(Box::new(Switch { to: fiber, with, keep: (from, keep) }))
}
