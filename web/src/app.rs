//! The page put together, and what has to be done when its state changes.

use std::cell::Cell;
use std::rc::Rc;

use scenario::Scenario;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::columns::Columns;
use crate::driver::{drive, Job};
use crate::embed::EmbedBar;
use crate::glyph::{self, Defs};
use crate::help::Help;
use crate::keys::use_keys;
use crate::lane::Lane;
use crate::legend::Legend;
use crate::link::{self, use_links};
use crate::notice::Notices;
use crate::player;
use crate::share::Share;
use crate::sizes::{is_phone, use_width};
use crate::state::{Action, Linked, Page, Phase};
use crate::theme::{self, Theme};
use crate::timeline_view::Timeline;
use crate::transport::Transport;
use crate::voice::Voice;
use crate::{compiler, storage, words};

/// What stands left and right of the lanes, in pixels.
const SIDES: f64 = 40.0;

/// The whole page.
#[component]
pub fn App() -> Html {
    let page = use_reducer(link::first_page);
    use_links(&page);
    use_driver(&page);
    use_compiler(&page);
    use_player(&page);
    use_memory(&page);
    use_keys(page.dispatcher());
    let names: Vec<AttrValue> = page.lanes.iter().map(|lane| lane.program.name.clone().into()).collect();
    let recordings: Vec<_> = page.lanes.iter().map(|lane| lane.recording.clone()).collect();
    // In another page there is no place for a person's own texts.
    let own_texts = if page.visit.embed { Vec::new() } else { page.lanes.clone() };
    let row = use_node_ref();
    let sources = page.lanes.iter().map(|lane| &*lane.source);
    let columns = Columns::of(sources, use_width(&row) - SIDES, page.scope);
    let lane = |(index, lane): (usize, &crate::state::Lane)| {
        let key = format!("{} {index}", page.scenario().id);
        html! { <Lane {key} {index} lane={lane.clone()} point={lane.recording.told(page.head.point(index))}
        chosen={page.chosen_in(index)} kept_to={page.scope == Some(index)}
            folded={columns.folded[index] && !is_phone()} page={page.dispatcher()}/> }
    };
    html! {
        <div class={classes!("page", page.visit.embed.then_some("embed"))} data-computing={page.is_computing().to_string()} data-turns={page.turns.to_string()}>
            <Defs/>
            if page.visit.embed {
                <EmbedBar page={page.clone()}/>
            } else {
                <TopBar gallery={page.gallery.clone()} chosen={page.chosen} theme={page.theme} page={page.dispatcher()}/>
            }
            <main class="stage">
                <Notices notices={page.visit.notices.clone()} held={page.is_held()} lanes={own_texts} page={page.dispatcher()}/>
                <p class="lesson">{ &page.scenario().lesson }</p>
                <div class="lanes" ref={row} role="group" aria-label={words::LANES} style={format!("--columns:{}", columns.template)}>
                    { for page.lanes.iter().enumerate().map(lane) }
                </div>
            </main>
            <section class="dock" aria-label={words::TIMELINE}>
                <Transport playing={page.playing} computing={page.is_computing()} head={page.head.moment()} end={page.end()}
                    speed={page.speed} lanes={names.clone()} scope={page.scope} has_chosen={page.chosen_row.is_some()}
                    arrows={page.shows_arrows()} table={page.table} page={page.dispatcher()}/>
                <Timeline names={names.clone()} recordings={recordings.clone()} head={page.head.clone()} table={page.table} chosen={page.chosen_row} arrows={page.shows_arrows()}
                    page={page.dispatcher()}/>
                <Legend/>
            </section>
            <Voice {names} {recordings} head={page.head.clone()} playing={page.playing}/>
            if page.help {
                <Help page={page.dispatcher()}/>
            }
            if page.visit.sharing {
                <Share page={page.clone()}/>
            }
        </div>
    }
}

/// Computes the lanes whose phase says so, anew with each job.
#[hook]
fn use_driver(page: &UseReducerHandle<Page>) {
    let handle = page.clone();
    use_effect_with(page.job, move |job| {
        let cancelled = Rc::new(Cell::new(false));
        let computing = handle.lanes.iter().enumerate().filter(|(_, lane)| lane.phase == Phase::Computing);
        let settings = handle.settings;
        let jobs: Vec<Job> = computing
            .map(|(index, lane)| Job {
                lane: index,
                source: lane.source.clone(),
                program: lane.program.clone(),
                settings,
                model: lane.recording.model.clone(),
            })
            .collect();
        spawn_local(drive(*job, jobs, cancelled.clone(), handle.dispatcher()));
        move || cancelled.set(true)
    });
}

/// Fetches the compiler once a text field is open. Whether it came is said to who runs the text.
#[hook]
fn use_compiler(page: &UseReducerHandle<Page>) {
    let editing = page.lanes.iter().any(|lane| lane.editing);
    use_effect_with(editing, |editing| {
        if *editing {
            spawn_local(async { compiler::fetch().await.map_or((), |_| ()) });
        }
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
    let texts: Vec<_> = page.lanes.iter().map(|lane| (lane.typed.clone(), lane.kept.clone())).collect();
    use_effect_with((page.chosen, texts), move |_| {
        // In another page nothing can be typed, and what was typed elsewhere stays where it is.
        let lanes = if handle.visit.embed { &[] } else { handle.lanes.as_slice() };
        for lane in lanes {
            storage::keep_aside(handle.scenario(), &lane.program, &lane.kept);
            // What a link brought was not typed by the person, and must not take the place of what was.
            if lane.brought.as_ref() != Some(&lane.typed) {
                storage::keep_typed(handle.scenario(), &lane.program, &lane.typed);
            }
        }
    });
}

/// What the top bar shows.
#[derive(Properties, PartialEq)]
struct TopBarProps {
    gallery: Rc<Vec<Scenario>>,
    chosen: usize,
    theme: Option<Theme>,
    page: UseReducerDispatcher<Page>,
}

#[component]
fn TopBar(props: &TopBarProps) -> Html {
    let (page, gallery) = (props.page.clone(), props.gallery.clone());
    let onchange = Callback::from(move |event: Event| {
        let select = event.target_dyn_into::<HtmlSelectElement>();
        if let Some(chosen) = select.and_then(|select| usize::try_from(select.selected_index()).ok()) {
            let typed = storage::typed(&gallery[chosen]);
            page.dispatch(Action::Choose(chosen, typed));
        }
    });
    let next = props.theme.unwrap_or_else(theme::of_system).other();
    let word = if next == Theme::Dark { words::TO_DARK } else { words::TO_LIGHT };
    let page = props.page.clone();
    let onclick = Callback::from(move |_: MouseEvent| page.dispatch(Action::Theme(next)));
    let page = props.page.clone();
    let help = Callback::from(move |_: MouseEvent| page.dispatch(Action::Help(true)));
    let page = props.page.clone();
    let share = Callback::from(move |_: MouseEvent| page.dispatch(Action::Linked(Linked::Share(true))));
    let title = |(index, scenario): (usize, &Scenario)| {
        html! { <option selected={index == props.chosen}>{ &scenario.title }</option> }
    };
    html! {
        <header class="topbar">
            <h1 class="brand">{ glyph::brand() }{ words::BRAND }</h1>
            <span class="crumb" aria-hidden="true">{ "/" }</span>
            <select class="title" aria-label={words::SCENARIO} {onchange}>
                { for props.gallery.iter().enumerate().map(title) }
            </select>
            <span class="push"></span>
            <button class="button" type="button" aria-keyshortcuts="S" aria-label={words::share::SHARE} onclick={share}>
                { glyph::share() }<span class="hide-phone">{ words::share::SHARE }</span>
            </button>
            <button class="button" type="button" aria-label={word} title={word} {onclick}>{ glyph::theme() }</button>
            <button class="button" type="button" onclick={help}>{ words::HELP }<kbd class="hide-phone" aria-hidden="true">{ words::key::HELP }</kbd></button>
        </header>
    }
}
