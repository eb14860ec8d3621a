//! Hashes as 64-bit CPython computes them with `PYTHONHASHSEED=0`.

mod group;
mod number;
mod sip;

pub use group::{hash_frozenset, hash_tuple};
pub use number::{hash_float, hash_i64, hash_int};
pub use sip::{hash_bytes, hash_str, SipRounds};

/// -1 marks an error in CPython's C interface, so no hash is -1.
fn not_minus_one(hash: i64) -> i64 {
    if hash == -1 {
        -2
    } else {
        hash
    }
}
