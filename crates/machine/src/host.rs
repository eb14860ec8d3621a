//! The machine's host: the world and the trace's recorder, with the limits on both.

use crate::{Limit, Limits, Mistake};
use abi::trace::codec::Encoder;
use abi::trace::{Event, Pos, Record, Stream, Text, Verdict};
use abi::{Effects, Errno, ExitStatus, Instant, ProcessId, RowId, Scale, WorldCall, WorldReply};
use std::rc::Rc;
use world::World;

/// A printed line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// When its end was written.
    pub at: Instant,
    /// The text, without the line end.
    pub text: String,
    /// True for a last line without an end.
    pub unterminated: bool,
}

/// Lines of one stream, put together from what was written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lines {
    /// Full pieces, shared between clones.
    sealed: Vec<Rc<[Line]>>,
    whole: Vec<Line>,
    rest: String,
}

/// Lines a piece.
const PIECE: usize = 64;

impl Lines {
    fn write(&mut self, at: Instant, text: &str) {
        let mut parts = text.split('\n').peekable();
        while let Some(part) = parts.next() {
            self.rest.push_str(part);
            if parts.peek().is_some() {
                let text = std::mem::take(&mut self.rest);
                self.whole.push(Line { at, text, unterminated: false });
                if self.whole.len() == PIECE {
                    self.sealed.push(std::mem::take(&mut self.whole).into());
                }
            }
        }
    }

    /// All lines; the last one may have no end.
    pub(crate) fn all(&self, end: Instant) -> Vec<Line> {
        let mut lines: Vec<Line> =
            self.sealed.iter().flat_map(|piece| piece.iter()).chain(&self.whole).cloned().collect();
        if !self.rest.is_empty() {
            lines.push(Line { at: end, text: self.rest.clone(), unterminated: true });
        }
        lines
    }

    fn weigh(&self, scale: &mut Scale) {
        let of = |lines: &[Line]| lines.iter().map(|line| size_of::<Line>() + line.text.len()).sum::<usize>();
        scale.own(of(&self.whole) + self.rest.len() + size_of_val(&*self.sealed));
        for piece in &self.sealed {
            scale.shared(Rc::as_ptr(piece).cast::<u8>().addr(), || of(piece));
        }
    }
}

/// The row of the first process's main thread.
const MAIN: RowId = RowId(1);

/// World and recorder.
#[derive(Clone)]
pub(crate) struct Host {
    world: World,
    trace: Encoder,
    fresh: Vec<Record>,
    rows: u32,
    limits: Limits,
    written: u64,
    pub(crate) out: Lines,
    pub(crate) err: Lines,
    pub(crate) uncaught: Option<(Text, Text)>,
    pub(crate) refused: Option<(Text, Text, Option<Pos>, u32)>,
}

impl Host {
    pub(crate) fn new(limits: Limits) -> Host {
        Host {
            world: World::new(),
            trace: Encoder::new(),
            fresh: Vec::new(),
            rows: 0,
            limits,
            written: 0,
            out: Lines::default(),
            err: Lines::default(),
            uncaught: None,
            refused: None,
        }
    }

    /// A process starts.
    pub(crate) fn start(&mut self, process: ProcessId) {
        self.world.start(process);
    }

    pub(crate) fn trace(&self) -> &Encoder {
        &self.trace
    }

    /// Puts it on a scale on which its clones lie too.
    pub(crate) fn weigh(&self, scale: &mut Scale) {
        self.trace.weigh(scale);
        self.out.weigh(scale);
        self.err.weigh(scale);
    }

    pub(crate) fn take_records(&mut self) -> Vec<Record> {
        std::mem::take(&mut self.fresh)
    }

    /// A string of the trace.
    pub(crate) fn text(&self, text: Text) -> String {
        self.trace.string(text).unwrap_or_default().to_string()
    }

    /// The limit that was met, if one was.
    pub(crate) fn limit_met(&self) -> Option<Limit> {
        if self.trace.events() >= self.limits.events {
            Some(Limit::Events)
        } else if self.written >= self.limits.output {
            Some(Limit::Output)
        } else {
            None
        }
    }

    pub(crate) fn limit_verdict(&mut self, limit: Limit) -> Verdict {
        Verdict::Limit(self.trace.intern(limit.name()))
    }

    /// The process ended by itself: with a status, or because it uses what is not supported.
    pub(crate) fn exit_verdict(&mut self, status: ExitStatus) -> Verdict {
        match self.refused {
            Some((_, message, _, _)) => Verdict::Refused(message),
            None => Verdict::Exit(status.0),
        }
    }

    /// A program that does not compile: CPython's message on standard error, or the refusal.
    pub(crate) fn reject(&mut self, row: RowId, mistake: &Mistake) -> Verdict {
        let at = Instant::ZERO;
        let verdict = match mistake {
            Mistake::Syntax { kind, message, shown, line } => {
                let text = self.trace.intern(shown);
                kernel::Host::emit(self, at, Event::Print { row, stream: Stream::Err, text });
                let (kind, message) = (self.trace.intern(kind), self.trace.intern(message));
                let pos = Some(Pos { file: 0, line: *line });
                kernel::Host::emit(self, at, Event::Uncaught { row, kind, message, pos });
                Verdict::Exit(1)
            }
            Mistake::Refused { feature, message, line, column } => {
                let (feature, message) = (self.trace.intern(feature), self.trace.intern(message));
                let pos = Some(Pos { file: 0, line: *line });
                kernel::Host::emit(self, at, Event::Refused { row, feature, message, column: *column, pos });
                Verdict::Refused(message)
            }
        };
        self.halt(at, verdict);
        verdict
    }

    /// The compiler has warnings: they go to standard error before the program begins.
    pub(crate) fn warn(&mut self, row: RowId, text: &str) {
        if !text.is_empty() {
            let text = self.trace.intern(text);
            kernel::Host::emit(self, Instant::ZERO, Event::Print { row, stream: Stream::Err, text });
        }
    }

    /// The run is over.
    pub(crate) fn halt(&mut self, at: Instant, verdict: Verdict) {
        kernel::Host::emit(self, at, Event::Halt { verdict });
    }
}

impl kernel::Host for Host {
    fn emit(&mut self, at: Instant, event: Event) {
        match event {
            Event::Print { stream, text, .. } => {
                let text = self.text(text);
                self.written += text.len() as u64;
                match stream {
                    Stream::Out => self.out.write(at, &text),
                    Stream::Err => self.err.write(at, &text),
                }
            }
            // What leaves another thread ends that thread alone.
            Event::Uncaught { row: MAIN, kind, message, .. } => self.uncaught = Some((kind, message)),
            Event::Refused { feature, message, pos, column, .. } => {
                self.refused = Some((feature, message, pos, column));
            }
            _ => {}
        }
        let record = Record { at, event };
        self.trace.append(&record);
        self.fresh.push(record);
    }

    fn intern(&mut self, text: &str) -> Text {
        self.trace.intern(text)
    }

    fn new_row(&mut self) -> RowId {
        self.rows += 1;
        RowId(self.rows)
    }

    fn world(&mut self, process: ProcessId, _: Instant, call: WorldCall<'_>) -> (Result<WorldReply, Errno>, Effects) {
        let answer = self.world.call(process, call);
        self.world.take_output(process);
        answer
    }

    fn exit(&mut self, process: ProcessId) -> Effects {
        self.world.exit(process)
    }
}
