//! What CPython recorded beside what the engine does.
//!
//! A recorded program is a `.py` file with a `.json` beside it. [`judge`] runs one and compares, [`drive`] cuts a run into
//! slices in any way, [`Stage`] gives the machine as little stack as it has in a browser. The binary `proof` prints a table of
//! all programs; the tests hold what must hold for each.

mod difference;
mod digest;
mod divergences;
mod drive;
#[cfg(feature = "embedded")]
mod embedded;
mod find;
mod judge;
mod normalise;
mod observed;
mod panics;
mod pick;
mod programs;
mod python;
mod refusals;
mod stage;
mod trace;

pub use difference::{difference, Difference};
pub use digest::digest_of;
pub use divergences::{divergences, Divergence};
pub use drive::{drive, machine_for, Fuel, STEPS};
#[cfg(feature = "embedded")]
pub use embedded::{digests, native_digests};
pub use judge::{judge, Verdict};
pub use normalise::normalised;
pub use observed::{Observed, Printed};
pub use panics::guarded;
pub use pick::{pick, Dice};
pub use programs::{read, recorded_programs, root, Recorded};
pub use refusals::Refusals;
pub use stage::{Stage, MACHINE_STACK, PARSER_STACK};
pub use trace::{first_parting, own_lines, trace_lines};
