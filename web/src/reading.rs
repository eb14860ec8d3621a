//! The run in words, for those who don't see the picture: how each row stands, and what has changed since.

use abi::trace::{Outcome, Verdict};
use abi::Instant;
use timeline::{Bar, Mark, Model, Moment, Now, Point, RowIx, RowLayout, Standing, State};

use crate::notes::{class, Cast, Class, Scene};
use crate::words::{self, reading as say};

/// The most rows of which a change is said aloud.
const MOST_CHANGES: usize = 4;
/// The most printed lines of a lane that are said aloud.
const MOST_LINES: usize = 3;
/// The most spans of a row in the table.
const MOST_SPANS: usize = 8;

/// How a row stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reading {
    /// Which row.
    pub row: RowIx,
    /// Its name.
    pub name: String,
    /// The class of its state.
    pub class: Class,
    /// The word of its state.
    pub state: &'static str,
    /// Where it stands in the program itself.
    pub line: Option<u32>,
    /// Why it does not run.
    pub why: String,
}

/// What a lane has come to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Snapshot {
    readings: Vec<Reading>,
    printed: usize,
}

impl Snapshot {
    /// A lane at a point.
    pub fn of(model: &Model, point: Point) -> Snapshot {
        let printed = model.console().lines_at(point.at, point.events).count();
        Snapshot { readings: readings(model, &Cast::of(model), point), printed }
    }
}

/// How all rows that the picture shows stand.
pub fn readings(model: &Model, cast: &Cast, point: Point) -> Vec<Reading> {
    let scene = Scene::new(model, cast, Moment::of(model, point));
    let gone = matches!(scene.moment.now, Now::Over(Verdict::Exit(_)));
    let rows = (0..model.rows().len()).map(RowIx).filter(|row| cast.shown[row.0]);
    // Both are in order of birth.
    let Moment { living, ended, .. } = &scene.moment;
    let living = |row: RowIx| living.binary_search_by_key(&row, |standing| standing.row).ok().map(|at| &living[at]);
    let ended = |row: RowIx| ended.binary_search_by_key(&row, |ended| ended.0).ok().map(|at| ended[at].1);
    let reading = |row: RowIx| {
        let (class, state) = match (ended(row), living(row)) {
            (Some(Outcome::Done), _) => ("s-done", words::DONE),
            (Some(Outcome::Failed(_)), _) => ("s-failed", words::FAILED),
            (Some(Outcome::Cancelled), _) => ("s-cancelled", words::CANCELLED),
            (None, None) => ("", say::NOT_YET),
            (None, Some(_)) if gone => ("", say::GONE),
            (None, Some(standing)) => return of_living(&scene, standing),
        };
        Reading { row, name: scene.label(row).to_owned(), class, state, line: None, why: String::new() }
    };
    rows.map(reading).collect()
}

fn of_living(scene: &Scene, standing: &Standing) -> Reading {
    let why = match standing.state {
        State::Running => String::new(),
        State::Ready => say::since(standing.since),
        State::Blocking => say::in_call(scene.call(standing), standing.until()),
        State::Calling => scene.callee(standing.row).unwrap_or_default(),
        State::Waiting => match (scene.what(standing), standing.until()) {
            (Some(what), _) => words::note::for_what(what),
            (None, Some(until)) => say::until(until),
            (None, None) => String::new(),
        },
    };
    Reading {
        row: standing.row,
        name: scene.label(standing.row).to_owned(),
        class: class(standing.state),
        state: words::state(standing.state),
        line: scene.line(standing),
        why,
    }
}

/// What is said aloud when the head stands still: what has changed in each lane since it was said last.
pub fn changes(models: &[&Model], names: &[String], before: &[Snapshot], now: &[Snapshot], at: Instant) -> String {
    let mut lanes = Vec::new();
    for (lane, now) in now.iter().enumerate() {
        let old = before.get(lane);
        let was = |row: RowIx| old.and_then(|old| old.readings.iter().find(|one| one.row == row));
        let is_news = |one: &&Reading| was(one.row).map_or(one.state != say::NOT_YET, |old| old != *one);
        let news: Vec<&Reading> = now.readings.iter().filter(is_news).collect();
        let say_row = |one: &&Reading| say::row(&one.name, one.state, &one.why, one.line);
        let mut said: Vec<String> = news.iter().take(MOST_CHANGES).map(say_row).collect();
        let printed: Vec<&str> = models[lane].console().lines()[..now.printed]
            .iter()
            .skip(old.map_or(0, |old| old.printed))
            .take(MOST_LINES)
            .map(|line| line.text.as_str())
            .collect();
        if !printed.is_empty() {
            said.push(say::prints(&printed));
        }
        if !said.is_empty() {
            lanes.push(say::lane(&names[lane], &said, news.len().saturating_sub(MOST_CHANGES)));
        }
    }
    say::since_last(at, &lanes)
}

/// What a row does in the whole run: the marks that the picture draws of it, as words.
pub fn spans(row: &RowLayout) -> String {
    let lasts = |bar: &Bar| bar.to > bar.from;
    let said = |mark: &Mark| match mark {
        Mark::Bar(bar) | Mark::Tick(bar) if lasts(bar) => Some(say::span(words::state(bar.state), bar.from, bar.to)),
        Mark::Bar(_) | Mark::Tick(_) => None,
        Mark::Strip(strip) => Some(say::many(strip.from, strip.to, strip.running)),
    };
    // Bars of the least width are instants to the eye, and noise to the ear.
    let is_wide = |mark: &&Mark| !matches!(mark, Mark::Tick(_));
    let mut said: Vec<String> = row.marks.iter().filter(is_wide).filter_map(said).collect();
    let more = said.len().saturating_sub(MOST_SPANS);
    said.truncate(MOST_SPANS);
    if more > 0 {
        said.push(words::note::more(more));
    }
    if said.is_empty() {
        said.push(say::INSTANTS.to_owned());
    }
    said.join(", ")
}
