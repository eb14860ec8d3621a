//! The clocks, and seconds as the library's natives take them (Python/pytime.c).

use abi::{Duration, Instant};
use vm::classes;
use vm::native::Raise;
use vm::{Cx, Int, Value};

/// Nanoseconds a second.
pub(crate) const SECOND: u64 = 1_000_000_000;

/// What the monotonic clock shows when the machine starts: 1000 s.
const MONOTONIC: u64 = 1_000 * SECOND;

/// What the wall clock shows then: 2024-01-01T12:00:00Z.
const EPOCH: u64 = 1_704_110_400 * SECOND;

/// Reads a clock: that costs time, and the reading comes after it.
pub(crate) fn read(cx: &mut Cx<'_>) -> Instant {
    cx.charge(Duration::from_nanos(cx.vm.settings.clock_cost));
    cx.now()
}

/// The monotonic clock at a moment, nanoseconds.
pub(crate) fn monotonic(at: Instant) -> u64 {
    MONOTONIC + at.nanos()
}

/// The wall clock at a moment, nanoseconds since 1970.
pub(crate) fn wall(at: Instant) -> u64 {
    EPOCH + at.nanos()
}

/// Nanoseconds as seconds (`_PyTime_AsSecondsDouble`).
pub(crate) fn seconds(nanos: u64) -> f64 {
    if nanos.is_multiple_of(SECOND) {
        return (nanos / SECOND) as f64;
    }
    nanos as f64 / 1e9
}

/// The moment at which the monotonic clock shows so many seconds.
pub(crate) fn moment(seconds: f64) -> Instant {
    let nanos = (seconds * 1e9).round() - MONOTONIC as f64;
    if nanos >= u64::MAX as f64 {
        return Instant::FAR;
    }
    Instant::from_nanos(if nanos > 0.0 { nanos as u64 } else { 0 })
}

/// A number of seconds as nanoseconds, rounded away from zero (`_PyTime_FromSecondsObject`, `_PyTime_ROUND_UP`).
///
/// # Errors
/// TypeError, ValueError for NaN, OverflowError.
pub(crate) fn nanos(cx: &mut Cx<'_>, v: Value) -> Result<i64, Raise> {
    if let Some(x) = cx.as_float(v) {
        if x.is_nan() {
            return Err(cx.value_error("Invalid value NaN (not a number)"));
        }
        let n = x * 1e9;
        let n = if n >= 0.0 { n.ceil() } else { n.floor() };
        if !(-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&n) {
            return Err(cx.error(classes::OVERFLOW_ERROR, "timestamp out of range for platform time_t"));
        }
        return Ok(n as i64);
    }
    match cx.as_int(v) {
        Some(Int::Small(s)) => match s.checked_mul(SECOND as i64) {
            Some(n) => Ok(n),
            None => Err(cx.error(classes::OVERFLOW_ERROR, "timestamp too large to convert to C _PyTime_t")),
        },
        Some(Int::Big(_)) => Err(cx.error(classes::OVERFLOW_ERROR, "timestamp too large to convert to C _PyTime_t")),
        None => {
            let name = cx.type_name(v);
            Err(cx.type_error(format!("'{name}' object cannot be interpreted as an integer")))
        }
    }
}
