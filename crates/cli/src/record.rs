//! How a run's record is printed: as Python would, as JSON, as a trace.

use abi::trace::codec::{columnar, Decoder};
use abi::Instant;
use machine::{Line, Machine, Record};
use serde_json::{json, Value};
use std::io::Write;

/// Virtual seconds, rounded to 1 ms.
fn seconds(at: Instant) -> Value {
    let ms = (at.nanos() + 500_000) / 1_000_000;
    let s = ms as f64 / 1000.0;
    json!(s)
}

fn line(line: &Line) -> Value {
    let mut value = json!({"t": seconds(line.at), "s": line.text});
    if line.unterminated {
        value["nl"] = json!(0);
    }
    value
}

/// The record as one line of JSON.
pub fn json(record: &Record) -> String {
    let lines: Vec<Value> = record.lines.iter().map(line).collect();
    let stderr: Vec<&str> = record.stderr.iter().map(|l| l.text.as_str()).collect();
    let exception = record.exception.as_ref().map(|e| json!({"type": e.kind, "message": e.message}));
    let refused = record
        .refused
        .as_ref()
        .map(|r| json!({"feature": r.feature, "line": r.line, "column": r.column, "message": r.message}));
    let value = json!({
        "lines": lines,
        "stderr": stderr,
        "exception": exception,
        "exit": crate::exit_status(record),
        "final": seconds(record.end),
        "hang": record.hang,
        "limit": record.limit,
        "refused": refused,
    });
    format!("{value}\n")
}

/// Prints what the program printed, and in our own words why it was stopped, if it was.
pub fn print(record: &Record) -> std::io::Result<()> {
    write_lines(&mut std::io::stdout().lock(), &record.lines)?;
    let mut err = std::io::stderr().lock();
    write_lines(&mut err, &record.stderr)?;
    if let Some(r) = &record.refused {
        writeln!(err, "simul: line {}, column {}: {}", r.line, r.column, r.message)?;
    }
    if let Some(limit) = &record.limit {
        writeln!(err, "simul: stopped: the limit on {limit} was met")?;
    }
    if record.hang {
        writeln!(err, "simul: everything is blocked for ever")?;
    }
    Ok(())
}

fn write_lines(to: &mut impl Write, lines: &[Line]) -> std::io::Result<()> {
    for line in lines {
        to.write_all(line.text.as_bytes())?;
        if !line.unterminated {
            to.write_all(b"\n")?;
        }
    }
    to.flush()
}

/// The trace, one line an event.
pub fn trace(machine: &Machine) -> String {
    let bytes = machine.trace().bytes();
    let mut decoder = Decoder::new(&bytes);
    let mut text = String::new();
    while let Some(record) = decoder.next() {
        let Ok(record) = record else { break };
        text += &columnar(&record, decoder.strings());
        text.push('\n');
    }
    text
}
