//! A program's text with its colours, the lines where rows stand, and a note under each that says who.

use std::rc::Rc;

use timeline::RowIx;
use yew::prelude::*;

use crate::glyph::glyph;
use crate::notes::Note;
use crate::python::{self, Piece, Role};
use crate::words;

/// What the code view shows.
#[derive(Properties, PartialEq)]
pub struct CodeProps {
    /// The lane's name.
    pub name: AttrValue,
    /// The program's text.
    pub source: Rc<str>,
    /// Who stands where.
    pub notes: Rc<Vec<Note>>,
    /// The chosen row, if it is one of this lane.
    pub chosen: Option<RowIx>,
    /// Where a choice goes.
    pub choose: Callback<RowIx>,
}

/// The code view.
#[component]
pub fn Code(props: &CodeProps) -> Html {
    let lines = use_memo(props.source.clone(), |source| python::lines(source));
    let list = use_node_ref();
    // The chosen row's line is kept in sight, else the loudest one, where somebody runs or blocks.
    let loud = || props.notes.iter().find(|note| matches!(note.class, "s-running" | "s-blocking"));
    let chosen = props.notes.iter().find(|note| is_chosen(note, props.chosen));
    let line = chosen.or_else(loud).or(props.notes.first()).map(|note| note.line);
    {
        let list = list.clone();
        use_effect_with(line, move |line| {
            if let Some(line) = line {
                keep_in_sight(&list, *line);
            }
        });
    }
    html! {
        <ol class="code" ref={list} tabindex="0" aria-label={words::source_of(&props.name)}>
            { for lines.iter().enumerate().map(|(index, pieces)| code_line(index as u32 + 1, pieces, props)) }
        </ol>
    }
}

fn code_line(number: u32, pieces: &[Piece], props: &CodeProps) -> Html {
    let here: Vec<&Note> = props.notes.iter().filter(|note| note.line == number).collect();
    let class = here.first().map(|note| classes!("here", note.class));
    let indent = pieces.first().map_or(0, |(_, text)| text.len() - text.trim_start().len());
    html! {<>
        <li class={class.unwrap_or_default()} data-line={number.to_string()}>
            <span class="n">{ number }</span><span class="src">{ for pieces.iter().map(piece) }</span>
        </li>
        { for here.iter().map(|note| note_html(note, indent, props)) }
    </>}
}

fn is_chosen(note: &Note, chosen: Option<RowIx>) -> bool {
    chosen.is_some_and(|row| note.rows.contains(&row))
}

/// A click chooses the first who stands there, and then one after the other.
fn note_html(note: &Note, indent: usize, props: &CodeProps) -> Html {
    let place = props.chosen.and_then(|row| note.rows.iter().position(|one| *one == row));
    let next = note.rows.get(place.map_or(0, |place| (place + 1) % note.rows.len())).copied();
    let choose = props.choose.clone();
    let onclick = next.map(|row| Callback::from(move |_: MouseEvent| choose.emit(row)));
    let class = classes!("note", note.class, place.is_some().then_some("chosen"));
    html! {
        <li {class} style={format!("--indent:{indent}ch")} {onclick}>
            { glyph(note.class) }<span>{ note.text.clone() }</span>
        </li>
    }
}

fn piece((role, text): &Piece) -> Html {
    match role {
        Role::Plain => html! { { text.clone() } },
        role => html! { <span class={role.class()}>{ text.clone() }</span> },
    }
}

/// Scrolls the list, and nothing around it, so that a line is in it.
fn keep_in_sight(list: &NodeRef, line: u32) {
    let Some(list) = list.cast::<web_sys::Element>() else { return };
    let Ok(Some(line)) = list.query_selector(&format!("[data-line=\"{line}\"]")) else { return };
    let (frame, place) = (list.get_bounding_client_rect(), line.get_bounding_client_rect());
    // Two more lines: the note under it and one of context.
    let room = place.height() * 2.0;
    if place.top() < frame.top() {
        list.set_scroll_top(list.scroll_top() - (frame.top() - place.top() + room) as i32);
    } else if place.bottom() + room > frame.bottom() {
        list.set_scroll_top(list.scroll_top() + (place.bottom() + room - frame.bottom()) as i32);
    }
}
