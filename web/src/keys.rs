//! The keys of the page. They do nothing while a person types.

use gloo_events::{EventListener, EventListenerOptions};
use timeline::steps::Way;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use crate::state::{Action, Linked, Page, Step};

/// Hears the page's keys, except where a key has a use of its own.
#[hook]
pub fn use_keys(page: UseReducerDispatcher<Page>) {
    use_effect_with((), move |()| {
        let document = web_sys::window().and_then(|window| window.document());
        let listener = document.map(|document| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&document, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                if let Some(action) = action_of(event) {
                    event.prevent_default();
                    page.dispatch(action);
                }
            })
        });
        move || drop(listener)
    });
}

fn action_of(event: &KeyboardEvent) -> Option<Action> {
    if event.default_prevented() || event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let element = event.target()?.dyn_into::<HtmlElement>().ok()?;
    let key = event.key();
    // A dialog's keys are its own: what they would move lies behind it.
    let in_dialog = element.closest("dialog").ok().flatten().is_some();
    let kind = element.get_attribute("type").unwrap_or_default();
    if in_dialog || has_its_own_use(&element.tag_name(), &kind, &key) {
        return None;
    }
    action(&key)
}

/// True if the element does something else with the key.
fn has_its_own_use(tag: &str, kind: &str, key: &str) -> bool {
    match (tag, kind) {
        ("INPUT", "range") => key.starts_with("Arrow") || key.starts_with("Page") || matches!(key, "Home" | "End"),
        ("INPUT" | "TEXTAREA" | "SELECT", _) => true,
        ("BUTTON" | "A", _) => matches!(key, " " | "Enter"),
        _ => false,
    }
}

/// What a key does. `words::key::SHEET` tells people of it.
fn action(key: &str) -> Option<Action> {
    use Way::{Back, On};
    Some(match key {
        " " => Action::PlayOrPause,
        "Home" => Action::ToStart,
        "End" => Action::Seek(abi::Instant::FAR),
        "ArrowLeft" => Action::Step(Step::Switch, Back),
        "ArrowRight" => Action::Step(Step::Switch, On),
        "w" => Action::Step(Step::Wakeup, On),
        "W" => Action::Step(Step::Wakeup, Back),
        "n" => Action::Step(Step::Stall, On),
        "N" => Action::Step(Step::Stall, Back),
        "," => Action::Faster(Back),
        "." => Action::Faster(On),
        "[" => Action::ChooseNext(Back),
        "]" => Action::ChooseNext(On),
        "Escape" => Action::LetGo,
        "a" | "A" => Action::PressArrows,
        "t" | "T" => Action::PressTable,
        "?" => Action::Help(true),
        "s" | "S" => Action::Linked(Linked::Share(true)),
        _ => Action::PressLane(lane(key)?),
    })
}

/// Lanes have the keys 1 to 8.
fn lane(key: &str) -> Option<usize> {
    let number: usize = key.parse().ok()?;
    (1..=8).contains(&number).then(|| number - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::key::SHEET;

    #[test]
    fn a_key_that_an_element_uses_is_left_to_it() {
        assert!(has_its_own_use("TEXTAREA", "", "n"));
        assert!(has_its_own_use("INPUT", "text", "ArrowLeft"));
        assert!(has_its_own_use("INPUT", "range", "ArrowLeft"));
        assert!(!has_its_own_use("INPUT", "range", "n"));
        assert!(has_its_own_use("BUTTON", "button", " "));
        assert!(!has_its_own_use("BUTTON", "button", "ArrowRight"));
        assert!(!has_its_own_use("DIV", "", " "));
    }

    #[test]
    fn every_key_of_the_sheet_does_something() {
        let as_the_browser_says = |key: &str| match key {
            "Space" => " ".to_owned(),
            "←" => "ArrowLeft".to_owned(),
            "→" => "ArrowRight".to_owned(),
            "Esc" => "Escape".to_owned(),
            key if key.len() == 1 => key.to_lowercase(),
            key => key.to_owned(),
        };
        for (keys, does) in SHEET {
            for key in keys.iter().filter(|key| !matches!(**key, "Shift" | "to")) {
                assert!(action(&as_the_browser_says(key)).is_some(), "{key}: {does}");
            }
        }
    }

    #[test]
    fn shift_turns_the_way_round() {
        assert_eq!(action("n"), Some(Action::Step(Step::Stall, Way::On)));
        assert_eq!(action("N"), Some(Action::Step(Step::Stall, Way::Back)));
        assert_eq!(action("8"), Some(Action::PressLane(7)));
        assert_eq!([action("9"), action("0"), action("x"), action("Tab")], [None, None, None, None]);
    }
}
