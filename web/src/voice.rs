//! A quiet voice for those who don't see the page: after a step or a pause it says what has changed.

use gloo_timers::callback::Timeout;
use timeline::{Head, Model};
use yew::prelude::*;

use crate::reading::{changes, Snapshot};
use crate::state::Recording;

/// How long the head must stand still before anything is said, in milliseconds: a drag says nothing on its way.
const PAUSE: u32 = 250;

/// What the voice speaks of.
#[derive(Properties, PartialEq)]
pub struct VoiceProps {
    /// The names of the lanes.
    pub names: Vec<AttrValue>,
    /// Their recordings.
    pub recordings: Vec<Recording>,
    /// Where the play head is.
    pub head: Head,
    /// The play head moves: nothing is said.
    pub playing: bool,
}

/// The live region.
#[component]
pub fn Voice(props: &VoiceProps) -> Html {
    let said = use_state_eq(String::new);
    let last = use_mut_ref(Vec::<Snapshot>::new);
    let (names, recordings) = (props.names.clone(), props.recordings.clone());
    let set = said.setter();
    use_effect_with((props.head.clone(), props.playing), move |(head, playing)| {
        let head = head.clone();
        let speak = move || {
            let models: Vec<_> = recordings.iter().map(|recording| recording.model.borrow()).collect();
            let models: Vec<&Model> = models.iter().map(|model| &**model).collect();
            let now = |(lane, model): (usize, &&Model)| Snapshot::of(model, head.point(lane));
            let now: Vec<Snapshot> = models.iter().enumerate().map(now).collect();
            let before = last.replace(now.clone());
            // When the page has just opened there is nothing new to a listener.
            if before.len() == now.len() && before != now {
                let names: Vec<String> = names.iter().map(|name| name.to_string()).collect();
                set.set(changes(&models, &names, &before, &now, head.moment()));
            }
        };
        let timer = (!playing).then(|| Timeout::new(PAUSE, speak));
        move || drop(timer)
    });
    html! { <p class="unseen" role="status" aria-live="polite">{ &*said }</p> }
}
