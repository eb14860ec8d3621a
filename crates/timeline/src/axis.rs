//! The common time axis: where a moment is, in per cent, and where its ticks are.

use abi::Instant;
use serde::Serialize;

/// Room before the first moment, in per cent: the tick at zero keeps its line.
const LEAD: f64 = 0.6;
/// Room after the last moment, in per cent: the caps of the last rows stand there.
const TAIL: f64 = 6.0;
/// The shortest axis, in nanoseconds: a run in which no time passes is still drawn.
const SHORTEST: u64 = 1_000;

/// A mark of the ruler.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub struct Tick {
    /// The moment.
    pub at: Instant,
    /// Its place in per cent of the axis.
    pub x: f64,
}

/// The axis of all lanes, from zero to the end of the longest.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Axis {
    /// The last moment.
    pub end: Instant,
    /// The distance of two ticks in nanoseconds: 1, 2 or 5 times a power of ten.
    pub step: u64,
    /// The marks of the ruler.
    pub ticks: Vec<Tick>,
}

impl Axis {
    /// An axis up to `end` with at most `most` ticks (at least two are made).
    pub fn new(end: Instant, most: usize) -> Axis {
        let end = end.max(Instant::from_nanos(SHORTEST));
        let step = step_for(end.nanos(), most.max(2) as u64);
        let mut axis = Axis { end, step, ticks: Vec::new() };
        // A tick may stand right of the end where there is room for it.
        let last = Instant::from_nanos((end.nanos() as f64 * (1.0 + TAIL / 2.0 / axis.usable())) as u64);
        let ticks = (0..=last.nanos() / step).map(|number| Instant::from_nanos(number * step));
        axis.ticks = ticks.map(|at| Tick { at, x: axis.x(at) }).collect();
        axis
    }

    /// Where a moment is, in per cent of the axis.
    pub fn x(&self, at: Instant) -> f64 {
        LEAD + at.nanos() as f64 / self.end.nanos() as f64 * self.usable()
    }

    /// How wide a length of time is, in per cent.
    pub fn width(&self, from: Instant, to: Instant) -> f64 {
        to.since(from).nanos() as f64 / self.end.nanos() as f64 * self.usable()
    }

    /// The moment at a place in per cent, from zero to the axis' end.
    pub fn at(&self, x: f64) -> Instant {
        let share = ((x - LEAD) / self.usable()).clamp(0.0, 1.0);
        Instant::from_nanos((share * self.end.nanos() as f64) as u64)
    }

    /// How long a part of the axis is, in nanoseconds.
    pub fn nanos(&self, per_cent: f64) -> u64 {
        (per_cent / self.usable() * self.end.nanos() as f64) as u64
    }

    fn usable(&self) -> f64 {
        100.0 - LEAD - TAIL
    }
}

/// The smallest of 1, 2, 5, 10, 20, 50 … that cuts `length` into fewer than `most` parts.
fn step_for(length: u64, most: u64) -> u64 {
    let mut power = 1u64;
    loop {
        for factor in [1, 2, 5] {
            if length / (power * factor) < most {
                return power * factor;
            }
        }
        power *= 10;
    }
}
