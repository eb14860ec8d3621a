//! Going back is running again: any moment is found again, in any order, and the run from there on is the same.

use crate::selection::for_each;
use machine::{Cut, History, Machine, Profile, Seek, Settings, Spacing, Status};
use proof::{machine_for, trace_lines, Dice, Stage};

/// Seeks in each program.
const SEEKS: u64 = 3;
/// How far apart the checkpoints are here, so that short programs have some and some are let go.
const SPACING: Spacing = Spacing { dense: 1_000, until: 20_000, bytes: 2 << 20 };

/// Goes back in each program of the selection.
fn for_each_program(profile: Profile) {
    for_each(|stage, recorded| {
        let start = recorded.machine(Settings { profile, ..Settings::default() });
        stage.narrow(|| goes_back(&start, recorded.program.source.len() as u64))
    });
}

/// The run, a step further each time, up to so many steps.
fn stepped(mut machine: Machine, steps: u64) -> Machine {
    while machine.steps() < steps && machine.run((steps - machine.steps()).min(777) as u32) == Status::Paused {}
    machine
}

fn arrive(mut seek: Seek, history: &History, dice: &mut Dice) -> Seek {
    let mut before = 0.0;
    while seek.run(history, 1 + dice.below(5_000) as u32) == Status::Paused {
        assert!(seek.progress() >= before, "progress goes forward");
        before = seek.progress();
    }
    seek
}

/// Seeks places by chance and compares each with a run that never went back.
fn goes_back(start: &Machine, seed: u64) -> Result<(), String> {
    let mut dice = Dice::new(seed);
    let mut history = History::new(start.clone(), SPACING);
    while history.run(1 + dice.below(3_000) as u32) == Status::Paused {}
    let lines = trace_lines(history.machine());
    let whole = (history.machine().trace().digest(), history.machine().record());
    for _ in 0..SEEKS {
        let steps = dice.below(history.machine().steps() + 1);
        let straight = stepped(start.clone(), steps);
        let events = straight.trace().events();
        let seek = history.seek(Cut { events, steps: 0 }).ok_or("an event of the run is not found")?;
        let event = arrive(seek, &history, &mut dice).machine().steps();
        if event > straight.steps() {
            return Err(format!("event {events} is there after {} steps, found after {event}", straight.steps()));
        }
        let cut = Cut { events, steps: straight.steps() - event };
        let seek = arrive(history.seek(cut).ok_or("it is found no more")?, &history, &mut dice);
        if seek.cut() != Some(cut) || seek.machine().fingerprint() != straight.fingerprint() {
            return Err(format!("{cut:?} (after {} steps) is another state: {:?}", straight.steps(), seek.cut()));
        }
        seek.machine().check()?;
        if trace_lines(&straight)[..] != lines[..events as usize] {
            return Err(format!("another trace up to event {events}"));
        }
        let mut again = seek.into_machine();
        again.run_to_end();
        if (again.trace().digest(), again.record()) != whole {
            return Err(format!("from {cut:?} on it is another run"));
        }
    }
    Ok(())
}

#[test]
fn any_moment_is_found_again_under_free() {
    for_each_program(Profile::Free);
}

#[test]
fn any_moment_is_found_again_under_python() {
    for_each_program(Profile::Python);
}

#[test]
fn an_instant_in_the_midst_of_computing_is_found() {
    let source = "print('begin')\nn = 0\nwhile n < 50000:\n    n += 1\nprint('end')\n";
    let program = machine::Program { name: "program.py".into(), source: source.into() };
    Stage::with(|stage| {
        let machine = machine_for(&program, Settings { profile: Profile::Python, ..Settings::default() });
        stage.narrow(move || {
            let mut dice = Dice::new(1);
            let mut history = History::new(machine, SPACING);
            while history.run(10_000) == Status::Paused {}
            let lines = history.machine().record().lines;
            let (begin, end) = (lines[0].at, lines[1].at);
            let middle = abi::Instant::from_nanos((begin.nanos() + end.nanos()) / 2);
            let printed = history.machine().trace().events() - 3;
            let found = arrive(history.seek_instant(printed, middle).expect("it was there"), &history, &mut dice);
            assert!(found.machine().clock() >= middle, "{} is before {middle}", found.machine().clock());
            let cut = found.cut().expect("it has arrived");
            assert!(cut.steps > 50_000, "{cut:?}");
            let before = Cut { steps: cut.steps - 1, ..cut };
            let before = arrive(history.seek(before).expect("it was there"), &history, &mut dice);
            assert!(before.machine().clock() < middle, "the first of them");
        });
    });
}

#[test]
fn checkpoints_keep_to_their_distance_and_their_memory() {
    let source = "kept = []\nfor i in range(60000):\n    kept.append([i])\n";
    let program = machine::Program { name: "program.py".into(), source: source.into() };
    Stage::with(|stage| {
        let machine = machine_for(&program, Settings::default());
        stage.narrow(move || {
            let spacing = Spacing { dense: 20_000, until: 200_000, bytes: 24 << 20 };
            let mut history = History::new(machine, spacing);
            while history.run(50_000) == Status::Paused {
                let (count, bytes) = history.kept();
                assert!(bytes <= spacing.bytes || count == 2, "{count} checkpoints hold {bytes} bytes");
            }
            let (count, bytes) = history.kept();
            assert!(count >= 3 && bytes > 4 << 20, "{count} checkpoints hold {bytes} bytes");
        });
    });
}
