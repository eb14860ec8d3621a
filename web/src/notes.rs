//! Who stands where: the notes under lines of code, the chips of the queues and the sentence about a lane,
//! all from a [`Moment`] and without any DOM.

use abi::trace::{RowKind, Verdict, Why};
use abi::{Duration, Instant};
use timeline::{Model, Moment, Now, RowIx, Standing, State, Trouble};

use crate::words::{self, note, now};

/// How something is shown: the class of a state in the style sheet.
pub type Class = &'static str;

/// The class of a state.
pub fn class(state: State) -> Class {
    match state {
        State::Running => "s-running",
        State::Ready => "s-ready",
        State::Waiting => "s-waiting",
        State::Blocking => "s-blocking",
        State::Calling => "",
    }
}

/// What is said under a line of code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    /// The line, from 1.
    pub line: u32,
    /// In which state those are who stand there; empty for one that has called another row.
    pub class: Class,
    /// Who, and why.
    pub text: String,
    /// Those who stand there.
    pub rows: Vec<RowIx>,
}

/// A row in a queue.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chip {
    /// Which row.
    pub row: RowIx,
    /// Its state.
    pub class: Class,
    /// Its name.
    pub name: String,
    /// Why, and for how long.
    pub text: String,
}

/// The queues of a lane.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Queues {
    /// A loop's: who could run, in order, and who waits.
    Loop(Vec<Chip>, Vec<Chip>),
    /// Plain code has none: its threads.
    Threads(Vec<Chip>),
}

/// The rows of a lane by name: the same for all instants.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cast {
    labels: Vec<String>,
    /// For each row whether the picture shows it.
    pub(crate) shown: Vec<bool>,
}

impl Cast {
    /// The rows of a model.
    pub fn of(model: &Model) -> Cast {
        let mut shown = vec![false; model.rows().len()];
        for row in model.shown() {
            shown[row.0] = true;
        }
        Cast { labels: model.labels(), shown }
    }
}

/// A lane at one instant.
pub struct Scene<'a> {
    pub(crate) model: &'a Model,
    pub(crate) cast: &'a Cast,
    pub(crate) moment: Moment,
    /// The living rows that the picture shows.
    shown: Vec<Standing>,
}

impl<'a> Scene<'a> {
    /// The scene of a moment.
    pub fn new(model: &'a Model, cast: &'a Cast, moment: Moment) -> Scene<'a> {
        let is_shown = |standing: &&Standing| cast.shown.get(standing.row.0) == Some(&true);
        // A process that has exited has taken its rows with it, whether they were told or not.
        let gone = matches!(moment.now, Now::Over(Verdict::Exit(_)));
        let shown = moment.living.iter().filter(is_shown).filter(|_| !gone).copied().collect();
        Scene { model, cast, moment, shown }
    }

    pub(crate) fn label(&self, row: RowIx) -> &str {
        &self.cast.labels[row.0]
    }

    /// The sentence about the lane, and its class.
    pub fn sentence(&self) -> (Class, String) {
        let took = self.model.end().since(self.model.start());
        match self.moment.now {
            Now::Before => ("s-waiting", now::BEFORE.to_owned()),
            // A loop's own thread has control between the steps of its tasks.
            Now::Running(row) if self.cast.shown.get(row.0) != Some(&true) => ("s-ready", now::BETWEEN.to_owned()),
            Now::Running(row) => ("s-running", now::running(self.label(row))),
            Now::Blocking(row) => ("s-blocking", self.blocking(row)),
            Now::Ready => ("s-ready", now::BETWEEN.to_owned()),
            Now::Asleep(until) => ("s-waiting", now::asleep(until)),
            Now::Waiting => ("s-waiting", now::WAITING.to_owned()),
            Now::Over(Verdict::Exit(0)) => ("s-done", now::done(took)),
            Now::Over(Verdict::Exit(status)) => ("s-failed", self.exit(status, took)),
            Now::Over(Verdict::Deadlock) => ("s-failed", now::DEADLOCK.to_owned()),
            Now::Over(Verdict::Limit(name)) => ("s-failed", now::limit(self.model.text(name))),
            Now::Over(Verdict::Refused(message)) => ("s-failed", now::refused(self.model.text(message))),
        }
    }

    fn exit(&self, status: i32, took: Duration) -> String {
        match self.troubles().last() {
            Some(trouble) => {
                now::uncaught(&trouble.kind, trouble.pos.filter(|pos| pos.file == 0).map(|pos| pos.line), took)
            }
            None => now::exit(status, took),
        }
    }

    fn blocking(&self, row: RowIx) -> String {
        let Some(standing) = self.moment.living.iter().find(|standing| standing.row == row) else {
            return now::WAITING.to_owned();
        };
        if self.model.in_loop(row) {
            return now::blocks_loop(self.label(row), self.moment.point.at.since(standing.since));
        }
        now::stands_still(standing.until(), self.call(standing))
    }

    pub(crate) fn call(&self, standing: &Standing) -> &str {
        match standing.why {
            Some(Why::Sleep { call, .. } | Why::Block { call, .. }) => self.model.text(call),
            _ => "",
        }
    }

    /// The notes under the lines of the program itself, by line.
    pub fn notes(&self) -> Vec<Note> {
        let mut groups: Vec<Vec<Standing>> = Vec::new();
        for standing in self.shown.iter().filter(|standing| self.line(standing).is_some()) {
            match groups.iter_mut().find(|group| self.same(&group[0], standing)) {
                Some(group) => group.push(*standing),
                None => groups.push(vec![*standing]),
            }
        }
        let mut notes: Vec<Note> = groups.iter().filter_map(|group| self.note(group)).collect();
        notes.extend(self.troubles().filter_map(|trouble| {
            let pos = trouble.pos.filter(|pos| pos.file == 0)?;
            Some(Note { line: pos.line, class: "s-failed", text: said_of(trouble), rows: Vec::new() })
        }));
        notes.sort_by_key(|note| note.line);
        notes
    }

    /// What had ended the program or its threads by now.
    fn troubles(&self) -> impl Iterator<Item = &Trouble> {
        let point = self.moment.point;
        self.model.troubles().iter().filter(move |trouble| trouble.at <= point.at && trouble.event < point.events)
    }

    pub(crate) fn line(&self, standing: &Standing) -> Option<u32> {
        standing.pos.filter(|pos| pos.file == 0).map(|pos| pos.line)
    }

    /// Can one sentence be said about both? Those who wait for the clock may wait for unlike moments.
    fn same(&self, one: &Standing, other: &Standing) -> bool {
        let timers = |standing: &Standing| matches!(standing.why, Some(Why::Timer { .. } | Why::Sleep { .. }));
        let alike = one.why == other.why || (timers(one) && timers(other));
        self.line(one) == self.line(other) && one.state == other.state && alike && one.state != State::Calling
    }

    fn note(&self, group: &[Standing]) -> Option<Note> {
        let first = group[0];
        let names: Vec<String> = group.iter().map(|standing| self.label(standing.row).to_owned()).collect();
        let (who, many) = (words::names(&names), group.len() > 1);
        let text = match first.state {
            State::Running => note::run(&who, first.since),
            State::Ready if first.why == Some(Why::Yield) => note::gave_way(&who, many),
            State::Ready => {
                note::ready(&who, many, group.iter().map(|standing| standing.since).min().unwrap_or(first.since))
            }
            State::Blocking if self.model.in_loop(first.row) => note::blocks_loop(&who),
            State::Blocking => note::blocks(&who, first.until()),
            State::Waiting => match self.what(&first) {
                Some(what) => note::wait_for(&who, many, what),
                None => note::wait_until(&who, many, one_moment(group)),
            },
            State::Calling => note::called(&who, &self.callee(first.row)?),
        };
        let rows = group.iter().map(|standing| standing.row).collect();
        Some(Note { line: self.line(&first)?, class: class(first.state), text, rows })
    }

    /// What a row waits for, if that has a name.
    pub(crate) fn what(&self, standing: &Standing) -> Option<&str> {
        match standing.why? {
            Why::Join { on } => self.model.find(on).map(|row| self.label(row)),
            Why::Switch { to } => self.model.find(to).map(|row| self.label(row)),
            Why::Future { what } => Some(self.model.text(what)),
            Why::Block { call, .. } => Some(self.model.text(call)),
            _ => None,
        }
    }

    /// The call that a row of plain code has made, while it is on.
    pub(crate) fn callee(&self, caller: RowIx) -> Option<String> {
        let made = |standing: &&Standing| {
            let row = self.model.row(standing.row);
            row.kind == RowKind::Call && row.carrier == Some(caller)
        };
        self.shown.iter().rfind(made).map(|standing| self.label(standing.row).to_owned())
    }

    /// Who could run and who waits.
    pub fn queues(&self) -> Queues {
        let scheduled = self.model.rows().iter().any(|row| row.is_scheduled());
        if scheduled {
            let chips = |state| in_order(&self.shown, state).iter().map(|one| self.chip(one)).collect();
            return Queues::Loop(chips(State::Ready), chips(State::Waiting));
        }
        let at_work = self.shown.iter().filter(|standing| standing.state != State::Calling);
        Queues::Threads(at_work.map(|standing| self.chip(standing)).collect())
    }

    fn chip(&self, standing: &Standing) -> Chip {
        let at = self.moment.point.at;
        let left = standing.until().map(|until| until.since(at));
        let text = match standing.state {
            State::Running => words::state(State::Running).to_owned(),
            State::Ready => note::starved(at.since(standing.since)),
            State::Blocking => note::in_call(self.call(standing), left),
            _ => match (self.what(standing), left) {
                (Some(what), _) => note::for_what(what),
                (None, Some(left)) => note::left(left),
                (None, None) => words::WAITING.to_owned(),
            },
        };
        Chip { row: standing.row, class: class(standing.state), name: self.label(standing.row).to_owned(), text }
    }
}

/// An exception as a traceback ends with it, or what is not supported.
fn said_of(trouble: &Trouble) -> String {
    match (trouble.refused, trouble.message.is_empty()) {
        (true, _) => now::refused(&trouble.message),
        (false, true) => trouble.kind.clone(),
        (false, false) => format!("{}: {}", trouble.kind, trouble.message),
    }
}

/// Those in a state, in the order in which they came to it.
fn in_order(standings: &[Standing], state: State) -> Vec<Standing> {
    let mut found: Vec<Standing> = standings.iter().filter(|one| one.state == state).copied().collect();
    found.sort_by_key(|one| (one.since, one.event));
    found
}

/// The moment for which all of a group wait, if it is one to the eye.
fn one_moment(group: &[Standing]) -> Option<Instant> {
    let first = group[0].until()?;
    let close =
        |standing: &Standing| standing.until().is_some_and(|until| words::moment(until) == words::moment(first));
    group.iter().all(close).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use abi::trace::{Cause, Event, Pos, Record, Text};
    use abi::RowId;
    use timeline::Point;

    const STRINGS: [&str; 6] = ["main", "greet", "ticker", "time.sleep", "gather", "an error"];

    fn at(ms: u64) -> Instant {
        Instant::from_nanos(ms * 1_000_000)
    }

    fn line(line: u32) -> Option<Pos> {
        Some(Pos { file: 0, line })
    }

    fn spawn(row: u32, kind: RowKind, name: u32) -> (u64, Event) {
        let carrier = (row > 1).then_some(RowId(1));
        (0, Event::Spawn { row: RowId(row), kind, carrier, parent: carrier, name: Text(name), pos: line(9) })
    }

    fn run(ms: u64, row: u32, pos: u32) -> (u64, Event) {
        (ms, Event::Run { row: RowId(row), core: None, pos: line(pos) })
    }

    fn stop(ms: u64, row: u32, why: Why, pos: u32) -> (u64, Event) {
        (ms, Event::Suspend { row: RowId(row), why, pos: line(pos) })
    }

    fn model(events: &[(u64, Event)]) -> Model {
        let records: Vec<Record> = events.iter().map(|(ms, event)| Record { at: at(*ms), event: *event }).collect();
        Model::of(&records, &STRINGS.map(str::to_owned))
    }

    fn plain() -> Model {
        let sleep = Why::Sleep { until: at(3000), call: Text(3) };
        model(&[
            spawn(1, RowKind::Thread, 0),
            run(0, 1, 1),
            spawn(2, RowKind::Call, 1),
            run(0, 2, 4),
            stop(0, 1, sleep, 5),
        ])
    }

    /// main awaits two greeters and a ticker; the first greeter then blocks the loop.
    fn awaiting() -> Model {
        let timer = |ms| Why::Timer { until: at(ms) };
        model(&[
            spawn(1, RowKind::Thread, 0),
            run(0, 1, 1),
            spawn(2, RowKind::Task, 0),
            run(0, 2, 16),
            spawn(3, RowKind::Task, 1),
            spawn(4, RowKind::Task, 1),
            spawn(5, RowKind::Task, 2),
            stop(0, 2, Why::Future { what: Text(4) }, 16),
            run(0, 3, 4),
            stop(0, 3, timer(800), 5),
            run(0, 4, 4),
            stop(0, 4, timer(800), 5),
            run(0, 5, 11),
            stop(0, 5, timer(1000), 13),
            stop(0, 1, Why::Idle { until: Some(at(800)) }, 18),
            (800, Event::Wake { row: RowId(1), cause: Cause::Timer }),
            run(800, 1, 18),
            (800, Event::Wake { row: RowId(3), cause: Cause::Timer }),
            (800, Event::Wake { row: RowId(4), cause: Cause::Timer }),
            run(800, 3, 5),
            stop(800, 1, Why::Sleep { until: at(3800), call: Text(3) }, 7),
            (3800, Event::Wake { row: RowId(1), cause: Cause::Timer }),
            run(3800, 1, 7),
            (3800, Event::Wake { row: RowId(5), cause: Cause::Timer }),
        ])
    }

    /// The sentence, the notes and the chips at a moment.
    fn said(model: &Model, ms: u64) -> Vec<String> {
        let cast = Cast::of(model);
        let scene = Scene::new(model, &cast, Moment::of(model, Point::at(at(ms))));
        let (class, sentence) = scene.sentence();
        let mut said = vec![format!("{class} {sentence}")];
        said.extend(scene.notes().iter().map(|note| format!("{} {} {}", note.line, note.class, note.text)));
        let chips = |chips: &[Chip]| {
            let words: Vec<String> = chips.iter().map(|chip| format!("{} {}", chip.name, chip.text)).collect();
            words.join(" | ")
        };
        said.push(match scene.queues() {
            Queues::Loop(ready, waiting) => format!("ready: {} waiting: {}", chips(&ready), chips(&waiting)),
            Queues::Threads(rows) => format!("thread: {}", chips(&rows)),
        });
        said.iter().map(|text| text.replace('\u{a0}', " ")).collect()
    }

    #[test]
    fn plain_code_stands_still() {
        assert_eq!(
            said(&plain(), 1800),
            [
                "s-blocking The thread stands still until 3.0 s",
                "5 s-blocking greet blocks until 3.0 s",
                "9  main called greet here",
                "thread: greet in time.sleep, 1.2 s left",
            ]
        );
    }

    #[test]
    fn those_who_wait_at_one_line_are_named_together() {
        assert_eq!(
            said(&awaiting(), 300),
            [
                "s-waiting Loop asleep until 0.8 s: nothing to run",
                "5 s-waiting greet 1, 2 wait until 0.8 s",
                "13 s-waiting ticker waits until 1.0 s",
                "16 s-waiting main waits for gather",
                "ready:  waiting: main for gather | greet 1 0.5 s left | greet 2 0.5 s left | ticker 0.7 s left",
            ]
        );
    }

    #[test]
    fn a_blocked_loop_is_said_where_it_happens_and_who_starves_by_it() {
        assert_eq!(
            said(&awaiting(), 2600),
            [
                "s-blocking greet 1 blocks the loop, 1.8 s so far",
                "5 s-ready greet 2 is ready since 0.8 s, nobody runs it",
                "7 s-blocking greet 1 blocks here: the loop stands still",
                "13 s-ready ticker is ready since 1.0 s, nobody runs it",
                "16 s-waiting main waits for gather",
                "ready: greet 2 starved 1.8 s | ticker starved 1.6 s waiting: main for gather",
            ]
        );
    }

    #[test]
    fn an_error_is_said_at_its_line() {
        let failed = |event| {
            let exit = Event::Halt { verdict: Verdict::Exit(1) };
            said(&model(&[spawn(1, RowKind::Thread, 0), run(0, 1, 1), (500, event), (500, exit)]), 500)
        };
        let (kind, message) = (Text(0), Text(5));
        let uncaught = failed(Event::Uncaught { row: RowId(1), kind, message, pos: line(4) });
        assert_eq!(uncaught[..2], ["s-failed Ended with main at line 4 after 0.5 s", "4 s-failed main: an error"]);
        let refused = failed(Event::Refused { row: RowId(1), feature: kind, message, column: 3, pos: line(4) });
        assert_eq!(refused[1], "4 s-failed Not supported: an error");
    }

    #[test]
    fn every_end_has_its_sentence() {
        let sentence = |verdict| {
            let model = model(&[spawn(1, RowKind::Thread, 0), run(0, 1, 1), (500, Event::Halt { verdict })]);
            said(&model, 500)[0].clone()
        };
        assert_eq!(sentence(Verdict::Exit(0)), "s-done Done after 0.5 s");
        assert_eq!(sentence(Verdict::Exit(3)), "s-failed Ended with exit status 3 after 0.5 s");
        assert_eq!(sentence(Verdict::Limit(Text(5))), "s-failed Stopped at a limit: an error");
        assert_eq!(sentence(Verdict::Refused(Text(5))), "s-failed Not supported: an error");
        assert!(sentence(Verdict::Deadlock).starts_with("s-failed Everything is blocked for ever"));
    }
}
