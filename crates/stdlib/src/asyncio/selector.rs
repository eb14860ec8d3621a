//! The loop's wait: the only place where asyncio lets go of its thread (Lib/selectors.py `EpollSelector.select`,
//! Modules/selectmodule.c `select_epoll_poll_impl`).

use super::looped;
use crate::support::{body, custom_body, is_true, own};
use crate::{blocking, clock};
use abi::trace::Why;
use abi::{Duration, Instant, Trap, WaitId, WakeCount, Wakeup};
use vm::native::{def, new, Def, NativeFrame, NativeResult, Raise, Resumed, Step};
use vm::{Body, Cx, LibraryClass, Ref, Value};

pub(super) const CLASS: LibraryClass =
    LibraryClass { name: "selectors.EpollSelector", base: "object", open: true, methods: METHODS };

const METHODS: &[Def] = &[
    new("cls", make),
    def("_wake", "self, /", wake),
    def("select", "self, timeout=", select).costing(2_000),
    def("register", "self, *args, **keywords", no_files),
    def("unregister", "self, *args, **keywords", no_files),
    def("modify", "self, *args, **keywords", no_files),
    def("get_key", "self, *args, **keywords", no_files),
    def("get_map", "self, *args, **keywords", no_files),
    def("close", "self, /", close),
];

/// How long to wait.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Timeout {
    /// Until something happens.
    Forever,
    /// Not at all.
    Poll,
    /// At most so many seconds.
    Seconds(f64),
}

/// Whole milliseconds, rounded up, by the same operations in the same order as there: first to milliseconds as a float of seconds, then to nanoseconds,
/// then to milliseconds.
fn milliseconds(seconds: f64) -> u64 {
    let rounded = (seconds * 1e3).ceil() * 1e-3;
    let nanos = (rounded * 1e9).ceil() as u64;
    nanos.div_ceil(1_000_000)
}

/// A selector, and the pipe by which other threads of the program call its loop back (`_make_self_pipe`).
#[derive(Clone, Debug)]
struct SelectorBody {
    /// What its loop's thread is parked on.
    wait: WaitId,
    /// Something stands in the pipe.
    called: bool,
}

custom_body!(SelectorBody, |_body, _see| {});

/// A selector of the plain class.
pub(super) fn new_selector(cx: &mut Cx<'_>) -> Ref {
    let class = cx.vm.library_class(CLASS.name);
    new_of(cx, class)
}

fn new_of(cx: &mut Cx<'_>, class: Ref) -> Ref {
    let body = SelectorBody { wait: cx.sys.new_wait(), called: false };
    cx.new_object(class, Body::Custom(Box::new(body)))
}

fn make(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = cx.vm.as_class(f.args[0]).expect("a class");
    Ok(Step::Return(new_of(cx, class).into()))
}

/// Another thread has something for the loop: its wait is over.
fn wake(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<SelectorBody>(cx, f)?;
    cx.vm.heap.edit::<SelectorBody, _>(r, |s| s.called = true);
    let wait = body::<SelectorBody>(cx, r).wait;
    cx.sys.wake(cx.budget, wait, WakeCount::All, cx.t.running);
    Ok(Step::Return(Value::NONE))
}

/// Whether the loop was called since this was last asked.
fn take_call(cx: &mut Cx<'_>, r: Ref) -> bool {
    cx.vm.heap.edit::<SelectorBody, _>(r, |s| std::mem::take(&mut s.called))
}

/// Begins to wait; `None` if there is nothing to wait for. `note` keeps the moment until which.
pub(super) fn begin(cx: &mut Cx<'_>, f: &mut NativeFrame, r: Ref, timeout: Timeout) -> Option<Step> {
    let until = match timeout {
        Timeout::Forever => None,
        // epoll_wait's deadline is computed even if it does not wait.
        Timeout::Poll => Some(clock::read(cx)),
        Timeout::Seconds(s) => Some(clock::read(cx) + Duration::from_millis(milliseconds(s))),
    };
    f.note = until.map_or(-1, |at| at.nanos().min(i64::MAX as u64) as i64);
    if take_call(cx, r) {
        return None;
    }
    if timeout != Timeout::Poll {
        return Some(wait(cx, r, until));
    }
    // Even then it lets other threads go first: it gives up the GIL.
    if !cx.sys.is_wanted(cx.budget) {
        return None;
    }
    blocking::suspend_thread(cx, Why::Yield);
    Some(Step::Trap(Trap::YieldCpu))
}

fn wait(cx: &mut Cx<'_>, r: Ref, until: Option<Instant>) -> Step {
    blocking::suspend_thread(cx, Why::Idle { until });
    Step::Trap(Trap::Park { on: body::<SelectorBody>(cx, r).wait, until })
}

/// The wait is over, or a signal has cut it short: then it goes on (PEP 475).
pub(super) fn again(cx: &mut Cx<'_>, f: &NativeFrame, r: Ref, why: &Resumed) -> Option<Step> {
    let until = (f.note >= 0).then(|| Instant::from_nanos(f.note as u64));
    match why {
        Resumed::Woken(Wakeup::Interrupted) if until.is_none_or(|at| cx.now() < at) => Some(wait(cx, r, until)),
        _ => {
            take_call(cx, r);
            None
        }
    }
}

/// What a timeout means.
///
/// # Errors
/// TypeError if it is no number.
pub(super) fn timeout(cx: &mut Cx<'_>, v: Value) -> Result<Timeout, Raise> {
    if !v.is_set() || v.is_none() {
        return Ok(Timeout::Forever);
    }
    match looped::number(cx, v) {
        Some(s) if s > 0.0 => Ok(Timeout::Seconds(s)),
        Some(_) => Ok(Timeout::Poll),
        None => {
            let name = cx.type_name(v);
            Err(cx.type_error(format!("'<=' not supported between instances of '{name}' and 'int'")))
        }
    }
}

/// `select`: phase 0 begins, 1 has its caller on the fiber, 2 waits. There are no files yet, so there are never events.
fn select(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let r = own::<SelectorBody>(cx, f)?;
    match f.phase {
        0 => {
            timeout(cx, f.args[1])?;
            f.phase = 1;
            return Ok(Step::Again);
        }
        1 => {
            f.phase = 2;
            let timeout = timeout(cx, f.args[1])?;
            if let Some(step) = begin(cx, f, r, timeout) {
                return Ok(step);
            }
        }
        _ => {
            if let Some(step) = again(cx, f, r, &why) {
                return Ok(step);
            }
        }
    }
    Ok(Step::Return(cx.new_list(Vec::new())))
}

fn no_files(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let name = cx.vm.registry.get(f.id).def.name;
    Err(cx.unsupported(&format!("selector.{name}"), "there are no files and sockets yet"))
}

fn close(_: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::NONE))
}

/// Whether events came back that nobody here could have made.
pub(super) fn has_events(cx: &Cx<'_>, v: Value) -> bool {
    is_true(v) && cx.sequence(v).is_some_and(|events| !events.is_empty())
}

#[cfg(test)]
mod tests {
    use super::milliseconds;

    /// What CPython 3.11 hands to epoll_wait for these timeouts.
    #[test]
    fn waits_are_rounded_up_as_epoll_has_them() {
        let recorded = [
            (1e-9, 1),
            (0.001, 1),
            (0.001_000_000_1, 2),
            (0.010_000_1, 11),
            (0.057, 57),
            (0.1, 100),
            (0.299_999_9, 300),
            (0.3, 300),
            (3.000_000_1, 3001),
            (86_400.0, 86_400_000),
        ];
        for (seconds, wanted) in recorded {
            assert_eq!(milliseconds(seconds), wanted, "{seconds}");
        }
    }
}
