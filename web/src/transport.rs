//! The transport: play, steps, the clock, speed, and Stop while something is computed.

use abi::Instant;
use timeline::steps::Way;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::glyph;
use crate::state::{Action, Page, Step, SPEEDS};
use crate::words;

/// What the transport shows.
#[derive(Properties, PartialEq)]
pub struct TransportProps {
    /// The play head moves.
    pub playing: bool,
    /// A program is being computed.
    pub computing: bool,
    /// Where the play head is.
    pub head: Instant,
    /// The end as far as it is known.
    pub end: Instant,
    /// Which speed.
    pub speed: usize,
    /// The names of the lanes.
    pub lanes: Vec<AttrValue>,
    /// The lane that steps keep to.
    pub scope: Option<usize>,
    /// A row is chosen, so that one can go through its wake-ups.
    pub has_chosen: bool,
    /// All wake-ups are drawn.
    pub arrows: bool,
    /// The rows are a table in place of a picture.
    pub table: bool,
    /// Where actions go.
    pub page: UseReducerDispatcher<Page>,
}

/// The transport.
#[component]
pub fn Transport(props: &TransportProps) -> Html {
    let on = |action: Action| {
        let page = props.page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(action.clone()))
    };
    let (icon, word) = if props.playing { (glyph::pause(), words::PAUSE) } else { (glyph::play(), words::PLAY) };
    html! {
        <div class="transport" role="group" aria-label={words::TRANSPORT}>
            <button class="button primary play" type="button" onclick={on(Action::PlayOrPause)}>{ icon }{ word }</button>
            <button class="button step edge" type="button" aria-label={words::TO_START} title={words::TO_START}
                onclick={on(Action::ToStart)}>{ glyph::to_start() }</button>
            { pair(words::SWITCH, [words::SWITCH_BACK, words::SWITCH_ON], Step::Switch, &on) }
            <button class="button step edge" type="button" aria-label={words::TO_END} title={words::TO_END}
                onclick={on(Action::Seek(Instant::FAR))}>{ glyph::to_end() }</button>
            <span class="extra">{ pair(words::STALL, [words::STALL_BACK, words::STALL_ON], Step::Stall, &on) }</span>
            if props.has_chosen {
                <span class="wakeup">{ pair(words::WAKEUP, [words::WAKEUP_BACK, words::WAKEUP_ON], Step::Wakeup, &on) }</span>
            }
            if props.lanes.len() > 1 {
                <Scope lanes={props.lanes.clone()} scope={props.scope} page={props.page.clone()}/>
            }
            if props.computing {
                <button class="button framed stop" type="button" onclick={on(Action::Stop)}>
                    { glyph::stop() }{ words::STOP }
                </button>
            }
            <span class="rule hide-phone"></span>
            <div class="clock" role="timer" aria-label={words::CLOCK}>
                { words::clock(props.head) }<small>{ words::of_length(props.end) }</small>
            </div>
            <Speed speed={props.speed} page={props.page.clone()}/>
            <span class="rule extra"></span>
            <button class="button small more" type="button" aria-pressed={props.arrows.to_string()}
                onclick={on(Action::PressArrows)}>{ words::ARROWS }</button>
            <button class="button small table" type="button" aria-pressed={props.table.to_string()}
                onclick={on(Action::PressTable)}>{ words::reading::TABLE }</button>
        </div>
    }
}

/// A word between a button back and one on.
fn pair(
    word: &'static str,
    labels: [&'static str; 2],
    step: Step,
    on: &impl Fn(Action) -> Callback<MouseEvent>,
) -> Html {
    let button = |label: &'static str, way: Way, icon: Html| {
        html! {
            <button class="button step" type="button" aria-label={label} title={label}
                onclick={on(Action::Step(step, way))}>{ icon }</button>
        }
    };
    html! {
        <span class="pair">
            { button(labels[0], Way::Back, glyph::back()) }
            <span class="pair-word" aria-hidden="true">{ word }</span>
            { button(labels[1], Way::On, glyph::on()) }
        </span>
    }
}

/// What the choice of lanes shows.
#[derive(Properties, PartialEq)]
struct ScopeProps {
    lanes: Vec<AttrValue>,
    scope: Option<usize>,
    page: UseReducerDispatcher<Page>,
}

#[component]
fn Scope(props: &ScopeProps) -> Html {
    let page = props.page.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            // The first choice is all lanes.
            let lane = usize::try_from(select.selected_index() - 1).ok();
            page.dispatch(Action::KeepTo(lane));
        }
    });
    let lane = |(index, name): (usize, &AttrValue)| {
        html! { <option selected={props.scope == Some(index)}>{ words::in_lane(name) }</option> }
    };
    html! {
        <select class="scope extra" aria-label={words::STEP_IN} title={words::STEP_IN} {onchange}>
            <option selected={props.scope.is_none()}>{ words::in_lane(words::ALL_LANES) }</option>
            { for props.lanes.iter().enumerate().map(lane) }
        </select>
    }
}

/// What the speed control shows.
#[derive(Properties, PartialEq)]
struct SpeedProps {
    speed: usize,
    page: UseReducerDispatcher<Page>,
}

#[component]
fn Speed(props: &SpeedProps) -> Html {
    let page = props.page.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        let value = event.target_dyn_into::<HtmlInputElement>().and_then(|input| input.value().parse().ok());
        if let Some(speed) = value {
            page.dispatch(Action::Speed(speed));
        }
    });
    let word = words::speed(SPEEDS[props.speed]);
    html! {
        <label class="speed">
            <span class="extra">{ words::SPEED }</span>
            <input type="range" min="0" max={(SPEEDS.len() - 1).to_string()} step="1" value={props.speed.to_string()}
                aria-label={words::SPEED} aria-valuetext={word.clone()} {oninput}/>
            <span class="num">{ word }</span>
        </label>
    }
}
