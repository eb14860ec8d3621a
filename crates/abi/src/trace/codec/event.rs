//! One event as bytes: [`write()`] and [`read`] mirror each other, field by field.

use super::wire::{Last, Reader, Writer};
use super::Broken;
use crate::trace::{Cause, Event, Outcome, Pos, Record, RowKind, Stream, Verdict, Why};
use crate::{CoreId, Instant, RowId};

/// The part of a head byte that tells the kind.
const KIND: u8 = 0x0f;
/// The event happens at the same instant as the one before.
const NOW: u8 = 0x10;
/// The event is about the same row as the one before.
const SAME_ROW: u8 = 0x20;
/// A code position follows.
const POS: u8 = 0x40;
/// Run: a core follows. Print: to standard error.
const OWN: u8 = 0x80;
/// In the byte of a [`Why`] or a birth: an optional value follows.
const FIRST: u8 = 0x40;
/// The same, for a second one.
const SECOND: u8 = 0x80;

const SPAWN: u8 = 0;
const RUN: u8 = 1;
const SUSPEND: u8 = 2;
const WAKE: u8 = 3;
const END: u8 = 4;
const RENAME: u8 = 5;
const PRINT: u8 = 6;
const HALT: u8 = 7;
const UNCAUGHT: u8 = 8;
const REFUSED: u8 = 9;

/// What every event has, if only by default: its kind, row, position and own mark.
fn frame(event: &Event, last: &Last) -> (u8, RowId, Option<Pos>) {
    match *event {
        Event::Spawn { row, pos, .. } => (SPAWN, row, pos),
        Event::Run { row, core, pos } => (if core.is_some() { RUN | OWN } else { RUN }, row, pos),
        Event::Suspend { row, pos, .. } => (SUSPEND, row, pos),
        Event::Wake { row, .. } => (WAKE, row, None),
        Event::End { row, .. } => (END, row, None),
        Event::Rename { row, .. } => (RENAME, row, None),
        Event::Print { row, stream, .. } => (if stream == Stream::Err { PRINT | OWN } else { PRINT }, row, None),
        Event::Uncaught { row, pos, .. } => (UNCAUGHT, row, pos),
        Event::Refused { row, pos, .. } => (REFUSED, row, pos),
        Event::Halt { .. } => (HALT, last.row, None),
    }
}

fn flag(on: bool, mark: u8) -> u8 {
    if on {
        mark
    } else {
        0
    }
}

/// Appends one event.
pub(super) fn write(out: &mut Writer<'_>, last: &mut Last, record: &Record) {
    let (kind, row, pos) = frame(&record.event, last);
    let now = record.at == last.at;
    out.byte(kind | flag(now, NOW) | flag(row == last.row, SAME_ROW) | flag(pos.is_some(), POS));
    if !now {
        out.span(last.at, record.at);
    }
    if row != last.row {
        out.row(last.row, row);
    }
    if let Some(pos) = pos {
        out.pos(last.pos, pos);
        last.pos = pos;
    }
    (last.at, last.row) = (record.at, row);
    write_rest(out, last, &record.event);
}

/// What only this kind of event has.
fn write_rest(out: &mut Writer<'_>, last: &Last, event: &Event) {
    match *event {
        Event::Spawn { row, kind, carrier, parent, name, .. } => {
            out.byte(kind as u8 | flag(carrier.is_some(), FIRST) | flag(parent.is_some(), SECOND));
            carrier.into_iter().chain(parent).for_each(|other| out.row(row, other));
            out.text(name);
        }
        Event::Run { core, .. } => core.into_iter().for_each(|core| out.byte(core.0)),
        Event::Suspend { why, .. } => write_why(out, last, why),
        Event::Wake { row, cause } => write_cause(out, row, cause),
        Event::End { outcome, .. } => match outcome {
            Outcome::Done => out.byte(0),
            Outcome::Failed(name) => {
                out.byte(1);
                out.text(name);
            }
            Outcome::Cancelled => out.byte(2),
        },
        Event::Rename { name, .. } => out.text(name),
        Event::Print { text, .. } => out.text(text),
        Event::Uncaught { kind, message, .. } => [kind, message].into_iter().for_each(|text| out.text(text)),
        Event::Refused { feature, message, column, .. } => {
            [feature, message].into_iter().for_each(|text| out.text(text));
            out.number(column.into());
        }
        Event::Halt { verdict } => write_verdict(out, verdict),
    }
}

fn write_why(out: &mut Writer<'_>, last: &Last, why: Why) {
    let (code, until) = match why {
        Why::Sleep { until, .. } => (0, Some(until)),
        Why::Block { until, .. } => (1, until),
        Why::Idle { until } => (2, until),
        Why::Timer { until } => (3, Some(until)),
        Why::Join { .. } => (4, None),
        Why::Future { .. } => (5, None),
        Why::Yield => (6, None),
        Why::Gil => (7, None),
        Why::Preempted => (8, None),
        Why::Switch { .. } => (9, None),
    };
    out.byte(code | flag(until.is_some(), FIRST));
    if let Some(until) = until {
        out.span(last.at, until);
    }
    match why {
        Why::Sleep { call, .. } | Why::Block { call, .. } => out.text(call),
        Why::Future { what } => out.text(what),
        Why::Join { on: other } | Why::Switch { to: other } => out.row(last.row, other),
        Why::Idle { .. } | Why::Timer { .. } | Why::Yield | Why::Gil | Why::Preempted => {}
    }
}

fn write_cause(out: &mut Writer<'_>, row: RowId, cause: Cause) {
    let (code, by) = match cause {
        Cause::Timer => (0, None),
        Cause::Row(by) => (1, Some(by)),
        Cause::Cancel(by) => (2, Some(by)),
        Cause::Device => (3, None),
        Cause::Signal => (4, None),
        Cause::Scheduler => (5, None),
    };
    out.byte(code);
    by.into_iter().for_each(|by| out.row(row, by));
}

fn write_verdict(out: &mut Writer<'_>, verdict: Verdict) {
    match verdict {
        Verdict::Exit(status) => {
            out.byte(0);
            out.signed(status.into());
        }
        Verdict::Deadlock => out.byte(1),
        Verdict::Limit(name) => {
            out.byte(2);
            out.text(name);
        }
        Verdict::Refused(message) => {
            out.byte(3);
            out.text(message);
        }
    }
}

/// Reads one event after its head byte.
pub(super) fn read(input: &mut Reader<'_>, last: &mut Last, head: u8) -> Result<Record, Broken> {
    if head & NOW == 0 {
        last.at = input.span(last.at)?;
    }
    if head & SAME_ROW == 0 {
        last.row = input.row(last.row)?;
    }
    let pos = if head & POS != 0 { Some(input.pos(last.pos)?) } else { None };
    last.pos = pos.unwrap_or(last.pos);
    let event = read_rest(input, *last, head, pos)?;
    Ok(Record { at: last.at, event })
}

fn read_rest(input: &mut Reader<'_>, last: Last, head: u8, pos: Option<Pos>) -> Result<Event, Broken> {
    let row = last.row;
    let own = head & OWN != 0;
    Ok(match head & KIND {
        SPAWN => {
            let marks = input.byte()?;
            let carrier = if marks & FIRST != 0 { Some(input.row(row)?) } else { None };
            let parent = if marks & SECOND != 0 { Some(input.row(row)?) } else { None };
            Event::Spawn { row, kind: row_kind(marks)?, carrier, parent, name: input.text()?, pos }
        }
        RUN => Event::Run { row, core: if own { Some(CoreId(input.byte()?)) } else { None }, pos },
        SUSPEND => Event::Suspend { row, why: read_why(input, last)?, pos },
        WAKE => Event::Wake { row, cause: read_cause(input, row)? },
        END => Event::End { row, outcome: read_outcome(input)? },
        RENAME => Event::Rename { row, name: input.text()? },
        PRINT => Event::Print { row, stream: if own { Stream::Err } else { Stream::Out }, text: input.text()? },
        UNCAUGHT => Event::Uncaught { row, kind: input.text()?, message: input.text()?, pos },
        REFUSED => {
            let (feature, message) = (input.text()?, input.text()?);
            let column = input.small()?;
            Event::Refused { row, feature, message, column, pos }
        }
        HALT => Event::Halt { verdict: read_verdict(input)? },
        _ => return Err(Broken),
    })
}

fn row_kind(marks: u8) -> Result<RowKind, Broken> {
    let kinds = [RowKind::Thread, RowKind::Task, RowKind::Handle, RowKind::Greenlet, RowKind::Generator, RowKind::Call];
    kinds.into_iter().find(|&kind| kind as u8 == marks & !(FIRST | SECOND)).ok_or(Broken)
}

fn read_why(input: &mut Reader<'_>, last: Last) -> Result<Why, Broken> {
    let marks = input.byte()?;
    let until: Option<Instant> = if marks & FIRST != 0 { Some(input.span(last.at)?) } else { None };
    Ok(match marks & !FIRST {
        0 => Why::Sleep { until: until.ok_or(Broken)?, call: input.text()? },
        1 => Why::Block { until, call: input.text()? },
        2 => Why::Idle { until },
        3 => Why::Timer { until: until.ok_or(Broken)? },
        4 => Why::Join { on: input.row(last.row)? },
        5 => Why::Future { what: input.text()? },
        6 => Why::Yield,
        7 => Why::Gil,
        8 => Why::Preempted,
        9 => Why::Switch { to: input.row(last.row)? },
        _ => return Err(Broken),
    })
}

fn read_cause(input: &mut Reader<'_>, row: RowId) -> Result<Cause, Broken> {
    Ok(match input.byte()? {
        0 => Cause::Timer,
        1 => Cause::Row(input.row(row)?),
        2 => Cause::Cancel(input.row(row)?),
        3 => Cause::Device,
        4 => Cause::Signal,
        5 => Cause::Scheduler,
        _ => return Err(Broken),
    })
}

fn read_outcome(input: &mut Reader<'_>) -> Result<Outcome, Broken> {
    Ok(match input.byte()? {
        0 => Outcome::Done,
        1 => Outcome::Failed(input.text()?),
        2 => Outcome::Cancelled,
        _ => return Err(Broken),
    })
}

fn read_verdict(input: &mut Reader<'_>) -> Result<Verdict, Broken> {
    Ok(match input.byte()? {
        0 => Verdict::Exit(i32::try_from(input.signed()?).map_err(|_| Broken)?),
        1 => Verdict::Deadlock,
        2 => Verdict::Limit(input.text()?),
        3 => Verdict::Refused(input.text()?),
        _ => return Err(Broken),
    })
}
