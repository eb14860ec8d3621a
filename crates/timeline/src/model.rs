//! The model of one lane: rows and spans, built from the trace record by record.
//!
//! Which state a row is in follows from three facts about its thread: does the thread run, for what
//! reason does it not, and which of its rows has control (the *subject*: the innermost one that was
//! run and has not been suspended, else the thread itself). What happens to the thread shows in its
//! subject: a thread that sleeps while a task has control makes that task *blocking*.

use std::collections::BTreeMap;

use abi::trace::codec::Running;
use abi::trace::{Cause, Event, Outcome, Pos, Record, RowKind, Text, Verdict, Why};
use abi::{Duration, Instant, RowId};

use crate::console::Console;
use crate::log::Log;
use crate::row::{End, Row, RowIx, Span, State};
use crate::tally::Tally;

/// A row that made another one ready, or told it to stop.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wakeup {
    /// When.
    pub at: Instant,
    /// Who did it.
    pub from: RowIx,
    /// Who can go on.
    pub to: RowIx,
    /// True if it was told to stop.
    pub cancel: bool,
}

/// Something that ended the program, or one of its threads, and was said by name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Trouble {
    /// When.
    pub at: Instant,
    /// The number of the trace event.
    pub event: usize,
    /// True if the program uses something that is not supported; else an exception left it.
    pub refused: bool,
    /// The exception's class, or what is not supported.
    pub kind: String,
    /// Its text, or what is nearest and supported.
    pub message: String,
    /// Where.
    pub pos: Option<Pos>,
}

/// What the model knows about a thread beside its row.
#[derive(Clone, Debug, Default)]
struct Thread {
    /// It has a core.
    running: bool,
    /// The rows that have control in it, the innermost last.
    active: Vec<RowIx>,
    /// It has carried tasks, handles or greenlets: it is the thread of a loop or a hub.
    loops: bool,
    /// Its loop is asleep.
    idle: bool,
    /// When its loop last had something to do again.
    awake: Instant,
    /// How long it ran or blocked itself, up to its last change.
    own: Duration,
}

/// The moment and the number of the event that is being read.
#[derive(Clone, Copy)]
struct Cursor {
    at: Instant,
    event: usize,
}

/// One lane as its trace tells it.
#[derive(Clone, Debug, Default)]
pub struct Model {
    rows: Vec<Row>,
    by_id: BTreeMap<RowId, RowIx>,
    threads: BTreeMap<RowIx, Thread>,
    living_threads: usize,
    texts: BTreeMap<Text, String>,
    console: Console,
    wakeups: Vec<Wakeup>,
    troubles: Vec<Trouble>,
    tally: Tally,
    log: Log,
    digest: Running,
    /// The digest after each event.
    digests: Vec<u32>,
    start: Option<Instant>,
    end: Instant,
    halt: Option<(usize, Verdict)>,
}

impl Model {
    /// The model of a whole trace.
    pub fn of(records: &[Record], strings: &[String]) -> Model {
        let mut model = Model::default();
        model.append(records, strings);
        model
    }

    /// Goes on with the records that follow those it has; `strings` is the trace's whole table.
    ///
    /// # Panics
    /// A record names a row that was never born or a string that is not in the table: the trace is broken.
    pub fn append(&mut self, records: &[Record], strings: &[String]) {
        for record in records {
            let now = Cursor { at: record.at, event: self.log.next(record.at) };
            self.start.get_or_insert(record.at);
            self.end = self.end.max(record.at);
            self.digests.push(self.digest.add(record, strings));
            self.apply(now, &record.event, strings);
        }
    }

    /// The program's clock has come to `at`, with or without an event: what goes on now lasts until then.
    pub fn reach(&mut self, at: Instant) {
        if self.events() > 0 && self.halt.is_none() {
            self.end = self.end.max(at);
        }
    }

    /// The rows in order of birth.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// A row.
    pub fn row(&self, row: RowIx) -> &Row {
        &self.rows[row.0]
    }

    /// The row that the trace calls `id`.
    pub fn find(&self, id: RowId) -> Option<RowIx> {
        self.by_id.get(&id).copied()
    }

    /// How the names of all rows are shown: shown rows of one name are numbered in order of birth.
    pub fn labels(&self) -> Vec<String> {
        let shown = self.shown();
        let mut total: BTreeMap<&str, usize> = BTreeMap::new();
        for row in &shown {
            *total.entry(&self.rows[row.0].name).or_default() += 1;
        }
        let mut labels: Vec<String> = self.rows.iter().map(|row| row.name.clone()).collect();
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for row in &shown {
            let name = self.rows[row.0].name.as_str();
            let number = seen.entry(name).or_default();
            *number += 1;
            if total[name] > 1 {
                labels[row.0] = format!("{name} {number}");
            }
        }
        labels
    }

    /// A string that a [`Why`] or an [`Outcome`] names.
    pub fn text(&self, text: Text) -> &str {
        &self.texts[&text]
    }

    /// What was printed.
    pub fn console(&self) -> &Console {
        &self.console
    }

    /// Who woke whom, in order.
    pub fn wakeups(&self) -> &[Wakeup] {
        &self.wakeups
    }

    /// What ended the program or its threads, in order.
    pub fn troubles(&self) -> &[Trouble] {
        &self.troubles
    }

    /// The number of events so far.
    pub fn events(&self) -> usize {
        self.log.events()
    }

    /// The digest of the first so many events; `None` if there are not so many yet.
    pub fn digest(&self, events: usize) -> Option<u32> {
        match events.checked_sub(1) {
            Some(last) => self.digests.get(last).copied(),
            None => Some(Running::default().value()),
        }
    }

    /// The moment of the first event.
    pub fn start(&self) -> Instant {
        self.start.unwrap_or_default()
    }

    /// The moment of the last event so far, or the one that [`Model::reach`] was told of.
    pub fn end(&self) -> Instant {
        self.end
    }

    /// How the run ended, and the number of the event that said so.
    pub fn verdict(&self) -> Option<(usize, Verdict)> {
        self.halt
    }

    /// True if the row's thread belongs to a loop or a hub.
    pub fn in_loop(&self, row: RowIx) -> bool {
        self.threads[&self.thread_of(row)].loops
    }

    /// The rows that the picture shows: all but a thread that does nothing beside its loop's tasks, or that
    /// the library has started for itself.
    ///
    /// Such a thread's own time is bookkeeping; it is shown when that is more than a fiftieth of the run.
    pub fn shown(&self) -> Vec<RowIx> {
        let took = self.end.since(self.start()).nanos();
        let is_shown = |row: &RowIx| match self.threads.get(row) {
            Some(thread) if thread.loops || self.is_library(*row) => thread.own.nanos() > took / 50,
            _ => true,
        };
        (0..self.rows.len()).map(RowIx).filter(is_shown).collect()
    }

    pub(crate) fn log(&self) -> &Log {
        &self.log
    }

    /// A thread that no line of the program has started: the library did, for itself.
    fn is_library(&self, thread: RowIx) -> bool {
        let row = &self.rows[thread.0];
        row.parent.is_some() && row.made_at.is_none()
    }

    pub(crate) fn tally(&self) -> &Tally {
        &self.tally
    }

    fn thread_of(&self, row: RowIx) -> RowIx {
        self.rows[row.0].carrier.unwrap_or(row)
    }

    /// Whom it shows in what happens to this thread.
    fn subject(&self, thread: RowIx) -> RowIx {
        self.threads[&thread].active.last().copied().unwrap_or(thread)
    }

    fn known(&self, id: RowId) -> RowIx {
        self.find(id).expect("every row of a trace is born by a spawn event")
    }
}

/// The reading of events.
impl Model {
    fn apply(&mut self, now: Cursor, event: &Event, strings: &[String]) {
        let string = |text: Text| strings[text.0 as usize].as_str();
        match *event {
            Event::Spawn { row, kind, carrier, parent, name, pos } => {
                let carrier = carrier.map(|id| self.known(id));
                let parent = parent.map(|id| self.known(id));
                self.by_id.insert(row, RowIx(self.rows.len()));
                let name = string(name).to_owned();
                let ready = Span { start: now.at, event: now.event, state: State::Ready, why: None, pos: None };
                let spans = vec![ready];
                self.born(Row {
                    name,
                    kind,
                    carrier,
                    parent,
                    made_at: pos,
                    spans,
                    end: None,
                    cancel_asked: None,
                    step: None,
                });
            }
            Event::Run { row, core: _, pos } => self.run(now, self.known(row), pos),
            Event::Suspend { row, why, pos } => {
                if let Why::Sleep { call: text, .. } | Why::Block { call: text, .. } | Why::Future { what: text } = why
                {
                    self.keep(text, strings);
                }
                self.log.switch(now.event);
                self.suspend(now, self.known(row), why, pos);
            }
            Event::Wake { row, cause } => self.wake(now, self.known(row), cause),
            Event::End { row, outcome } => {
                if let Outcome::Failed(text) = outcome {
                    self.keep(text, strings);
                }
                self.log.switch(now.event);
                self.over(now, self.known(row), outcome);
            }
            Event::Rename { row, name } => {
                let row = self.known(row);
                self.rows[row.0].name = string(name).to_owned();
            }
            Event::Print { row, stream, text } => {
                let row = self.known(row);
                self.console.write((now.at, now.event), row, stream, string(text));
            }
            Event::Uncaught { row: _, kind, message, pos } => {
                self.trouble(now, false, [string(kind), string(message)], pos)
            }
            Event::Refused { row: _, feature, message, column: _, pos } => {
                self.trouble(now, true, [string(feature), string(message)], pos);
            }
            Event::Halt { verdict } => {
                if let Verdict::Limit(text) | Verdict::Refused(text) = verdict {
                    self.keep(text, strings);
                }
                self.log.halt(now.event);
                self.halt(now, verdict);
            }
        }
    }

    fn trouble(&mut self, now: Cursor, refused: bool, [kind, message]: [&str; 2], pos: Option<Pos>) {
        let (kind, message) = (kind.to_owned(), message.to_owned());
        self.troubles.push(Trouble { at: now.at, event: now.event, refused, kind, message, pos });
    }

    fn keep(&mut self, text: Text, strings: &[String]) {
        self.texts.entry(text).or_insert_with(|| strings[text.0 as usize].clone());
    }

    fn born(&mut self, row: Row) {
        let place = RowIx(self.rows.len());
        if row.is_thread() {
            self.threads.insert(place, Thread::default());
            self.living_threads += 1;
        } else if row.is_scheduled() {
            if let Some(thread) = row.carrier.and_then(|carrier| self.threads.get_mut(&carrier)) {
                thread.loops = true;
            }
        }
        self.rows.push(row);
    }

    fn run(&mut self, now: Cursor, row: RowIx, pos: Option<Pos>) {
        let thread = self.thread_of(row);
        if row == thread {
            self.start_thread(now, thread);
        } else {
            let caller = self.subject(thread);
            if caller == row {
                return self.enter(now, row, State::Running, None, pos);
            }
            let called_at = if self.rows[row.0].kind == RowKind::Call { self.rows[row.0].made_at } else { None };
            self.enter(now, caller, State::Calling, None, called_at);
            self.thread(thread).active.push(row);
            self.rows[row.0].step = Some(now.at);
        }
        self.enter(now, self.subject(thread), State::Running, None, pos);
    }

    fn suspend(&mut self, now: Cursor, row: RowIx, why: Why, pos: Option<Pos>) {
        let thread = self.thread_of(row);
        if row != thread {
            self.enter(now, row, state_for(&why), Some(why), pos);
            return self.leave(now, row);
        }
        self.stop_thread(now, thread);
        self.thread(thread).idle = matches!(why, Why::Idle { .. });
        let subject = self.subject(thread);
        let holds_others =
            self.rows[subject.0].is_scheduled() || self.threads[&thread].loops || self.living_threads == 1;
        let state = match state_for(&why) {
            State::Blocking if !holds_others => State::Waiting,
            state => state,
        };
        self.enter(now, subject, state, Some(why), pos);
    }

    fn wake(&mut self, now: Cursor, row: RowIx, cause: Cause) {
        if let Cause::Row(by) | Cause::Cancel(by) = cause {
            let (from, cancel) = (self.known(by), matches!(cause, Cause::Cancel(_)));
            if cancel {
                self.rows[row.0].cancel_asked.get_or_insert(now.at);
            }
            if from != row {
                self.wakeups.push(Wakeup { at: now.at, from, to: row, cancel });
            }
        }
        let subject = if self.rows[row.0].is_thread() { self.subject(row) } else { row };
        if matches!(self.rows[subject.0].state(), State::Waiting | State::Blocking) {
            self.fall_due(now, subject);
            self.enter(now, subject, State::Ready, None, None);
        }
    }

    /// A loop learns of a due timer when it comes back from a step. The row could have run since it
    /// was due, or since the loop was awake, if that is later.
    fn fall_due(&mut self, now: Cursor, row: RowIx) {
        let last = self.rows[row.0].spans[self.rows[row.0].spans.len() - 1];
        let (Some(Why::Timer { until }), Some(carrier)) = (last.why, self.rows[row.0].carrier) else { return };
        let thread = self.thread(carrier);
        let due = until.max(thread.awake);
        if !thread.idle && due < now.at {
            let event = (last.event + 1).min(now.event);
            self.enter(Cursor { at: due, event }, row, State::Ready, None, None);
        }
    }

    fn over(&mut self, now: Cursor, row: RowIx, outcome: Outcome) {
        self.close_span(now, row);
        let ended = &mut self.rows[row.0];
        ended.end = Some(End { at: now.at, event: now.event, outcome });
        if outcome != Outcome::Cancelled {
            ended.cancel_asked = None;
        }
        if ended.is_thread() {
            self.living_threads -= 1;
            self.stop_thread(now, row);
        } else {
            self.leave(now, row);
        }
    }

    fn halt(&mut self, now: Cursor, verdict: Verdict) {
        for place in (0..self.rows.len()).map(RowIx) {
            self.close_step(now, place);
            if self.rows[place.0].end.is_none() {
                self.fall_due(now, place);
                self.book_hold(now, place);
            }
        }
        let threads: Vec<RowIx> = self.threads.keys().copied().collect();
        for thread in threads {
            self.stop_thread(now, thread);
        }
        self.halt = Some((now.event, verdict));
    }

    /// Control goes from a carried row back to what it was in before.
    fn leave(&mut self, now: Cursor, row: RowIx) {
        self.close_step(now, row);
        let thread = self.thread_of(row);
        let state = self.thread(thread);
        let had_control = state.active.last() == Some(&row);
        state.active.retain(|active| *active != row);
        if had_control && state.running {
            self.enter(now, self.subject(thread), State::Running, None, None);
        }
    }

    fn close_step(&mut self, now: Cursor, row: RowIx) {
        if let Some(start) = self.rows[row.0].step.take() {
            if self.rows[row.0].is_scheduled() {
                self.tally.held(row, start, now.at);
            }
        }
    }

    fn start_thread(&mut self, now: Cursor, row: RowIx) {
        let thread = self.thread(row);
        if thread.idle {
            thread.idle = false;
            thread.awake = now.at;
        }
        if !thread.running {
            thread.running = true;
            self.tally.thread_on(now.at);
        }
    }

    fn stop_thread(&mut self, now: Cursor, row: RowIx) {
        let thread = self.thread(row);
        if thread.running {
            thread.running = false;
            self.tally.thread_off(now.at);
        }
    }

    fn thread(&mut self, row: RowIx) -> &mut Thread {
        self.threads.get_mut(&row).expect("a carrier is a thread")
    }

    /// The row is in a new state; where it stands is what was last said about it.
    fn enter(&mut self, now: Cursor, row: RowIx, state: State, why: Option<Why>, pos: Option<Pos>) {
        let pos = pos.or(self.rows[row.0].pos());
        let span = Span { start: now.at, event: now.event, state, why, pos };
        if !self.rows[row.0].goes_on(&span) {
            self.close_span(now, row);
            self.rows[row.0].spans.push(span);
        }
    }

    /// Books the span that ends now.
    fn close_span(&mut self, now: Cursor, row: RowIx) {
        let last = self.rows[row.0].spans[self.rows[row.0].spans.len() - 1];
        if last.state == State::Ready {
            self.tally.starved += now.at.since(last.start);
        }
        self.book_hold(now, row);
    }

    /// Books that a row has run or blocked until now.
    fn book_hold(&mut self, now: Cursor, row: RowIx) {
        let last = self.rows[row.0].spans[self.rows[row.0].spans.len() - 1];
        if last.state == State::Blocking {
            self.tally.held(row, last.start, now.at);
        }
        if let (State::Running | State::Blocking, Some(thread)) = (last.state, self.threads.get_mut(&row)) {
            thread.own += now.at.since(last.start);
        }
    }
}

/// What a row that stops for this reason does from now on.
fn state_for(why: &Why) -> State {
    match why {
        Why::Sleep { .. } | Why::Block { .. } => State::Blocking,
        Why::Yield | Why::Gil | Why::Preempted => State::Ready,
        Why::Idle { .. } | Why::Timer { .. } | Why::Join { .. } | Why::Future { .. } | Why::Switch { .. } => {
            State::Waiting
        }
    }
}
