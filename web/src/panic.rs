//! A mistake of our own is said in words, in place of a page that no longer answers.

use web_sys::{Document, Element};

use crate::words;

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("the page runs in a window")
}

/// The element of index.html that holds the page.
pub fn root() -> Element {
    document().get_element_by_id("page").expect("index.html has an element for the page")
}

/// From now on a panic shows in the page and in the browser's console.
pub fn say_in_words() {
    std::panic::set_hook(Box::new(|panic| {
        let message = panic.to_string();
        web_sys::console::error_1(&message.as_str().into());
        let page = root();
        page.set_class_name("broken");
        page.set_attribute("role", "alert").unwrap_or_default();
        page.set_text_content(Some(&words::broken(&message)));
    }));
}
