//! A run's record: what it printed, when, and how it ended.

use crate::host::{Host, Line};
use abi::trace::Verdict;
use abi::Instant;

/// The exception that ended a program.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Failure {
    /// Its class: `ValueError`, `asyncio.exceptions.CancelledError`.
    pub kind: String,
    /// Its text.
    pub message: String,
}

/// What a program uses that is not supported.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refusal {
    /// The feature's name.
    pub feature: String,
    /// The line, from 1; 0 if unknown.
    pub line: u32,
    /// The column, from 1; 0 if unknown.
    pub column: u32,
    /// What it is, and the nearest supported way.
    pub message: String,
}

/// What a run printed, and how it ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Record {
    /// Standard output.
    pub lines: Vec<Line>,
    /// Standard error.
    pub stderr: Vec<Line>,
    /// The exception that nobody caught.
    pub exception: Option<Failure>,
    /// The program's exit status; 0 while it runs, and when it was stopped.
    pub exit: i32,
    /// When it ended.
    pub end: Instant,
    /// Everything is blocked for ever.
    pub hang: bool,
    /// The limit that was met.
    pub limit: Option<String>,
    /// What is not supported.
    pub refused: Option<Refusal>,
}

pub(crate) fn record(host: &Host, end: Instant, verdict: Option<Verdict>) -> Record {
    let refused = host.refused.map(|(feature, message, pos, column)| Refusal {
        feature: host.text(feature),
        message: host.text(message),
        line: pos.map_or(0, |p| p.line),
        column,
    });
    Record {
        lines: host.out.all(end),
        stderr: host.err.all(end),
        exception: host.uncaught.map(|(kind, message)| Failure { kind: host.text(kind), message: host.text(message) }),
        exit: match verdict {
            Some(Verdict::Exit(status)) => status,
            _ => 0,
        },
        end,
        hang: verdict == Some(Verdict::Deadlock),
        limit: match verdict {
            Some(Verdict::Limit(name)) => Some(host.text(name)),
            _ => None,
        },
        refused,
    }
}
