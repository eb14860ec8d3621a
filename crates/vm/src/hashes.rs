//! Hashes of text, bytes and floats as the machine uses them: those of CPython 3.11 with seed 0.

use text::SipRounds;

/// The hash of a str.
pub(crate) fn hash_str(text: &str) -> i64 {
    text::hash_str(text, SipRounds::OneThree)
}

/// The hash of a bytes object.
pub(crate) fn hash_bytes(data: &[u8]) -> i64 {
    text::hash_bytes(data, SipRounds::OneThree)
}

/// The hash of a float. A nan's is its object's in CPython, where ours is no object: it is 0, as it was before 3.10.
pub(crate) fn hash_float(value: f64) -> i64 {
    text::hash_float(value).unwrap_or(0)
}
