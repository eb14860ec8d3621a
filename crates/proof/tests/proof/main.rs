//! What must hold for every recorded program.
//!
//! `cargo test -p proof` takes the gallery, its variants and sixty other programs, chosen by the day's number; the seed is
//! printed, and `PROOF_SEED=n` repeats the choice. `PROOF=all` takes all of them (`cargo xtask prove`).

#![allow(clippy::print_stdout, reason = "a test says which programs it has chosen")]

mod differences;
mod history;
mod imports;
mod overlays;
mod recordings;
mod rules;
mod selection;
mod slices;
mod starvation;
mod threads;
