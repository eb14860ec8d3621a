//! What a person has chosen to look at: a task, and a lane to step in.

use timeline::steps::Way;
use timeline::RowIx;

use super::Page;

/// Up to so many rows, with three wake-ups each on the average, all are drawn unless the person says otherwise.
const FEW_ROWS: usize = 40;

/// A task, or another row of a lane.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Chosen {
    /// Its lane.
    pub lane: usize,
    /// The row.
    pub row: RowIx,
}

impl Page {
    /// The chosen row, if it is of this lane.
    pub fn chosen_in(&self, lane: usize) -> Option<RowIx> {
        self.chosen_row.filter(|chosen| chosen.lane == lane).map(|chosen| chosen.row)
    }

    /// True if all wake-ups are drawn: as the person has said, else if there are few rows.
    pub fn shows_arrows(&self) -> bool {
        let few =
            || self.with_models(|models| models.iter().map(|model| model.shown().len()).sum::<usize>() <= FEW_ROWS);
        self.arrows.unwrap_or_else(few)
    }

    /// Chooses a row. A lane is not left by that, if the steps keep to one.
    pub(super) fn choose_row(&mut self, chosen: Option<Chosen>) {
        let exists = |chosen: &Chosen| {
            let lane = self.lanes.get(chosen.lane);
            lane.is_some_and(|lane| chosen.row.0 < lane.recording.model.borrow().rows().len())
        };
        self.chosen_row = chosen.filter(exists);
    }

    /// Chooses the row before or after the chosen one, of those that the picture shows.
    pub(super) fn choose_next(&mut self, way: Way) {
        let mut rows: Vec<Chosen> = self.with_models(|models| {
            let of = |(lane, model): (usize, &&timeline::Model)| {
                model.shown().into_iter().map(move |row| Chosen { lane, row })
            };
            models.iter().enumerate().flat_map(of).collect()
        });
        rows.retain(|chosen| self.scope.is_none_or(|lane| lane == chosen.lane));
        let next = match (self.chosen_row, way) {
            (None, Way::On) => rows.first(),
            (None, Way::Back) => rows.last(),
            (Some(chosen), Way::On) => rows.iter().find(|row| **row > chosen),
            (Some(chosen), Way::Back) => rows.iter().rfind(|row| **row < chosen),
        };
        if let Some(next) = next {
            self.chosen_row = Some(*next);
        }
    }

    /// Keeps the steps to one lane, or lets them go through all.
    pub(super) fn keep_to(&mut self, lane: Option<usize>) {
        self.scope = lane.filter(|lane| *lane < self.lanes.len());
    }

    /// The lane once more lets the steps go through all again.
    pub(super) fn keep_to_or_not(&mut self, lane: usize) {
        self.keep_to(if self.scope == Some(lane) { None } else { Some(lane) });
    }

    /// Lets go of what is chosen: first of the row, then of the lane.
    pub(super) fn let_go(&mut self) {
        if self.chosen_row.take().is_none() {
            self.scope = None;
        }
    }
}
