//! Copying a text, with the clipboard's permission or without.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{spawn_local, JsFuture};
use web_sys::{HtmlDocument, HtmlElement, HtmlTextAreaElement};
use yew::UseStateSetter;

/// What came of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Copied {
    /// It is in the clipboard.
    Done,
    /// The browser refuses; the text is selected, and the person has to press the keys.
    Selected,
}

/// Copies a text that stands in a field, and says what came of it.
pub fn copy(text: &str, field: HtmlElement, tell: UseStateSetter<Option<Copied>>) {
    let promise = clipboard_write(text);
    spawn_local(async move {
        let written = match promise {
            Some(promise) => JsFuture::from(promise).await.is_ok(),
            None => false,
        };
        let copied = if written || copy_selection(&field) { Copied::Done } else { Copied::Selected };
        tell.set(Some(copied));
    });
}

/// The modern way: only where the page is secure and the frame is permitted.
fn clipboard_write(text: &str) -> Option<js_sys::Promise> {
    let clipboard = web_sys::window()?.navigator().clipboard();
    let is_there = !AsRef::<JsValue>::as_ref(&clipboard).is_undefined();
    is_there.then(|| clipboard.write_text(text))
}

/// The old way: select the text, and let the browser copy what is selected.
fn copy_selection(field: &HtmlElement) -> bool {
    field.focus().unwrap_or_default();
    if let Some(field) = field.dyn_ref::<HtmlTextAreaElement>() {
        field.select();
    }
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.and_then(|document| document.dyn_into::<HtmlDocument>().ok());
    document.is_some_and(|document| document.exec_command("copy").unwrap_or(false))
}
