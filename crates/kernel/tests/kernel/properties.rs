//! What holds for every run, over generated scripts with a fixed seed.

use crate::script::Op::{self, *};
use crate::stage::{play, Cut, Played};
use abi::trace::Event;
use abi::{CoreId, Instant, RowId, WakeCount};
use kernel::{Config, Status};
use std::collections::BTreeMap;

/// A small generator (xorshift): the same scripts on every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }

    /// An instruction of script `own`; it starts only later ones, so that a run ends.
    fn op(&mut self, own: usize, scripts: usize) -> Op {
        let wait = self.below(3) as usize;
        let later = own + 1 + self.below(2) as usize;
        match self.below(15) {
            0 | 1 => Compute(1 + self.below(120)),
            2 | 3 => Sleep(self.below(8)),
            4 => Park(wait, Some(self.below(12))),
            5 => Wake(wait, if self.below(2) == 0 { WakeCount::One } else { WakeCount::All }),
            6 => Yield,
            7 | 8 if later < scripts => Spawn(later),
            9 if later < scripts => Fork(later),
            10 => Write(4 + 2 * self.below(2) as u32, "x"),
            11 => Read(3 + 2 * self.below(2) as u32),
            12 => Need(1 + self.below(4) as u32),
            13 if self.below(8) == 0 => Exit(self.below(3) as i32),
            13 => Write(9, "go"),
            _ => Print("text"),
        }
    }

    fn scripts(&mut self) -> Vec<Vec<Op>> {
        let count = 2 + self.below(4) as usize;
        (0..count)
            .map(|own| {
                let mut script: Vec<Op> = (0..2 + self.below(7)).map(|_| self.op(own, count)).collect();
                let place = self.below(script.len() as u64 + 1) as usize;
                let locked = [Lock(5), Compute(1 + self.below(30)), Unlock(5)];
                script.splice(place..place, locked);
                script
            })
            .collect()
    }

    fn config(&mut self) -> Config {
        let config = match self.below(4) {
            0 => Config::free(),
            1 => Config { gil: false, ..Config::python(1 + self.below(3) as u8) },
            _ => Config::python(1 + self.below(4) as u8),
        };
        Config { limit: Instant::from_nanos(200_000_000), ..config }
    }

    fn signals(&mut self) -> Vec<(u64, u8)> {
        (0..self.below(3)).map(|_| (self.below(20), 1 + self.below(3) as u8)).collect()
    }
}

/// Calls `test` with many cases.
fn cases(seed: u64, count: usize, test: impl Fn(Config, &[Vec<Op>], &[(u64, u8)])) {
    let mut dice = Dice(seed);
    for _ in 0..count {
        let (config, scripts, signals) = (dice.config(), dice.scripts(), dice.signals());
        test(config, &scripts, &signals);
    }
}

#[test]
fn fuel_and_clones_are_invisible() {
    cases(0xf0e1, 60, |config, scripts, signals| {
        let whole = play(config, scripts, signals, Cut::Never);
        let fuels = [1, 2, 3, 7, 1009].map(Cut::Every);
        let others = [Cut::Random(1), Cut::Random(77), Cut::Cloned(1), Cut::Cloned(5), Cut::Cloned(1009)];
        for cut in fuels.into_iter().chain(others) {
            let cut_up = play(config, scripts, signals, cut);
            assert_eq!(whole.needed, cut_up.needed);
            assert!(whole.bytes() == cut_up.bytes(), "{cut:?}\n{}\n{}", whole.text(), cut_up.text());
        }
    });
}

#[test]
fn a_pack_that_must_be_fetched_changes_nothing() {
    cases(0x9ac4, 200, |config, scripts, signals| {
        let fetched = play(config, scripts, signals, Cut::Never);
        let there = |op: &Op| if let Need(_) = op { Need(0) } else { op.clone() };
        let there: Vec<Vec<Op>> = scripts.iter().map(|script| script.iter().map(there).collect()).collect();
        assert_eq!(fetched.text(), play(config, &there, signals, Cut::Never).text());
    });
}

/// Who runs where, kept from the trace alone.
struct Running {
    process: BTreeMap<RowId, u32>,
    processes: u32,
    cores: BTreeMap<RowId, CoreId>,
    since: BTreeMap<RowId, Instant>,
    printed: (Instant, CoreId),
}

impl Running {
    fn new() -> Self {
        Running {
            process: BTreeMap::new(),
            processes: 0,
            cores: BTreeMap::new(),
            since: BTreeMap::new(),
            printed: (Instant::ZERO, CoreId(0)),
        }
    }

    fn step(&mut self, played: &Played, at: Instant, event: &Event) {
        match *event {
            Event::Spawn { row, parent, name, .. } => {
                let is_process = played.string(name).starts_with("process");
                self.processes += u32::from(is_process);
                let process = match parent {
                    Some(parent) if !is_process => self.process[&parent],
                    _ => self.processes,
                };
                self.process.insert(row, process);
            }
            Event::Run { row, core, .. } => {
                let core = core.expect("a thread runs on a core");
                assert!(!self.cores.values().any(|&other| other == core), "two rows on one core");
                assert_eq!(self.cores.insert(row, core), None, "row {} runs twice", row.0);
                self.since.insert(row, at);
            }
            Event::Suspend { row, .. } => {
                assert!(self.cores.remove(&row).is_some(), "row {} stops without running", row.0);
            }
            Event::End { row, .. } => drop(self.cores.remove(&row)),
            Event::Print { row, .. } => self.print(row, at),
            Event::Wake { row, .. } => assert!(!self.cores.contains_key(&row), "row {} wakes while it runs", row.0),
            Event::Rename { .. } | Event::Uncaught { .. } | Event::Refused { .. } | Event::Halt { .. } => {}
        }
    }

    /// At one instant the lower core goes first, unless its thread came to it only then.
    fn print(&mut self, row: RowId, at: Instant) {
        let core = *self.cores.get(&row).expect("who prints, runs");
        let in_order = self.printed.0 < at || self.printed.1 <= core || self.since[&row] == at;
        assert!(in_order, "core {} prints too late at {at}", core.0);
        self.printed = (at, core);
    }

    /// How many rows of the same process run as the busiest has.
    fn most_of_a_process(&self) -> usize {
        let mut counts = BTreeMap::new();
        self.cores.keys().for_each(|row| *counts.entry(self.process[row]).or_insert(0) += 1);
        counts.into_values().max().unwrap_or(0)
    }
}

#[test]
fn one_holder_of_a_gil_one_row_a_core_and_time_goes_on() {
    let most = std::cell::Cell::new((0, 0));
    cases(0xabcd, 400, |config, scripts, signals| {
        let played = play(config, scripts, signals, Cut::Never);
        let (mut running, mut last) = (Running::new(), Instant::ZERO);
        for record in &played.stage.records {
            assert!(record.at >= last, "time goes back\n{}", played.text());
            last = record.at;
            running.step(&played, record.at, &record.event);
            let (together, cores) = (running.most_of_a_process(), running.cores.len());
            assert!(!config.gil || together <= 1, "two hold one GIL\n{}", played.text());
            assert!(cores <= usize::from(config.cores));
            let with_gil = if config.gil { cores } else { 0 };
            most.set((most.get().0.max(together), most.get().1.max(with_gil)));
        }
        assert!(last <= config.limit);
    });
    assert_eq!(most.get(), (3, 3), "the cases reach three threads at once without a GIL, and three processes with");
}

#[test]
fn the_cases_end_in_every_way() {
    let ends = std::cell::RefCell::new(BTreeMap::<String, u32>::new());
    cases(0xabcd, 400, |config, scripts, signals| {
        let word = match play(config, scripts, signals, Cut::Never).status {
            Status::Finished(kernel::Ending::Exit(_)) => "exit",
            Status::Finished(kernel::Ending::Deadlock(stuck)) => {
                assert!(stuck.iter().all(|thread| thread.on.is_some()), "nobody is stuck in a sleep");
                "deadlock"
            }
            _ => "limit",
        };
        *ends.borrow_mut().entry(word.to_owned()).or_default() += 1;
    });
    assert!(["exit", "deadlock"].iter().all(|&way| ends.borrow()[way] > 20), "{:?}", ends.borrow());
}
