//! The transport: play, to the start, to the end, the clock, speed, and Stop while something is computed.

use abi::Instant;
use timeline::steps::Way;
use web_sys::HtmlInputElement;
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
            <button class="button step" type="button" aria-label={words::TO_START} title={words::TO_START}
                onclick={on(Action::ToStart)}>{ glyph::to_start() }</button>
            <span class="pair">
                <button class="button step" type="button" aria-label={words::SWITCH_BACK} title={words::SWITCH_BACK}
                    onclick={on(Action::Step(Step::Switch, Way::Back))}>{ glyph::back() }</button>
                <span class="pair-word">{ words::SWITCH }</span>
                <button class="button step" type="button" aria-label={words::SWITCH_ON} title={words::SWITCH_ON}
                    onclick={on(Action::Step(Step::Switch, Way::On))}>{ glyph::on() }</button>
            </span>
            <button class="button step" type="button" aria-label={words::TO_END} title={words::TO_END}
                onclick={on(Action::Seek(Instant::FAR))}>{ glyph::to_end() }</button>
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
        </div>
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
            <span class="hide-phone">{ words::SPEED }</span>
            <input type="range" min="0" max={(SPEEDS.len() - 1).to_string()} step="1" value={props.speed.to_string()}
                aria-label={words::SPEED} aria-valuetext={word.clone()} {oninput}/>
            <span class="num">{ word }</span>
        </label>
    }
}
