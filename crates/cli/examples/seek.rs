//! How long it takes to go back: five programs, ten million steps together, heaps of some 8 MB together, and many moments by
//! chance. `seek 100` prints the milliseconds of so many ways. In WebAssembly there is no clock: each call of `main` does the next
//! piece of work (the first one runs the programs), and who calls it measures.

use machine::{Cut, History, Machine, Profile, Program, Settings, Spacing, Status};
use std::cell::RefCell;

/// Steps of a lane.
const STEPS: u64 = 2_000_000;
/// Steps that a way goes on for before its caller would look elsewhere.
const SLICE: u32 = 50_000;

/// Many tasks that take turns and change what they keep.
const TURNS: &str = "
import asyncio
kept = {n: [n, str(n)] for n in range(6000)}
async def turn(first):
    n = first
    while True:
        n = (n * 31 + 7) % 6000
        kept[n] = [n, kept[n][0]]
        await asyncio.sleep(0 if n % 3 else 0.001)
async def main():
    await asyncio.gather(*[turn(n) for n in range(50)])
asyncio.run(main())
";

/// One long computation without any event.
const COMPUTES: &str = "
kept = [[n] for n in range(12000)]
n = 0
while True:
    n = (n * 31 + 7) % 12000
    kept[n] = [n]
";

/// The lanes, and the numbers that look random (a linear congruence).
struct Bench {
    lanes: Vec<History>,
    dice: u64,
}

impl Bench {
    /// The programs have run.
    fn new() -> Bench {
        let lanes = [TURNS, TURNS, TURNS, TURNS, COMPUTES].map(|source| {
            let mut settings = Settings { profile: Profile::Python, ..Settings::default() };
            settings.limits.steps = STEPS;
            let program = Program { name: "program.py".into(), source: source.into() };
            let mut history = History::new(
                Machine::new(&program, &front::compile(&program, settings.version), &settings),
                Spacing::shared_by(5),
            );
            while history.run(SLICE) == Status::Paused {}
            history
        });
        Bench { lanes: lanes.into(), dice: 1 }
    }

    fn below(&mut self, n: u64) -> u64 {
        self.dice = self.dice.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
        (self.dice >> 33) % n
    }

    /// All lanes go to moments by chance.
    fn seek(&mut self) {
        for lane in 0..self.lanes.len() {
            let events = 1 + self.below(self.lanes[lane].machine().trace().events() - 1);
            let steps = self.below(STEPS);
            let history = &self.lanes[lane];
            // Where events are rare, a moment lies somewhere behind the last one; else near its event.
            let steps = if history.machine().trace().events() < 1000 { steps } else { steps % 100 };
            let mut seek = history.seek(Cut { events, steps }).expect("an event of the run");
            while seek.run(history, SLICE) == Status::Paused {}
        }
    }
}

thread_local! {
    static BENCH: RefCell<Option<Bench>> = const { RefCell::new(None) };
}

/// Does the next piece of work.
fn next() {
    BENCH.with_borrow_mut(|bench| match bench {
        None => *bench = Some(Bench::new()),
        Some(bench) => bench.seek(),
    });
}

#[cfg(target_arch = "wasm32")]
fn main() {
    next();
}

#[cfg(not(target_arch = "wasm32"))]
#[expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "it measures the host, and says what it has measured"
)]
fn main() {
    next();
    let way = || {
        let start = std::time::Instant::now();
        next();
        start.elapsed().as_secs_f64() * 1e3
    };
    let ways = std::env::args().nth(1).and_then(|word| word.parse().ok()).unwrap_or(100);
    (0..ways).for_each(|_: u32| println!("{:.1}", way()));
}
