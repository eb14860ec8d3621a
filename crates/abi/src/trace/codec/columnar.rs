//! One line an event, in columns: the instant, the event's word, the row, the details.

use super::Encoder;
use crate::trace::{Cause, Event, Outcome, Pos, Record, RowKind, Stream, Text, Verdict, Why};
use crate::RowId;
use std::sync::Arc;

/// Where a line finds the strings that an event names by number.
pub trait Strings {
    /// The string of a number, if the table has it.
    fn string(&self, text: Text) -> Option<&str>;
}

impl Strings for [Arc<str>] {
    fn string(&self, text: Text) -> Option<&str> {
        self.get(text.0 as usize).map(|shared| &**shared)
    }
}

impl Strings for [String] {
    fn string(&self, text: Text) -> Option<&str> {
        self.get(text.0 as usize).map(String::as_str)
    }
}

impl Strings for Encoder {
    fn string(&self, text: Text) -> Option<&str> {
        Encoder::string(self, text)
    }
}

/// The event as a line for people, without a newline: seconds with nine decimals, the event's
/// word, the row's number, then what this event alone has to say.
///
/// A string that the table lacks shows as its number, so that a line can always be printed.
pub fn columnar<S: Strings + ?Sized>(record: &Record, strings: &S) -> String {
    let (word, row, details, pos) = columns(&record.event, strings);
    let row = row.map_or("-".to_owned(), |row| row.0.to_string());
    let pos = pos.map_or(String::new(), |Pos { file, line }| format!(" at {file}:{line}"));
    format!("{:>15} {word:<8} {row:>4}  {details}{pos}", record.at.to_string()).trim_end().to_owned()
}

fn columns<S: Strings + ?Sized>(event: &Event, strings: &S) -> (&'static str, Option<RowId>, String, Option<Pos>) {
    let name = |text| quoted(strings, text);
    match *event {
        Event::Spawn { row, kind, carrier, parent, name: text, pos } => {
            let mut details = format!("{} {}", kind_word(kind), name(text));
            carrier.into_iter().for_each(|on| details += &format!(" on {}", on.0));
            parent.into_iter().for_each(|by| details += &format!(" by {}", by.0));
            ("spawn", Some(row), details, pos)
        }
        Event::Run { row, core, pos } => {
            ("run", Some(row), core.map_or(String::new(), |core| format!("core {}", core.0)), pos)
        }
        Event::Suspend { row, why, pos } => ("suspend", Some(row), why_words(why, strings), pos),
        Event::Wake { row, cause } => ("wake", Some(row), cause_words(cause), None),
        Event::End { row, outcome } => {
            let details = match outcome {
                Outcome::Done => "done".to_owned(),
                Outcome::Failed(text) => format!("failed {}", name(text)),
                Outcome::Cancelled => "cancelled".to_owned(),
            };
            ("end", Some(row), details, None)
        }
        Event::Rename { row, name: text } => ("rename", Some(row), name(text), None),
        Event::Print { row, stream, text } => {
            let stream = if stream == Stream::Out { "out" } else { "err" };
            ("print", Some(row), format!("{stream} {}", name(text)), None)
        }
        Event::Uncaught { row, kind, message, pos } => {
            ("uncaught", Some(row), format!("{} {}", name(kind), name(message)), pos)
        }
        Event::Refused { row, feature, message, column, pos } => {
            ("refused", Some(row), format!("{} {} column {column}", name(feature), name(message)), pos)
        }
        Event::Halt { verdict } => ("halt", None, verdict_words(verdict, strings), None),
    }
}

fn quoted<S: Strings + ?Sized>(strings: &S, text: Text) -> String {
    strings.string(text).map_or_else(|| format!("#{}", text.0), |found| format!("{found:?}"))
}

fn kind_word(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Thread => "thread",
        RowKind::Task => "task",
        RowKind::Handle => "handle",
        RowKind::Greenlet => "greenlet",
        RowKind::Generator => "generator",
        RowKind::Call => "call",
    }
}

fn why_words<S: Strings + ?Sized>(why: Why, strings: &S) -> String {
    let till = |until: Option<crate::Instant>| until.map_or(String::new(), |at| format!(" until {at}"));
    match why {
        Why::Sleep { until, call } => format!("sleep in {}{}", quoted(strings, call), till(Some(until))),
        Why::Block { call, until } => format!("block in {}{}", quoted(strings, call), till(until)),
        Why::Idle { until } => format!("idle{}", till(until)),
        Why::Timer { until } => format!("timer{}", till(Some(until))),
        Why::Join { on } => format!("join {}", on.0),
        Why::Future { what } => format!("future {}", quoted(strings, what)),
        Why::Yield => "yield".to_owned(),
        Why::Gil => "gil".to_owned(),
        Why::Preempted => "preempted".to_owned(),
        Why::Switch { to } => format!("switch to {}", to.0),
    }
}

fn cause_words(cause: Cause) -> String {
    match cause {
        Cause::Timer => "timer".to_owned(),
        Cause::Row(by) => format!("row {}", by.0),
        Cause::Cancel(by) => format!("cancel by {}", by.0),
        Cause::Device => "device".to_owned(),
        Cause::Signal => "signal".to_owned(),
        Cause::Scheduler => "scheduler".to_owned(),
    }
}

fn verdict_words<S: Strings + ?Sized>(verdict: Verdict, strings: &S) -> String {
    match verdict {
        Verdict::Exit(status) => format!("exit {status}"),
        Verdict::Deadlock => "deadlock".to_owned(),
        Verdict::Limit(text) => format!("limit {}", quoted(strings, text)),
        Verdict::Refused(text) => format!("refused {}", quoted(strings, text)),
    }
}
