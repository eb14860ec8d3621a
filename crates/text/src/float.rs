//! Python's `float`: printing, reading, rounding, arithmetic and exact conversions.
//!
//! Nothing here asks the host's math library for a rounded answer: printing is Rust's exact conversion, reading is
//! done in integers, `+ - * /`, `floor` and the remainder are exact or rounded once by definition, and the power is
//! computed in integers (see [`float_pow`]).

mod arith;
mod compose;
mod decimal;
mod exact;
mod hex;
mod parse;
mod pow;
mod render;
mod round;

pub use arith::{float_div, float_divmod, float_floor_div, float_mod};
pub(crate) use compose::{compose, decompose};
pub use exact::{as_integer_ratio, float_ceil, float_floor, float_is_integer, float_round_to_int, float_to_int};
pub use hex::{float_fromhex, float_hex};
pub use parse::{float_from_str, parse_float};
pub use pow::float_pow;
pub use render::float_repr;
pub(crate) use render::{render, Code, Style};
pub use round::round_float;
