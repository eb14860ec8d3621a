//! Where things are drawn.

use abi::Instant;
use timeline::{Axis, Density, Layout, Mark, Model, Options, RowIx};

use crate::hand::{model, ms, same, show, word, ASYNC, BLOCKS, SYNC};

const OPTIONS: Options =
    Options { width: 1000.0, least: 4.0, tick: 64.0, rows_up_to: 100, roomy_up_to: 12, arrows_up_to: 40, chosen: None };

/// A line a row: y, label, dots, marks, cap.
fn drawn(layout: &Layout) -> String {
    let mut text = String::new();
    for lane in &layout.lanes {
        for row in &lane.rows {
            text += &format!("{} {}", row.y, row.label);
            for whisker in &row.whiskers {
                text += &format!(" ..{:.1}+{:.1}", whisker.x, whisker.width);
            }
            for mark in &row.marks {
                text += &shown(mark);
            }
            text += &row.cap.map(|cap| format!(" cap {:.1}\n", cap.x)).unwrap_or("\n".to_owned());
        }
        for arrow in &lane.arrows {
            text += &format!(
                "arrow {:.1} {}->{}{}\n",
                arrow.x,
                arrow.from_y,
                arrow.to_y,
                if arrow.cancel { " cancel" } else { "" }
            );
        }
    }
    text
}

fn shown(mark: &Mark) -> String {
    match mark {
        Mark::Bar(bar) => {
            let cancelled = if bar.cancelled { "!" } else { "" };
            format!(" {}{cancelled} {:.1}+{:.1}", word(bar.state), bar.x, bar.width)
        }
        Mark::Tick(bar) => format!(" tick {} {:.1}", word(bar.state), bar.x),
        Mark::Strip(strip) => format!(
            " strip {:.1}+{:.1} run {:.2} ready {:.2} block {:.2}",
            strip.x, strip.width, strip.running, strip.ready, strip.blocking
        ),
    }
}

#[test]
fn lanes_share_one_axis() {
    let (plain, awaited) = (model(SYNC), model(ASYNC));
    let layout = Layout::of(&[&plain, &awaited], &OPTIONS);
    same(
        &drawn(&layout),
        "0 main ..0.6+46.7 ..47.3+46.7 tick running 0.6 tick running 47.3 tick running 94.0 cap 94.0
         22 greet 1 tick running 0.6 BLOCKING 0.6+46.7 tick running 47.3 cap 47.3
         44 greet 2 ..0.6+46.7 tick running 47.3 BLOCKING 47.3+46.7 tick running 94.0 cap 94.0
         74 main tick running 0.6 waiting 0.6+46.7 tick running 47.3 cap 47.3
         96 greet 1 tick running 0.6 waiting 0.6+46.7 tick running 47.3 cap 47.3
         118 greet 2 tick running 0.6 waiting 0.6+46.7 tick running 47.3 cap 47.3
         arrow 47.3 118->74",
    );
    assert_eq!((layout.density, layout.height), (Density::ROOMY, 148));
}

#[test]
fn starving_is_a_bar_from_the_due_moment() {
    let layout = Layout::of(&[&model(BLOCKS)], &OPTIONS);
    same(
        &drawn(&layout),
        "0 greet tick running 0.6 waiting 0.6+19.7 tick running 20.3 BLOCKING 20.3+73.7 tick running 94.0 cap 94.0
         22 ticker tick running 0.6 waiting 0.6+12.3 tick running 12.9 waiting 12.9+12.3 ready 25.2+68.8 tick running 94.0 cap 94.0",
    );
}

#[test]
fn what_follows_a_cancel_is_marked() {
    let model = model(
        "0 spawn 1 thread main
         0 run 1
         0 spawn 2 task a in 1 by 1
         0 spawn 3 task b in 1 by 1
         0 run 2
         0 suspend 2 timer 90 :7
         0 run 3
         50 wake 2 cancel 3
         60 end 3 done
         60 run 2 :7
         90 end 2 cancelled
         100 halt 0",
    );
    same(
        &drawn(&Layout::of(&[&model], &OPTIONS)),
        "0 main ..0.6+56.0 ..56.6+28.0 tick running 0.6 tick running 56.6 running 84.7+9.3
         22 a tick running 0.6 waiting 0.6+46.7 ready! 47.3+9.3 running! 56.6+28.0 cap 84.7
         44 b running 0.6+56.0 cap 56.6
         arrow 47.3 44->22 cancel",
    );
}

/// A task that computes for `run` ns and gives way for `rest` ns, `times` times.
fn switching(times: u64, run: u64, rest: u64) -> Model {
    use abi::trace::{Event, Record, RowKind, Text, Why};
    let row = abi::RowId(2);
    let strings = ["main", "t"].map(str::to_owned);
    let born = "0 spawn 1 thread main\n 0 run 1\n 0 spawn 2 task t in 1";
    let mut model = model(born);
    let mut at = 0;
    let mut records = Vec::new();
    for _ in 0..times {
        records.push(Record { at: Instant::from_nanos(at), event: Event::Run { row, core: None, pos: None } });
        at += run;
        records.push(Record { at: Instant::from_nanos(at), event: Event::Suspend { row, why: Why::Yield, pos: None } });
        at += rest;
    }
    assert_eq!(born.matches("spawn").count(), strings.len());
    records.push(Record {
        at: Instant::from_nanos(at),
        event: Event::Spawn {
            row: abi::RowId(3),
            kind: RowKind::Task,
            carrier: Some(abi::RowId(1)),
            parent: None,
            name: Text(1),
            pos: None,
        },
    });
    model.append(&records, &strings);
    model
}

#[test]
fn many_switches_become_strips_with_shares() {
    let layout = Layout::of(&[&switching(500_000, 30_000, 10_000)], &OPTIONS);
    let marks = &layout.lanes[0].rows[1].marks;
    // 934 pixels of time, 32 pixels a strip.
    assert!((28..=32).contains(&marks.len()), "{}", marks.len());
    for mark in marks {
        let Mark::Strip(strip) = mark else { panic!("{mark:?} is wider than a cell") };
        assert!((strip.running - 0.75).abs() < 0.01 && (strip.ready - 0.25).abs() < 0.01, "{strip:?}");
    }
    let covered: f64 = marks.iter().map(|mark| if let Mark::Strip(strip) = mark { strip.width } else { 0.0 }).sum();
    assert!((covered - 93.4).abs() < 0.1, "{covered}");
}

#[test]
fn rows_get_small_when_there_are_many() {
    let tasks: String = (2..30).map(|id| format!("0 spawn {id} task t{id} in 1\n")).collect();
    let layout = Layout::of(&[&model(&format!("0 spawn 1 thread main\n0 run 1\n{tasks}"))], &OPTIONS);
    assert_eq!(layout.density, Density::SMALL);
    assert_eq!(layout.height, 28 * 13 + 7);
}

#[test]
fn of_too_many_rows_only_the_number_is_known() {
    let tasks: String = (2..12).map(|id| format!("0 spawn {id} task t{id} in 1\n")).collect();
    let options = Options { rows_up_to: 4, ..OPTIONS };
    let layout = Layout::of(&[&model(&format!("0 spawn 1 thread main\n0 run 1\n{tasks}"))], &options);
    assert_eq!((layout.lanes[0].rows.len(), layout.lanes[0].more), (4, 6));
    assert_eq!(layout.height, 5 * 22 + 8);
}

#[test]
fn ticks_stand_at_1_2_5() {
    let ticks =
        |end: &str, most| -> Vec<String> { Axis::new(ms(end), most).ticks.iter().map(|tick| show(tick.at)).collect() };
    assert_eq!(ticks("9000", 12), ["0", "1000", "2000", "3000", "4000", "5000", "6000", "7000", "8000", "9000"]);
    assert_eq!(ticks("9000", 6), ["0", "2000", "4000", "6000", "8000"]);
    assert_eq!(ticks("0.35", 8), ["0", "0.05", "0.1", "0.15", "0.2", "0.25", "0.3", "0.35"]);
    // Room on the right for a label that the end just misses.
    assert_eq!(ticks("990", 12).last().expect("a tick"), "1000");
    assert_eq!(ticks("0", 12).first().expect("a tick"), "0");
}

#[test]
fn a_place_on_the_axis_and_a_moment_are_one() {
    let axis = Axis::new(ms("9000"), 12);
    for at in ["0", "1", "1800", "9000"] {
        let there_and_back = axis.at(axis.x(ms(at)));
        assert!(there_and_back.since(ms(at)).nanos().max(ms(at).since(there_and_back).nanos()) < 10, "{at}");
    }
    assert_eq!(axis.at(-5.0), ms("0"));
    assert_eq!(axis.at(100.0), ms("9000"));
}

#[test]
fn where_arrows_would_be_too_many_a_chosen_row_has_its_own() {
    let model = model(ASYNC);
    let count = |chosen| {
        let layout = Layout::of(&[&model, &model], &Options { arrows_up_to: 0, chosen, ..OPTIONS });
        layout.lanes.iter().map(|lane| lane.arrows.len()).collect::<Vec<_>>()
    };
    assert_eq!(count(None), [0, 0]);
    // Row 1 is the task main, which the second greeter wakes; the first greeter wakes nobody.
    assert_eq!(count(Some((1, RowIx(1)))), [0, 1]);
    assert_eq!(count(Some((1, RowIx(3)))), [0, 1]);
    assert_eq!(count(Some((1, RowIx(2)))), [0, 0]);
}

#[test]
fn a_row_is_found_by_its_height() {
    let (plain, awaited) = (model(SYNC), model(ASYNC));
    let layout = Layout::of(&[&plain, &awaited], &OPTIONS);
    for (lane, rows) in layout.lanes.iter().enumerate() {
        for row in &rows.rows {
            let found = layout.row_at(f64::from(row.y) + 1.0);
            assert_eq!(found, Some((lane, row.row)));
            assert_eq!(layout.find(lane, row.row), Some(row));
        }
    }
    let gap = f64::from(layout.lanes[1].rows[0].y) - 1.0;
    assert_eq!(layout.row_at(gap), None);
    assert_eq!(layout.row_at(-1.0), None);
}
