//! Under profile `python` computing takes time: a step that holds the loop's thread makes everything else late by as long. The
//! programs run as the page runs them: with their scenario's slow-down.

use machine::{Profile, Settings};
use proof::{machine_for, Stage};
use scenario::gallery;

/// The ticker's pause, in nanoseconds.
const PAUSE: u64 = 500_000_000;
/// The selector waits in whole milliseconds.
const SELECT: u64 = 1_000_000;
/// What the loop may compute for a tick, in nanoseconds, on a machine that is not slowed down.
const LOOP: u64 = 20_000;

/// A run under profile `python`: its printed lines, each with its moment in nanoseconds.
struct Printed {
    lines: Vec<(String, u64)>,
    /// How late a tick may be for no other reason than the loop's own work.
    grace: u64,
}

impl Printed {
    fn of(id: &str, file: &str) -> Printed {
        let scenario = gallery().into_iter().find(|scenario| scenario.id == id).expect("a scenario of the gallery");
        let program = scenario.programs.into_iter().find(|program| program.file == file).expect("a lane of it");
        let program = machine::Program { name: program.file, source: program.source };
        let slow_down = scenario.settings.slow_down;
        let record = Stage::with(|stage| {
            let settings = Settings { profile: Profile::Python, slow_down, ..Settings::default() };
            let mut machine = machine_for(&program, settings);
            stage.narrow(move || {
                machine.run_to_end();
                machine.record()
            })
        });
        assert_eq!((record.exit, record.limit, record.stderr), (0, None, Vec::new()), "{id}/{file}");
        let lines = record.lines.into_iter().map(|line| (line.text, line.at.nanos())).collect();
        Printed { lines, grace: SELECT + LOOP * u64::from(slow_down) }
    }

    /// When the first line that begins so was printed.
    fn at(&self, start: &str) -> u64 {
        let found = self.lines.iter().find(|(text, _)| text.starts_with(start));
        found.unwrap_or_else(|| panic!("{start} is printed: {:?}", self.lines)).1
    }

    /// When each tick was due (a pause after the one before) and when it came.
    fn ticks(&self) -> Vec<(u64, u64)> {
        let times: Vec<u64> =
            self.lines.iter().filter(|(text, _)| text.starts_with("tick ")).map(|(_, at)| *at).collect();
        assert_eq!(times.len(), 8, "{:?}", self.lines);
        times.windows(2).map(|pair| (pair[0] + PAUSE, pair[1])).collect()
    }
}

/// Each tick comes when it is due, or when the hold in which it is due is over. Returns how long each was late.
fn late_by_the_hold(printed: &Printed, from: u64, to: u64) -> Vec<u64> {
    let ticks = printed.ticks();
    for (due, came) in &ticks {
        let earliest = if (from..to).contains(due) { to } else { *due };
        assert!(
            (earliest..=earliest + printed.grace).contains(came),
            "due at {due}, held from {from} to {to}, came at {came}"
        );
    }
    ticks.iter().map(|(due, came)| came - due).collect()
}

#[test]
fn a_blocking_call_makes_the_ticker_late_by_as_long() {
    let printed = Printed::of("who_blocks_the_loop", "blocking.py");
    let (from, to) = (printed.at("hello"), printed.at("world"));
    assert!(to - from >= 3_000_000_000);
    let late = late_by_the_hold(&printed, from, to);
    assert!(late.iter().any(|late| *late > 2_700_000_000), "the tick that is due at 1.0 comes at 3.8: {late:?}");
    assert_eq!(late.iter().filter(|late| **late > printed.grace).count(), 1, "{late:?}");
}

#[test]
fn awaiting_makes_nobody_late() {
    let printed = Printed::of("who_blocks_the_loop", "awaiting.py");
    let late = late_by_the_hold(&printed, 0, 0);
    assert!(late.iter().all(|late| *late <= printed.grace), "{late:?}");
}

#[test]
fn a_thread_of_its_own_makes_nobody_late() {
    let printed = Printed::of("who_blocks_the_loop", "on_a_thread.py");
    let late = late_by_the_hold(&printed, 0, 0);
    assert!(late.iter().all(|late| *late <= printed.grace), "{late:?}");
}

#[test]
fn computing_makes_the_ticker_late_by_as_long() {
    let printed = Printed::of("starving_the_loop", "hogging.py");
    let (from, to) = (printed.at("compute"), printed.at("total"));
    let late = late_by_the_hold(&printed, from, to);
    assert!(
        late.iter().any(|late| *late > printed.grace),
        "some tick is due while the hog computes ({from} to {to}): {late:?}"
    );
}

#[test]
fn giving_way_bounds_how_late_the_ticker_is() {
    let hogging = Printed::of("starving_the_loop", "hogging.py");
    let whole = hogging.at("total") - hogging.at("compute");
    let printed = Printed::of("starving_the_loop", "yielding.py");
    let work = printed.at("total") - printed.at("compute");
    assert!(work >= whole, "giving way does not make the work less");
    // The work is cut into sixty pieces. A tick waits for the one that is under way, for the one that stands before its
    // timer in the ready queue, and for the one that stands before its task once the timer has set its future.
    let piece = work / 60;
    for (due, came) in printed.ticks() {
        assert!(came - due <= 3 * piece + printed.grace, "due at {due}, came at {came}, a piece takes {piece}");
    }
}
