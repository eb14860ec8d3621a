//! Between the page and its address: what a link says of a page, and the links that come in.

use std::rc::Rc;

use gloo_events::EventListener;
use scenario::link::{decode, encode, Broken, Changed, Cut, Library, Link, Moment, Programs, Selected, View, OWN};
use scenario::{Program, Scenario};
use yew::prelude::*;

use crate::state::{own_scenario, Action, Lane, Linked, Opening, Page, SPEEDS, USUAL_SPEED};
use crate::{storage, theme};

#[cfg(test)]
mod tests;

/// What links may refer to, on this page.
fn library(gallery: &[Scenario]) -> Library<'_> {
    Library { scenarios: gallery, earlier: scenario::earlier() }
}

/// The link to what a page shows.
pub fn of(page: &Page) -> Link {
    let opened = page.visit.opened.as_deref();
    // As long as its programs have not run, the moment of a link is known to the link alone.
    let waiting = opened.filter(|_| page.is_held());
    let moment = match waiting {
        Some(link) => link.moment.clone(),
        None => moment(page),
    };
    let engine = moment.as_ref().and_then(|moment| moment.digest).map(|_| env!("CARGO_PKG_VERSION").to_owned());
    let usual = match page.chosen < page.of_the_gallery {
        true => page.scenario().settings,
        false => scenario::Settings::default(),
    };
    Link {
        programs: programs(page),
        settings: Some(page.settings).filter(|settings| *settings != usual),
        engine: waiting.map_or(engine, |link| link.engine.clone()),
        moment,
        speed: Some(page.speed).filter(|speed| *speed != USUAL_SPEED).map(|speed| SPEEDS[speed]),
        selected: match waiting {
            Some(link) => link.selected,
            None => page.chosen_row.map(|row| Selected { lane: row.lane as u32, row: row.row.0 as u32 }),
        },
        kept_to: page.scope.map(|lane| lane as u32),
        view: View { embed: page.visit.embed },
        unknown: opened.map(|link| link.unknown.clone()).unwrap_or_default(),
    }
}

fn programs(page: &Page) -> Programs {
    let scenario = page.scenario();
    let source = |lane: &Lane| lane.source.to_string();
    if page.chosen >= page.of_the_gallery {
        let program = |lane: &Lane| Program { source: source(lane), ..(*lane.program).clone() };
        let programs = page.lanes.iter().map(program).collect();
        return Programs::Own { title: scenario.title.clone(), lesson: scenario.lesson.clone(), programs };
    }
    let change = |(lane, program): (&Lane, &Program)| {
        let python = Some(lane.program.python).filter(|python| *python != program.python);
        let is_changed = python.is_some() || *lane.source != *program.source;
        is_changed.then(|| Changed { file: program.file.clone(), source: source(lane), python, unknown: Vec::new() })
    };
    let changed = page.lanes.iter().zip(&scenario.programs).filter_map(change).collect();
    Programs::Gallery { id: scenario.id.clone(), changed }
}

/// Where the play head is; `None` at the start.
fn moment(page: &Page) -> Option<Moment> {
    if page.head == page.start() {
        return None;
    }
    let events = page.with_models(|models| page.head.events(models));
    let cut = |events: &usize| Cut { events: *events as u64, instructions: 0 };
    let cuts = if page.head.is_whole() { Vec::new() } else { events.iter().map(cut).collect() };
    Some(Moment { at: page.head.moment(), cuts, digest: page.digest_at(&events) })
}

/// The whole address of a link.
pub fn address(page: &Page, link: &Link) -> String {
    let here = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let page_alone = here.split('#').next().unwrap_or_default();
    format!("{page_alone}{}", encode(link, library(&page.gallery[..page.of_the_gallery])))
}

/// What the address of the page says; `None` if it says nothing.
fn read() -> Option<Result<Opening, Broken>> {
    let hash = web_sys::window()?.location().hash().ok()?;
    if hash.trim_start_matches('#').is_empty() {
        return None;
    }
    let gallery = scenario::gallery();
    Some(decode(&hash, library(&gallery)).map(|link| opening(link, &gallery)))
}

/// A link with what was typed into its programs before.
pub fn opening(link: Link, gallery: &[Scenario]) -> Opening {
    let typed = match (&link.programs, own_scenario(&link)) {
        (_, Some(own)) => storage::typed(&own),
        (Programs::Gallery { id, .. }, None) => {
            gallery.iter().find(|scenario| scenario.id == *id).map(storage::typed).unwrap_or_default()
        }
        (Programs::Own { .. }, None) => Vec::new(),
    };
    Opening { link, typed }
}

fn action(read: Result<Opening, Broken>) -> Action {
    Action::Linked(match read {
        Ok(opening) => Linked::Open(Rc::new(opening)),
        Err(broken) => Linked::Broken(Rc::new(broken)),
    })
}

/// The page as its address says, or as it is without one.
pub fn first_page() -> Page {
    let page = Page::open(Rc::new(scenario::gallery()), storage::typed, theme::remembered());
    match read() {
        Some(read) => Rc::unwrap_or_clone(Rc::new(page).reduce(action(read))),
        None => page,
    }
}

/// Opens a link that is put into the address of the open page, and takes an address away that no longer holds.
#[hook]
pub fn use_links(page: &UseReducerHandle<Page>) {
    let dispatcher = page.dispatcher();
    use_effect_with((), move |()| {
        let open = move |_: &web_sys::Event| {
            if let Some(read) = read() {
                dispatcher.dispatch(action(read));
            }
        };
        let listener = web_sys::window().map(|window| EventListener::new(&window, "hashchange", open));
        move || drop(listener)
    });
    let handle = page.clone();
    use_effect_with((page.visit.address_holds, page.job), move |(holds, _)| {
        if !holds {
            // Own programs are nowhere but in the address: without it a reload would lose them.
            let own = handle.scenario().id == OWN;
            let link = own.then(|| Link { moment: None, engine: None, ..of(&handle) });
            replace_address(&handle, link.as_ref());
        }
    });
}

/// Changes what the browser shows as the address. It may refuse; the page works without.
fn replace_address(page: &Page, link: Option<&Link>) {
    let Some(window) = web_sys::window() else { return };
    let (location, Ok(history)) = (window.location(), window.history()) else { return };
    let alone = || Some(format!("{}{}", location.pathname().ok()?, location.search().ok()?));
    let url = match link {
        Some(link) => Some(address(page, link)),
        None => alone(),
    };
    let null = wasm_bindgen::JsValue::NULL;
    history.replace_state_with_url(&null, "", url.as_deref()).unwrap_or_default();
}
