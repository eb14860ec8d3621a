//! What futures, tasks, handles and loops hold.

use crate::support::custom_body;
use abi::trace::Cause;
use abi::{Instant, RowId};
use vm::native::NativeId;
use vm::{Ref, Value};

/// Where a future stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum State {
    /// Neither result nor exception.
    #[default]
    Pending,
    /// Cancelled.
    Cancelled,
    /// Has a result or an exception.
    Finished,
}

/// A future or a task (Modules/_asynciomodule.c `FutureObj`, `TaskObj`).
#[derive(Clone, Debug, Default)]
pub(super) struct FutureBody {
    pub state: State,
    /// The loop; unset before `__init__`.
    pub event_loop: Value,
    /// Callbacks and their contexts, one after the other.
    pub callbacks: Vec<Value>,
    pub result: Value,
    pub exception: Value,
    pub traceback: Value,
    pub cancel_message: Value,
    /// The CancelledError that a task's coroutine raised, until someone asks for it.
    pub cancelled_error: Value,
    /// `_asyncio_future_blocking`
    pub blocking: bool,
    /// True while an exception waits to be retrieved.
    pub log_traceback: bool,
    /// When the timer that sets it is due, if there is one.
    pub until: Option<Instant>,
    /// What a task has beside.
    pub task: Option<Box<TaskPart>>,
}

/// What makes a future a task.
#[derive(Clone, Debug)]
pub(super) struct TaskPart {
    pub context: Value,
    pub coroutine: Value,
    pub name: Value,
    /// `_fut_waiter`: what it waits for; unset if nothing.
    pub waiter: Value,
    pub must_cancel: bool,
    pub log_destroy_pending: bool,
    pub cancel_requests: i64,
    pub row: RowId,
}

custom_body!(FutureBody, |body, see| {
    see(body.event_loop);
    body.callbacks.iter().take(2).for_each(|&v| see(v));
    body.callbacks.iter().skip(2).rev().for_each(|&v| see(v));
    for v in [body.result, body.exception, body.traceback, body.cancel_message, body.cancelled_error] {
        see(v);
    }
    if let Some(task) = &body.task {
        [task.context, task.coroutine, task.name, task.waiter].into_iter().for_each(see);
    }
});

impl FutureBody {
    /// The task's part.
    ///
    /// # Panics
    /// If it is a future: our own bug.
    pub fn task(&self) -> &TaskPart {
        self.task.as_ref().expect("a task")
    }

    /// The same, to be changed.
    pub fn task_mut(&mut self) -> &mut TaskPart {
        self.task.as_mut().expect("a task")
    }
}

/// A handle or a timer handle (`asyncio.events.Handle`, `TimerHandle`).
#[derive(Clone, Debug)]
pub(super) struct HandleBody {
    pub context: Value,
    pub event_loop: Value,
    /// `None` once it is cancelled.
    pub callback: Value,
    /// A tuple; `None` once it is cancelled.
    pub args: Value,
    pub cancelled: bool,
    /// When it is due, in seconds of the loop's clock; unset for a plain handle.
    pub when: Value,
    /// Whether it is in the loop's heap of timers.
    pub scheduled: bool,
    /// Its row of the picture, if the program made it.
    pub row: Option<RowId>,
    /// The row on another thread that scheduled it.
    pub by: Option<RowId>,
}

custom_body!(HandleBody, |body, see| {
    [body.context, body.event_loop, body.callback, body.args, body.when].into_iter().for_each(see);
});

/// What a loop keeps (`asyncio.base_events.BaseEventLoop`).
#[derive(Clone, Debug)]
pub(super) struct LoopBody {
    /// `_ready`: a deque of handles.
    pub ready: Value,
    /// `_scheduled`: a list of timer handles, a heap.
    pub scheduled: Value,
    /// `_selector`
    pub selector: Value,
    /// The task that runs; unset if none.
    pub current: Value,
    /// Classes that its hot part makes instances of.
    pub made: Classes,
    pub stopping: bool,
    pub closed: bool,
    /// `_timer_cancelled_count`
    pub cancelled_timers: i64,
    /// Tasks that are alive, in order of creation. Not counted: a task takes itself out before it dies.
    pub tasks: Vec<Ref>,
    /// What the handle that runs was scheduled by.
    pub cause: Option<Cause>,
    /// The row of the thread that runs it, once one does.
    pub thread: Option<RowId>,
}

/// Classes and natives that a loop needs at hand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Classes {
    pub handle: Value,
    pub timer: Value,
    pub step: Value,
    /// The native that a task leaves with what it waits for.
    pub wakeup: NativeId,
}

custom_body!(LoopBody, |body, see| {
    [body.ready, body.scheduled, body.selector, body.current].into_iter().for_each(&mut *see);
    let Classes { handle, timer, step, wakeup: _ } = body.made;
    [handle, timer, step].into_iter().for_each(see);
});
