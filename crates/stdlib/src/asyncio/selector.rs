//! The loop's wait: the only place where asyncio lets go of its thread (Lib/selectors.py `EpollSelector.select`,
//! Modules/selectmodule.c `select_epoll_poll_impl`).

use super::looped;
use crate::support::is_true;
use crate::{blocking, clock};
use abi::trace::Why;
use abi::{Duration, Instant, Trap, Wakeup};
use vm::native::{def, Def, NativeFrame, NativeResult, Raise, Resumed, Step};
use vm::{Cx, LibraryClass, Value};

pub(super) const CLASS: LibraryClass =
    LibraryClass { name: "selectors.EpollSelector", base: "object", open: true, methods: METHODS };

const METHODS: &[Def] = &[
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

/// Begins to wait; `None` if there is nothing to wait for. `note` keeps the moment until which.
pub(super) fn begin(cx: &mut Cx<'_>, f: &mut NativeFrame, timeout: Timeout) -> Option<Step> {
    let until = match timeout {
        Timeout::Forever => None,
        Timeout::Poll => {
            // epoll_wait's deadline is computed even if it does not wait.
            clock::read(cx);
            return None;
        }
        Timeout::Seconds(s) => Some(clock::read(cx) + Duration::from_millis(milliseconds(s))),
    };
    f.note = until.map_or(-1, |at| at.nanos().min(i64::MAX as u64) as i64);
    Some(wait(cx, until))
}

fn wait(cx: &mut Cx<'_>, until: Option<Instant>) -> Step {
    blocking::suspend_thread(cx, Why::Idle { until });
    match until {
        Some(until) => Step::Trap(Trap::Sleep { until }),
        None => Step::Trap(Trap::Park { on: cx.sys.new_wait(), until: None }),
    }
}

/// The wait is over, or a signal has cut it short: then it goes on (PEP 475).
pub(super) fn again(cx: &mut Cx<'_>, f: &NativeFrame, why: &Resumed) -> Option<Step> {
    let until = (f.note >= 0).then(|| Instant::from_nanos(f.note as u64));
    match why {
        Resumed::Woken(Wakeup::Interrupted) if until.is_none_or(|at| cx.now() < at) => Some(wait(cx, until)),
        _ => None,
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
    match f.phase {
        0 => {
            timeout(cx, f.args[1])?;
            f.phase = 1;
            return Ok(Step::Again);
        }
        1 => {
            f.phase = 2;
            let timeout = timeout(cx, f.args[1])?;
            if let Some(step) = begin(cx, f, timeout) {
                return Ok(step);
            }
        }
        _ => {
            if let Some(step) = again(cx, f, &why) {
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
