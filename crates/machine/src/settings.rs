//! What a run is told: its Python, its profile, its limits.

use crate::Profile;
use abi::{Duration, Instant};
use vm::PythonVersion;

/// How far a run may go. Every limit has a name and is met with a clear word.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Nothing happens after this moment.
    pub virtual_time: Instant,
    /// Instructions and steps of natives.
    pub steps: u64,
    /// Trace events.
    pub events: u64,
    /// Bytes of output.
    pub output: u64,
}

/// A limit that was met.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limit {
    /// [`Limits::virtual_time`]
    VirtualTime,
    /// [`Limits::steps`]
    Steps,
    /// [`Limits::events`]
    Events,
    /// [`Limits::output`]
    Output,
}

impl Default for Limits {
    /// A day of virtual time, ten thousand million steps, ten million events, 16 MB of output.
    fn default() -> Self {
        Limits {
            virtual_time: Instant::ZERO + Duration::from_secs(86_400),
            steps: 10_000_000_000,
            events: 10_000_000,
            output: 16 << 20,
        }
    }
}

impl Limit {
    /// The limit's name, as the record and the page show it.
    pub fn name(self) -> &'static str {
        match self {
            Limit::VirtualTime => "virtual time",
            Limit::Steps => "steps",
            Limit::Events => "events",
            Limit::Output => "output",
        }
    }
}

/// What a run is told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Settings {
    /// Which Python it is.
    pub version: PythonVersion,
    /// What computing costs.
    pub profile: Profile,
    /// How many times slower than the profile says the machine computes: for teaching.
    pub slow_down: u32,
    /// How far it may go.
    pub limits: Limits,
    /// Whether the loop's hot part runs in Rust (or as plain Python of our own, to be compared).
    pub overlays: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            version: PythonVersion::V311,
            profile: Profile::Free,
            slow_down: 1,
            limits: Limits::default(),
            overlays: true,
        }
    }
}
