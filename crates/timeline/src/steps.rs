//! Where the play head goes step by step: from switch to switch, from wake-up to wake-up, from stall to
//! stall. Each function finds a place in what is recorded, seen from a head; `None` if there is none.
//!
//! A *switch* is the end of a row's control: it was suspended, or it is over. The head stands right
//! after it, so a step shows what a row did from one suspension to the next.

use std::cmp::Ordering;

use abi::Instant;

use crate::head::Head;
use crate::model::Model;
use crate::row::{Interval, RowIx, State};

/// Which way.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// Towards the start.
    Back,
    /// Towards the end.
    On,
}

/// A stall worth going to holds its thread for at least this part of its lane's run.
const STALL: u64 = 50;

/// After an event of a lane. What happens in all lanes has the order of this: moment, lane, event.
type Place = (Instant, usize, usize);

/// The nearest switch of one lane, or of all.
pub fn switch(models: &[&Model], head: &Head, lane: Option<usize>, way: Way) -> Option<Head> {
    nearest(models, head, lane, way, |index, model| {
        let switches = model.log().switches();
        let next = switches.partition_point(|event| *event < head.shown(index, model));
        // The one before may be where the head stands.
        let near = next.saturating_sub(2)..switches.len().min(next + 1);
        switches[near].iter().map(|event| place(model, *event)).collect()
    })
}

/// The nearest moment at which a row that had waited or blocked could go on.
pub fn wakeup(models: &[&Model], head: &Head, lane: usize, row: RowIx, way: Way) -> Option<Head> {
    nearest(models, head, Some(lane), way, |_, model| {
        let Some(row) = model.rows().get(row.0) else { return Vec::new() };
        let stood = |state| matches!(state, State::Waiting | State::Blocking);
        let woken = row.spans.windows(2).filter(|pair| stood(pair[0].state) && !stood(pair[1].state));
        woken.map(|pair| exact(model, pair[1].start, pair[1].event)).collect()
    })
}

/// The beginning of the nearest stall of one lane, or of all: a row holds its thread, blocking or
/// computing, for a fiftieth of the run or longer.
pub fn stall(models: &[&Model], head: &Head, lane: Option<usize>, way: Way) -> Option<Head> {
    nearest(models, head, lane, way, |_, model| {
        let least = (model.end().since(model.start()).nanos() / STALL).max(1);
        let holds = |one: &Interval| {
            let length = one.end.since(one.span.start).nanos();
            matches!(one.span.state, State::Running | State::Blocking) && length >= least
        };
        let spans = model.rows().iter().flat_map(|row| row.intervals(model.end())).filter(holds);
        spans.map(|one| exact(model, one.span.start, one.span.event)).collect()
    })
}

/// The nearest of the places that `of` gives for each lane.
fn nearest(
    models: &[&Model],
    head: &Head,
    lane: Option<usize>,
    way: Way,
    of: impl Fn(usize, &Model) -> Vec<(Instant, usize)>,
) -> Option<Head> {
    let lanes = models.iter().enumerate().filter(|(index, _)| lane.is_none_or(|lane| lane == *index));
    let places =
        lanes.flat_map(|(index, model)| of(index, model).into_iter().map(move |(at, event)| (at, index, event)));
    let found = match way {
        Way::On => places.filter(|place| side(models, head, lane, *place) == Ordering::Greater).min(),
        Way::Back => places.filter(|place| side(models, head, lane, *place) == Ordering::Less).max(),
    };
    found.map(|(at, lane, event)| Head::after(models, lane, at, event))
}

/// On which side of the head a place is. One who goes through a single lane doesn't care how far the
/// others are in the same instant.
fn side(models: &[&Model], head: &Head, scope: Option<usize>, (at, lane, event): Place) -> Ordering {
    let shown = head.shown(lane, models[lane]);
    if event >= shown {
        return Ordering::Greater;
    }
    let stands_there = head.moment() == at && shown == event + 1;
    let others_too = || Head::after(models, lane, at, event).events(models) == head.events(models);
    if stands_there && (scope.is_some() || others_too()) {
        return Ordering::Equal;
    }
    Ordering::Less
}

fn place(model: &Model, event: usize) -> (Instant, usize) {
    (model.log().at(event).unwrap_or_default(), event)
}

/// Where a span began. A row whose timer fell due unseen was ready before the event that says so: then
/// the place is after all that had happened by that moment.
fn exact(model: &Model, at: Instant, event: usize) -> (Instant, usize) {
    match model.log().at(event) {
        Some(moment) if moment == at => (at, event),
        _ => (at, model.log().up_to(at).saturating_sub(1)),
    }
}
