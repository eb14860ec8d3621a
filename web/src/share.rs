//! The dialog for sharing: a link to this moment, and the code that puts it into another page.

use scenario::link::{limits, View};
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::copy::{copy, Copied};
use crate::dialog::Dialog;
use crate::state::{Action, Linked, Page};
use crate::{glyph, link, words};

/// The height of an embedded page in pixels: a row of code, all rows of a small timeline.
const EMBED_HEIGHT: u32 = 560;

/// What is shared.
#[derive(Properties, PartialEq)]
pub struct ShareProps {
    /// The page as it is.
    pub page: UseReducerHandle<Page>,
}

/// The dialog, while it is open.
#[component]
pub fn Share(props: &ShareProps) -> Html {
    let page = &props.page;
    let shared = use_memo((), |()| Shared::of(page));
    let dispatcher = page.dispatcher();
    let onclose = Callback::from(move |()| dispatcher.dispatch(Action::Linked(Linked::Share(false))));
    let long = shared.address.chars().count() > limits::CHATS_CUT;
    html! {
        <Dialog title={words::share::TITLE} {onclose}>
            <div class="share">
            <p class="about"><b>{ &page.scenario().title }</b>{ words::share::moment(page.head.moment(), page.lanes.len()) }</p>
            <Text label={words::share::LINK} text={shared.address.clone()} button={words::share::COPY_LINK}
                aside={words::share::characters(shared.address.chars().count())} rows={2}/>
            <p class={classes!("hint", long.then_some("warning"))}>
                { if long { words::share::LONG } else { words::share::SHORT } }
            </p>
            <Text label={words::share::EMBED} text={shared.embed.clone()} button={words::share::COPY_EMBED}
                aside={words::share::height(EMBED_HEIGHT)} rows={7}/>
            <p class="hint">{ words::share::SANDBOX }</p>
            </div>
        </Dialog>
    }
}

/// What can be copied.
#[derive(PartialEq)]
struct Shared {
    address: String,
    embed: String,
}

impl Shared {
    fn of(page: &Page) -> Shared {
        let link = link::of(page);
        let with = |embed| link::address(page, &scenario::link::Link { view: View { embed }, ..link.clone() });
        Shared { address: with(false), embed: embed_code(&with(true), &page.scenario().title) }
    }
}

/// The code of an embedded page. An address has no character that HTML would have to escape; a title may.
fn embed_code(address: &str, title: &str) -> String {
    let escaped = title.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    format!(
        "<iframe src=\"{address}\"\n  title=\"{}\"\n  width=\"100%\" height=\"{EMBED_HEIGHT}\" loading=\"lazy\" style=\"border: 0\"></iframe>",
        words::share::frame_title(&escaped)
    )
}

/// A text with its button.
#[derive(Properties, PartialEq)]
struct TextProps {
    label: &'static str,
    text: String,
    button: &'static str,
    aside: String,
    rows: u32,
}

#[component]
fn Text(props: &TextProps) -> Html {
    let field = use_node_ref();
    let copied = use_state(|| None::<Copied>);
    let onclick = {
        let (field, text, copied) = (field.clone(), props.text.clone(), copied.setter());
        Callback::from(move |_: MouseEvent| {
            if let Some(field) = field.cast::<HtmlElement>() {
                copy(&text, field, copied.clone());
            }
        })
    };
    let said = copied.map(|copied| match copied {
        Copied::Done => words::share::COPIED,
        Copied::Selected => words::share::SELECTED,
    });
    html! {
        <div class="copyable">
            <label><b>{ props.label }</b><small>{ &props.aside }</small>
                <textarea class="field mono" ref={field} readonly=true rows={props.rows.to_string()} value={props.text.clone()}
                    spellcheck="false"/>
            </label>
            <button class="button framed" type="button" {onclick}>{ glyph::copy() }{ props.button }</button>
            <p class="copied" role="status">{ said.unwrap_or_default() }</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_does_not_break_out_of_its_attribute() {
        let code = embed_code("https://x.example/#v1/ways_to_wait/embed", "\"><script>&");
        assert!(code.contains("title=\"&quot;>&lt;script>&amp;"), "{code}");
        assert_eq!(code.matches('"').count() % 2, 0);
        assert!(!code.contains("<script"));
    }
}
