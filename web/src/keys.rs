//! The keys of the page. They do nothing while a person types.

use gloo_events::{EventListener, EventListenerOptions};
use timeline::steps::Way;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use crate::state::{Action, Page, Step};

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
    if has_its_own_use(&element.tag_name(), &key) {
        return None;
    }
    action(&key, event.shift_key())
}

/// True if the element does something else with the key.
fn has_its_own_use(tag: &str, key: &str) -> bool {
    match tag {
        "INPUT" | "TEXTAREA" | "SELECT" => true,
        "BUTTON" => matches!(key, " " | "Enter"),
        _ => false,
    }
}

/// What a key does.
fn action(key: &str, shift: bool) -> Option<Action> {
    match key {
        " " => Some(Action::PlayOrPause),
        "Home" => Some(Action::ToStart),
        "End" => Some(Action::Seek(abi::Instant::FAR)),
        "ArrowLeft" if shift => Some(Action::Step(Step::Switch, Way::Back)),
        "ArrowRight" if shift => Some(Action::Step(Step::Switch, Way::On)),
        "n" => Some(Action::Step(Step::Stall, Way::On)),
        "N" => Some(Action::Step(Step::Stall, Way::Back)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_an_element_uses_is_left_to_it() {
        assert!(has_its_own_use("TEXTAREA", "n"));
        assert!(has_its_own_use("INPUT", "ArrowLeft"));
        assert!(has_its_own_use("BUTTON", " "));
        assert!(!has_its_own_use("BUTTON", "ArrowRight"));
        assert!(!has_its_own_use("DIV", " "));
    }

    #[test]
    fn shift_and_an_arrow_go_from_switch_to_switch() {
        assert_eq!(action("ArrowLeft", true), Some(Action::Step(Step::Switch, Way::Back)));
        assert_eq!(action("ArrowRight", true), Some(Action::Step(Step::Switch, Way::On)));
        assert_eq!(action("ArrowRight", false), None);
        assert_eq!(action("N", true), Some(Action::Step(Step::Stall, Way::Back)));
    }
}
