//! `simul run FILE.py`: runs a program as Python would, on the simulated machine.

mod arguments;
mod record;

use arguments::{Command, Run};
use machine::{Machine, Program};
use std::io::Write;
use std::process::ExitCode;

/// Exit statuses of our own; any other is the program's.
mod status {
    /// Wrong usage.
    pub const USAGE: u8 = 64;
    /// The program uses something that is not supported.
    pub const REFUSED: u8 = 65;
    /// A limit was met.
    pub const LIMIT: u8 = 66;
    /// Everything is blocked for ever.
    pub const HANG: u8 = 67;
}

fn main() -> ExitCode {
    let outcome = match arguments::parse(std::env::args().skip(1)) {
        Ok(Command::Help) => say(arguments::USAGE).map(|()| 0),
        Ok(Command::Version) => say(concat!("simul ", env!("CARGO_PKG_VERSION"), "\n")).map(|()| 0),
        Ok(Command::Run(run)) => execute(&run),
        Err(message) => complain(&format!("simul: {message}\n\n{}", arguments::USAGE)).map(|()| status::USAGE),
    };
    // A closed pipe on our output is nobody's mistake.
    ExitCode::from(outcome.unwrap_or(status::USAGE))
}

fn say(text: &str) -> std::io::Result<()> {
    std::io::stdout().write_all(text.as_bytes())
}

fn complain(text: &str) -> std::io::Result<()> {
    std::io::stderr().write_all(text.as_bytes())
}

fn execute(run: &Run) -> std::io::Result<u8> {
    let source = match std::fs::read_to_string(&run.file) {
        Ok(source) => source,
        Err(e) => {
            complain(&format!("simul: {}: {e}; name a Python file that can be read\n", run.file.display()))?;
            return Ok(status::USAGE);
        }
    };
    let program = Program { name: run.shown_name(), source };
    let mut machine = Machine::new(&program, &front::compile(&program, run.settings.version), &run.settings);
    machine.run_to_end();
    if let Some(path) = &run.trace {
        if let Err(e) = std::fs::write(path, record::trace(&machine)) {
            complain(&format!("simul: {}: {e}; name a file that can be written\n", path.display()))?;
            return Ok(status::USAGE);
        }
    }
    let record = machine.record();
    if run.json {
        say(&record::json(&record))?;
    } else {
        record::print(&record)?;
    }
    Ok(exit_status(&record))
}

fn exit_status(record: &machine::Record) -> u8 {
    if record.refused.is_some() {
        status::REFUSED
    } else if record.limit.is_some() {
        status::LIMIT
    } else if record.hang {
        status::HANG
    } else {
        record.exit as u8
    }
}
