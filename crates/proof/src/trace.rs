//! Traces as lines, to be compared.

use abi::trace::codec::{columnar, Decoder};
use abi::trace::{Event, Pos};
use machine::Machine;

/// The whole trace, a line an event.
pub fn trace_lines(machine: &Machine) -> Vec<String> {
    lines(machine, |event| event)
}

/// The trace without the positions that lie in the library's files: what is to be the same whether the library's hot part is
/// written in Rust or in Python.
pub fn own_lines(machine: &Machine) -> Vec<String> {
    lines(machine, |mut event| {
        let pos = match &mut event {
            Event::Spawn { pos, .. }
            | Event::Run { pos, .. }
            | Event::Suspend { pos, .. }
            | Event::Uncaught { pos, .. }
            | Event::Refused { pos, .. } => pos,
            _ => return event,
        };
        *pos = pos.filter(|Pos { file, .. }| *file == 0);
        event
    })
}

fn lines(machine: &Machine, change: impl Fn(Event) -> Event) -> Vec<String> {
    let bytes = machine.trace().bytes();
    let mut decoder = Decoder::new(&bytes);
    let mut lines = Vec::new();
    while let Some(record) = decoder.next() {
        let mut record = record.expect("the recorder's own bytes");
        record.event = change(record.event);
        lines.push(columnar(&record, decoder.strings()));
    }
    lines
}

/// Where two traces part, with the line before it, if they do.
pub fn first_parting(one: &[String], other: &[String]) -> Option<String> {
    let at = (0..one.len().max(other.len())).find(|&i| one.get(i) != other.get(i))?;
    let shown = |lines: &[String]| lines.get(at).map_or("the end".to_string(), |line| line.trim_start().to_string());
    let before = at.checked_sub(1).map_or("the beginning", |before| one[before].trim_start());
    Some(format!("event {}, after {before}:\n  - {}\n  + {}", at + 1, shown(one), shown(other)))
}
