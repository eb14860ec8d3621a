//! Words in bars, where they fit: what a bar means is written in it.

use abi::trace::Why;
use abi::Instant;
use timeline::{Bar, Density, Mark, Model, RowLayout, State};
use yew::prelude::*;

use crate::marks::{per_cent, top, Drawn};
use crate::state::Recording;
use crate::words::bar as say;

/// The most labels; more would be noise.
const MOST: usize = 60;
/// From a bar's edge to its plate, and from there to the text, in pixels.
const EDGE: f64 = 8.0;
const INSIDE: f64 = 5.0;
/// The width of a letter as a share of the type's size, on the wide side.
const LETTER: f64 = 0.56;

/// A label that fits.
#[derive(Clone, PartialEq)]
pub struct Label {
    state: State,
    from: Instant,
    x: f64,
    bar: f64,
    y: f64,
    plate: f64,
    text: String,
}

/// The labels of a layout whose axis is `width` pixels wide.
pub fn labels(layout: &Drawn, recordings: &[Recording], width: f64) -> Vec<Label> {
    let mut found = Vec::new();
    for (lane, recording) in layout.0.lanes.iter().zip(recordings) {
        let model = recording.model.borrow();
        for row in &lane.rows {
            let bars = row.marks.iter().filter_map(|mark| if let Mark::Bar(bar) = mark { Some(bar) } else { None });
            found.extend(bars.filter_map(|bar| label(&model, row, bar, layout.0.density, width)));
        }
    }
    found.truncate(MOST);
    found
}

fn type_size(density: Density) -> f64 {
    if density == Density::SMALL {
        10.0
    } else {
        11.0
    }
}

/// The longest words that fit into the bar.
fn label(model: &Model, row: &RowLayout, bar: &Bar, density: Density, width: f64) -> Option<Label> {
    if bar.cancelled {
        return None;
    }
    let pixels = bar.width / 100.0 * width;
    let length = |text: &String| text.chars().count() as f64 * type_size(density) * LETTER + 2.0 * INSIDE;
    let text = wordings(model, row, bar).into_iter().find(|text| length(text) + 2.0 * EDGE <= pixels)?;
    let plate = length(&text);
    Some(Label { state: bar.state, from: bar.from, x: bar.x, bar: bar.width, y: top(row.y, density), plate, text })
}

/// What can be said about a bar, the longest first.
fn wordings(model: &Model, row: &RowLayout, bar: &Bar) -> Vec<String> {
    let span = bar.to.since(bar.from);
    match (bar.state, bar.why) {
        (State::Blocking, Some(Why::Sleep { call, .. } | Why::Block { call, .. })) => {
            let call = model.text(call);
            let mut said = vec![say::blocks(call, span), call.to_owned()];
            if model.in_loop(row.row) {
                said.insert(0, say::loop_stands(call, span));
            }
            said
        }
        (State::Ready, _) => vec![say::starved(bar.from, span), say::starved_short(span)],
        (State::Running, _) => vec![say::computes(span)],
        _ => Vec::new(),
    }
}

/// What labels are drawn from.
#[derive(Properties, PartialEq)]
pub struct LabelsProps {
    /// The labels.
    pub labels: std::rc::Rc<Vec<Label>>,
    /// Their place in time decides whether they lie under the veil.
    pub head: Instant,
    /// The height of a bar.
    pub density: Density,
}

/// The labels, over the veil; those of the future are quiet.
#[component]
pub fn Labels(props: &LabelsProps) -> Html {
    html! { { for props.labels.iter().map(|label| label_html(label, label.from > props.head, props.density)) } }
}

fn label_html(label: &Label, future: bool, density: Density) -> Html {
    let name = match (label.state, future) {
        (State::Blocking, false) => "blocking",
        (State::Blocking, true) => "blocking-next",
        (State::Running, false) => "running",
        (State::Running, true) => "running-next",
        _ => "ready",
    };
    let height = density.bar.to_string();
    let base = (f64::from(density.bar) / 2.0 + type_size(density) * 0.36).to_string();
    html! {
        <svg class="bar-label" x={per_cent(label.x)} y={label.y.to_string()} width={per_cent(label.bar)} height={height.clone()}>
            <rect class={format!("plate-{name}")} x={EDGE.to_string()} y="0" width={label.plate.to_string()} {height}/>
            <text class={format!("bar-text on-{name}")} x={(EDGE + INSIDE).to_string()} y={base}>{ &label.text }</text>
        </svg>
    }
}
