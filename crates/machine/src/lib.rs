//! A program on a machine: kernel, world, interpreter and recorder put together.
//!
//! A [`Machine`] is a value: a clone of it is a checkpoint, and goes on exactly as the original
//! would. It is run in slices; how the run is cut changes nothing of its trace.

mod anchors;
mod host;
mod image;
mod output;
mod profile;
mod settings;

pub use host::Line;
pub use output::{Failure, Record, Refusal};
pub use profile::Profile;
pub use settings::{Limit, Limits, Settings};
pub use vm::PythonVersion;

use abi::trace::codec::Encoder;
use abi::trace::Verdict;
use abi::Instant;
use host::Host;
use kernel::{Ending, Guests, Kernel};
use std::rc::Rc;

/// A program: its name as tracebacks show it, and its text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Program {
    /// The file's name.
    pub name: String,
    /// The source.
    pub source: String,
}

/// Whether a machine has more to do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// Run again to go on.
    Paused,
    /// It is over; see [`Machine::record`].
    Finished,
}

/// A program on a machine.
#[derive(Clone)]
pub struct Machine {
    kernel: Kernel,
    guests: Guests,
    host: Host,
    limits: Limits,
    steps: u64,
    verdict: Option<Verdict>,
}

impl Machine {
    /// A machine with this program, ready to run. A program that does not compile has a machine too: one that is over,
    /// with CPython's message on its standard error.
    pub fn new(program: &Program, settings: &Settings) -> Machine {
        let mut config = settings.profile.kernel_config();
        config.limit = settings.limits.virtual_time;
        let mut machine = Machine {
            kernel: Kernel::new(config),
            guests: Guests::new(),
            host: Host::new(settings.limits.clone()),
            limits: settings.limits.clone(),
            steps: 0,
            verdict: None,
        };
        match image::compile(program, settings) {
            Ok(compiled) => machine.start(program, compiled, settings),
            Err(mistake) => machine.reject(&mistake),
        }
        machine
    }

    fn start(&mut self, program: &Program, compiled: compiler::Compiled, settings: &Settings) {
        let (process, thread, row) = self.kernel.start(&mut self.host, "main");
        self.host.start(process);
        self.host.warn(row, &image::warnings_text(program, &compiled.warnings));
        match image::boot(program, Rc::new(compiled.code), settings, thread, row) {
            Ok(guest) => self.guests.insert(process, Box::new(guest)),
            Err(mistake) => self.verdict = Some(self.host.reject(row, &mistake)),
        }
    }

    /// The program does not compile.
    fn reject(&mut self, mistake: &image::Mistake) {
        let (process, _, row) = self.kernel.start(&mut self.host, "main");
        self.host.start(process);
        self.verdict = Some(self.host.reject(row, mistake));
    }

    /// Runs for at most so many steps (instructions, and steps of natives).
    pub fn run(&mut self, fuel: u32) -> Status {
        if self.verdict.is_some() {
            return Status::Finished;
        }
        let left = self.limits.steps.saturating_sub(self.steps);
        let fuel = fuel.min(u32::try_from(left).unwrap_or(u32::MAX));
        self.steps += u64::from(fuel);
        let status = self.kernel.run(&mut self.guests, &mut self.host, fuel);
        let verdict = match status {
            kernel::Status::Paused => match self.host.limit_met() {
                Some(limit) => self.host.limit_verdict(limit),
                None if self.steps >= self.limits.steps => self.host.limit_verdict(Limit::Steps),
                None => return Status::Paused,
            },
            kernel::Status::TimeLimit => self.host.limit_verdict(Limit::VirtualTime),
            kernel::Status::Finished(Ending::Exit(status)) => self.host.exit_verdict(status),
            kernel::Status::Finished(Ending::Deadlock(_)) => Verdict::Deadlock,
            kernel::Status::Need(pack) => panic!("pack {} is not a pack of this library", pack.0),
        };
        self.host.halt(self.kernel.now(), verdict);
        self.verdict = Some(verdict);
        Status::Finished
    }

    /// Runs to the end.
    pub fn run_to_end(&mut self) {
        while self.run(1_000_000) == Status::Paused {}
    }

    /// The moment it is.
    pub fn now(&self) -> Instant {
        self.kernel.now()
    }

    /// How it ended, once it has.
    pub fn verdict(&self) -> Option<Verdict> {
        self.verdict
    }

    /// The trace so far.
    pub fn trace(&self) -> &Encoder {
        self.host.trace()
    }

    /// The trace's events since this was last asked.
    pub fn take_records(&mut self) -> Vec<abi::trace::Record> {
        self.host.take_records()
    }

    /// What the program has printed, and how it ended.
    pub fn record(&self) -> Record {
        output::record(&self.host, self.kernel.now(), self.verdict)
    }

    /// Recounts every process's references.
    ///
    /// # Errors
    /// Names the first object whose count is wrong.
    pub fn check(&self) -> Result<(), String> {
        self.guests.each().try_for_each(|guest| guest.check())
    }
}
