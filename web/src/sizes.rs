//! How wide things are on the screen.

use gloo_events::EventListener;
use yew::prelude::*;

/// The width of an element before it is known, in pixels.
const GUESS: f64 = 900.0;
/// Up to this width of the window the page is laid out for a phone.
const PHONE: f64 = 640.0;

/// True if the page is laid out for a phone; the style sheet has the same limit.
pub fn is_phone() -> bool {
    let width = web_sys::window().and_then(|window| window.inner_width().ok()).and_then(|width| width.as_f64());
    width.is_some_and(|width| width <= PHONE)
}

/// The width of an element in pixels, measured anew when the window changes.
#[hook]
pub fn use_width(node: &NodeRef) -> f64 {
    let width = use_state_eq(|| GUESS);
    let (node, set) = (node.clone(), width.setter());
    use_effect_with((), move |()| {
        let measure = move || {
            if let Some(element) = node.cast::<web_sys::Element>() {
                set.set(element.get_bounding_client_rect().width());
            }
        };
        measure();
        let listener = web_sys::window().map(|window| EventListener::new(&window, "resize", move |_| measure()));
        move || drop(listener)
    });
    *width
}
