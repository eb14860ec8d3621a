//! Cost profiles: what computing costs in virtual time.

use bytecode::CostClass;
use kernel::Config;

/// A cost profile.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Profile {
    /// Computing is free, one core, a thread runs until it blocks: what recordings of real CPython on a virtual clock
    /// are compared with.
    Free,
    /// A first table of costs in the order of CPython's own; **uncalibrated**. Version 1, frozen: a change of the table
    /// is a new version.
    Python,
}

/// Nanoseconds an instruction of each class costs under [`Profile::Python`], in the order of [`CostClass`].
const PYTHON_V1: [u32; CostClass::COUNT] = [
    5,   // Move
    15,  // Name
    25,  // Attribute
    25,  // Subscript
    20,  // Arithmetic
    8,   // Jump
    50,  // Call
    50,  // Build
    20,  // Iterate
    40,  // Suspend
    80,  // Exception
    200, // Import
];

impl Profile {
    /// The machine that goes with the profile.
    pub fn kernel_config(self) -> Config {
        match self {
            Profile::Free => Config::free(),
            Profile::Python => Config::python(1),
        }
    }

    /// Nanoseconds an instruction of each class costs.
    pub fn costs(self) -> [u32; CostClass::COUNT] {
        match self {
            Profile::Free => [0; CostClass::COUNT],
            Profile::Python => PYTHON_V1,
        }
    }

    /// Nanoseconds a reading of the clock costs.
    pub fn clock_cost(self) -> u64 {
        match self {
            Profile::Free => 100,
            Profile::Python => 50,
        }
    }
}
