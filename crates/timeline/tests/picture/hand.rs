//! Traces written by hand, one event a line, and the picture as text.
//!
//! `MS spawn ID KIND NAME [in ID] [by ID] [:LINE]` · `MS run ID [:LINE]` · `MS suspend ID WHY [:LINE]` ·
//! `MS wake ID CAUSE [ID]` · `MS end ID done|cancelled|failed TYPE` · `MS print ID out|err TEXT` · `MS halt N`

use abi::trace::{Cause, Event, Outcome, Pos, Record, RowKind, Stream, Text, Verdict, Why};
use abi::{Instant, RowId};
use timeline::{Model, State, Summary};

/// A trace and its strings.
#[derive(Default)]
pub struct Trace {
    pub records: Vec<Record>,
    pub strings: Vec<String>,
}

/// Reads a trace written by hand.
pub fn trace(text: &str) -> Trace {
    let mut trace = Trace::default();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let words: Vec<&str> = line.split(' ').collect();
        let event = trace.event(&words[1..]);
        trace.records.push(Record { at: ms(words[0]), event });
    }
    trace
}

/// The model of a trace written by hand.
pub fn model(text: &str) -> Model {
    let trace = trace(text);
    Model::of(&trace.records, &trace.strings)
}

/// A moment given in milliseconds, fractions allowed.
pub fn ms(text: &str) -> Instant {
    let ms: f64 = text.parse().expect(text);
    Instant::from_nanos((ms * 1e6).round() as u64)
}

fn row(word: &str) -> RowId {
    RowId(word.parse().expect(word))
}

fn after<'a>(words: &[&'a str], key: &str) -> Option<&'a str> {
    words.iter().position(|word| *word == key).map(|at| words[at + 1])
}

fn pos(words: &[&str]) -> Option<Pos> {
    let line = words.iter().find_map(|word| word.strip_prefix(':'))?;
    Some(Pos { file: 0, line: line.parse().expect(line) })
}

impl Trace {
    fn text(&mut self, text: &str) -> Text {
        self.strings.push(text.to_owned());
        Text(self.strings.len() as u32 - 1)
    }

    fn event(&mut self, words: &[&str]) -> Event {
        let id = || row(words[1]);
        match words[0] {
            "spawn" => Event::Spawn {
                row: id(),
                kind: kind(words[2]),
                name: self.text(words[3]),
                carrier: after(words, "in").map(row),
                parent: after(words, "by").map(row),
                pos: pos(words),
            },
            "run" => Event::Run { row: id(), core: None, pos: pos(words) },
            "suspend" => Event::Suspend { row: id(), why: self.why(&words[2..]), pos: pos(words) },
            "wake" => Event::Wake { row: id(), cause: cause(&words[2..]) },
            "end" => Event::End { row: id(), outcome: self.outcome(&words[2..]) },
            "print" => {
                let stream = if words[2] == "err" { Stream::Err } else { Stream::Out };
                Event::Print { row: id(), stream, text: self.text(&words[3..].join(" ").replace("\\n", "\n")) }
            }
            "halt" => Event::Halt { verdict: Verdict::Exit(words[1].parse().expect("a status")) },
            other => panic!("no event is called {other}"),
        }
    }

    fn why(&mut self, words: &[&str]) -> Why {
        match words[0] {
            "sleep" => Why::Sleep { until: ms(words[1]), call: self.text("time.sleep") },
            "block" => Why::Block { call: self.text(words[1]), until: None },
            "idle" => Why::Idle { until: words.get(1).map(|word| ms(word)) },
            "timer" => Why::Timer { until: ms(words[1]) },
            "join" => Why::Join { on: row(words[1]) },
            "future" => Why::Future { what: self.text(words[1]) },
            "yield" => Why::Yield,
            "gil" => Why::Gil,
            other => panic!("no reason is called {other}"),
        }
    }

    fn outcome(&mut self, words: &[&str]) -> Outcome {
        match words[0] {
            "done" => Outcome::Done,
            "cancelled" => Outcome::Cancelled,
            _ => Outcome::Failed(self.text(words[1])),
        }
    }
}

fn kind(word: &str) -> RowKind {
    match word {
        "thread" => RowKind::Thread,
        "task" => RowKind::Task,
        "call" => RowKind::Call,
        other => panic!("no kind is called {other}"),
    }
}

fn cause(words: &[&str]) -> Cause {
    match words[0] {
        "timer" => Cause::Timer,
        "row" => Cause::Row(row(words[1])),
        "cancel" => Cause::Cancel(row(words[1])),
        other => panic!("no cause is called {other}"),
    }
}

/// Milliseconds.
pub fn show(at: Instant) -> String {
    format!("{}", at.nanos() as f64 / 1e6)
}

/// The word of a state.
pub fn word(state: State) -> &'static str {
    match state {
        State::Running => "running",
        State::Ready => "ready",
        State::Waiting => "waiting",
        State::Blocking => "BLOCKING",
        State::Calling => "calling",
    }
}

/// The shown rows, a line each: spans that take time as `state from-to@line`, and how it ended.
pub fn picture(model: &Model) -> String {
    let labels = model.labels();
    let mut text = String::new();
    for shown in model.shown() {
        let row = model.row(shown);
        text += &labels[shown.0];
        for interval in row.intervals(model.end()).filter(|interval| interval.end > interval.span.start) {
            let line = interval.span.pos.map(|pos| format!("@{}", pos.line)).unwrap_or_default();
            text +=
                &format!(" | {} {}-{}{line}", word(interval.span.state), show(interval.span.start), show(interval.end));
        }
        if let Some(end) = row.end {
            text += &match end.outcome {
                Outcome::Done => format!(" | done {}", show(end.at)),
                Outcome::Failed(name) => format!(" | failed {} {}", show(end.at), model.text(name)),
                Outcome::Cancelled => format!(" | cancelled {}", show(end.at)),
            };
        }
        text += "\n";
    }
    text
}

/// The figures of a lane in milliseconds.
pub fn sums(model: &Model) -> String {
    let sums = Summary::of(model);
    let ms = |duration: abi::Duration| duration.nanos() as f64 / 1e6;
    let stall = sums.stall.map_or("none".to_owned(), |stall| {
        format!("{} by {} from {}", ms(stall.length), model.labels()[stall.row.0], show(stall.start))
    });
    let (took, cpu, waited, starved) = (ms(sums.took), ms(sums.cpu), ms(sums.waited), ms(sums.starved));
    format!("took {took} cpu {cpu} waited {waited} starved {starved} stall {stall}")
}

/// Compares with the indented text of a test.
#[track_caller]
pub fn same(found: &str, wanted: &str) {
    let wanted: Vec<&str> = wanted.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let found: Vec<&str> = found.lines().map(str::trim).collect();
    assert_eq!(found, wanted, "found:\n{}", found.join("\n"));
}

/// Three greeters, one after another, each a call of plain code.
pub const SYNC: &str = "
    0 spawn 1 thread main
    0 run 1 :1
    0 spawn 2 call greet in 1 by 1 :9
    0 run 2 :4
    0 print 2 out hello 1\\n
    0 suspend 1 sleep 3000 :5
    3000 wake 1 timer
    3000 run 1 :5
    3000 print 2 out world 1\\n
    3000 end 2 done
    3000 spawn 3 call greet in 1 by 1 :9
    3000 run 3 :4
    3000 print 3 out hello 2\\n
    3000 suspend 1 sleep 6000 :5
    6000 wake 1 timer
    6000 run 1 :5
    6000 print 3 out world 2\\n
    6000 end 3 done
    6000 end 1 done
    6000 halt 0
";

/// Two greeters that are awaited together.
pub const ASYNC: &str = "
    0 spawn 1 thread main
    0 run 1 :12
    0 spawn 2 task main in 1 by 1 :12
    0 run 2 :8
    0 spawn 3 task greet in 1 by 2 :9
    0 spawn 4 task greet in 1 by 2 :9
    0 suspend 2 future gather :9
    0 run 3 :3
    0 print 3 out hello 1\\n
    0 suspend 3 timer 3000 :5
    0 run 4 :3
    0 print 4 out hello 2\\n
    0 suspend 4 timer 3000 :5
    0 suspend 1 idle 3000 :12
    3000 wake 1 timer
    3000 run 1
    3000 wake 3 timer
    3000 wake 4 timer
    3000 run 3 :5
    3000 print 3 out world 1\\n
    3000 end 3 done
    3000 run 4 :5
    3000 print 4 out world 2\\n
    3000 end 4 done
    3000 wake 2 row 4
    3000 run 2 :9
    3000 end 2 done
    3000 end 1 done
    3000 halt 0
";

/// time.sleep in a coroutine beside a ticker.
pub const BLOCKS: &str = "
    0 spawn 1 thread main
    0 run 1
    0 spawn 2 task greet in 1 by 1 :18
    0 spawn 3 task ticker in 1 by 1 :18
    0 run 2 :4
    0 suspend 2 timer 800 :5
    0 run 3 :10
    0 print 3 out tick 0\\n
    0 suspend 3 timer 500 :13
    0 suspend 1 idle 500
    500 wake 1 timer
    500 run 1
    500 wake 3 timer
    500 run 3 :13
    500 suspend 3 timer 1000 :13
    500 suspend 1 idle 800
    800 wake 1 timer
    800 run 1
    800 wake 2 timer
    800 run 2 :5
    800 suspend 1 sleep 3800 :7
    1000 wake 3 timer
    3800 wake 1 timer
    3800 run 1 :7
    3800 end 2 done
    3800 run 3 :13
    3800 end 3 done
    3800 end 1 done
    3800 halt 0
";
