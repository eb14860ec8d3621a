//! The digest of a trace while it grows.

use super::event;
use super::wire::{Last, Writer};
use super::{fnv, Strings, FNV_OFFSET};
use crate::trace::{Event, Outcome, Record, Text, Verdict, Why};

/// The digest of the events so far. The same events with the same strings give the same digest, however they
/// arrive and whatever else is in the table of strings.
#[derive(Clone, Debug)]
pub struct Running {
    last: Last,
    hash: u64,
    buffer: Vec<u8>,
}

impl Default for Running {
    fn default() -> Self {
        Running { last: Last::START, hash: FNV_OFFSET, buffer: Vec::new() }
    }
}

impl Running {
    /// Adds an event, and returns [`Running::value`].
    pub fn add<S: Strings + ?Sized>(&mut self, record: &Record, strings: &S) -> u32 {
        self.buffer.clear();
        event::write(&mut Writer(&mut self.buffer), &mut self.last, record);
        self.hash = fnv(self.hash, &self.buffer);
        for text in texts(&record.event).into_iter().flatten() {
            self.hash = fnv(self.hash, strings.string(text).unwrap_or_default().as_bytes());
        }
        self.value()
    }

    /// The digest, folded to 32 bits.
    pub fn value(&self) -> u32 {
        (self.hash ^ (self.hash >> 32)) as u32
    }
}

/// The strings that an event names.
fn texts(event: &Event) -> [Option<Text>; 2] {
    match *event {
        Event::Spawn { name: text, .. }
        | Event::Rename { name: text, .. }
        | Event::Print { text, .. }
        | Event::Suspend {
            why: Why::Sleep { call: text, .. } | Why::Block { call: text, .. } | Why::Future { what: text },
            ..
        }
        | Event::End { outcome: Outcome::Failed(text), .. }
        | Event::Halt { verdict: Verdict::Limit(text) | Verdict::Refused(text) } => [Some(text), None],
        Event::Uncaught { kind, message, .. } => [Some(kind), Some(message)],
        Event::Refused { feature, message, .. } => [Some(feature), Some(message)],
        Event::Run { .. } | Event::Suspend { .. } | Event::Wake { .. } | Event::End { .. } | Event::Halt { .. } => {
            [None; 2]
        }
    }
}
