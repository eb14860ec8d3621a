//! Glyphs and textures of the states, and the icons of buttons: small SVG drawings.

use yew::prelude::*;

/// Definitions that the whole page refers to, once in a page.
#[component]
pub fn Defs() -> Html {
    html! {
        <svg class="defs" aria-hidden="true"><defs>
            <symbol id="g-running" viewBox="0 0 12 12"><path d="M2.5 1.2v9.6L10.8 6z" fill="currentColor"/></symbol>
            <symbol id="g-ready" viewBox="0 0 12 12">
                <circle cx="1.8" cy="6" r="1.6" fill="currentColor"/>
                <circle cx="6" cy="6" r="1.6" fill="currentColor"/>
                <circle cx="10.2" cy="6" r="1.6" fill="currentColor"/>
            </symbol>
            <symbol id="g-waiting" viewBox="0 0 12 12">
                <path d="M2.5 1h7M2.5 11h7M3.3 1.2c0 3 2.7 3.2 2.7 4.8S3.3 7.8 3.3 10.8M8.7 1.2C8.7 4.2 6 4.4 6 6s2.7 1.8 2.7 4.8"
                    fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round"/>
            </symbol>
            <symbol id="g-blocking" viewBox="0 0 12 12">
                <path d="M3.6 0h4.8L12 3.6v4.8L8.4 12H3.6L0 8.4V3.6z" fill="currentColor"/>
                <path d="M2.6 6h6.8" stroke="var(--s-on, var(--paper))" stroke-width="2.2"/>
            </symbol>
            <symbol id="g-done" viewBox="0 0 12 12">
                <path d="m1.5 6.5 3 3 6-7" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"
                    stroke-linejoin="round"/>
            </symbol>
            <symbol id="g-failed" viewBox="0 0 12 12">
                <path d="m2 2 8 8M10 2l-8 8" stroke="currentColor" stroke-width="2.2" stroke-linecap="round"/>
            </symbol>
            <symbol id="g-cancelled" viewBox="0 0 12 12">
                <circle cx="6" cy="6" r="4.8" fill="none" stroke="currentColor" stroke-width="1.5"/>
                <path d="m2.8 9.2 6.4-6.4" stroke="currentColor" stroke-width="1.5"/>
            </symbol>
            { textures() }
        </defs></svg>
    }
}

fn textures() -> Html {
    html! {<>
        <pattern id="t-ready" width="6" height="6" patternUnits="userSpaceOnUse">
            <rect width="6" height="6" style="fill:var(--ready-tint)"/>
            <circle cx="1.5" cy="1.5" r="1.1" style="fill:var(--ready)"/>
            <circle cx="4.5" cy="4.5" r="1.1" style="fill:var(--ready)"/>
        </pattern>
        <pattern id="t-blocking" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="8" height="8" style="fill:var(--blocking)"/>
            <rect width="3" height="8" style="fill:var(--hatch)"/>
        </pattern>
        <pattern id="t-cancelled" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
            <rect width="6" height="6" style="fill:var(--cancelled-tint)"/>
            <rect width="1" height="6" style="fill:var(--cancelled)"/>
        </pattern>
    </>}
}

/// The glyph of a state, given by its class (`s-ready`).
pub fn glyph(class: &'static str) -> Html {
    match class.strip_prefix("s-") {
        Some(name) => html! {
            <svg class={classes!("glyph", class)} aria-hidden="true"><use href={format!("#g-{name}")}/></svg>
        },
        None => Html::default(),
    }
}

/// An icon that is drawn with lines.
fn icon(path: &'static str, solid: &'static str) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d={path}/><path class="solid" d={solid}/></svg>
    }
}

/// Play.
pub fn play() -> Html {
    icon("", "M4 2.5v11l9-5.5z")
}

/// Pause.
pub fn pause() -> Html {
    icon("", "M3.5 2.5h3v11h-3zM9.5 2.5h3v11h-3z")
}

/// Stop.
pub fn stop() -> Html {
    icon("", "M3.5 3.5h9v9h-9z")
}

/// To the start.
pub fn to_start() -> Html {
    icon("M3.5 3v10M12.5 3.5 6.5 8l6 4.5z", "")
}

/// To the end.
pub fn to_end() -> Html {
    icon("M12.5 3v10M3.5 3.5l6 4.5-6 4.5z", "")
}

/// One step back.
pub fn back() -> Html {
    icon("M9.5 4 5.5 8l4 4", "")
}

/// One step on.
pub fn on() -> Html {
    icon("m6.5 4 4 4-4 4", "")
}

/// Edit.
pub fn edit() -> Html {
    icon("m3 13 .6-2.6 7-7 2 2-7 7zM9.4 4.6l2 2", "")
}

/// The theme.
pub fn theme() -> Html {
    icon("M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11z", "M8 2.5a5.5 5.5 0 0 1 0 11z")
}

/// The sign of the product: a board of four squares, and the one who walks round.
pub fn brand() -> Html {
    html! {
        <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M1 1h8v8H1zM11 11h8v8h-8z" fill="var(--ink)"/>
            <path d="M11.5 1.5h7v7h-7zM1.5 11.5h7v7h-7z" fill="none" stroke="var(--ink)"/>
            <circle cx="15" cy="5" r="2.2" fill="var(--running)"/>
        </svg>
    }
}

/// Share.
pub fn share() -> Html {
    icon("M8 10V2.5M5 5l3-3 3 3M3 8.5v5h10v-5", "")
}

/// Copy.
pub fn copy() -> Html {
    icon("M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z", "")
}

/// To another page.
pub fn leave() -> Html {
    icon("M9.5 2.5h4v4M13.5 2.5 7.5 8.5M6.5 3.5h-4v10h10v-4", "")
}
