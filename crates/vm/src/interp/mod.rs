//! The interpreter: one loop, entered once, over activations on a fiber.
//!
//! - [`run`]: the loop: which activation is next, and what becomes of its result.
//! - [`dispatch`]: one instruction to one function.
//! - [`invoke`]: what a call of each kind of callable begins.
//! - [`resume`]: generators and coroutines.
//! - [`unwind`]: exceptions, handlers and tracebacks.
//! - the rest: the instructions, by theme.

mod arith;
pub(crate) mod attr;
pub(crate) mod build;
mod call;
mod caller;
mod control;
pub(crate) mod deliver;
mod dispatch;
mod except;
mod import;
pub(crate) mod invoke;
mod name;
mod operand;
pub(crate) mod resume;
pub(crate) mod run;
pub(crate) mod unwind;
mod with;

pub(crate) use attr::{dict_store, set_own};
pub(crate) use build::set_store;
pub(crate) use call::spread_keywords;
pub(crate) use caller::locals_of;
pub(crate) use except::{is_exception, set_cause};
pub(crate) use name::set_cell;

use crate::frame::Frame;
use crate::native::{NativeFrame, Raise, Step};
use crate::value::Value;

/// What an instruction leads to.
pub(crate) enum Flow {
    /// The next instruction of this frame.
    Next,
    /// A Python frame above this one; this one waits as its `pending` says.
    Enter(Box<Frame>),
    /// A native above this one, which wants this step next.
    Native(Box<NativeFrame>, Step),
    /// The frame is over.
    Return(Value),
    /// The frame's generator gives a value and waits.
    Yield(Value),
    /// The exception goes on as it was, without a new entry in its traceback.
    Reraise(Value),
    /// A generator's frame is to be resumed above this one.
    Resume(crate::value::Ref, crate::native::Sent),
}

/// The result of an instruction.
pub(crate) type Exec = Result<Flow, Raise>;

/// What an activation leaves to the one below.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Outcome {
    /// A call's value, or what a generator yields.
    Value(Value),
    /// What an async generator yields to who iterates it.
    Wrapped(Value),
    /// A generator's return value.
    Finished(Value),
    /// An exception.
    Raised(Value),
}
