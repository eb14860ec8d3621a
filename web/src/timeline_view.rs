//! The timeline: one axis under all lanes, names on the left, sums on the right, and the play head.

use std::rc::Rc;

use abi::Instant;
use timeline::{Axis, LaneLayout, Layout, Model, Options, Summary};
use web_sys::{Element, HtmlElement, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use crate::labels::{labels, Labels};
use crate::marks::{per_cent, Drawn, Marks, RULER};
use crate::sizes::{is_phone, use_width};
use crate::state::{Action, Page, Recording};
use crate::words;

/// How near a tick's label may come to the middle of the play head's plate, in pixels.
const PLATE: f64 = 36.0;
/// The part of the axis that an arrow key moves the play head by.
const KEY_STEP: u64 = 100;
/// The same for Page Up and Page Down.
const PAGE_STEP: u64 = 10;

/// What the timeline shows.
#[derive(Properties, PartialEq)]
pub struct TimelineProps {
    /// The names of the lanes.
    pub names: Vec<AttrValue>,
    /// Their recordings.
    pub recordings: Vec<Recording>,
    /// Where the play head is.
    pub head: Instant,
    /// Where actions go.
    pub page: UseReducerDispatcher<Page>,
}

/// The timeline.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let track = use_node_ref();
    let width = use_width(&track);
    let layout =
        use_memo((props.recordings.clone(), width), |(recordings, width)| Drawn(Rc::new(layout(recordings, *width))));
    let layout = (*layout).clone();
    let said = use_memo((layout.clone(), width), |(layout, width)| Rc::new(labels(layout, &props.recordings, *width)));
    let (axis, height) = (&layout.0.axis, RULER + layout.0.height);
    let density = layout.0.density;
    let x = axis.x(props.head);
    let slider = use_node_ref();
    let scrub = use_scrub(&track, &slider, axis, &props.page);
    let style = format!("--row-h:{}px;--group-gap:{}px", density.row, density.gap);
    let class = classes!("timeline", (density == timeline::Density::ROOMY).then_some("roomy"));
    html! {
        <div class="timeline-frame">
            <div {class} {style}>
                <Names layout={layout.clone()} names={props.names.clone()}/>
                <div class="track" ref={track.clone()} onpointerdown={scrub.down} onpointermove={scrub.moved}
                    onpointerup={scrub.up.clone()} onpointercancel={scrub.up}>
                    <svg class="axis" height={height.to_string()} role="img"
                        aria-label={words::bar::picture(props.names.len(), axis.end)}>
                        <Marks layout={layout.clone()}/>
                        // At the end nothing is to come, and the last rows' caps stand right of it.
                        if props.head < axis.end {
                            <rect class="veil" x={per_cent(x)} y="20" width={per_cent(100.0 - x)} height={(height - 20).to_string()}/>
                        }
                        <Labels labels={(*said).clone()} head={props.head} {density}/>
                        { ruler(axis, x, width) }
                        { play_head(props.head, x, height) }
                    </svg>
                    <Slider {slider} end={axis.end} head={props.head} page={props.page.clone()}/>
                </div>
                <Sums layout={layout.clone()} recordings={props.recordings.clone()}/>
            </div>
        </div>
    }
}

fn layout(recordings: &[Recording], width: f64) -> Layout {
    let models: Vec<_> = recordings.iter().map(|recording| recording.model.borrow()).collect();
    let models: Vec<&Model> = models.iter().map(|model| &**model).collect();
    // On a phone large rows would leave no height for the code.
    let (roomy_up_to, tick) = if is_phone() { (0, 40.0) } else { (12, 76.0) };
    Layout::of(&models, &Options { width, least: 4.0, tick, rows_up_to: 200, roomy_up_to, arrows_up_to: 40 })
}

fn ruler(axis: &Axis, head: f64, width: f64) -> Html {
    let hidden = |x: f64| ((x - head) / 100.0 * width).abs() < PLATE;
    let label = |tick: &timeline::Tick| {
        html! { <text class="tick-label" x={per_cent(tick.x)} y="14" text-anchor="middle">{ words::tick(tick.at, axis.step) }</text> }
    };
    let start = per_cent(axis.x(Instant::ZERO));
    html! {<>
        { for axis.ticks.iter().filter(|tick| !hidden(tick.x)).map(label) }
        <line class="scrub" x1={start.clone()} x2="100%" y1="20" y2="20"/>
        <line class="scrub past" x1={start} x2={per_cent(head)} y1="20" y2="20"/>
    </>}
}

fn play_head(head: Instant, x: f64, height: u32) -> Html {
    html! {<>
        <line class="now" x1={per_cent(x)} x2={per_cent(x)} y1="18" y2={height.to_string()}/>
        <svg x={per_cent(x)} y="0" overflow="visible">
            <path class="now-plate" d="M-24 0h48v18h-20l-4 4-4-4h-20z"/>
            <text class="now-text" y="13" text-anchor="middle">{ words::stamp(head) }</text>
        </svg>
    </>}
}

/// The pointer moves the play head anywhere on the track.
struct Scrub {
    down: Callback<PointerEvent>,
    moved: Callback<PointerEvent>,
    up: Callback<PointerEvent>,
}

#[hook]
fn use_scrub(track: &NodeRef, slider: &NodeRef, axis: &Axis, page: &UseReducerDispatcher<Page>) -> Scrub {
    let grabbed = use_mut_ref(|| false);
    let seek = {
        let (track, axis, page) = (track.clone(), axis.clone(), page.clone());
        move |event: &PointerEvent| {
            let Some(track) = track.cast::<Element>() else { return };
            let frame = track.get_bounding_client_rect();
            let share = (f64::from(event.client_x()) - frame.left()) / frame.width().max(1.0);
            page.dispatch(Action::Seek(axis.at(share * 100.0)));
        }
    };
    let down = {
        let (grabbed, seek, track, slider) = (grabbed.clone(), seek.clone(), track.clone(), slider.clone());
        Callback::from(move |event: PointerEvent| {
            *grabbed.borrow_mut() = true;
            // Selecting text is not what is meant; without capture the drag ends at the track's edge.
            event.prevent_default();
            if let Some(track) = track.cast::<Element>() {
                track.set_pointer_capture(event.pointer_id()).unwrap_or_default();
            }
            if let Some(slider) = slider.cast::<HtmlElement>() {
                slider.focus().unwrap_or_default();
            }
            seek(&event);
        })
    };
    let moved = {
        let grabbed = grabbed.clone();
        Callback::from(move |event: PointerEvent| {
            if *grabbed.borrow() {
                seek(&event);
            }
        })
    };
    Scrub { down, moved, up: Callback::from(move |_: PointerEvent| *grabbed.borrow_mut() = false) }
}

/// What the slider says.
#[derive(Properties, PartialEq)]
struct SliderProps {
    slider: NodeRef,
    end: Instant,
    head: Instant,
    page: UseReducerDispatcher<Page>,
}

/// Keys move the play head, and those who don't see it hear where it is.
#[component]
fn Slider(props: &SliderProps) -> Html {
    let (head, end, page) = (props.head, props.end, props.page.clone());
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.shift_key() {
            return;
        }
        if let Some(at) = by_key(&event.key(), head, end) {
            event.prevent_default();
            page.dispatch(Action::Seek(at));
        }
    });
    html! {
        <div class="scrubber" ref={props.slider.clone()} role="slider" tabindex="0" aria-label={words::PLAY_HEAD}
            aria-valuemin="0" aria-valuemax={words::stamp(end)} aria-valuenow={words::stamp(head)}
            aria-valuetext={words::clock(head)} {onkeydown}/>
    }
}

/// Where a key moves the play head.
fn by_key(key: &str, head: Instant, end: Instant) -> Option<Instant> {
    let step = |parts: u64| end.nanos().div_ceil(parts);
    let moved = |forward: bool, parts: u64| {
        let nanos = head.nanos();
        Instant::from_nanos(if forward { nanos.saturating_add(step(parts)) } else { nanos.saturating_sub(step(parts)) })
    };
    match key {
        "ArrowRight" | "ArrowUp" => Some(moved(true, KEY_STEP)),
        "ArrowLeft" | "ArrowDown" => Some(moved(false, KEY_STEP)),
        "PageUp" => Some(moved(true, PAGE_STEP)),
        "PageDown" => Some(moved(false, PAGE_STEP)),
        "Home" => Some(Instant::ZERO),
        "End" => Some(end),
        _ => None,
    }
}

/// What the names are drawn from.
#[derive(Properties, PartialEq)]
struct NamesProps {
    layout: Drawn,
    names: Vec<AttrValue>,
}

#[component]
fn Names(props: &NamesProps) -> Html {
    let group = |(name, lane): (&AttrValue, &LaneLayout)| {
        let first = lane.rows.first().map(|row| row.label.clone()).unwrap_or_default();
        html! {
            <ul class="group">
                <li class="first" title={name.clone()}><b>{ name }</b><span>{ first }</span></li>
                { for lane.rows.iter().skip(1).map(|row| html! { <li class="task">{ &row.label }</li> }) }
                if lane.more > 0 { <li class="task">{ words::note::more(lane.more) }</li> }
            </ul>
        }
    };
    html! { <div class="names">{ for props.names.iter().zip(&props.layout.0.lanes).map(group) }</div> }
}

/// What the sums are drawn from.
#[derive(Properties, PartialEq)]
struct SumsProps {
    layout: Drawn,
    recordings: Vec<Recording>,
}

#[component]
fn Sums(props: &SumsProps) -> Html {
    let heads =
        words::SUMS.iter().zip(words::SUMS_HELP).map(|(word, help)| html! { <span title={help}>{ *word }</span> });
    let density = props.layout.0.density;
    let group = |(recording, lane): (&Recording, &LaneLayout)| {
        let height = lane.height(density);
        let sums = Summary::of(&recording.model.borrow());
        html! { <div class="group" style={format!("height:{height}px")}>{ sums_html(&sums) }</div> }
    };
    html! {
        <div class="sums">
            <div class="sum head">{ for heads }</div>
            { for props.recordings.iter().zip(&props.layout.0.lanes).map(group) }
        </div>
    }
}

fn sums_html(sums: &Summary) -> Html {
    let stall = sums.stall.map(|stall| stall.length).unwrap_or_default();
    // A tenth of the run is worth a colour.
    let much = |part: abi::Duration| part.nanos().saturating_mul(10) >= sums.took.nanos().max(1);
    html! {
        <div class="sum">
            <b>{ words::length(sums.took) }</b>
            <span>{ words::length(sums.cpu) }</span>
            <span>{ words::notable(sums.waited) }</span>
            <span class={much(sums.starved).then_some("starved")}>{ words::notable(sums.starved) }</span>
            <span class={much(stall).then_some("bad")}>{ words::notable(stall) }</span>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_move_the_play_head_and_stop_at_the_edges() {
        let at =
            |key, head: u64| by_key(key, Instant::from_nanos(head), Instant::from_nanos(1_000)).map(Instant::nanos);
        assert_eq!(at("ArrowRight", 500), Some(510));
        assert_eq!(at("ArrowLeft", 5), Some(0));
        assert_eq!(at("PageDown", 500), Some(400));
        assert_eq!(at("Home", 500), Some(0));
        assert_eq!(at("End", 500), Some(1_000));
        assert_eq!(at("a", 500), None);
    }
}
