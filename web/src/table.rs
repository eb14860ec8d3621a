//! The run as a table: each row of the picture, how it stands at the play head, and what it does in the whole run.

use std::rc::Rc;

use timeline::{Head, LaneLayout};
use yew::prelude::*;

use crate::glyph::glyph;
use crate::marks::Drawn;
use crate::notes::Cast;
use crate::reading::{readings, spans, Reading};
use crate::state::{Action, Chosen, Page, Recording};
use crate::words::reading as say;

/// What the table is made from.
#[derive(Properties, PartialEq)]
pub struct TableProps {
    /// What the picture draws.
    pub layout: Drawn,
    /// The names of the lanes.
    pub names: Vec<AttrValue>,
    /// Their recordings.
    pub recordings: Vec<Recording>,
    /// Where the play head is.
    pub head: Head,
    /// The chosen row.
    pub chosen: Option<Chosen>,
    /// Where actions go.
    pub page: UseReducerDispatcher<Page>,
}

/// The table.
#[component]
pub fn Table(props: &TableProps) -> Html {
    // What does not change with the play head.
    let casts = use_memo(props.recordings.clone(), |recordings| {
        recordings.iter().map(|recording| Rc::new(Cast::of(&recording.model.borrow()))).collect::<Vec<_>>()
    });
    let told = use_memo(props.layout.clone(), |layout| {
        let lane = |lane: &LaneLayout| lane.rows.iter().map(spans).collect::<Vec<String>>();
        layout.0.lanes.iter().map(lane).collect::<Vec<_>>()
    });
    let lane = |(lane, layout): (usize, &LaneLayout)| {
        let recording = &props.recordings[lane];
        let readings = readings(&recording.model.borrow(), &casts[lane], recording.told(props.head.point(lane)));
        let row = |(index, row): (usize, &timeline::RowLayout)| {
            let reading = readings.iter().find(|reading| reading.row == row.row)?;
            let head = (index == 0).then(|| {
                html! { <th class="lane-cell" scope="rowgroup" rowspan={layout.rows.len().to_string()}>{ &props.names[lane] }</th> }
            });
            Some(row_html(reading, &told[lane][index], head, Chosen { lane, row: row.row }, props))
        };
        html! { <tbody>{ for layout.rows.iter().enumerate().filter_map(row) }</tbody> }
    };
    html! {
        <table class="reading">
            <caption>{ say::caption(props.head.moment()) }</caption>
            <thead><tr>{ for say::HEADS.map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
            { for props.layout.0.lanes.iter().enumerate().map(lane) }
        </table>
    }
}

fn row_html(reading: &Reading, spans: &str, head: Option<Html>, here: Chosen, props: &TableProps) -> Html {
    let page = props.page.clone();
    let is_chosen = props.chosen == Some(here);
    let onclick = Callback::from(move |_: MouseEvent| page.dispatch(Action::ChooseRow(here)));
    html! {
        <tr class={is_chosen.then_some("chosen")}>
            { head }
            <th scope="row">
                <button class="row-name" type="button" aria-pressed={is_chosen.to_string()} {onclick}>{ &reading.name }</button>
            </th>
            <td class={reading.class}>{ glyph(reading.class) }{ reading.state }</td>
            <td class="num">{ reading.line.map(|line| line.to_string()) }</td>
            <td>{ &reading.why }</td>
            <td class="spans">{ spans }</td>
        </tr>
    }
}
