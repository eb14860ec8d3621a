//! `format(value, spec)`: the format mini-language and the numbers and strings it lays out.

mod float;
mod int;
mod layout;
mod spec;
mod string;

pub use float::format_float;
pub use int::format_int;
pub use spec::{Align, FormatSpec, FormatTarget, Grouping, SignMode};
pub use string::format_str;
pub(crate) use string::truncate;
