//! How should the machine keep its objects? This crate builds the candidate heaps over one slot type, runs one workload
//! on each and prints one table: `cargo run --release -p heapstudy`, or as wasm, built with
//! `--target wasm32-unknown-unknown` and run by `run.mjs`. It knows nothing of the real machine, so that the measurement
//! can be repeated after the machine has moved on.
//!
//! Absent on purpose: errors. A program that breaks a rule here is our own bug, and the study panics.

mod counting;
mod flat;
mod heap;
mod host;
mod interp;
mod measure;
mod paged;
mod value;
mod workload;

#[cfg(test)]
mod tests;

pub use host::say;
pub use measure::table;
