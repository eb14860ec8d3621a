//! The names of lanes and rows, left of the axis. Each row's name is a button that chooses it everywhere.
//!
//! All names together are one stop of the Tab key; Up and Down go through them, and choose.

use timeline::steps::Way;
use timeline::{LaneLayout, RowLayout};
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use crate::marks::Drawn;
use crate::state::{Action, Chosen, Page};
use crate::words;

/// What the names are drawn from.
#[derive(Properties, PartialEq)]
pub struct NamesProps {
    /// Where the rows are.
    pub layout: Drawn,
    /// The names of the lanes.
    pub names: Vec<AttrValue>,
    /// The chosen row.
    pub chosen: Option<Chosen>,
    /// Where actions go.
    pub page: UseReducerDispatcher<Page>,
}

/// The names.
#[component]
pub fn Names(props: &NamesProps) -> Html {
    let list = use_node_ref();
    {
        let list = list.clone();
        use_effect_with(props.chosen, move |_| follow(&list));
    }
    let page = props.page.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let way = match event.key().as_str() {
            "ArrowDown" => Way::On,
            "ArrowUp" => Way::Back,
            _ => return,
        };
        event.prevent_default();
        page.dispatch(Action::ChooseNext(way));
    });
    // The way in by the Tab key: the chosen row, else the first.
    let first = |(lane, layout): (usize, &LaneLayout)| layout.rows.first().map(|row| Chosen { lane, row: row.row });
    let chosen = props.chosen.filter(|chosen| props.layout.0.find(chosen.lane, chosen.row).is_some());
    let stop = chosen.or_else(|| props.layout.0.lanes.iter().enumerate().find_map(first));
    let group = |(lane, (name, layout)): (usize, (&AttrValue, &LaneLayout))| {
        let row = |row: &RowLayout| {
            let here = Chosen { lane, row: row.row };
            name_html(&row.label, here, props.chosen == Some(here), stop == Some(here), &props.page)
        };
        html! {
            <ul class="group" aria-label={name.clone()}>
                <li class="first">
                    <b title={name.clone()}>{ name }</b>{ for layout.rows.first().map(row) }
                </li>
                { for layout.rows.iter().skip(1).map(|one| html! { <li class="task">{ row(one) }</li> }) }
                if layout.more > 0 { <li class="task">{ words::note::more(layout.more) }</li> }
            </ul>
        }
    };
    html! {
        <div class="names" ref={list} role="group" aria-label={words::TASKS} {onkeydown}>
            { for props.names.iter().zip(&props.layout.0.lanes).enumerate().map(group) }
        </div>
    }
}

fn name_html(label: &str, here: Chosen, is_chosen: bool, is_stop: bool, page: &UseReducerDispatcher<Page>) -> Html {
    let page = page.clone();
    let onclick = Callback::from(move |_: MouseEvent| page.dispatch(Action::ChooseRow(here)));
    let class = classes!("row-name", is_chosen.then_some("chosen"));
    html! {
        <button {class} type="button" tabindex={if is_stop { "0" } else { "-1" }} aria-pressed={is_chosen.to_string()} {onclick}>
            { label }
        </button>
    }
}

/// If the keyboard is among the names, it goes with the choice.
fn follow(list: &NodeRef) {
    let Some(list) = list.cast::<HtmlElement>() else { return };
    let Ok(Some(chosen)) = list.query_selector(".chosen") else { return };
    let active = web_sys::window().and_then(|window| window.document()).and_then(|document| document.active_element());
    if active.is_some_and(|active| active != chosen && list.contains(Some(&active))) {
        focus(&chosen);
    }
}

fn focus(element: &web_sys::Element) {
    use wasm_bindgen::JsCast;
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // Refused only by an element that has gone meanwhile.
        element.focus().unwrap_or_default();
    }
}
