//! How a run is cut into slices, and from which copy it goes on, changes nothing.

use crate::selection::for_each;
use machine::{Machine, Settings};
use proof::{drive, first_parting, trace_lines, Dice, Fuel, Recorded, Stage};

/// The slice at which everything is tested.
const PRIME: u32 = 1009;
/// The slice at which short programs are checked too.
const SMALL: u32 = 31;
/// Programs with more steps are not cut into slices smaller than [`PRIME`].
const LONG: u64 = 300_000;

/// A run in slices.
struct Ran {
    machine: Machine,
    slices: u64,
}

fn run(
    stage: Stage,
    recorded: &Recorded,
    fuel: Fuel,
    mut between: impl FnMut(Machine) -> Result<Machine, String>,
) -> Result<Ran, String> {
    let machine = recorded.machine(Settings::default());
    let mut slices = 1;
    let machine = stage.narrow(|| {
        drive(machine, fuel, |machine| {
            slices += 1;
            between(machine)
        })
    })?;
    Ok(Ran { machine, slices })
}

fn same(whole: &Machine, other: &Machine, how: &str) -> Result<(), String> {
    if whole.trace().digest() == other.trace().digest() && whole.record() == other.record() {
        return Ok(());
    }
    let parting = first_parting(&trace_lines(whole), &trace_lines(other));
    Err(format!("another trace {how}: {}", parting.unwrap_or("the table of strings or the record".to_string())))
}

#[test]
fn fuel_is_invisible() {
    for_each(|stage, recorded| {
        let whole = run(stage, recorded, Fuel::Unlimited, Ok)?.machine;
        let cut = run(stage, recorded, Fuel::Fixed(PRIME), Ok)?;
        same(&whole, &cut.machine, "with fuel 1009")?;
        let random = run(stage, recorded, Fuel::Random(Dice::new(0x51)), Ok)?;
        same(&whole, &random.machine, "with random fuel")?;
        let small: &[u32] = if cut.slices * u64::from(PRIME) > LONG { &[] } else { &[1, 2, 3, 7] };
        for &fuel in small {
            let cut = run(stage, recorded, Fuel::Fixed(fuel), Ok)?;
            same(&whole, &cut.machine, &format!("with fuel {fuel}"))?;
        }
        Ok(())
    });
}

#[test]
fn a_clone_goes_on_as_the_original() {
    for_each(|stage, recorded| {
        let whole = run(stage, recorded, Fuel::Unlimited, Ok)?.machine;
        let cloned = run(stage, recorded, Fuel::Fixed(PRIME), |machine| {
            let copy = machine.clone();
            drop(machine);
            Ok(copy)
        })?;
        same(&whole, &cloned.machine, "when each slice goes on from a clone")
    });
}

#[test]
fn references_are_counted_right_and_the_interpreter_is_entered_once() {
    for_each(|stage, recorded| {
        let check = |fuel| {
            let ran = run(stage, recorded, Fuel::Fixed(fuel), |machine| machine.check().map(|()| machine))?;
            ran.machine.check().map(|()| ran.slices)
        };
        let slices = check(PRIME)?;
        // A short program has few such slices, or none.
        if slices < 30 {
            check(SMALL)?;
        }
        Ok(())
    });
}
