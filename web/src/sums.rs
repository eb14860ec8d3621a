//! The figures of each lane, right of the axis.

use timeline::{LaneLayout, Summary};
use yew::prelude::*;

use crate::marks::Drawn;
use crate::state::Recording;
use crate::words;

/// What the sums are drawn from.
#[derive(Properties, PartialEq)]
pub struct SumsProps {
    /// Where the lanes are.
    pub layout: Drawn,
    /// Their recordings.
    pub recordings: Vec<Recording>,
}

/// The figures.
#[component]
pub fn Sums(props: &SumsProps) -> Html {
    let heads =
        words::SUMS.iter().zip(words::SUMS_HELP).map(|(word, help)| html! { <span title={help}>{ *word }</span> });
    let density = props.layout.0.density;
    let group = |(recording, lane): (&Recording, &LaneLayout)| {
        let height = lane.height(density);
        let sums = Summary::of(&recording.model.borrow());
        html! { <div class="group" style={format!("height:{height}px")}>{ sums_html(&sums) }</div> }
    };
    html! {
        <div class="sums">
            <div class="sum head">{ for heads }</div>
            { for props.recordings.iter().zip(&props.layout.0.lanes).map(group) }
        </div>
    }
}

fn sums_html(sums: &Summary) -> Html {
    let stall = sums.stall.map(|stall| stall.length).unwrap_or_default();
    // A tenth of the run is worth a colour.
    let much = |part: abi::Duration| part.nanos().saturating_mul(10) >= sums.took.nanos().max(1);
    html! {
        <div class="sum">
            <b>{ words::length(sums.took) }</b>
            <span>{ words::length(sums.cpu) }</span>
            <span>{ words::notable(sums.waited) }</span>
            <span class={much(sums.starved).then_some("starved")}>{ words::notable(sums.starved) }</span>
            <span class={much(stall).then_some("bad")}>{ words::notable(stall) }</span>
        </div>
    }
}
