//! Hashes of text, bytes and floats as the machine uses them: those of CPython with seed 0.

use crate::process::Process;
use bytecode::PythonVersion;
use text::SipRounds;

/// The hash of a str.
pub(crate) fn hash_str(text: &str, version: PythonVersion) -> i64 {
    text::hash_str(text, rounds(version))
}

/// The hash of a bytes object.
pub(crate) fn hash_bytes(data: &[u8], version: PythonVersion) -> i64 {
    text::hash_bytes(data, rounds(version))
}

fn rounds(version: PythonVersion) -> SipRounds {
    match version {
        PythonVersion::V310 => SipRounds::TwoFour,
        PythonVersion::V311 => SipRounds::OneThree,
    }
}

impl Process {
    /// The hash of a str of this process.
    pub(crate) fn hash_str(&self, text: &str) -> i64 {
        hash_str(text, self.settings.version)
    }
}

/// The hash of a float. A nan's is its object's in CPython, where ours is no object: it is 0, as it was before 3.10.
pub(crate) fn hash_float(value: f64) -> i64 {
    text::hash_float(value).unwrap_or(0)
}
