//! The sheet of keys: every key that does something, and nothing else.

use yew::prelude::*;

use crate::dialog::Dialog;
use crate::state::{Action, Page};
use crate::words::{self, key};

/// What the sheet needs.
#[derive(Properties, PartialEq)]
pub struct HelpProps {
    /// Where actions go.
    pub page: UseReducerDispatcher<Page>,
}

/// The sheet of keys.
#[component]
pub fn Help(props: &HelpProps) -> Html {
    let page = props.page.clone();
    let onclose = Callback::from(move |()| page.dispatch(Action::Help(false)));
    let line = |(keys, does): &(&[&'static str], &'static str)| {
        html! { <div><dt>{ for keys.iter().map(|key| html! { <kbd>{ *key }</kbd> }) }</dt><dd>{ *does }</dd></div> }
    };
    html! {
        <Dialog title={words::HELP} {onclose}>
            <dl class="keys">{ for key::SHEET.iter().map(line) }</dl>
            <p>{ key::NEVER_WHILE_TYPING }</p>
        </Dialog>
    }
}
