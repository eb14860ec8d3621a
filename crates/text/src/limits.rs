//! Limits that keep one formatting call from taking all memory. CPython has only the memory itself.

use crate::error::{Error, Result};

/// The longest padding, precision or repeated run that one call writes, in characters.
pub const MAX_RUN: u64 = 1 << 26;

/// The largest integer that multiplication, power and left shift make, in bits (one MiB of digits).
pub const MAX_INT_BITS: u64 = 1 << 23;

/// `sys.get_int_max_str_digits()` of a fresh CPython 3.11: the decimal digits that `int` and `str` convert.
/// 0 means no limit.
pub const DEFAULT_MAX_STR_DIGITS: u32 = 4300;

/// `length` as a size in memory, if it is within [`MAX_RUN`].
pub(crate) fn checked_run(length: u64) -> Result<usize> {
    match usize::try_from(length) {
        Ok(size) if length <= MAX_RUN => Ok(size),
        _ => Err(Error::limit(format!("a width or precision of {length} characters; at most {MAX_RUN} are formatted"))),
    }
}

/// Fails if an integer result would need more than [`MAX_INT_BITS`].
pub(crate) fn check_int_bits(bits: u64) -> Result<()> {
    if bits <= MAX_INT_BITS {
        return Ok(());
    }
    Err(Error::limit(format!("an integer of about {bits} bits; at most {MAX_INT_BITS} are computed")))
}
