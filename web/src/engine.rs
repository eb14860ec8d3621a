//! One lane's program on its machine, run in slices.

use abi::trace::Record;
use machine::{Limits, Machine, Outcome, Program, Settings, Status};
use scenario::Profile;

/// How far a program in the page may go: its whole trace is kept in the browser's memory.
fn limits() -> Limits {
    Limits { steps: 200_000_000, events: 300_000, output: 1 << 20, ..Limits::default() }
}

/// The engine of one lane.
pub struct Engine {
    machine: Machine,
    records: Vec<Record>,
    strings: Vec<String>,
}

/// An engine with a lane's program, of which nothing has run yet; `source` is its text as it was typed, and `outcome` what
/// compiling that has given.
pub fn start(source: &str, outcome: &Outcome, lane: &scenario::Program, settings: scenario::Settings) -> Engine {
    let program = Program { name: lane.file.clone(), source: source.to_owned() };
    let version = lane.python.into();
    let profile = match settings.profile {
        Profile::Free => machine::Profile::Free,
        Profile::Python => machine::Profile::Python,
    };
    let slow_down = settings.slow_down;
    let settings = Settings { version, profile, slow_down, limits: limits(), ..Settings::default() };
    let machine = Machine::new(&program, outcome, &settings);
    let mut engine = Engine { machine, records: Vec::new(), strings: Vec::new() };
    engine.collect();
    engine
}

impl Engine {
    /// Runs at most `fuel` steps. The trace's last event says how a run ended: exit, deadlock, a limit or a refusal.
    pub fn run_slice(&mut self, fuel: u32) -> Status {
        let status = self.machine.run(fuel);
        self.collect();
        status
    }

    fn collect(&mut self) {
        self.records.extend(self.machine.take_records());
        let known = self.strings.len();
        let new = &self.machine.trace().strings()[known..];
        self.strings.extend(new.iter().map(|text| text.to_string()));
    }

    /// The trace so far.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The trace's table of strings so far.
    pub fn strings(&self) -> &[String] {
        &self.strings
    }

    /// How far the program's virtual clock has come.
    pub fn now(&self) -> abi::Instant {
        self.machine.now()
    }
}
