//! The legend: each state by colour, texture, glyph and word, always in sight.

use timeline::State;
use yew::prelude::*;

use crate::glyph::glyph;
use crate::notes::class;
use crate::words::{self, key};

/// The legend.
#[component]
pub fn Legend() -> Html {
    let texture = |state: State, drawing: Html| {
        let word = if state == State::Ready { words::READY_LEGEND } else { words::state(state) };
        html! {
            <li class={class(state)}>
                <svg class="swatch" aria-hidden="true">{ drawing }</svg>{ glyph(class(state)) }<span>{ word }</span>
            </li>
        }
    };
    html! {
        <ul class="legend" aria-label={words::LEGEND}>
            { texture(State::Running, html! { <rect class="bar-running" y="1" width="28" height="10" rx="1"/> }) }
            { texture(State::Ready, html! { <rect class="bar-ready" x=".5" y="1.5" width="27" height="9" rx="1"/> }) }
            { texture(State::Waiting, html! {<>
                <rect class="bar-waiting" y="2" width="28" height="8" rx="1"/>
                <line class="rail-waiting" x1="0" x2="28" y1="6" y2="6"/>
            </>}) }
            { texture(State::Blocking, html! { <rect class="bar-blocking" width="28" height="12" rx="1"/> }) }
            { cap("s-done", "cap-done", "#g-done", words::DONE) }
            { cap("s-failed", "cap-failed", "#g-failed", words::FAILED) }
            { cap("s-cancelled", "cap-cancelled", "#g-cancelled", words::CANCELLED) }
            <li class="woken">
                <svg class="swatch" aria-hidden="true">
                    <path class="wake" d="M1 9C6 1 16 1 23 6"/><path class="wake-head" d="M27 8l-6-.5 3-4.5z"/>
                </svg>
                { words::WOKEN_BY }
            </li>
            <li class="hint">
                <span><kbd>{ key::SPACE }</kbd>{ key::PLAY }</span>
                <span>{ for key::ARROWS.map(|arrow| html! { <kbd>{ arrow }</kbd> }) }{ words::SWITCH }</span>
                <span><kbd>{ key::HELP }</kbd>{ key::ALL_KEYS }</span>
            </li>
        </ul>
    }
}

fn cap(state: &'static str, class: &'static str, glyph: &'static str, word: &'static str) -> Html {
    html! {
        <li class={state}>
            <svg class={classes!("swatch", "cap", state)} aria-hidden="true">
                <rect class={class} width="12" height="12" rx="1"/>
                <use class="cap-glyph" href={glyph} x="2" y="2" width="8" height="8"/>
            </svg>
            <span>{ word }</span>
        </li>
    }
}
