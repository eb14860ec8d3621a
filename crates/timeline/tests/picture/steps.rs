//! The play head goes from event to event, within one instant too.

use abi::Instant;
use timeline::steps::{self, Way};
use timeline::{Head, Model, Moment, Now, RowIx};

use crate::hand::{model, ms, same, show, ASYNC, BLOCKS, SYNC};

/// Where the head stands, and what each lane does then.
fn place(models: &[&Model], head: &Head) -> String {
    let said = |(lane, model): (usize, &&Model)| {
        let labels = model.labels();
        let moment = Moment::of(model, head.point(lane));
        let printed = model.console().lines_at(head.moment(), head.point(lane).events).count();
        let now = match moment.now {
            Now::Running(row) => format!("running {}", labels[row.0]),
            Now::Blocking(row) => format!("blocking {}", labels[row.0]),
            Now::Asleep(_) => "asleep".to_owned(),
            other => format!("{other:?}"),
        };
        format!(" | {now}, {printed} printed")
    };
    let lanes: String = models.iter().enumerate().map(said).collect();
    format!("{} {:?}{lanes}", show(head.moment()), head.events(models))
}

/// All places from a head on, one way.
fn way(models: &[&Model], from: Head, step: impl Fn(&Head) -> Option<Head>) -> (String, Vec<Head>) {
    let mut heads = vec![from];
    while let Some(next) = step(&heads[heads.len() - 1]) {
        assert!(heads.len() < 100, "a step leads nowhere");
        heads.push(next);
    }
    let text: Vec<String> = heads[1..].iter().map(|head| place(models, head)).collect();
    (text.join("\n"), heads)
}

fn start(models: &[&Model]) -> Head {
    Head::of(Instant::ZERO, vec![0; models.len()])
}

#[test]
fn switches_of_plain_code_are_its_sleeps_and_ends() {
    let model = model(SYNC);
    let models = [&model];
    let (text, heads) = way(&models, start(&models), |head| steps::switch(&models, head, None, Way::On));
    same(
        &text,
        "0 [6] | blocking greet 1, 1 printed
         3000 [10] | running main, 2 printed
         3000 [14] | blocking greet 2, 3 printed
         6000 [18] | running main, 4 printed
         6000 [20] | Over(Exit(0)), 4 printed",
    );
    let (_, back) = way(&models, heads[heads.len() - 1].clone(), |head| steps::switch(&models, head, None, Way::Back));
    let forth: Vec<Head> = heads[1..].iter().rev().cloned().collect();
    assert_eq!(back, forth);
}

#[test]
fn switches_of_two_lanes_come_in_one_order_both_ways() {
    let (plain, awaited) = (model(SYNC), model(ASYNC));
    let models = [&plain, &awaited];
    let (text, heads) = way(&models, start(&models), |head| steps::switch(&models, head, None, Way::On));
    same(
        &text.lines().take(6).collect::<Vec<_>>().join("\n"),
        "0 [6, 0] | blocking greet 1, 1 printed | Before, 0 printed
         0 [6, 7] | blocking greet 1, 1 printed | running main, 0 printed
         0 [6, 10] | blocking greet 1, 1 printed | running main, 1 printed
         0 [6, 13] | blocking greet 1, 1 printed | running main, 2 printed
         0 [6, 14] | blocking greet 1, 1 printed | asleep, 2 printed
         3000 [10, 14] | running main, 2 printed | asleep, 2 printed",
    );
    let (_, back) = way(&models, heads[heads.len() - 1].clone(), |head| steps::switch(&models, head, None, Way::Back));
    let forth: Vec<Head> = heads[1..].iter().rev().cloned().collect();
    assert_eq!(back, forth);
}

#[test]
fn one_lane_is_stepped_and_the_others_follow_in_time() {
    let (plain, awaited) = (model(SYNC), model(ASYNC));
    let models = [&plain, &awaited];
    let (text, heads) = way(&models, start(&models), |head| steps::switch(&models, head, Some(0), Way::On));
    same(
        &text,
        "0 [6, 0] | blocking greet 1, 1 printed | Before, 0 printed
         3000 [10, 14] | running main, 2 printed | asleep, 2 printed
         3000 [14, 14] | blocking greet 2, 3 printed | asleep, 2 printed
         6000 [18, 29] | running main, 4 printed | Over(Exit(0)), 4 printed
         6000 [20, 29] | Over(Exit(0)), 4 printed | Over(Exit(0)), 4 printed",
    );
    // The second lane's last switch is where the head comes back to, since only that lane counts.
    let last = &heads[heads.len() - 1];
    let back = steps::switch(&models, last, Some(1), Way::Back).expect("a switch");
    assert_eq!((back.moment(), back.events(&models)), (ms("3000"), vec![14, 29]));
}

#[test]
fn a_dragged_head_goes_to_the_switches_around_it() {
    let (plain, awaited) = (model(SYNC), model(ASYNC));
    let models = [&plain, &awaited];
    let step = |at, way| steps::switch(&models, &Head::at(ms(at)), None, way).map(|head| place(&models, &head));
    same(
        &format!("{}\n{}", step("1800", Way::Back).unwrap(), step("1800", Way::On).unwrap()),
        "0 [6, 14] | blocking greet 1, 1 printed | asleep, 2 printed
         3000 [10, 14] | running main, 2 printed | asleep, 2 printed",
    );
    assert_eq!(step("9000", Way::On), None);
}

#[test]
fn a_head_is_equal_in_effect_to_the_numbers_it_gives() {
    let (plain, awaited) = (model(SYNC), model(ASYNC));
    let models = [&plain, &awaited];
    let (_, heads) = way(&models, Head::at(Instant::ZERO), |head| steps::switch(&models, head, None, Way::On));
    for head in heads {
        let again = Head::of(head.moment(), head.events(&models));
        for (lane, model) in models.iter().enumerate() {
            let mut moment = Moment::of(model, head.point(lane));
            moment.point = again.point(lane);
            assert_eq!(Moment::of(model, again.point(lane)), moment);
        }
    }
}

#[test]
fn a_row_wakes_when_it_could_go_on() {
    let model = model(BLOCKS);
    let models = [&model];
    let ticker = RowIx(2);
    let (text, heads) = way(&models, start(&models), |head| steps::wakeup(&models, head, 0, ticker, Way::On));
    same(
        &text,
        "500 [13] | running main, 1 printed
         1000 [22] | blocking greet, 1 printed",
    );
    let last = &heads[heads.len() - 1];
    let (text, _) = way(&models, last.clone(), |head| steps::wakeup(&models, head, 0, ticker, Way::Back));
    same(&text, "500 [13] | running main, 1 printed");
    assert_eq!(steps::wakeup(&models, last, 0, RowIx(99), Way::On), None);
}

#[test]
fn a_stall_is_found_where_it_begins() {
    let (blocks, awaited) = (model(BLOCKS), model(ASYNC));
    let models = [&awaited, &blocks];
    let (text, heads) = way(&models, start(&models), |head| steps::stall(&models, head, None, Way::On));
    same(&text, "800 [14, 21] | asleep, 2 printed | blocking greet, 1 printed");
    assert_eq!(steps::stall(&models, &heads[1], None, Way::Back), None);
    assert_eq!(steps::stall(&models, &Head::at(ms("3000")), Some(1), Way::Back).as_ref(), Some(&heads[1]));
    assert_eq!(steps::stall(&models, &start(&models), Some(0), Way::On), None);
}
