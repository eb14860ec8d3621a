//! Who opens a link sees what its sender saw.

use std::rc::Rc;

use scenario::link::{decode, encode, Broken, Fault, Link, Moment, Programs};
use scenario::{gallery, Program, Python};
use timeline::steps::Way;
use timeline::{Layout, Options};
use yew::Reducible;

use super::{library, of};
use crate::engine;
use crate::state::{Action, Linked, Notice, Opening, Page, Phase, Progress, Step, Typed};

fn after(page: Rc<Page>, actions: impl IntoIterator<Item = Action>) -> Rc<Page> {
    actions.into_iter().fold(page, |page, action| page.reduce(action))
}

/// The page as it opens, nothing typed before.
fn fresh() -> Rc<Page> {
    Rc::new(Page::open(Rc::new(gallery()), |_| Vec::new(), None))
}

/// Runs all that is to be computed, to its end.
fn computed(page: Rc<Page>) -> Rc<Page> {
    let mut news = Vec::new();
    for (index, lane) in page.lanes.iter().enumerate().filter(|(_, lane)| lane.phase == Phase::Computing) {
        let text = machine::Program { name: lane.program.file.clone(), source: lane.source.to_string() };
        let outcome = front::compile(&text, lane.program.python.into());
        let mut engine = engine::start(&lane.source, &outcome, &lane.program, page.settings);
        while engine.run_slice(100_000) == machine::Status::Paused {}
        lane.recording.model.borrow_mut().append(engine.records(), engine.strings());
        news.push(Progress { lane: index, over: true });
    }
    let job = page.job;
    after(page, [Action::Progress(job, 1, news)])
}

fn chosen(id: &str) -> Rc<Page> {
    let place = gallery().iter().position(|scenario| scenario.id == id).expect("a scenario of the gallery");
    computed(after(fresh(), [Action::Choose(place, Vec::new())]))
}

/// What one sees: the picture as it is laid out, and everything that is not in it.
fn seen(page: &Page) -> String {
    let options = Options {
        width: 1000.0,
        least: 4.0,
        tick: 76.0,
        rows_up_to: 200,
        roomy_up_to: 12,
        arrows_up_to: 40,
        chosen: None,
    };
    let layout = page.with_models(|models| Layout::of(models, &options));
    let layout = serde_json::to_string(&layout).expect("a layout is plain data");
    let scenario = (&page.scenario().title, &page.scenario().lesson, page.settings);
    let lanes = page
        .lanes
        .iter()
        .map(|lane| (&lane.program.name, &lane.program.note, &lane.program.file, lane.program.python, &lane.source));
    let lanes: Vec<_> = lanes.collect();
    let head = (page.head.moment(), page.with_models(|models| page.head.events(models)), page.head.is_whole());
    format!("{layout}\n{scenario:?}\n{lanes:?}\n{head:?}\n{} {:?} {:?}", page.speed, page.chosen_row, page.scope)
}

fn sent(page: &Page) -> String {
    let scenarios = gallery();
    encode(&of(page), library(&scenarios))
}

fn open(address: &str, typed: Vec<Typed>) -> Rc<Page> {
    let scenarios = gallery();
    let read = decode(address, library(&scenarios)).expect("a link of our own");
    after(fresh(), [Action::Linked(Linked::Open(Rc::new(Opening { link: read, typed })))])
}

/// Sends a page's link to somebody, who opens it and lets its programs run.
fn received(page: &Page) -> Rc<Page> {
    computed(after(open(&sent(page), Vec::new()), [Action::Linked(Linked::Release)]))
}

#[test]
fn the_receiver_of_a_link_sees_what_its_sender_saw() {
    let seek = |nanos| Action::Seek(abi::Instant::from_nanos(nanos));
    for scenario in gallery() {
        let page = chosen(&scenario.id);
        let steps = || [const { Action::Step(Step::Switch, Way::On) }; 3];
        let speed = Action::Speed(3);
        for page in [
            page.clone(),
            after(page.clone(), [seek(1_800_000_000), speed]),
            after(page.clone(), steps()),
            after(page.clone(), [Action::ChooseNext(Way::On), Action::ChooseNext(Way::On), Action::PressLane(1)]),
            after(page.clone(), [seek(u64::MAX)]),
        ] {
            let receiver = received(&page);
            assert_eq!(seen(&receiver), seen(&page), "{}", sent(&page));
            assert_eq!(receiver.visit.notices, [], "{}", sent(&page));
            assert_eq!(sent(&receiver), sent(&page));
        }
    }
}

#[test]
fn an_edited_program_arrives_as_it_was_edited() {
    let page = chosen("ways_to_wait");
    let source = page.lanes[1].source.replace("sleep(3)", "sleep(0.5)");
    let page = computed(after(page, [Action::Type(1, source), Action::Run(1)]));
    let page = after(page, [Action::Seek(abi::Instant::from_nanos(400_000_000))]);
    assert_eq!(seen(&received(&page)), seen(&page));
}

#[test]
fn programs_of_its_own_arrive_and_may_be_sent_on() {
    let program = |name: &str, python| Program {
        name: name.to_owned(),
        note: "a note".to_owned(),
        file: format!("{name}.py"),
        source: format!("import time\nprint({name:?})\ntime.sleep(1)\n"),
        python,
    };
    let programs = vec![program("one", Python::V311), program("two", Python::V310)];
    let link = Link::to(Programs::Own { title: "Own".to_owned(), lesson: "A lesson.".to_owned(), programs });
    let scenarios = gallery();
    let page = open(&encode(&link, library(&scenarios)), Vec::new());
    assert_eq!(page.gallery.len(), page.of_the_gallery + 1);
    let page = computed(after(page, [Action::Linked(Linked::Release), Action::Seek(abi::Instant::from_nanos(1))]));
    let receiver = received(&page);
    assert_eq!(seen(&receiver), seen(&page));
    // Opening it again does not pile scenarios up.
    assert_eq!(receiver.gallery.len(), page.gallery.len());
}

#[test]
fn a_foreign_program_does_not_run_before_the_person_says_so() {
    let page = chosen("ways_to_wait");
    let page = computed(after(page, [Action::Type(0, "print('foreign')".to_owned()), Action::Run(0)]));
    let receiver = computed(open(&sent(&page), Vec::new()));
    assert_eq!(&*receiver.lanes[0].source, "print('foreign')");
    assert_eq!((receiver.lanes[0].phase, receiver.lanes[1].phase), (Phase::Held, Phase::Over));
    assert_eq!(receiver.lanes[0].recording.model.borrow().events(), 0);
    assert!(receiver.is_held());
    // A link that is sent on unread says what it said.
    assert_eq!(sent(&receiver), sent(&page));
    let played = after(receiver, [Action::PlayOrPause]);
    assert_eq!((played.lanes[0].phase, played.is_held(), played.playing), (Phase::Computing, false, true));
}

#[test]
fn what_was_typed_before_is_kept_and_comes_back() {
    let typed = |text: &str| vec![Typed { text: Some(text.to_owned()), kept: Vec::new() }];
    let page = open("#v1/ways_to_wait/at=1s", typed("mine = 1"));
    let program = page.lanes[0].program.clone();
    assert_eq!(*page.lanes[0].source, *program.source);
    assert!(!page.lanes[0].is_own_work());
    assert_eq!(page.lanes[0].kept, [Rc::from("mine = 1")]);
    // What the person writes over the link's text is not lost either.
    let page = after(page, [Action::Type(0, "mine = 2".to_owned())]);
    let page = after(page, [Action::Linked(Linked::BringBack(0, "mine = 1".to_owned()))]);
    assert_eq!((&*page.lanes[0].source, page.lanes[0].phase), ("mine = 1", Phase::Computing));
    assert_eq!(page.lanes[0].kept, [Rc::from("mine = 2")]);
    assert!(page.visit.opened.is_none() && !page.visit.address_holds);
    let page = after(page, [Action::Linked(Linked::Forget(0, "mine = 2".to_owned()))]);
    assert!(page.lanes[0].kept.is_empty());
}

#[test]
fn a_text_is_kept_once() {
    let typed = vec![Typed { text: Some("mine".to_owned()), kept: vec!["mine".to_owned(), "older".to_owned()] }];
    let page = open("#v1/ways_to_wait", typed);
    assert_eq!(page.lanes[0].kept, [Rc::from("mine"), Rc::from("older")]);
    let scenario_own = vec![Typed { text: Some(page.lanes[0].program.source.clone()), kept: Vec::new() }];
    assert!(open("#v1/ways_to_wait", scenario_own).lanes[0].kept.is_empty());
}

#[test]
fn an_engine_that_plays_it_differently_says_so() {
    let page = after(chosen("ways_to_wait"), [Action::Seek(abi::Instant::from_nanos(1_800_000_000))]);
    let mut link = of(&page);
    link.engine = Some("0.0.9".to_owned());
    let moment = link.moment.as_mut().expect("it is not the start");
    moment.digest = moment.digest.map(|digest| digest ^ 1);
    let scenarios = gallery();
    let receiver = computed(open(&encode(&link, library(&scenarios)), Vec::new()));
    assert_eq!(receiver.visit.notices, [Notice::Differs(Some("0.0.9".to_owned()))]);
    assert!(after(receiver, [Action::Linked(Linked::Dismiss(0))]).visit.notices.is_empty());
}

#[test]
fn a_moment_behind_the_end_is_the_end() {
    let page = computed(open("#v1/ways_to_wait/at=1000000s", Vec::new()));
    assert_eq!(page.head.moment(), page.end());
    assert_eq!(page.visit.notices, []);
}

#[test]
fn the_head_waits_where_the_link_says_until_that_is_computed() {
    let page = after(open("#v1/ways_to_wait/at=2s", Vec::new()), [Action::PlayOrPause, Action::Elapsed(0.5)]);
    assert_eq!(page.head.moment(), abi::Instant::from_nanos(2_000_000_000));
    let page = after(computed(page), [Action::Elapsed(0.5)]);
    assert_eq!(page.head.moment(), abi::Instant::from_nanos(2_500_000_000));
}

#[test]
fn a_broken_link_leaves_what_is_there() {
    let broken = Rc::new(Broken { fault: Fault::Damaged, scenario: None, found: Vec::new() });
    let before = chosen("who_blocks_the_loop");
    let page = after(before.clone(), [Action::Linked(Linked::Broken(broken.clone()))]);
    assert_eq!(page.visit.notices, [Notice::Broken(broken)]);
    assert_eq!(seen(&page), seen(&before));
    assert_eq!(after(page, [Action::Linked(Linked::Dismiss(0)), Action::Linked(Linked::Dismiss(9))]).visit.notices, []);
}

#[test]
fn a_moment_with_other_lanes_than_ours_is_an_instant() {
    let mut link = Link::to_gallery("ways_to_wait");
    let cuts = vec![Default::default(); 7];
    link.moment = Some(Moment { at: abi::Instant::from_nanos(1_000_000_000), cuts, digest: Some(7) });
    let scenarios = gallery();
    let page = computed(open(&encode(&link, library(&scenarios)), Vec::new()));
    assert!(page.head.is_whole());
    assert_eq!(page.visit.notices, [Notice::Differs(None)]);
}
