//! What the person has to be told about a link: that it is broken, that it brings programs, that it plays differently, and
//! that an own text had to make room for it.

use std::rc::Rc;

use scenario::link::{Broken, Found, Link, Programs};
use scenario::{Program, Python};
use yew::prelude::*;

use crate::state::{Action, Lane, Linked, Notice, Page};
use crate::{link, words};

/// What the notices are about.
#[derive(Properties, PartialEq)]
pub struct NoticesProps {
    /// What was noticed.
    pub notices: Vec<Notice>,
    /// Programs of a link wait to be read.
    pub held: bool,
    /// The lanes whose own texts are offered.
    pub lanes: Vec<Lane>,
    /// Where actions go.
    pub page: UseReducerDispatcher<Page>,
}

/// All notices, over the lesson; nothing if there are none.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let on = |what: Linked| {
        let page = props.page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(Action::Linked(what.clone())))
    };
    let said = |(index, notice): (usize, &Notice)| {
        let close = button(words::link::DISMISS, false, on(Linked::Dismiss(index)));
        match notice {
            Notice::Broken(broken) => broken_html(broken, close, &props.page),
            Notice::Differs(engine) => html! {
                <div class="notice" role="alert"><p>{ words::link::differs(engine.as_deref()) }</p>{ close }</div>
            },
        }
    };
    let kept = |(lane, name, text): (usize, String, Rc<str>)| {
        html! {
            <div class="notice" role="status">
                <p>{ words::link::kept(&name) }</p>
                { button(words::link::BRING_BACK, true, on(Linked::BringBack(lane, text.to_string()))) }
                { button(words::link::FORGET, false, on(Linked::Forget(lane, text.to_string()))) }
            </div>
        }
    };
    html! {
        <div class="notices">
            { for props.notices.iter().enumerate().map(said) }
            if props.held {
                <div class="notice" role="status">
                    <p>{ words::link::HELD }</p>{ button(words::link::RELEASE, true, on(Linked::Release)) }
                </div>
            }
            { for props.lanes.iter().enumerate().flat_map(kept_of).map(kept) }
        </div>
    }
}

fn kept_of((index, lane): (usize, &Lane)) -> Vec<(usize, String, Rc<str>)> {
    lane.kept.iter().map(|text| (index, lane.program.name.clone(), text.clone())).collect()
}

fn button(word: &'static str, framed: bool, onclick: Callback<MouseEvent>) -> Html {
    html! { <button class={classes!("button", "small", framed.then_some("framed"))} type="button" {onclick}>{ word }</button> }
}

/// What is wrong with a link, and what could still be read of it.
fn broken_html(broken: &Broken, close: Html, page: &UseReducerDispatcher<Page>) -> Html {
    let (page, opening) = (page.clone(), found_programs(&broken.found));
    let open = Callback::from(move |_: MouseEvent| {
        let opening = link::opening(opening.clone(), &[]);
        page.dispatch(Action::Linked(Linked::Open(Rc::new(opening))));
    });
    let text = |found: &Found| {
        html! {
            <figure>
                <figcaption>{ words::link::found_text(&found.name, found.whole) }</figcaption>
                <pre tabindex="0">{ &found.text }</pre>
            </figure>
        }
    };
    html! {
        <div class="notice broken-link" role="alert">
            <p>{ words::link::broken(&broken.fault.to_string()) }</p>
            if !broken.found.is_empty() {
                { button(words::link::OPEN_FOUND, true, open) }
            }
            { close }
            if !broken.found.is_empty() {
                <details>
                    <summary>{ words::link::FOUND }</summary>
                    { for broken.found.iter().map(text) }
                </details>
            }
        </div>
    }
}

/// What could be read, as programs that can be looked at and mended.
fn found_programs(found: &[Found]) -> Link {
    let program = |(index, found): (usize, &Found)| Program {
        name: if found.name.is_empty() { words::link::nameless(index + 1) } else { found.name.clone() },
        note: if found.whole { String::new() } else { words::link::A_PART.to_owned() },
        file: if found.file.is_empty() { format!("program_{}.py", index + 1) } else { found.file.clone() },
        source: found.text.clone(),
        python: Python::default(),
    };
    let programs = found.iter().enumerate().map(program).collect();
    Link::to(Programs::Own {
        title: words::link::FOUND_TITLE.to_owned(),
        lesson: words::link::FOUND_LESSON.to_owned(),
        programs,
    })
}
