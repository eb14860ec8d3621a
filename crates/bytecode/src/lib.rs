//! The register instruction set and code objects.
//!
//! A code object is plain, serializable data: it is what a pack holds, what the compiler makes and
//! what the vm loads. It knows neither the syntax tree nor a heap.
//!
//! # Registers
//! A frame has `Code::registers` registers: first the locals (parameters first, in signature
//! order: positional, keyword-only, `*args`, `**kwargs`), then the free variables' cells, then
//! temporaries from `Code::first_temp` on.
//! - **Reading a local borrows it. Reading a temporary consumes it** (moves it out and leaves it
//!   unset), unless the instruction's documentation says *kept*. So every temporary is written once
//!   and read once; what is needed twice is doubled with [`Instr::Copy`].
//! - Writing a register drops what it held. `dst` may be a local, or a temporary that the same instruction
//!   reads: operands are read first, and `dst` is written last, once the instruction has succeeded.
//! - A local that is a cell variable holds a cell object from its [`Instr::MakeCell`] on and is only
//!   touched by the `*Deref` instructions, and by [`Instr::Move`], which shares the cell itself with a closure's
//!   tuple (or a class body's `__classcell__`).

mod code;
mod cost;
mod imports;
mod instr;
pub mod pack;
mod program;

pub use code::{Anchors, Code, Const, Flags, Handler, ParamCounts, Range};
pub use cost::CostClass;
pub use imports::certain_imports;
pub use instr::{BinOp, CmpOp, Common, Conversion, Instr, MakeFlags, Reg, Target, UnOp, NO_REG};
pub use program::{
    outcome_from_bytes, outcome_to_bytes, Compiled, Mistake, NotOfThisBuild, Outcome, Program, PythonVersion, STAMP,
};
