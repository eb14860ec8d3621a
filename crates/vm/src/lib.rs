//! The stackless Python machine.
//!
//! Frames are data, fibers are stacks of frames, natives return what is to be done next: nothing of a
//! program stands on the host's stack, so that a greenlet can be switched anywhere, a run can be
//! stopped between any two steps, and a clone of a [`Process`] is a checkpoint.
//!
//! Where to begin: [`native`] (how a native is written), [`Heap`] (who counts references),
//! `interp/run.rs` (the loop), `prelude/*.py` (what is easier said in Python).

mod binding;
mod boot;
pub mod builtins;
pub mod classes;
pub mod cx;
mod exit_order;
mod fiber;
mod finalize;
mod fingerprint;
pub mod format;
mod frame;
mod generator;
mod guest;
mod hashes;
mod heap;
pub(crate) mod interp;
mod iteration;
mod keys;
mod load;
pub mod locals;
mod lookup;
mod manifest;
pub mod names;
pub mod native;
mod nullsys;
mod numbers;
mod operators;
mod process;
mod reap;
mod registry;
mod rehearsal;
mod sequences;
mod signature;
pub mod traceback;
mod types;
mod value;
mod weak;

pub use bytecode::PythonVersion;
pub use cx::{Cx, Int};
pub use fiber::{Activation, Fiber, Thread};
pub use frame::{Frame, Loaded, Owner, Pending};
pub use generator::{Generator, GeneratorState};
pub use heap::{
    Body, BoundMethod, Class, Dict, Entry, ExceptionBody, FrameBody, Function, Heap, Layout, NativeBody,
    NativeFunction, Object, RangeBody, SetTable, Str, TracebackBody,
};
pub use interp::unwind::frame_object;
pub use keys::{Answer, Find};
pub use lookup::Attribute;
pub use process::{Process, Settings, SourceFile};
pub use registry::{Dated, LibraryClass, ModuleDef, Native, Price, Registry};
pub use rehearsal::RefusedImport;
pub use value::{Ref, Value, View};
