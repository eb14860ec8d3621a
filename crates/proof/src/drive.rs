//! A run in slices, cut in any way.

use crate::Dice;
use machine::{Machine, Program, Settings, Status};

/// The most steps that a recorded program may take: one that is endless here ends in words.
pub const STEPS: u64 = 50_000_000;

/// How much a slice may do.
#[derive(Clone, Debug)]
pub enum Fuel {
    /// Always so many steps.
    Fixed(u32),
    /// Between 1 and 2000 steps, each time another number.
    Random(Dice),
    /// All that there is to do.
    Unlimited,
}

impl Fuel {
    fn next(&mut self) -> u32 {
        match self {
            Fuel::Fixed(steps) => *steps,
            Fuel::Random(dice) => 1 + dice.below(2000) as u32,
            Fuel::Unlimited => u32::MAX,
        }
    }
}

/// A machine that is about to run the program, for at most [`STEPS`].
pub fn machine_for(program: &Program, mut settings: Settings) -> Machine {
    settings.limits.steps = STEPS;
    Machine::new(program, &front::compile(program, settings.version), &settings)
}

/// Runs a machine to its end, slice by slice. After each slice but the last it is handed to `between`, and the run goes on with
/// what that gives back.
///
/// # Errors
/// What `between` finds wrong.
pub fn drive(
    mut machine: Machine,
    mut fuel: Fuel,
    mut between: impl FnMut(Machine) -> Result<Machine, String>,
) -> Result<Machine, String> {
    while machine.run(fuel.next()) == Status::Paused {
        // Nobody looks at the events one by one here, and they would be copied with every clone.
        machine.take_records();
        machine = between(machine)?;
    }
    Ok(machine)
}
