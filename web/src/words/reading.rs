//! The run in words: the table, and what is said aloud after a step.

use super::{clock, moment};
use abi::Instant;

/// The label of the table, and its button.
pub const TABLE: &str = "Table";
/// The heads of the table.
pub const HEADS: [&str; 6] = ["Lane", "Task", "State", "Line", "Why", "What it does in the whole run"];
/// A row that is not born yet.
pub const NOT_YET: &str = "not there yet";
/// A row that was living when its program exited.
pub const GONE: &str = "gone with its program";
/// A row of which nothing lasts long enough to be drawn.
pub const INSTANTS: &str = "only instants";

/// What the table is of.
pub fn caption(at: Instant) -> String {
    format!("All tasks at {}", clock(at))
}

/// Why it waits: until then.
pub fn until(at: Instant) -> String {
    format!("until {}", moment(at))
}

/// Why it is ready: since then, and nobody runs it.
pub fn since(at: Instant) -> String {
    format!("since {}", moment(at))
}

/// Why it blocks.
pub fn in_call(call: &str, until: Option<Instant>) -> String {
    match until {
        Some(until) => format!("in {call} until {}", moment(until)),
        None => format!("in {call}"),
    }
}

/// A span of the whole run.
pub fn span(state: &str, from: Instant, to: Instant) -> String {
    format!("{state} {:.3} to {:.3}\u{a0}s", from.seconds(), to.seconds())
}

/// Spans too short to be told apart.
pub fn many(from: Instant, to: Instant, running: f64) -> String {
    let share = (running * 100.0).round();
    format!("short spans {:.3} to {:.3}\u{a0}s, running {share}\u{a0}%", from.seconds(), to.seconds())
}

/// A row's state, place and reason.
pub fn row(name: &str, state: &str, why: &str, line: Option<u32>) -> String {
    let why = if why.is_empty() { String::new() } else { format!(" {why}") };
    match line {
        Some(line) => format!("{name} {state}{why}, line {line}"),
        None => format!("{name} {state}{why}"),
    }
}

/// What was printed.
pub fn prints(lines: &[&str]) -> String {
    format!("prints {}", lines.join(", "))
}

/// What has changed in a lane.
pub fn lane(name: &str, changes: &[String], more: usize) -> String {
    let more = if more > 0 { format!("; and {more} more") } else { String::new() };
    format!("{name}: {}{more}.", changes.join("; "))
}

/// What has changed in all lanes since it was said last.
pub fn since_last(at: Instant, lanes: &[String]) -> String {
    let mut said = vec![format!("{}.", clock(at))];
    said.extend_from_slice(lanes);
    said.join(" ")
}
