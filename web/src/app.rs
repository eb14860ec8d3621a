//! The page put together, and what has to be done when its state changes.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::driver::{drive, Job};
use crate::glyph::{self, Defs};
use crate::keys::use_keys;
use crate::lane::Lane;
use crate::legend::Legend;
use crate::player;
use crate::state::{Action, Page, Phase};
use crate::theme::{self, Theme};
use crate::timeline_view::Timeline;
use crate::transport::Transport;
use crate::{engine, storage, words};

/// The whole page.
#[component]
pub fn App() -> Html {
    let page = use_reducer(|| Page::open(Rc::new(scenario::gallery()), storage::typed, theme::remembered()));
    use_driver(&page);
    use_player(&page);
    use_memory(&page);
    use_keys(page.dispatcher());
    let names: Vec<AttrValue> = page.lanes.iter().map(|lane| lane.program.name.clone().into()).collect();
    let recordings: Vec<_> = page.lanes.iter().map(|lane| lane.recording.clone()).collect();
    let lane = |(index, lane): (usize, &crate::state::Lane)| {
        let key = format!("{} {index}", page.scenario().id);
        html! { <Lane {key} {index} lane={lane.clone()} point={page.head.point(index)} page={page.dispatcher()}/> }
    };
    html! {
        <div class="page" data-computing={page.is_computing().to_string()} data-turns={page.turns.to_string()}>
            <Defs/>
            <TopBar titles={titles(&page)} chosen={page.chosen} theme={page.theme} page={page.dispatcher()}/>
            <main class="stage">
                <p class="lesson">{ &page.scenario().lesson }</p>
                <div class="lanes" role="group" aria-label={words::LANES}>{ for page.lanes.iter().enumerate().map(lane) }</div>
            </main>
            <section class="dock" aria-label={words::TIMELINE}>
                <Transport playing={page.playing} computing={page.is_computing()} head={page.head.moment()} end={page.end()}
                    speed={page.speed} page={page.dispatcher()}/>
                <Timeline {names} {recordings} head={page.head.moment()} page={page.dispatcher()}/>
                <Legend/>
            </section>
        </div>
    }
}

fn titles(page: &Page) -> Vec<AttrValue> {
    page.gallery.iter().map(|scenario| scenario.title.clone().into()).collect()
}

/// Computes the lanes whose phase says so, anew with each job.
#[hook]
fn use_driver(page: &UseReducerHandle<Page>) {
    let handle = page.clone();
    use_effect_with(page.job, move |job| {
        let cancelled = Rc::new(Cell::new(false));
        let computing = handle.lanes.iter().enumerate().filter(|(_, lane)| lane.phase == Phase::Computing);
        let settings = handle.scenario().settings;
        let jobs: Vec<Job> = computing
            .map(|(index, lane)| Job {
                lane: index,
                engine: engine::start(&lane.source, &lane.program, settings),
                model: lane.recording.model.clone(),
            })
            .collect();
        spawn_local(drive(*job, jobs, cancelled.clone(), handle.dispatcher()));
        move || cancelled.set(true)
    });
}

/// Moves the play head while it plays.
#[hook]
fn use_player(page: &UseReducerHandle<Page>) {
    let dispatcher = page.dispatcher();
    use_effect_with(page.playing, move |playing| {
        let cancelled = Rc::new(Cell::new(!playing));
        if *playing {
            spawn_local(player::play(cancelled.clone(), dispatcher));
        }
        move || cancelled.set(true)
    });
}

/// Keeps what was typed, and the theme.
#[hook]
fn use_memory(page: &UseReducerHandle<Page>) {
    use_effect_with(page.theme, |theme| {
        if let Some(theme) = theme {
            theme::wear(*theme);
        }
    });
    let handle = page.clone();
    let texts: Vec<Rc<str>> = page.lanes.iter().map(|lane| lane.typed.clone()).collect();
    use_effect_with((page.chosen, texts), move |(_, texts)| {
        for (lane, text) in handle.lanes.iter().zip(texts) {
            storage::keep_typed(handle.scenario(), &lane.program, text);
        }
    });
}

/// What the top bar shows.
#[derive(Properties, PartialEq)]
struct TopBarProps {
    titles: Vec<AttrValue>,
    chosen: usize,
    theme: Option<Theme>,
    page: UseReducerDispatcher<Page>,
}

#[component]
fn TopBar(props: &TopBarProps) -> Html {
    let page = props.page.clone();
    let onchange = Callback::from(move |event: Event| {
        let select = event.target_dyn_into::<HtmlSelectElement>();
        if let Some(chosen) = select.and_then(|select| usize::try_from(select.selected_index()).ok()) {
            let typed = storage::typed(&scenario::gallery()[chosen]);
            page.dispatch(Action::Choose(chosen, typed));
        }
    });
    let next = props.theme.unwrap_or_else(theme::of_system).other();
    let word = if next == Theme::Dark { words::TO_DARK } else { words::TO_LIGHT };
    let page = props.page.clone();
    let onclick = Callback::from(move |_: MouseEvent| page.dispatch(Action::Theme(next)));
    let title = |(index, title): (usize, &AttrValue)| {
        html! { <option selected={index == props.chosen}>{ title }</option> }
    };
    html! {
        <header class="topbar">
            <h1 class="brand">{ glyph::brand() }{ words::BRAND }</h1>
            <span class="crumb" aria-hidden="true">{ "/" }</span>
            <select class="title" aria-label={words::SCENARIO} {onchange}>
                { for props.titles.iter().enumerate().map(title) }
            </select>
            <span class="push"></span>
            <button class="button" type="button" aria-label={word} title={word} {onclick}>{ glyph::theme() }</button>
        </header>
    }
}
