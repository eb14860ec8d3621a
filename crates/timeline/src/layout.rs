//! Where everything is drawn: lanes and rows from top to bottom, time in per cent of one axis.
//!
//! Heights are in pixels, because glyphs and text are; times are in per cent, so that the picture
//! follows any width. Nothing here knows what draws it.

use abi::trace::Outcome;
use abi::Instant;
use serde::Serialize;

use crate::axis::Axis;
use crate::bars::{marks, Mark};
use crate::model::{Model, Wakeup};
use crate::row::{Row, RowIx, State};

/// The most arrows of a lane that are drawn: a row may be woken without end.
const MOST_ARROWS: usize = 400;

/// How high rows are, in pixels.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Density {
    /// From one row to the next.
    pub row: u32,
    /// The height of a bar.
    pub bar: u32,
    /// Between two lanes.
    pub gap: u32,
}

impl Density {
    /// For few rows.
    pub const ROOMY: Density = Density { row: 22, bar: 14, gap: 8 };
    /// For many rows.
    pub const SMALL: Density = Density { row: 13, bar: 10, gap: 7 };
}

/// What the one who draws has to say.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Options {
    /// The width of the axis in pixels.
    pub width: f64,
    /// The least width of a bar in pixels.
    pub least: f64,
    /// The room that a tick's label needs, in pixels.
    pub tick: f64,
    /// The most rows of a lane that are drawn; of the others only the number is known.
    pub rows_up_to: usize,
    /// The most rows that are drawn large.
    pub roomy_up_to: usize,
    /// The most rows that show who woke whom; a row may have three arrows on the average, since a
    /// thicket of them says nothing.
    pub arrows_up_to: usize,
    /// A lane and a row of it: who woke it and whom it woke is shown in any case.
    pub chosen: Option<(usize, RowIx)>,
}

/// A dotted line: the row is not there yet, or control is in a row that it called.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub struct Stretch {
    /// Where it begins, in per cent.
    pub x: f64,
    /// How wide it is, in per cent.
    pub width: f64,
}

/// The sign at the end of a row.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub struct Cap {
    /// When.
    pub at: Instant,
    /// Where, in per cent.
    pub x: f64,
    /// How the row ended.
    pub outcome: Outcome,
}

/// One row.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct RowLayout {
    /// Which row of the model.
    pub row: RowIx,
    /// Its name, unlike all others of its lane.
    pub label: String,
    /// The upper edge of the row in pixels.
    pub y: u32,
    /// Dotted lines.
    pub whiskers: Vec<Stretch>,
    /// Bars, ticks and strips in order of time.
    pub marks: Vec<Mark>,
    /// Its end.
    pub cap: Option<Cap>,
}

/// From a waker's row to the woken one's at one instant.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub struct Arrow {
    /// When.
    pub at: Instant,
    /// Where, in per cent.
    pub x: f64,
    /// The upper edge of the waker's row in pixels.
    pub from_y: u32,
    /// The upper edge of the woken row.
    pub to_y: u32,
    /// True if it was told to stop.
    pub cancel: bool,
}

/// The rows of one lane.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct LaneLayout {
    /// Its rows, the parent first.
    pub rows: Vec<RowLayout>,
    /// How many rows it has beside these; a row's height is left for saying so.
    pub more: usize,
    /// Who woke whom.
    pub arrows: Vec<Arrow>,
}

impl LaneLayout {
    /// How high the lane is in pixels, with the gap under it.
    pub fn height(&self, density: Density) -> u32 {
        let rows = self.rows.len() + usize::from(self.more > 0);
        // A lane without rows still has its name and its sums.
        density.row * rows.max(1) as u32 + density.gap
    }
}

/// The whole picture.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Layout {
    /// The axis of all lanes.
    pub axis: Axis,
    /// How high rows are.
    pub density: Density,
    /// The lanes from top to bottom.
    pub lanes: Vec<LaneLayout>,
    /// The height of all rows in pixels.
    pub height: u32,
}

impl Layout {
    /// The picture of some lanes on one axis.
    pub fn of(models: &[&Model], options: &Options) -> Layout {
        let end = models.iter().map(|model| model.end()).max().unwrap_or_default();
        let axis = Axis::new(end, (options.width / options.tick) as usize);
        let shown: Vec<Vec<RowIx>> = models.iter().map(|model| model.shown()).collect();
        let count = shown.iter().map(|rows| rows.len().min(options.rows_up_to)).sum::<usize>();
        let density = if count <= options.roomy_up_to { Density::ROOMY } else { Density::SMALL };
        let cell = axis.nanos(100.0 * options.least / options.width.max(options.least)).max(1);
        let mut y = 0;
        let mut lanes = Vec::new();
        for (index, (model, shown)) in models.iter().zip(&shown).enumerate() {
            let drawn = &shown[..shown.len().min(options.rows_up_to)];
            let mut lane = lane(model, drawn, &axis, cell);
            lane.more = shown.len() - drawn.len();
            place(&mut lane, y, density);
            let all = count <= options.arrows_up_to && model.wakeups().len() <= options.arrows_up_to.saturating_mul(3);
            let chosen = options.chosen.filter(|(lane, _)| *lane == index).map(|(_, row)| row);
            lane.arrows = arrows(model, &lane.rows, &axis, |wakeup| {
                all || chosen.is_some_and(|row| row == wakeup.from || row == wakeup.to)
            });
            y += lane.height(density);
            lanes.push(lane);
        }
        Layout { axis, density, lanes, height: y }
    }

    /// The lane and the row that are drawn at a height, in pixels from the first row's upper edge.
    pub fn row_at(&self, y: f64) -> Option<(usize, RowIx)> {
        let is_there = |row: &&RowLayout| (f64::from(row.y)..f64::from(row.y + self.density.row)).contains(&y);
        let find = |lane: &LaneLayout| lane.rows.iter().find(is_there).map(|row| row.row);
        self.lanes.iter().enumerate().find_map(|(lane, rows)| find(rows).map(|row| (lane, row)))
    }

    /// Where a row of a lane is drawn, if it is.
    pub fn find(&self, lane: usize, row: RowIx) -> Option<&RowLayout> {
        self.lanes.get(lane)?.rows.iter().find(|layout| layout.row == row)
    }
}

fn lane(model: &Model, shown: &[RowIx], axis: &Axis, cell: u64) -> LaneLayout {
    let mut labels = model.labels();
    let layout = |row: &RowIx| {
        let label = std::mem::take(&mut labels[row.0]);
        row_layout(model, *row, label, axis, cell)
    };
    LaneLayout { rows: shown.iter().map(layout).collect(), more: 0, arrows: Vec::new() }
}

fn row_layout(model: &Model, row: RowIx, label: String, axis: &Axis, cell: u64) -> RowLayout {
    let data = model.row(row);
    let cap = data.end.map(|end| Cap { at: end.at, x: axis.x(end.at), outcome: end.outcome });
    let marks = marks(data.intervals(model.end()), axis, cell, data.cancel_asked);
    RowLayout { row, label, y: 0, whiskers: whiskers(model, data, axis, cell), marks, cap }
}

/// Dots from the lane's start to the row's birth, and where control is in another row.
fn whiskers(model: &Model, row: &Row, axis: &Axis, cell: u64) -> Vec<Stretch> {
    let stretch = |from: Instant, to: Instant| Stretch { x: axis.x(from), width: axis.width(from, to) };
    let wide = |from: Instant, to: Instant| to.since(from).nanos() >= cell;
    let mut found = Vec::new();
    if wide(model.start(), row.born()) {
        found.push(stretch(model.start(), row.born()));
    }
    for interval in row.intervals(model.end()).filter(|interval| interval.span.state == State::Calling) {
        if wide(interval.span.start, interval.end) {
            found.push(stretch(interval.span.start, interval.end));
        }
    }
    found
}

fn place(lane: &mut LaneLayout, top: u32, density: Density) {
    for (index, row) in lane.rows.iter_mut().enumerate() {
        row.y = top + density.row * index as u32;
    }
}

fn arrows(model: &Model, rows: &[RowLayout], axis: &Axis, is_shown: impl Fn(&Wakeup) -> bool) -> Vec<Arrow> {
    let y = |row: RowIx| rows.iter().find(|layout| layout.row == row).map(|layout| layout.y);
    let arrow = |wakeup: &Wakeup| {
        let (from_y, to_y) = (y(wakeup.from)?, y(wakeup.to)?);
        Some(Arrow { at: wakeup.at, x: axis.x(wakeup.at), from_y, to_y, cancel: wakeup.cancel })
    };
    model.wakeups().iter().filter(|wakeup| is_shown(wakeup)).filter_map(arrow).take(MOST_ARROWS).collect()
}
