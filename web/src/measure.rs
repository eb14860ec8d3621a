//! The gain, drawn as a measure between the ends of the fast lanes and of the slow one, where there is room.

use abi::Instant;
use timeline::{Comparison, Layout};
use yew::prelude::*;

use crate::marks::{per_cent, RULER};

/// Right of an end stand its cap and some air, in pixels.
const CAP: f64 = 24.0;
/// The width of a letter of the measure's words, on the wide side.
const LETTER: f64 = 6.6;
/// The least length of the lines beside the words, both together.
const LINES: f64 = 60.0;

/// Where the measure stands: from, to, in per cent, and its height in pixels.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Place {
    from: f64,
    to: f64,
    y: f64,
}

/// The place of a measure with so many letters, if there is one on an axis of `width` pixels. `ends` has each lane's end.
pub fn place(layout: &Layout, comparison: &Comparison, ends: &[Instant], width: f64, letters: usize) -> Option<Place> {
    let Comparison::Sooner { fast, slow, .. } = comparison else { return None };
    let end = fast.iter().map(|lane| ends[*lane]).max()?;
    let (from, to) = (layout.axis.x(end) + CAP / width * 100.0, layout.axis.x(ends[*slow]));
    let pixels = (to - from) / 100.0 * width;
    if pixels < letters as f64 * LETTER + LINES {
        return None;
    }
    // In the middle of those that are as fast, unless another lane lies there: right of their ends there is nothing.
    let (first, last) = (*fast.first()?, *fast.last()?);
    let together = last - first + 1 == fast.len();
    let (top, bottom) = (edges(layout, first)?.0, edges(layout, if together { last } else { first })?.1);
    Some(Place { from, to, y: f64::from(RULER) + (top + bottom) / 2.0 })
}

/// The upper and the lower edge of a lane's rows.
fn edges(layout: &Layout, lane: usize) -> Option<(f64, f64)> {
    let rows = &layout.lanes.get(lane)?.rows;
    Some((f64::from(rows.first()?.y), f64::from(rows.last()?.y + layout.density.row)))
}

/// The measure.
pub fn measure_html(place: Place, gain: &str, why: &str) -> Html {
    let (from, to, y) = (per_cent(place.from), per_cent(place.to), place.y);
    let tick = |x: &str| html! { <line class="measure" x1={x.to_owned()} x2={x.to_owned()} y1={(y - 5.0).to_string()} y2={(y + 5.0).to_string()}/> };
    let (middle, base) = (per_cent((place.from + place.to) / 2.0), (y + 4.0).to_string());
    let words = |class: &'static str| {
        html! {
            <text {class} x={middle.clone()} y={base.clone()} text-anchor="middle"><tspan class="gain">{ gain }</tspan>{ why }</text>
        }
    };
    html! {
        <g aria-hidden="true">
            <line class="measure" x1={from.clone()} x2={to.clone()} y1={y.to_string()} y2={y.to_string()}/>
            { tick(&from) }{ tick(&to) }
            // Once for the ground that parts the line, once for the ink: one part's ground would lie on the other's letters.
            { words("measure-ground") }
            { words("measure-text") }
        </g>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use abi::trace::{Event, Outcome, Record, RowKind, Text, Verdict};
    use abi::RowId;
    use timeline::{compare, Model, Options};

    /// A lane whose only thread is over after so many seconds.
    fn lane(seconds: u64) -> Model {
        let at = |s: u64| Instant::from_nanos(s * 1_000_000_000);
        let spawn = Event::Spawn {
            row: RowId(1),
            kind: RowKind::Thread,
            carrier: None,
            parent: None,
            name: Text(0),
            pos: None,
        };
        let records = [
            Record { at: at(0), event: spawn },
            Record { at: at(0), event: Event::Run { row: RowId(1), core: None, pos: None } },
            Record { at: at(seconds), event: Event::End { row: RowId(1), outcome: Outcome::Done } },
            Record { at: at(seconds), event: Event::Halt { verdict: Verdict::Exit(0) } },
        ];
        Model::of(&records, &["main".to_owned()])
    }

    fn placed(seconds: &[u64], width: f64) -> Option<Place> {
        let models: Vec<Model> = seconds.iter().map(|seconds| lane(*seconds)).collect();
        let models: Vec<&Model> = models.iter().collect();
        let options =
            Options { width, least: 4.0, tick: 64.0, rows_up_to: 9, roomy_up_to: 0, arrows_up_to: 0, chosen: None };
        let ends: Vec<Instant> = models.iter().map(|model| model.end()).collect();
        place(&Layout::of(&models, &options), &compare(&models)?, &ends, width, 60)
    }

    #[test]
    fn the_measure_reaches_from_the_fast_end_to_the_slow_one_beside_the_fast_lanes() {
        let found = placed(&[9, 3, 3], 1000.0).expect("there is room");
        // The rows of the second and third lane are 20 pixels apart; one row and the gap of the first lie over them.
        assert_eq!(found.y, f64::from(RULER) + 36.5);
        assert!((found.from - 34.1).abs() < 0.1 && (found.to - 94.0).abs() < 0.1, "{found:?}");
        // With a slow lane between the fast ones it keeps to the first of them.
        assert_eq!(placed(&[3, 9, 3], 1000.0).expect("there is room").y, f64::from(RULER) + 6.5);
    }

    #[test]
    fn without_room_there_is_no_measure() {
        assert_eq!(placed(&[9, 3], 400.0), None);
        assert_eq!(placed(&[9, 8], 1000.0), None);
        assert_eq!(placed(&[3, 3], 1000.0), None);
    }
}
