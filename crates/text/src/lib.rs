//! Number and string formatting as CPython 3.11 does it.
//!
//! Everything here is a pure function of plain values: text, machine words, floats and big integers in, text or a
//! typed [`Error`] with CPython's message out. It knows no Python object and depends on nothing of the host: no
//! math library, no locale, no Unicode tables of the compiler.
//!
//! One module a concept: [`int`] and [`float`] (arithmetic, reading, printing), [`format`](mod@format) (the format
//! mini-language), [`percent`] (printf-style), [`template`] (`str.format`), [`repr`], [`unicode`] (classes, case and
//! lines) and [`hash`]. The tables that the tests compare with were recorded from CPython by `tests/record.py`.

pub mod error;
pub mod float;
pub mod format;
pub mod hash;
pub mod int;
mod limits;
pub mod percent;
pub mod repr;
pub mod template;
pub mod unicode;

pub use error::{Error, ErrorKind, Result};
pub use float::{
    as_integer_ratio, float_ceil, float_div, float_divmod, float_floor, float_floor_div, float_from_str, float_fromhex,
    float_hex, float_is_integer, float_mod, float_pow, float_repr, float_round_to_int, float_to_int, parse_float,
    round_float,
};
pub use format::{format_float, format_int, format_str, FormatSpec, FormatTarget};
pub use hash::{hash_bytes, hash_float, hash_frozenset, hash_i64, hash_int, hash_str, hash_tuple, SipRounds};
pub use int::{int_to_base, int_to_decimal, parse_int, Base, Int, IntRef, Number};
pub use limits::{DEFAULT_MAX_STR_DIGITS, MAX_INT_BITS, MAX_RUN};
pub use repr::{ascii_repr, bytes_repr, escape_non_ascii, str_repr};
