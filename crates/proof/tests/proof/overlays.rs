//! The loop's hot part exists twice, in Rust and in plain Python: with either the same happens.

use crate::selection::for_each;
use machine::{Machine, Settings};
use proof::{first_parting, machine_for, own_lines, Recorded, Stage};

fn run(stage: Stage, recorded: &Recorded, overlays: bool) -> Machine {
    let mut machine = machine_for(&recorded.program, Settings { overlays, ..Settings::default() });
    stage.narrow(move || {
        machine.run_to_end();
        machine
    })
}

#[test]
fn without_overlays_everything_is_the_same() {
    for_each(|stage, recorded| {
        let (with, without) = (run(stage, recorded, true), run(stage, recorded, false));
        if let Some(parting) = first_parting(&own_lines(&with), &own_lines(&without)) {
            return Err(format!("another trace without overlays: {parting}"));
        }
        match with.record() == without.record() {
            true => Ok(()),
            false => Err(format!("another record without overlays: {:?}", without.record())),
        }
    });
}
