//! The timeline: one axis under all lanes, names on the left, sums on the right, and the play head.

use std::rc::Rc;

use abi::Instant;
use timeline::{compare, Axis, Head, Layout, Model, Options};
use web_sys::{Element, HtmlElement, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use crate::labels::{labels, Labels};
use crate::marks::{per_cent, Drawn, Marks, RULER};
use crate::measure;
use crate::names::Names;
use crate::sizes::{is_phone, use_width};
use crate::state::{Action, Chosen, Page, Recording};
use crate::sums::Sums;
use crate::table::Table;
use crate::words;

/// How near a tick's label may come to the middle of the play head's plate, in pixels.
const PLATE: f64 = 36.0;
/// Where all wake-ups are drawn, up to so many rows.
const MOST_WITH_ARROWS: usize = 200;
/// How far the pointer may stray in a click, in pixels.
const STRAY: i32 = 3;
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
    pub head: Head,
    /// The rows are a table in place of a picture.
    pub table: bool,
    /// The chosen row.
    pub chosen: Option<Chosen>,
    /// All wake-ups are drawn, not only those of the chosen row.
    pub arrows: bool,
    /// Where actions go.
    pub page: UseReducerDispatcher<Page>,
}

/// The timeline.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let track = use_node_ref();
    let width = use_width(&track);
    let wanted = (props.recordings.clone(), width, props.chosen, props.arrows);
    let layout = use_memo(wanted, |(recordings, width, chosen, arrows)| {
        Drawn(Rc::new(layout(recordings, *width, *chosen, *arrows)))
    });
    let layout = (*layout).clone();
    let said = use_memo((layout.clone(), width), |(layout, width)| Rc::new(labels(layout, &props.recordings, *width)));
    let gain = use_gain(props, &layout, width);
    let head = props.head.moment();
    let (axis, height) = (&layout.0.axis, RULER + if props.table { 0 } else { layout.0.height });
    let density = layout.0.density;
    // A link's moment may lie behind all that is computed so far.
    let x = axis.x(head.min(axis.end));
    let slider = use_node_ref();
    let scrub = use_scrub(&track, &slider, &layout, &props.page);
    let style = format!("--row-h:{}px;--group-gap:{}px", density.row, density.gap);
    let class = classes!(
        "timeline",
        (density == timeline::Density::ROOMY).then_some("roomy"),
        props.table.then_some("as-table")
    );
    html! {<>
        <div class="timeline-frame">
            <div {class} {style}>
                if !props.table {
                    <Names layout={layout.clone()} names={props.names.clone()} chosen={props.chosen} page={props.page.clone()}/>
                }
                <div class="track" ref={track.clone()} onpointerdown={scrub.down} onpointermove={scrub.moved}
                    onpointerup={scrub.up} onpointercancel={scrub.cancel}>
                    <svg class="axis" height={height.to_string()} role="img"
                        aria-label={words::bar::picture(props.names.len(), axis.end)}>
                        if !props.table {
                            { chosen_ground(&layout.0, props.chosen) }
                            <Marks layout={layout.clone()}/>
                            <g>{ veil(axis, head, height) }</g>
                            <g><Labels labels={(*said).clone()} {head} {density}/></g>
                            { gain.drawn.clone() }
                        }
                        { ruler(axis, x, width) }
                        { play_head(head, x, height) }
                    </svg>
                    <Slider {slider} end={axis.end} {head} page={props.page.clone()}/>
                </div>
                if !props.table {
                    <Sums layout={layout.clone()} recordings={props.recordings.clone()}/>
                }
            </div>
            if props.table {
                <Table layout={layout.clone()} names={props.names.clone()} recordings={props.recordings.clone()}
                    head={props.head.clone()} chosen={props.chosen} page={props.page.clone()}/>
            }
        </div>
        { gain_html(&gain, props.table) }
    </>}
}

/// What the lanes come to beside each other.
struct Gain {
    /// With all names.
    sentence: Option<String>,
    /// The gain and its reason, for those who see the picture.
    short: Option<(String, String)>,
    /// The measure, if there is room for it.
    drawn: Option<Html>,
}

#[hook]
fn use_gain(props: &TimelineProps, layout: &Drawn, width: f64) -> Rc<Gain> {
    let wanted = (props.recordings.clone(), props.names.clone(), layout.clone(), width);
    use_memo(wanted, |(recordings, names, layout, width)| {
        let models: Vec<_> = recordings.iter().map(|recording| recording.model.borrow()).collect();
        let models: Vec<&Model> = models.iter().map(|model| &**model).collect();
        let names: Vec<String> = names.iter().map(|name| name.to_string()).collect();
        let comparison = compare(&models);
        let comparison = comparison.as_ref();
        let ends: Vec<Instant> = models.iter().map(|model| model.end()).collect();
        let short = comparison.and_then(|comparison| words::compared::measure(comparison, &names));
        let drawn = comparison.zip(short.as_ref()).and_then(|(comparison, (gain, why))| {
            let letters = gain.chars().count() + why.chars().count();
            let place = measure::place(&layout.0, comparison, &ends, *width, letters)?;
            Some(measure::measure_html(place, gain, why))
        });
        let sentence = comparison.map(|comparison| words::compared::sentence(comparison, &names));
        Gain { sentence, short, drawn }
    })
}

/// The sentence under the picture. Where a measure says it, it is said for those alone who don't see it.
fn gain_html(gain: &Gain, table: bool) -> Html {
    let Some(sentence) = &gain.sentence else { return Html::default() };
    match &gain.short {
        Some(_) if gain.drawn.is_some() && !table => html! { <p class="unseen">{ sentence }</p> },
        Some((gain, why)) if !table => html! {<>
            <p class="unseen">{ sentence }</p>
            <p class="compared" aria-hidden="true"><b class="gain">{ gain }</b>{ why }{ "." }</p>
        </>},
        _ => html! { <p class="compared">{ sentence }</p> },
    }
}

/// What lies over all that is to come. At the end nothing is, and the last rows' caps stand right of it.
fn veil(axis: &Axis, head: Instant, height: u32) -> Html {
    if head >= axis.end {
        return Html::default();
    }
    let x = axis.x(head);
    html! { <rect class="veil" x={per_cent(x)} y="20" width={per_cent(100.0 - x)} height={(height - 20).to_string()}/> }
}

/// The ground of the chosen row.
fn chosen_ground(layout: &Layout, chosen: Option<Chosen>) -> Html {
    let row = chosen.and_then(|chosen| layout.find(chosen.lane, chosen.row));
    let ground = row.map(|row| {
        let (y, height) = ((RULER + row.y).to_string(), layout.density.row.to_string());
        html! { <rect class="chosen-ground" x="0" {y} width="100%" {height}/> }
    });
    ground.unwrap_or_default()
}

fn layout(recordings: &[Recording], width: f64, chosen: Option<Chosen>, arrows: bool) -> Layout {
    let models: Vec<_> = recordings.iter().map(|recording| recording.model.borrow()).collect();
    let models: Vec<&Model> = models.iter().map(|model| &**model).collect();
    // On a phone large rows would leave no height for the code.
    let (roomy_up_to, tick) = if is_phone() { (0, 40.0) } else { (12, 76.0) };
    let arrows_up_to = if arrows { MOST_WITH_ARROWS } else { 0 };
    let chosen = chosen.map(|chosen| (chosen.lane, chosen.row));
    Layout::of(&models, &Options { width, least: 4.0, tick, rows_up_to: 200, roomy_up_to, arrows_up_to, chosen })
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

/// The pointer moves the play head anywhere on the track; a click on a row chooses it too.
struct Scrub {
    down: Callback<PointerEvent>,
    moved: Callback<PointerEvent>,
    up: Callback<PointerEvent>,
    cancel: Callback<PointerEvent>,
}

#[hook]
fn use_scrub(track: &NodeRef, slider: &NodeRef, layout: &Drawn, page: &UseReducerDispatcher<Page>) -> Scrub {
    // Where the pointer went down, while it is.
    let grabbed = use_mut_ref(|| None::<(i32, i32)>);
    let place = {
        let track = track.clone();
        move |event: &PointerEvent| {
            let frame = track.cast::<Element>()?.get_bounding_client_rect();
            let share = (f64::from(event.client_x()) - frame.left()) / frame.width().max(1.0);
            Some((share * 100.0, f64::from(event.client_y()) - frame.top()))
        }
    };
    let seek = {
        let (layout, page, place) = (layout.clone(), page.clone(), place.clone());
        move |event: &PointerEvent| {
            if let Some((x, _)) = place(event) {
                page.dispatch(Action::Seek(layout.0.axis.at(x)));
            }
        }
    };
    let down = {
        let (grabbed, seek, track, slider) = (grabbed.clone(), seek.clone(), track.clone(), slider.clone());
        Callback::from(move |event: PointerEvent| {
            *grabbed.borrow_mut() = Some((event.client_x(), event.client_y()));
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
            if grabbed.borrow().is_some() {
                seek(&event);
            }
        })
    };
    let cancel = {
        let grabbed = grabbed.clone();
        Callback::from(move |_: PointerEvent| *grabbed.borrow_mut() = None)
    };
    let (layout, page) = (layout.clone(), page.clone());
    let up = Callback::from(move |event: PointerEvent| {
        let Some((x, y)) = grabbed.borrow_mut().take() else { return };
        if (event.client_x() - x).abs() > STRAY || (event.client_y() - y).abs() > STRAY {
            return;
        }
        let row = place(&event).and_then(|(_, y)| layout.0.row_at(y - f64::from(RULER)));
        if let Some((lane, row)) = row {
            page.dispatch(Action::ChooseRow(Chosen { lane, row }));
        }
    });
    Scrub { down, moved, up, cancel }
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

/// Where a key moves the play head. Left and right are the whole page's: they step it.
fn by_key(key: &str, head: Instant, end: Instant) -> Option<Instant> {
    let step = |parts: u64| end.nanos().div_ceil(parts);
    let moved = |forward: bool, parts: u64| {
        let nanos = head.nanos();
        Instant::from_nanos(if forward { nanos.saturating_add(step(parts)) } else { nanos.saturating_sub(step(parts)) })
    };
    match key {
        "ArrowUp" => Some(moved(true, KEY_STEP)),
        "ArrowDown" => Some(moved(false, KEY_STEP)),
        "PageUp" => Some(moved(true, PAGE_STEP)),
        "PageDown" => Some(moved(false, PAGE_STEP)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_move_the_play_head_and_stop_at_the_edges() {
        let at =
            |key, head: u64| by_key(key, Instant::from_nanos(head), Instant::from_nanos(1_000)).map(Instant::nanos);
        assert_eq!(at("ArrowUp", 500), Some(510));
        assert_eq!(at("ArrowDown", 5), Some(0));
        assert_eq!(at("PageDown", 500), Some(400));
        assert_eq!(at("ArrowRight", 500), None);
    }
}
