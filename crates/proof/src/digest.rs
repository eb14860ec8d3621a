//! A program's trace as one number. The build script includes this file too.

use machine::{Limits, Machine, Program, PythonVersion, Settings};

/// The digest of the trace that a program leaves under profile `free`. It is the same on every host.
pub fn digest_of(name: &str, source: &str, version: PythonVersion) -> u64 {
    let limits = Limits { steps: 50_000_000, ..Limits::default() };
    let settings = Settings { version, limits, ..Settings::default() };
    let program = Program { name: name.to_string(), source: source.to_string() };
    let mut machine = Machine::new(&program, &front::compile(&program, version), &settings);
    machine.run_to_end();
    machine.trace().digest()
}
