//! The words all layers share: ids, virtual time, traps and trace events.
//!
//! Everything here is plain data. No type of this crate knows a Python value, a DOM node or
//! the host's clock; that is what lets the kernel, the vm and the world stay strangers.

mod ids;
mod scale;
mod seam;
mod time;
pub mod trace;
mod world;

pub use ids::{CoreId, Key, ProcessId, RowId, ThreadId, WaitId};
pub use scale::Scale;
pub use seam::{Boot, Budget, Effects, ExitStatus, ForkSide, Guest, Pack, Signal, Stop, Sys, Trap, WakeCount, Wakeup};
pub use time::{Duration, Instant};
pub use world::{Errno, Fd, WorldCall, WorldReply};
