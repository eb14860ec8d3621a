//! The play head: one place in the runs of all lanes.
//!
//! What happens in all lanes together has one order: by moment, then by lane, then by event. A head
//! that was dragged stands after everything of its moment; one that was stepped stands after one event
//! of one lane, so that what happens in one instant can be told apart.

use abi::Instant;

use crate::model::Model;
use crate::moment::Point;

/// All events of the head's moment, however many there are.
const ALL: usize = usize::MAX;

/// A place in the runs of some lanes, as plain data: a moment, and for each lane how many events it shows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Head {
    at: Instant,
    /// The most events of each lane; of a lane that is not listed all up to `at`.
    events: Vec<usize>,
}

impl Head {
    /// After everything that happens at `at`, in all lanes.
    pub fn at(at: Instant) -> Head {
        Head { at, events: Vec::new() }
    }

    /// From its parts: the moment, and for each lane the most events that are shown of it. Any numbers
    /// make a head: what has not happened by `at` isn't shown.
    pub fn of(at: Instant, events: Vec<usize>) -> Head {
        Head { at, events }
    }

    /// After `event` of a lane, in the order of all: lanes before it show all of that moment, lanes
    /// behind it nothing of it.
    pub fn after(models: &[&Model], lane: usize, at: Instant, event: usize) -> Head {
        let events = models.iter().enumerate().map(|(index, model)| match index.cmp(&lane) {
            std::cmp::Ordering::Less => ALL,
            std::cmp::Ordering::Equal => event + 1,
            std::cmp::Ordering::Greater => model.log().before(at),
        });
        Head { at, events: events.collect() }
    }

    /// The moment on the virtual clock.
    pub fn moment(&self) -> Instant {
        self.at
    }

    /// True if it stands after all of its moment, in whatever is still to be recorded too.
    pub fn is_whole(&self) -> bool {
        self.events.iter().all(|events| *events == ALL)
    }

    /// The place in one lane.
    pub fn point(&self, lane: usize) -> Point {
        Point { at: self.at, events: self.events.get(lane).copied().unwrap_or(ALL) }
    }

    /// How many events of each lane it shows. With [`Head::moment`] this is what [`Head::of`] makes an
    /// equal picture from.
    pub fn events(&self, models: &[&Model]) -> Vec<usize> {
        models.iter().enumerate().map(|(lane, model)| self.shown(lane, model)).collect()
    }

    /// How many events of one lane it shows.
    pub(crate) fn shown(&self, lane: usize, model: &Model) -> usize {
        self.point(lane).events.min(model.log().up_to(self.at))
    }
}
