//! The loop's hot part exists twice, in Rust and in plain Python: with either the same happens. The Python does many times
//! what the Rust does, so that under profile `python` this shows too that the work of an overlay moves no virtual time.

use crate::selection::for_each;
use machine::{Machine, Profile, Settings};
use proof::{first_parting, own_lines, Recorded, Stage};

fn run(stage: Stage, recorded: &Recorded, profile: Profile, overlays: bool) -> Machine {
    let mut machine = recorded.machine(Settings { overlays, profile, ..Settings::default() });
    stage.narrow(move || {
        machine.run_to_end();
        machine
    })
}

fn without_overlays_everything_is_the_same(profile: Profile) {
    for_each(|stage, recorded| {
        let (with, without) = (run(stage, recorded, profile, true), run(stage, recorded, profile, false));
        if let Some(parting) = first_parting(&own_lines(&with), &own_lines(&without)) {
            return Err(format!("another trace without overlays: {parting}"));
        }
        match with.record() == without.record() {
            true => Ok(()),
            false => Err(format!("another record without overlays: {:?}", without.record())),
        }
    });
}

#[test]
fn without_overlays_everything_is_the_same_under_free() {
    without_overlays_everything_is_the_same(Profile::Free);
}

#[test]
fn without_overlays_everything_is_the_same_under_python() {
    without_overlays_everything_is_the_same(Profile::Python);
}
