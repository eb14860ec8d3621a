//! How a thread waits for a lock (`acquire_timed`, Python/thread_pthread.h `PyThread_acquire_lock_timed`).

use crate::support::{self, custom_body};
use crate::{blocking, clock, place};
use abi::trace::Why;
use abi::{Duration, Instant, ThreadId, Trap, WaitId, WakeCount, Wakeup};
use vm::native::{NativeFrame, NativeResult, Raise, Resumed, Step};
use vm::{Cx, Ref, Value};

/// A lock of either kind.
#[derive(Clone, Debug)]
pub(super) struct LockBody {
    /// What those who want it are parked on.
    pub wait: WaitId,
    /// How often it is held; a plain lock at most once.
    pub count: i64,
    /// Who holds it, if that matters.
    pub owner: Option<ThreadId>,
}

custom_body!(LockBody, |_body, _see| {});

impl LockBody {
    /// One that nobody holds.
    pub fn new(cx: &mut Cx<'_>) -> LockBody {
        LockBody { wait: cx.sys.new_wait(), count: 0, owner: None }
    }
}

/// How long to wait for a lock.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Patience {
    /// Until it is free.
    Endless,
    /// Not at all.
    None,
    /// So many nanoseconds.
    For(u64),
}

/// The arguments of `acquire`.
///
/// # Errors
/// TypeError, ValueError, OverflowError.
pub(super) fn patience(cx: &mut Cx<'_>, blocking: Value, timeout: Value) -> Result<Patience, Raise> {
    let blocks = !blocking.is_set() || support::is_true(blocking);
    let nanos = if timeout.is_set() { clock::nanos(cx, timeout)? } else { -(clock::SECOND as i64) };
    match nanos {
        n if n == -(clock::SECOND as i64) => Ok(if blocks { Patience::Endless } else { Patience::None }),
        _ if !blocks => Err(cx.value_error("can't specify a timeout for a non-blocking call")),
        n if n < 0 => Err(cx.value_error("timeout value must be positive")),
        0 => Ok(Patience::None),
        // Whole microseconds, rounded up.
        n => Ok(Patience::For((n as u64).div_ceil(1_000).saturating_mul(1_000))),
    }
}

/// How far an acquisition is.
mod phase {
    pub const BEGINS: u32 = 0;
    /// It was not free; who called stands on the fiber now.
    pub const MUST_WAIT: u32 = 1;
    pub const WAITS: u32 = 2;
}

/// Stands in `note` for a wait without an end.
const ENDLESS: i64 = -1;

fn state<'a>(cx: &'a Cx<'_>, lock: Ref) -> &'a LockBody {
    support::body(cx, lock)
}

/// Takes the lock if nobody has it.
fn take(cx: &mut Cx<'_>, lock: Ref, owner: Option<ThreadId>, count: i64) -> bool {
    let free = state(cx, lock).count == 0;
    if free {
        cx.vm.heap.edit::<LockBody, _>(lock, |l| (l.count, l.owner) = (count, owner));
    }
    free
}

/// Nobody holds it any more: the one who has waited longest may try again.
pub(super) fn free(cx: &mut Cx<'_>, lock: Ref) {
    cx.vm.heap.edit::<LockBody, _>(lock, |l| (l.count, l.owner) = (0, None));
    let wait = state(cx, lock).wait;
    cx.sys.wake(cx.budget, wait, WakeCount::One, cx.t.running);
}

/// Acquires a lock: `true`, or `false` when patience ends. `count`: how often it is held then.
pub(super) fn acquire(
    cx: &mut Cx<'_>,
    f: &mut NativeFrame,
    why: Resumed,
    (owner, count): (Option<ThreadId>, i64),
    patience: impl FnOnce(&mut Cx<'_>, &NativeFrame) -> Result<Patience, Raise>,
) -> NativeResult {
    let lock = f.args[0].as_ref().expect("a lock");
    match f.phase {
        phase::BEGINS => {
            let patience = patience(cx, f)?;
            if let Patience::For(_) = patience {
                // The deadline is computed before the first try.
                clock::read(cx);
            }
            clock::read(cx);
            if take(cx, lock, owner, count) {
                return Ok(Step::Return(Value::TRUE));
            }
            f.note = match patience {
                Patience::None => return Ok(Step::Return(Value::FALSE)),
                Patience::Endless => ENDLESS,
                Patience::For(nanos) => nanos.min(i64::MAX as u64) as i64,
            };
            f.phase = phase::MUST_WAIT;
            Ok(Step::Again)
        }
        phase::MUST_WAIT => {
            let now = clock::read(cx);
            if f.note != ENDLESS {
                let until = now + Duration::from_nanos(f.note as u64);
                f.note = until.nanos().min(i64::MAX as u64) as i64;
            }
            f.phase = phase::WAITS;
            Ok(park(cx, f, lock))
        }
        _ => {
            if take(cx, lock, owner, count) {
                return Ok(Step::Return(Value::TRUE));
            }
            if let Resumed::Woken(Wakeup::TimedOut) = why {
                return Ok(Step::Return(Value::FALSE));
            }
            Ok(park(cx, f, lock))
        }
    }
}

fn park(cx: &mut Cx<'_>, f: &NativeFrame, lock: Ref) -> Step {
    let until = (f.note != ENDLESS).then(|| Instant::from_nanos(f.note as u64));
    let call = place::library_call(cx).unwrap_or_else(|| "lock.acquire".to_string());
    let call = cx.sys.intern(&call);
    blocking::block(cx, Why::Block { call, until });
    Step::Trap(Trap::Park { on: state(cx, lock).wait, until })
}
