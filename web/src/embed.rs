//! The page as a part of another one: its head is one line with the way to the whole page.

use yew::prelude::*;

use scenario::link::{Link, View};
use web_sys::HtmlElement;

use crate::state::Page;
use crate::{glyph, link, words};

/// What the head is about.
#[derive(Properties, PartialEq)]
pub struct EmbedBarProps {
    /// The page as it is.
    pub page: UseReducerHandle<Page>,
}

/// The title, and the way to the whole page at the same moment.
#[component]
pub fn EmbedBar(props: &EmbedBarProps) -> Html {
    let page = props.page.clone();
    // The address is made when the link is about to be followed: at each move of the play head would be too often.
    let renew = Callback::from(move |target: Option<HtmlElement>| {
        if let Some(anchor) = target {
            // Refused only for a name that is none.
            anchor.set_attribute("href", &full_page(&page)).expect("href is an attribute's name");
        }
    });
    let onpointerdown = renew.reform(|event: PointerEvent| event.target_dyn_into::<HtmlElement>());
    let onfocus = renew.reform(|event: FocusEvent| event.target_dyn_into::<HtmlElement>());
    let onclick = renew.reform(|event: MouseEvent| event.target_dyn_into::<HtmlElement>());
    let here = use_memo((), |()| full_page(&props.page));
    html! {
        <header class="topbar embed-bar">
            <h1 class="brand">{ glyph::brand() }<span>{ &props.page.scenario().title }</span></h1>
            <span class="push"></span>
            <a class="button framed small" href={here.to_string()} target="_blank" rel="noopener"
                {onpointerdown} {onfocus} {onclick}>{ words::OPEN_FULL }{ glyph::leave() }</a>
        </header>
    }
}

/// The address of the whole page with the same state.
fn full_page(page: &Page) -> String {
    link::address(page, &Link { view: View::default(), ..link::of(page) })
}
