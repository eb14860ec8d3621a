//! A program on a machine: kernel, world, interpreter and recorder put together.
//!
//! A [`Machine`] is a value: a clone of it is a checkpoint, and goes on exactly as the original
//! would. It is run in slices; how the run is cut changes nothing of its trace.

mod history;
mod host;
mod image;
mod output;
mod profile;
mod settings;

pub use bytecode::{Compiled, Mistake, Outcome, Program, PythonVersion};
pub use history::{Cut, History, Seek, Spacing};
pub use host::Line;
pub use output::{Failure, Record, Refusal};
pub use profile::Profile;
pub use settings::{Limit, Limits, Settings};

use abi::trace::codec::Encoder;
use abi::trace::Verdict;
use abi::Instant;
use host::Host;
use kernel::{Ending, Guests, Kernel};

/// The limits on events and output are looked at each time that so many steps have run: always after the same ones, however a
/// run is cut.
const LOOK: u64 = 1024;

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
    /// A machine with this program, ready to run; `outcome` is what compiling it for the settings' Python has given. A program
    /// that does not compile has a machine too: one that is over, with CPython's message on its standard error.
    pub fn new(program: &Program, outcome: &Outcome, settings: &Settings) -> Machine {
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
        match outcome {
            Ok(compiled) => machine.start(program, compiled, settings),
            Err(mistake) => machine.reject(mistake),
        }
        machine
    }

    fn start(&mut self, program: &Program, compiled: &Compiled, settings: &Settings) {
        let (process, thread, row) = self.kernel.start(&mut self.host, "main");
        self.host.start(process);
        self.host.warn(row, &compiled.warnings);
        match image::boot(program, compiled, settings, thread, row) {
            Ok(guest) => self.guests.insert(process, Box::new(guest)),
            Err(mistake) => self.verdict = Some(self.host.reject(row, &mistake)),
        }
    }

    /// The program does not compile.
    fn reject(&mut self, mistake: &Mistake) {
        let (process, _, row) = self.kernel.start(&mut self.host, "main");
        self.host.start(process);
        self.verdict = Some(self.host.reject(row, mistake));
    }

    /// Runs for at most so many steps (instructions, and steps of natives).
    pub fn run(&mut self, fuel: u32) -> Status {
        let mut left = u64::from(fuel);
        while self.verdict.is_none() {
            let piece = left.min(LOOK - self.steps % LOOK).min(self.limits.steps.saturating_sub(self.steps));
            let mut fuel = piece as u32;
            let status = self.kernel.run(&mut self.guests, &mut self.host, &mut fuel);
            let used = piece - u64::from(fuel);
            self.steps += used;
            left -= used;
            match self.verdict_of(&status) {
                None if left == 0 => return Status::Paused,
                None => {}
                Some(verdict) => {
                    self.host.halt(self.kernel.now(), verdict);
                    self.verdict = Some(verdict);
                }
            }
        }
        Status::Finished
    }

    /// What ends the run, if something does.
    fn verdict_of(&mut self, status: &kernel::Status) -> Option<Verdict> {
        let limit = match status {
            kernel::Status::Paused if self.steps >= self.limits.steps => Limit::Steps,
            kernel::Status::Paused if !self.steps.is_multiple_of(LOOK) => return None,
            kernel::Status::Paused => self.host.limit_met()?,
            kernel::Status::TimeLimit => Limit::VirtualTime,
            kernel::Status::Finished(Ending::Exit(status)) => return Some(self.host.exit_verdict(*status)),
            kernel::Status::Finished(Ending::Deadlock(_)) => return Some(Verdict::Deadlock),
            kernel::Status::Need(pack) => panic!("pack {} is not a pack of this library", pack.0),
        };
        Some(self.host.limit_verdict(limit))
    }

    /// Runs to the end.
    pub fn run_to_end(&mut self) {
        while self.run(1_000_000) == Status::Paused {}
    }

    /// How many steps it has run.
    pub fn steps(&self) -> u64 {
        self.steps
    }

    /// The moment that the computation has come to; [`Machine::now`] is that of its last effect.
    pub fn clock(&self) -> Instant {
        self.kernel.clock()
    }

    /// A clone without the events that nobody has asked for yet.
    fn checkpoint(&self) -> Machine {
        let mut clone = self.clone();
        clone.take_records();
        clone
    }

    /// Puts it on a scale on which its clones lie too.
    fn weigh(&self, scale: &mut abi::Scale) {
        self.guests.each().for_each(|guest| guest.weigh(scale));
        self.host.weigh(scale);
    }

    /// The moment of the last effect or event.
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

    /// A number that two machines in the same state share: for tests of going back.
    pub fn fingerprint(&self) -> u64 {
        let guests = self.guests.each().map(abi::Guest::fingerprint);
        let parts = guests.chain([self.trace().digest(), self.steps, self.clock().nanos(), self.now().nanos()]);
        parts.fold(0, |all, part| all.rotate_left(7).wrapping_mul(31) ^ part)
    }

    /// Recounts every process's references.
    ///
    /// # Errors
    /// Names the first object whose count is wrong.
    pub fn check(&self) -> Result<(), String> {
        self.guests.each().try_for_each(|guest| guest.check())
    }
}
