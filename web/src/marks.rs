//! What the timeline shows of the programs themselves: dots, bars, ticks, strips, caps and arrows. None of
//! it moves with the play head, so it is drawn once a layout.

use std::rc::Rc;

use abi::trace::Outcome;
use timeline::{Arrow, Bar, Cap, Density, LaneLayout, Layout, Mark, RowLayout, State, Stretch, Strip};
use yew::prelude::*;

use crate::words;

/// The height of the ruler above the first row, in pixels.
pub const RULER: u32 = 26;

/// A layout, equal to itself only: comparing what is drawn would cost more than drawing it.
#[derive(Clone)]
pub struct Drawn(pub Rc<Layout>);

impl PartialEq for Drawn {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// A place or a length in per cent.
pub fn per_cent(x: f64) -> String {
    format!("{x:.3}%")
}

/// What the marks are drawn from.
#[derive(Properties, PartialEq)]
pub struct MarksProps {
    /// The layout.
    pub layout: Drawn,
}

/// All marks, back to front: ticks of the axis, dots, bars, instants, arrows.
#[component]
pub fn Marks(props: &MarksProps) -> Html {
    let layout = &props.layout.0;
    let rows = || layout.lanes.iter().flat_map(|lane| &lane.rows);
    let bottom = RULER + layout.height;
    let (wide, narrow): (Vec<Html>, Vec<Html>) = rows().map(|row| row_marks(row, layout.density)).unzip();
    html! {<>
        { for layout.axis.ticks.iter().map(|tick| html! {
            <line class="tick" x1={per_cent(tick.x)} x2={per_cent(tick.x)} y1="20" y2={bottom.to_string()}/>
        }) }
        { for rows().flat_map(|row| row.whiskers.iter().map(|dots| whisker(dots, row, layout.density))) }
        { for wide }
        { for narrow }
        { for rows().filter_map(|row| row.cap.map(|end| cap(&end, row, layout.density))) }
        { for layout.lanes.iter().map(|lane| arrows(lane, layout.density)) }
    </>}
}

/// The upper edge of a row's bars.
pub fn top(y: u32, density: Density) -> f64 {
    f64::from(RULER + y) + f64::from(density.row - density.bar) / 2.0
}

fn middle(y: u32, density: Density) -> f64 {
    f64::from(RULER + y) + f64::from(density.row) / 2.0
}

/// What is as wide as its time, and what has the least width and lies over it.
fn row_marks(row: &RowLayout, density: Density) -> (Html, Html) {
    let mut wide = Vec::new();
    let mut narrow = Vec::new();
    for mark in &row.marks {
        match mark {
            Mark::Bar(bar) => wide.push(bar_html(bar, &per_cent(bar.width), row, density)),
            Mark::Tick(bar) => narrow.push(bar_html(bar, "4", row, density)),
            Mark::Strip(strip) => wide.push(strip_html(strip, row, density)),
        }
    }
    (html! { {for wide} }, html! { {for narrow} })
}

fn bar_html(bar: &Bar, width: &str, row: &RowLayout, density: Density) -> Html {
    let (x, y, height) = (per_cent(bar.x), top(row.y, density), f64::from(density.bar));
    let title = html! { <title>{ words::bar::title(&row.label, words::state(bar.state), bar.from, bar.to) }</title> };
    let rect = |class: &'static str, inset: f64| {
        let (y, height) = ((y + inset).to_string(), (height - 2.0 * inset).to_string());
        html! { <rect {class} x={x.clone()} {y} width={width.to_owned()} {height} rx="1">{ title.clone() }</rect> }
    };
    if bar.cancelled {
        return rect("bar-cancelled", 0.5);
    }
    match bar.state {
        State::Running => rect("bar-running", 0.0),
        State::Ready => rect("bar-ready", 0.5),
        State::Blocking => rect("bar-blocking", -1.0),
        State::Calling => Html::default(),
        State::Waiting => {
            let inset = if density == Density::SMALL { height * 0.2 } else { 0.0 };
            let y = middle(row.y, density).to_string();
            html! {<>
                { rect("bar-waiting", inset) }
                <line class="rail-waiting" x1={x.clone()} x2={per_cent(bar.x + bar.width)} y1={y.clone()} y2={y}/>
            </>}
        }
    }
}

/// The shares of a strip, from below: running, blocking, then ready; the rest waits.
fn strip_html(strip: &Strip, row: &RowLayout, density: Density) -> Html {
    let (top, height) = (top(row.y, density), f64::from(density.bar));
    let shares = [("bar-running", strip.running), ("bar-blocking", strip.blocking), ("bar-ready plain", strip.ready)];
    let mut bottom = top + height;
    let mut parts = vec![strip_part("bar-waiting", strip, top, height)];
    for (class, share) in shares {
        bottom -= share * height;
        parts.push(strip_part(class, strip, bottom, share * height));
    }
    html! { <g>{ for parts }<title>{ words::bar::title(&row.label, "", strip.from, strip.to) }</title></g> }
}

fn strip_part(class: &'static str, strip: &Strip, y: f64, height: f64) -> Html {
    html! {
        <rect {class} x={per_cent(strip.x)} y={format!("{y:.2}")} width={per_cent(strip.width)} height={format!("{height:.2}")}/>
    }
}

fn whisker(dots: &Stretch, row: &RowLayout, density: Density) -> Html {
    let y = middle(row.y, density).to_string();
    html! { <line class="whisker" x1={per_cent(dots.x)} x2={per_cent(dots.x + dots.width)} y1={y.clone()} y2={y}/> }
}

fn cap(cap: &Cap, row: &RowLayout, density: Density) -> Html {
    let (state, class, glyph, word) = match cap.outcome {
        Outcome::Done => ("s-done", "cap-done", "#g-done", words::DONE),
        Outcome::Failed(_) => ("s-failed", "cap-failed", "#g-failed", words::FAILED),
        Outcome::Cancelled => ("s-cancelled", "cap-cancelled", "#g-cancelled", words::CANCELLED),
    };
    let size = f64::from(density.bar);
    let (inset, inner) = ((size * 0.15).to_string(), (size * 0.7).to_string());
    html! {
        <svg x={per_cent(cap.x)} y={top(row.y, density).to_string()} overflow="visible" class={state}>
            <title>{ words::bar::ended(&row.label, word, cap.at) }</title>
            <rect {class} x="4" width={size.to_string()} height={size.to_string()} rx="1"/>
            <use class="cap-glyph" href={glyph} x={(4.0 + size * 0.15).to_string()} y={inset} width={inner.clone()} height={inner}/>
        </svg>
    }
}

fn arrows(lane: &LaneLayout, density: Density) -> Html {
    html! { { for lane.arrows.iter().map(|one| arrow(one, density)) } }
}

/// Bowed to the left, further for rows further apart.
fn arrow(arrow: &Arrow, density: Density) -> Html {
    let (from, to) = (middle(arrow.from_y, density), middle(arrow.to_y, density));
    let bow = ((to - from).abs() * 0.4).clamp(9.0, 26.0);
    let lean = if to > from { 3.0 } else { -3.0 };
    let class = if arrow.cancel { "wake cancel" } else { "wake" };
    html! {
        <svg x={per_cent(arrow.x)} y="0" overflow="visible">
            <path {class} d={format!("M0 {from}C-{bow} {} -{bow} {} -3 {to}", from + lean, to - lean)}/>
            <path class="wake-head" d={format!("M0 {to}l-5.5 -2.8v5.6z")}/>
        </svg>
    }
}
