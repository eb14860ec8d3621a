//! What CPython knows of characters: classes, case and line ends, all of Unicode 14 as in 3.11.
//!
//! Rust's own tables follow a later Unicode with every release, so these are our own, recorded from CPython.

mod case;
mod case_table;
mod class;
mod class_table;
mod lines;
mod number;

pub use case::{capitalize, casefold, is_lower, is_title, is_upper, lower, swapcase, title, upper};
pub use class::{
    decimal_value, is_alnum, is_alpha, is_decimal, is_digit, is_identifier, is_numeric, is_printable, is_space,
    is_xid_continue, is_xid_start,
};
pub use lines::{is_ascii_space, is_line_break, splitlines, splitlines_bytes};
pub(crate) use number::ascii_number;
