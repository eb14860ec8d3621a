//! Every word of the page, in one place, ready for translation.
//!
//! The words of the states are the field's own and never change; sentences name who, what, where and
//! how long. A no-break space stands before each unit. (What is said while there is no wasm yet stands
//! in index.html.)

use abi::{Duration, Instant};
use scenario::Python;
use timeline::State;

pub mod compared;
pub mod key;
pub mod link;
pub mod reading;
pub mod share;

/// The product.
pub const BRAND: &str = "Simul";
/// The label of the scenario chooser.
pub const SCENARIO: &str = "Scenario";
/// The label of the group of lanes.
pub const LANES: &str = "Programs";
/// The label of the dock.
pub const TIMELINE: &str = "Timeline";
/// The label of the transport.
pub const TRANSPORT: &str = "Transport";
/// Starts the play head.
pub const PLAY: &str = "Play";
/// Halts the play head.
pub const PAUSE: &str = "Pause";
/// Ends the programs that are still being computed.
pub const STOP: &str = "Stop";
/// Moves the play head to the first moment.
pub const TO_START: &str = "To the start";
/// Moves the play head to the last moment.
pub const TO_END: &str = "To the end";
/// What the play head is stepped by: the end of a row's control.
pub const SWITCH: &str = "switch";
/// Steps the play head.
pub const SWITCH_BACK: &str = "Back one switch";
/// Steps the play head.
pub const SWITCH_ON: &str = "On one switch";
/// The label of the rows' names.
pub const TASKS: &str = "Tasks";
/// What the play head is stepped by: the moment at which the chosen row could go on.
pub const WAKEUP: &str = "wake-up";
/// Steps the play head.
pub const WAKEUP_BACK: &str = "Back to the wake-up before";
/// Steps the play head.
pub const WAKEUP_ON: &str = "On to the next wake-up";
/// What the play head is stepped by: the beginning of a long hold of a thread.
pub const STALL: &str = "stall";
/// Steps the play head.
pub const STALL_BACK: &str = "Back to the stall before";
/// Steps the play head.
pub const STALL_ON: &str = "On to the next stall";
/// The label of the choice which lanes steps go through.
pub const STEP_IN: &str = "Lanes to step in";
/// Steps go through all lanes.
pub const ALL_LANES: &str = "all lanes";
/// Whether all wake-ups are drawn.
pub const ARROWS: &str = "Arrows";
/// Opens the sheet of keys.
pub const HELP: &str = "Keys";
/// How fast the play head moves.
pub const SPEED: &str = "Speed";
/// The label of the clock.
pub const CLOCK: &str = "Virtual clock";
/// The label of the play head.
pub const PLAY_HEAD: &str = "Play head";
/// Opens a lane's text field.
pub const EDIT: &str = "Edit";
/// Runs a changed program.
pub const RUN: &str = "Run";
/// Brings back the scenario's own text.
pub const RESET: &str = "Reset";
/// Closes the text field; what was typed is kept.
pub const CLOSE: &str = "Close";
/// Opens a lane that is folded to its head.
pub const SHOW: &str = "Show";
/// A lane whose text is not the scenario's.
pub const EDITED: &str = "edited";
/// What a lane's head says of its Python, if that is not the usual one.
pub fn python(version: Python) -> Option<&'static str> {
    match version {
        Python::V310 => Some("Python\u{a0}3.10"),
        Python::V311 => None,
    }
}
/// The button for the dark theme.
pub const TO_DARK: &str = "Dark theme";
/// The button for the light theme.
pub const TO_LIGHT: &str = "Light theme";
/// The ready queue, and the state.
pub const READY: &str = "ready";
/// The waiters, and the state.
pub const WAITING: &str = "waiting";
/// What a program without a loop has in place of queues.
pub const THREAD: &str = "thread";
/// An empty queue.
pub const EMPTY: &str = "empty";
/// The label of a console.
pub const CONSOLE: &str = "Output";
/// The label of the legend.
pub const LEGEND: &str = "Legend";
/// The arrow's word in the legend.
pub const WOKEN_BY: &str = "woken by";
/// What the legend adds to the word of the state.
pub const READY_LEGEND: &str = "ready, nobody runs it";
/// The state.
pub const DONE: &str = "done";
/// The state.
pub const FAILED: &str = "failed";
/// The state.
pub const CANCELLED: &str = "cancelled";
/// The heads of the table of sums.
pub const SUMS: [&str; 5] = ["took", "CPU", "waited", "starved", "stall"];
/// What the heads mean, in the same order.
pub const SUMS_HELP: [&str; 5] = [
    "End minus start",
    "Time that the program's threads ran",
    "Nothing ran although something was under way",
    "Ready time, added up over the tasks",
    "The longest time in which one step held the thread, blocking or computing",
];

/// The word of a state.
pub fn state(state: State) -> &'static str {
    match state {
        State::Running => "running",
        State::Ready => READY,
        State::Waiting => WAITING,
        State::Blocking => "blocking",
        State::Calling => "calling",
    }
}

/// A length of time as sums show it: one decimal in seconds, smaller units below a tenth of a second.
pub fn length(length: Duration) -> String {
    let nanos = length.nanos();
    match nanos {
        0 => "0".to_owned(),
        1..=999_999 => format!("{}\u{a0}µs", nanos.div_ceil(1_000)),
        1_000_000..=99_949_999 => format!("{:.1}\u{a0}ms", nanos as f64 / 1e6),
        _ => format!("{:.1}\u{a0}s", length.seconds()),
    }
}

/// A length that matters from a millisecond on; less is as good as nothing.
pub fn notable(duration: Duration) -> String {
    if duration < Duration::from_millis(1) {
        "0".to_owned()
    } else {
        length(duration)
    }
}

/// A moment in a sentence.
pub fn moment(at: Instant) -> String {
    format!("{:.1}\u{a0}s", at.seconds())
}

/// A moment beside printed text, and on the play head's plate.
pub fn stamp(at: Instant) -> String {
    format!("{:.3}", at.seconds())
}

/// The clock.
pub fn clock(at: Instant) -> String {
    format!("{:.3}\u{a0}s", at.seconds())
}

/// What stands beside the clock.
pub fn of_length(end: Instant) -> String {
    format!("of {}, virtual", clock(end))
}

/// The label of a tick; `step` is the distance of two ticks in nanoseconds.
pub fn tick(at: Instant, step: u64) -> String {
    let nanos = at.nanos();
    let (unit, word) = match step {
        0..=999 => (1, "ns"),
        1_000..=999_999 => (1_000, "µs"),
        1_000_000..=99_999_999 => (1_000_000, "ms"),
        _ => (1_000_000_000, "s"),
    };
    let decimals = usize::from(step < unit);
    let decimals = if step == 0 || nanos.is_multiple_of(unit) { 0 } else { decimals };
    format!("{:.decimals$}\u{a0}{word}", nanos as f64 / unit as f64)
}

/// How fast the play head goes: nanoseconds of virtual time in a second.
pub fn speed(nanos: u64) -> String {
    match nanos {
        0..=999_999_999 => format!("{}\u{a0}ms a second", nanos / 1_000_000),
        1_000_000_000..=59_999_999_999 => format!("{}\u{a0}s a second", nanos / 1_000_000_000),
        _ => format!("{}\u{a0}min a second", nanos / 60_000_000_000),
    }
}

/// Names of rows as one phrase: `greet 1, 2, 3`, `greet(1), (2)`, `main and ticker`, `a, b, c and 4 more`.
pub fn names(names: &[String]) -> String {
    const MOST: usize = 4;
    let parts: Vec<(&str, &str)> = names.iter().filter_map(|name| kind(name)).collect();
    let of_one_kind = parts.len() == names.len() && parts.iter().all(|(stem, _)| *stem == parts[0].0);
    let mut shown: Vec<&str> = match of_one_kind {
        true => parts.iter().map(|(_, rest)| *rest).collect(),
        false => names.iter().map(String::as_str).collect(),
    };
    let more = shown.len().saturating_sub(MOST);
    shown.truncate(MOST);
    let stem = if of_one_kind { parts.first().map_or("", |(stem, _)| *stem) } else { "" };
    match (more, shown.as_slice()) {
        (0, [first, last]) if !of_one_kind => format!("{first} and {last}"),
        (0, _) => format!("{stem}{}", shown.join(", ")),
        _ => format!("{stem}{} and {more} more", shown.join(", ")),
    }
}

/// `greet 2` is number 2 of the kind `greet `, and `greet(2)` is `(2)` of the kind `greet`.
fn kind(name: &str) -> Option<(&str, &str)> {
    let place = match name.ends_with(')') {
        true => name.find('(')?,
        false => name.rfind(' ')? + 1,
    };
    let (stem, rest) = name.split_at(place);
    (rest.starts_with('(') || rest.bytes().all(|byte| byte.is_ascii_digit())).then_some((stem, rest))
}

/// The way from an embedded page to the whole one.
pub const OPEN_FULL: &str = "Open the full page";

/// Words about the state of a lane.
pub mod now {
    use super::{length, moment};
    use abi::{Duration, Instant};

    /// Nothing has happened.
    pub const BEFORE: &str = "Not started";
    /// Rows are ready, none has the thread.
    pub const BETWEEN: &str = "Between two steps";
    /// All rows wait.
    pub const WAITING: &str = "Nothing can run: all wait";
    /// Everything waits for ever.
    pub const DEADLOCK: &str = "Everything is blocked for ever: nobody is left to wake anybody";
    /// A link brought it.
    pub const HELD: &str = "Not run yet: it came with the link";
    /// The program is still being computed.
    pub const COMPUTING: &str = "Being computed …";
    /// Its text waits for the compiler, which comes with the first text that is not the gallery's.
    pub const FETCHING: &str = "The compiler is being fetched …";

    /// The compiler could not be fetched.
    pub fn not_fetched(reason: &str) -> String {
        format!(
            "The compiler could not be fetched, so this text has not run. It is kept: press Run to try again. \
             The browser says: {reason}"
        )
    }

    /// The compiler stopped in the middle of its work.
    pub fn compiler_broken(reason: &str) -> String {
        format!("A mistake of Simul itself: its compiler stopped. What you typed is kept. The browser says: {reason}")
    }

    /// The compiler that was fetched belongs to another build of the page.
    pub const OTHER_BUILD: &str =
        "The compiler that was fetched is newer or older than this page. Reload the page; what you typed is kept.";

    /// A row computes.
    pub fn running(row: &str) -> String {
        format!("{row} runs")
    }

    /// A step holds the loop.
    pub fn blocks_loop(row: &str, so_far: Duration) -> String {
        format!("{row} blocks the loop, {} so far", length(so_far))
    }

    /// The only thread stands in a call.
    pub fn stands_still(until: Option<Instant>, call: &str) -> String {
        match until {
            Some(until) => format!("The thread stands still until {}", moment(until)),
            None => format!("The thread stands still in {call}"),
        }
    }

    /// A loop has nothing to run.
    pub fn asleep(until: Option<Instant>) -> String {
        match until {
            Some(until) => format!("Loop asleep until {}: nothing to run", moment(until)),
            None => "Loop asleep: nothing to run and no timer set".to_owned(),
        }
    }

    /// The program has ended well.
    pub fn done(took: Duration) -> String {
        format!("Done after {}", length(took))
    }

    /// The program has ended with another status than 0.
    pub fn exit(status: i32, took: Duration) -> String {
        format!("Ended with exit status {status} after {}", length(took))
    }

    /// An exception has left the program.
    pub fn uncaught(kind: &str, line: Option<u32>, took: Duration) -> String {
        match line {
            Some(line) => format!("Ended with {kind} at line {line} after {}", length(took)),
            None => format!("Ended with {kind} after {}", length(took)),
        }
    }

    /// A limit was met.
    pub fn limit(name: &str) -> String {
        format!("Stopped at a limit: {name}")
    }

    /// Something is not supported.
    pub fn refused(message: &str) -> String {
        format!("Not supported: {message}")
    }

    /// The person has stopped it.
    pub fn stopped(at: Instant) -> String {
        format!("Stopped by you at {}", moment(at))
    }
}

/// Words under a line of code and in chips: who stands there and why.
pub mod note {
    use super::{length, moment};
    use abi::{Duration, Instant};

    fn s(many: bool) -> &'static str {
        if many {
            ""
        } else {
            "s"
        }
    }

    /// They compute.
    pub fn run(who: &str, since: Instant) -> String {
        format!("{who} runs since {}", moment(since))
    }

    /// They wait for a moment.
    pub fn wait_until(who: &str, many: bool, until: Option<Instant>) -> String {
        match until {
            Some(until) => format!("{who} wait{} until {}", s(many), moment(until)),
            None => format!("{who} wait{} here", s(many)),
        }
    }

    /// They wait for something that has a name.
    pub fn wait_for(who: &str, many: bool, what: &str) -> String {
        format!("{who} wait{} for {what}", s(many))
    }

    /// Control is elsewhere, in its own hand-over.
    pub fn gave_way(who: &str, many: bool) -> String {
        format!("{who} gave way and {} ready again", if many { "are" } else { "is" })
    }

    /// They could run.
    pub fn ready(who: &str, many: bool, since: Instant) -> String {
        format!("{who} {} ready since {}, nobody runs it", if many { "are" } else { "is" }, moment(since))
    }

    /// A step holds the loop.
    pub fn blocks_loop(who: &str) -> String {
        format!("{who} blocks here: the loop stands still")
    }

    /// A call holds the thread.
    pub fn blocks(who: &str, until: Option<Instant>) -> String {
        match until {
            Some(until) => format!("{who} blocks until {}", moment(until)),
            None => format!("{who} blocks here"),
        }
    }

    /// A row has called another one.
    pub fn called(who: &str, callee: &str) -> String {
        format!("{who} called {callee} here")
    }

    /// In a chip: how long it still waits.
    pub fn left(left: Duration) -> String {
        format!("{} left", length(left))
    }

    /// In a chip: what it waits for.
    pub fn for_what(what: &str) -> String {
        format!("for {what}")
    }

    /// In a chip: how long nobody ran it.
    pub fn starved(length_so_far: Duration) -> String {
        format!("starved {}", length(length_so_far))
    }

    /// In a chip: the call that it stands in.
    pub fn in_call(call: &str, left: Option<Duration>) -> String {
        match left {
            Some(left) => format!("in {call}, {} left", length(left)),
            None => format!("in {call}"),
        }
    }

    /// In place of more chips.
    pub fn more(count: usize) -> String {
        format!("and {count} more")
    }
}

/// Words in the timeline.
pub mod bar {
    use super::{length, moment};
    use abi::{Duration, Instant};

    /// A step that holds the loop.
    pub fn loop_stands(call: &str, span: Duration) -> String {
        format!("{call}: the loop stands still for {}", length(span))
    }

    /// A call that holds the thread.
    pub fn blocks(call: &str, span: Duration) -> String {
        format!("{call}, {}", length(span))
    }

    /// A row that nobody runs.
    pub fn starved(since: Instant, span: Duration) -> String {
        format!("ready since {}: starved {}", moment(since), length(span))
    }

    /// The same, short.
    pub fn starved_short(span: Duration) -> String {
        format!("starved {}", length(span))
    }

    /// A step that computes for long.
    pub fn computes(span: Duration) -> String {
        format!("computes for {}", length(span))
    }

    /// What a mark is, for the pointer and for those who don't see it.
    pub fn title(row: &str, state: &str, from: Instant, to: Instant) -> String {
        format!("{row}: {state} from {:.3} to {:.3}\u{a0}s", from.seconds(), to.seconds())
    }

    /// What a row's end is.
    pub fn ended(row: &str, how: &str, at: Instant) -> String {
        format!("{row}: {how} at {:.3}\u{a0}s", at.seconds())
    }

    /// The picture in one sentence.
    pub fn picture(lanes: usize, end: Instant) -> String {
        format!("Timeline of {lanes} programs from 0 to {}", moment(end))
    }
}

/// The label of a lane's button: which lane it is about.
pub fn about(what: &str, lane: &str) -> String {
    format!("{what}: {lane}")
}

/// Where steps go through.
pub fn in_lane(lane: &str) -> String {
    format!("in {lane}")
}

/// What a lane's name does when it is pressed.
pub fn keep_to(lane: &str) -> String {
    format!("Step through {lane} alone")
}

/// The label of a lane's text field.
pub fn source_of(lane: &str) -> String {
    format!("Source of {lane}")
}

/// An error of our own, in place of the page.
pub fn broken(message: &str) -> String {
    format!("Simul has stopped because of a mistake of its own. Reload the page to start again. {message}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(s: f64) -> Instant {
        Instant::from_nanos((s * 1e9) as u64)
    }

    #[test]
    fn lengths_have_the_unit_that_shows_them() {
        let shown = |nanos| length(Duration::from_nanos(nanos)).replace('\u{a0}', " ");
        assert_eq!(shown(0), "0");
        assert_eq!(shown(1), "1 µs");
        assert_eq!(shown(150_000), "150 µs");
        assert_eq!(shown(12_340_000), "12.3 ms");
        assert_eq!(shown(99_960_000), "0.1 s");
        assert_eq!(shown(9_000_000_000), "9.0 s");
        assert_eq!(notable(Duration::from_micros(999)), "0");
    }

    #[test]
    fn ticks_have_the_unit_of_their_step() {
        let shown = |s, step| tick(seconds(s), step).replace('\u{a0}', " ");
        assert_eq!(shown(3.0, 1_000_000_000), "3 s");
        assert_eq!(shown(1.5, 500_000_000), "1.5 s");
        assert_eq!(shown(0.0, 500_000_000), "0 s");
        assert_eq!(shown(0.02, 20_000_000), "20 ms");
        assert_eq!(shown(0.0004, 200_000), "400 µs");
    }

    #[test]
    fn names_of_one_kind_are_said_once() {
        let phrase = |list: &[&str]| names(&list.iter().map(|name| name.to_string()).collect::<Vec<_>>());
        assert_eq!(phrase(&["main"]), "main");
        assert_eq!(phrase(&["greet 1", "greet 2", "greet 3"]), "greet 1, 2, 3");
        assert_eq!(phrase(&["greet(1)", "greet(2)", "greet('x', 3)"]), "greet(1), (2), ('x', 3)");
        assert_eq!(phrase(&["greet(1)", "main()"]), "greet(1) and main()");
        assert_eq!(phrase(&["greet(1)"]), "greet(1)");
        assert_eq!(phrase(&[]), "");
        assert_eq!(phrase(&["main", "greet 1"]), "main and greet 1");
        assert_eq!(phrase(&["a 1", "a 2", "a 3", "a 4", "a 5", "a 6"]), "a 1, 2, 3, 4 and 2 more");
        assert_eq!(phrase(&["x", "y", "z"]), "x, y, z");
    }

    #[test]
    fn speeds_are_said_in_whole_units() {
        let shown = |nanos| speed(nanos).replace('\u{a0}', " ");
        assert_eq!(shown(10_000_000), "10 ms a second");
        assert_eq!(shown(1_000_000_000), "1 s a second");
        assert_eq!(shown(60_000_000_000), "1 min a second");
    }
}
