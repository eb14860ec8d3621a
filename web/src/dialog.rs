//! A dialog over the page: the rest of the page is out of reach until it is closed.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};
use yew::prelude::*;

use crate::words;

/// What a dialog is.
#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// Its title.
    pub title: AttrValue,
    /// It was closed: by its button, by Escape or by a click beside it.
    pub onclose: Callback<()>,
    /// What stands in it.
    pub children: Html,
}

/// An open dialog. The browser keeps the focus in it, and gives it back when it closes.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                // Refused only if it is open already.
                dialog.show_modal().unwrap_or_default();
            }
        });
    }
    let close = {
        let dialog = dialog.clone();
        move || {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        }
    };
    let beside = {
        let close = close.clone();
        Callback::from(move |event: MouseEvent| {
            // What stands in the dialog covers it whole: only the ground around it has the dialog as its target.
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if target.is_some_and(|target| target.tag_name() == "DIALOG") {
                close();
            }
        })
    };
    let onclose = props.onclose.reform(|_: Event| ());
    html! {
        <dialog class="dialog" ref={dialog} aria-label={props.title.clone()} {onclose} onclick={beside}>
            <div class="dialog-inner">
                <header>
                    <h2>{ &props.title }</h2>
                    <button class="button small" type="button" onclick={move |_| close()}>{ words::CLOSE }<kbd aria-hidden="true">{ words::key::ESCAPE }</kbd></button>
                </header>
                { props.children.clone() }
            </div>
        </dialog>
    }
}
