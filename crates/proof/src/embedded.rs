//! The recorded programs inside the library, with the digests of their native traces: how a browser proves that it computes
//! what a native build does.

use crate::digest_of;
use machine::PythonVersion;

/// Path, base name, source, Python and native digest of each program; the build script runs them.
const PROGRAMS: &[(&str, &str, &str, PythonVersion, u64)] = include!(concat!(env!("OUT_DIR"), "/programs.rs"));

/// The digest of each program's trace, by path. Each is computed here when it is asked for, so that a browser can breathe
/// between two programs.
pub fn digests() -> impl Iterator<Item = (&'static str, u64)> {
    PROGRAMS.iter().map(|(path, name, source, python, _)| (*path, digest_of(name, source, *python)))
}

/// The same as [`digests`], computed by a native build when this crate was built.
pub fn native_digests() -> impl Iterator<Item = (&'static str, u64)> {
    PROGRAMS.iter().map(|(path, .., native)| (*path, *native))
}
