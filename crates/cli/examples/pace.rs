//! How fast instructions run: a loop over numbers, a list and a call, in pieces of a million steps. `pace 20` prints the nanoseconds
//! a step of so many pieces. In WebAssembly there is no clock: each call of `main` does the next piece (the first one starts the
//! program too), and who calls it measures.

use machine::{Machine, Program, Settings, Status};
use std::cell::RefCell;

/// Steps of a piece.
const PIECE: u32 = 1_000_000;

/// A program without an end.
const PROGRAM: &str = "
def mix(a, b):
    return (a * 31 + b) % 1009
kept = [0] * 16
n = total = 0
while True:
    n += 1
    kept[n % 16] = mix(total, n)
    if kept[n % 16] > 500:
        total += kept[n % 16]
    total %= 4096
";

thread_local! {
    static MACHINE: RefCell<Option<Machine>> = const { RefCell::new(None) };
}

/// Runs the next piece.
fn next() {
    MACHINE.with_borrow_mut(|machine| {
        let machine = machine.get_or_insert_with(|| {
            let settings = Settings::default();
            let program = Program { name: "program.py".into(), source: PROGRAM.into() };
            Machine::new(&program, &front::compile(&program, settings.version), &settings)
        });
        assert_eq!(machine.run(PIECE), Status::Paused, "it has no end");
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
    let pieces = std::env::args().nth(1).and_then(|word| word.parse().ok()).unwrap_or(20);
    for _ in 0..pieces {
        let start = std::time::Instant::now();
        next();
        println!("{:.2}", start.elapsed().as_secs_f64() * 1e9 / f64::from(PIECE));
    }
}
