//! What a person does, in the reducer's own terms.

use std::rc::Rc;

use abi::trace::{Event, Outcome, Record, RowKind, Text};
use abi::{Instant, RowId};
use scenario::{Program, Scenario};
use timeline::steps::Way;
use timeline::RowIx;
use yew::Reducible;

use super::{Action, Chosen, Page, Phase, Progress, Step, Typed};

fn program(file: &str) -> Program {
    let (name, source) = (file.to_owned(), format!("# {file}\n"));
    Program { name, note: String::new(), file: file.to_owned(), source, python: scenario::Python::default() }
}

fn scenario(id: &str) -> Scenario {
    let programs = vec![program("a.py"), program("b.py")];
    Scenario { id: id.to_owned(), title: id.to_owned(), lesson: String::new(), programs, settings: Default::default() }
}

/// A page whose two lanes are being computed.
fn page() -> Rc<Page> {
    Rc::new(Page::open(Rc::new(vec![scenario("one"), scenario("two")]), |_| Vec::new(), None))
}

fn after(page: &Rc<Page>, actions: impl IntoIterator<Item = Action>) -> Rc<Page> {
    actions.into_iter().fold(page.clone(), |page, action| page.reduce(action))
}

fn seconds(s: f64) -> Instant {
    Instant::from_nanos((s * 1e9) as u64)
}

fn spawned(row: u32) -> Event {
    Event::Spawn { row: RowId(row), kind: RowKind::Thread, carrier: None, parent: None, name: Text(0), pos: None }
}

/// The driver has come so far in a lane.
fn reach(page: &Page, lane: usize, s: f64) {
    let mut model = page.lanes[lane].recording.model.borrow_mut();
    if model.events() == 0 {
        model.append(&[Record { at: Instant::ZERO, event: spawned(1) }], &["main".to_owned()]);
    }
    model.reach(seconds(s));
}

fn told(page: &Page, over: [bool; 2]) -> Action {
    let news = over.into_iter().enumerate().map(|(lane, over)| Progress { lane, over }).collect();
    Action::Progress(page.job, 1, news)
}

/// A page whose lanes took 9 and 3 seconds.
fn computed() -> Rc<Page> {
    let page = page();
    reach(&page, 0, 9.0);
    reach(&page, 1, 3.0);
    after(&page, [told(&page, [true, true])])
}

#[test]
fn the_play_head_goes_as_fast_as_the_speed_says_and_stops_at_the_end() {
    let page = after(&computed(), [Action::PlayOrPause, Action::Elapsed(1.5)]);
    assert_eq!((page.head.moment(), page.playing), (seconds(1.5), true));
    let faster = after(&page, [Action::Speed(7), Action::Elapsed(1.0)]);
    assert_eq!(faster.head.moment(), seconds(3.5));
    let end = after(&faster, [Action::Elapsed(60.0)]);
    assert_eq!((end.head.moment(), end.playing), (seconds(9.0), false));
    assert_eq!(after(&end, [Action::PlayOrPause]).head.moment(), Instant::ZERO);
}

#[test]
fn the_play_head_waits_for_the_lane_that_is_computed_slowest() {
    let page = page();
    reach(&page, 0, 2.0);
    reach(&page, 1, 5.0);
    let page = after(&page, [told(&page, [false, false]), Action::PlayOrPause, Action::Elapsed(4.0)]);
    assert_eq!((page.head.moment(), page.playing), (seconds(2.0), true));
    let page = after(&page, [told(&page, [true, false]), Action::Elapsed(4.0)]);
    assert_eq!((page.head.moment(), page.playing), (seconds(5.0), true));
}

#[test]
fn seeking_pauses_and_keeps_to_the_run() {
    let page = after(&computed(), [Action::PlayOrPause, Action::Seek(Instant::FAR)]);
    assert_eq!((page.head.moment(), page.playing), (seconds(9.0), false));
    assert_eq!(after(&page, [Action::Seek(seconds(1.0))]).head.moment(), seconds(1.0));
    assert_eq!(after(&page, [Action::Elapsed(1.0)]).head.moment(), seconds(9.0));
}

#[test]
fn what_was_typed_runs_in_its_lane_alone() {
    let before = computed();
    let typed = after(&before, [Action::Edit(1), Action::Type(1, "pass".to_owned())]);
    assert_eq!((&*typed.lanes[1].source, typed.lanes[1].is_edited()), ("# b.py\n", true));
    let page = after(&typed, [Action::Run(1)]);
    assert_eq!(&*page.lanes[1].source, "pass");
    assert_eq!([page.lanes[0].phase, page.lanes[1].phase], [Phase::Over, Phase::Computing]);
    assert!(page.lanes[0].recording == before.lanes[0].recording);
    assert_eq!(page.lanes[1].recording.end(), Instant::ZERO);
    assert_eq!((page.job, page.playing, page.lanes[1].editing), (before.job + 1, true, false));
    let page = after(&page, [Action::Reset(1)]);
    assert_eq!((&*page.lanes[1].source, page.lanes[1].is_edited()), ("# b.py\n", false));
}

#[test]
fn a_lane_that_is_still_computed_starts_again_with_a_new_job() {
    let page = page();
    reach(&page, 0, 2.0);
    let again = after(&page, [told(&page, [false, true]), Action::Run(1)]);
    assert_eq!(again.lanes[0].phase, Phase::Computing);
    assert_eq!(again.lanes[0].recording.end(), Instant::ZERO);
}

#[test]
fn stop_ends_what_is_computed_and_late_news_of_it_is_nothing() {
    let page = page();
    reach(&page, 0, 2.0);
    let late = told(&page, [true, true]);
    let stopped = after(&page, [told(&page, [false, true]), Action::Stop]);
    assert_eq!([stopped.lanes[0].phase, stopped.lanes[1].phase], [Phase::Stopped, Phase::Over]);
    assert!(!stopped.is_computing());
    assert!(Rc::ptr_eq(&stopped, &stopped.clone().reduce(late)));
}

#[test]
fn another_scenario_starts_from_the_beginning_with_what_was_typed_into_it() {
    let page = after(
        &computed(),
        [
            Action::Seek(seconds(2.0)),
            Action::Choose(1, vec![Typed::default(), Typed { text: Some("x".to_owned()), kept: Vec::new() }]),
        ],
    );
    assert_eq!((page.scenario().id.as_str(), page.head.moment(), page.is_computing()), ("two", Instant::ZERO, true));
    assert_eq!([page.lanes[0].is_edited(), page.lanes[1].is_edited()], [false, true]);
    assert_eq!(&*page.lanes[1].source, "x");
}

#[test]
fn stepping_pauses_and_parts_what_happens_in_one_instant() {
    let page = computed();
    for lane in &page.lanes {
        let end = |row| Record { at: seconds(1.0), event: Event::End { row: RowId(row), outcome: Outcome::Done } };
        let spawn = |row| Record { at: seconds(1.0), event: spawned(row) };
        let names = ["main".to_owned()];
        lane.recording.model.borrow_mut().append(&[spawn(2), spawn(3), end(2), end(3)], &names);
    }
    let events = |page: &Page| page.with_models(|models| page.head.events(models));
    let page = after(&page, [Action::PlayOrPause, Action::Step(Step::Switch, Way::On)]);
    assert_eq!((page.head.moment(), events(&page), page.playing), (seconds(1.0), vec![4, 1], false));
    let page = after(&page, [Action::Step(Step::Switch, Way::On), Action::Step(Step::Switch, Way::On)]);
    assert_eq!((page.head.moment(), events(&page)), (seconds(1.0), vec![5, 4]));
    let page = after(&page, [Action::Step(Step::Switch, Way::Back)]);
    assert_eq!((page.head.moment(), events(&page)), (seconds(1.0), vec![5, 1]));
    let start = after(&page, [const { Action::Step(Step::Switch, Way::Back) }; 2]);
    assert_eq!((start.head.moment(), events(&start)), (Instant::ZERO, vec![0, 0]));
    let end = after(&page, [const { Action::Step(Step::Switch, Way::On) }; 3]);
    assert_eq!((end.head.moment(), events(&end)), (seconds(9.0), vec![5, 5]));
    assert_eq!(after(&end, [Action::PlayOrPause]).head, start.head);
}

#[test]
fn a_step_does_not_go_where_a_slower_lane_has_not_been_yet() {
    let page = page();
    reach(&page, 0, 5.0);
    reach(&page, 1, 2.0);
    let end = Record { at: seconds(4.0), event: Event::End { row: RowId(1), outcome: Outcome::Done } };
    page.lanes[0].recording.model.borrow_mut().append(&[end], &[]);
    let page = after(&page, [told(&page, [true, false]), Action::Step(Step::Switch, Way::On)]);
    assert_eq!(page.head.moment(), Instant::ZERO);
}

#[test]
fn the_chosen_row_goes_through_all_lanes_or_through_the_one_that_is_kept_to() {
    let page = computed();
    let chosen = |lane| Some(Chosen { lane, row: RowIx(0) });
    let next = || Action::ChooseNext(Way::On);
    let page = after(&page, [next()]);
    assert_eq!(page.chosen_row, chosen(0));
    let page = after(&page, [next(), next()]);
    assert_eq!(page.chosen_row, chosen(1));
    let kept = after(&page, [Action::PressLane(1), Action::ChooseNext(Way::Back)]);
    assert_eq!((kept.scope, kept.chosen_row), (Some(1), chosen(1)));
    let free = after(&kept, [Action::LetGo]);
    assert_eq!((free.scope, free.chosen_row), (Some(1), None));
    assert_eq!(after(&free, [Action::LetGo]).scope, None);
    assert_eq!(after(&kept, [Action::PressLane(1)]).scope, None);
    assert_eq!(after(&kept, [Action::PressLane(7)]).scope, None);
}

#[test]
fn a_choice_ends_with_the_run_that_it_was_made_in() {
    let chosen = Chosen { lane: 1, row: RowIx(0) };
    let page = after(&computed(), [Action::ChooseRow(chosen)]);
    assert_eq!(page.chosen_row, Some(chosen));
    assert_eq!(after(&page, [Action::Run(0)]).chosen_row, Some(chosen));
    assert_eq!(after(&page, [Action::Run(1)]).chosen_row, None);
    assert_eq!(after(&page, [Action::Choose(1, Vec::new())]).chosen_row, None);
    assert_eq!(after(&page, [Action::ChooseRow(Chosen { lane: 1, row: RowIx(5) })]).chosen_row, None);
}

#[test]
fn with_less_motion_the_play_head_goes_from_switch_to_switch() {
    let page = computed();
    let end = Record { at: seconds(4.0), event: Event::End { row: RowId(1), outcome: Outcome::Done } };
    page.lanes[0].recording.model.borrow_mut().append(&[end], &[]);
    let page = after(&page, [Action::PlayOrPause, Action::Hop]);
    assert_eq!((page.head.moment(), page.playing), (seconds(4.0), true));
    let page = after(&page, [Action::Hop]);
    assert_eq!((page.head.moment(), page.playing), (seconds(9.0), false));
    assert_eq!(after(&page, [Action::Hop]).head, page.head);
}

#[test]
fn what_the_page_has_not_been_told_of_is_not_looked_at() {
    let page = page();
    reach(&page, 0, 1.0);
    let events = |page: &Page| page.lanes[0].recording.told(page.head.point(0)).events;
    let playing = after(&page, [Action::PlayOrPause, Action::Elapsed(1.0)]);
    assert_eq!((events(&playing), playing.head.is_whole()), (0, true));
    assert_eq!(events(&after(&playing, [told(&playing, [false, false])])), 1);
}
