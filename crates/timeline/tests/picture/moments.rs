//! What a lane shows when the play head stands somewhere.

use timeline::{Model, Moment, Now, Point, State};

use crate::hand::{model, ms, same, show, word, ASYNC, BLOCKS, SYNC};

/// What the lane does, then each living row with its line and what it waits for, then the console.
fn still(model: &Model, at: &str) -> String {
    still_at(model, Point::at(ms(at)))
}

fn still_at(model: &Model, point: Point) -> String {
    let labels = model.labels();
    let moment = Moment::of(model, point);
    let mut text = match moment.now {
        Now::Running(row) => format!("running {}\n", labels[row.0]),
        Now::Blocking(row) => format!("blocking {}\n", labels[row.0]),
        Now::Asleep(until) => format!("asleep until {}\n", until.map_or("ever".to_owned(), show)),
        other => format!("{other:?}\n"),
    };
    for standing in &moment.living {
        let line = standing.pos.map_or(0, |pos| pos.line);
        let until = standing.until().map(|until| format!(" until {}", show(until))).unwrap_or_default();
        text += &format!(
            "{} {}@{line} since {}{until}\n",
            labels[standing.row.0],
            word(standing.state),
            show(standing.since)
        );
    }
    for (line, so_far) in model.console().lines_at(point.at, point.events) {
        text += &format!("> {} {so_far}\n", show(line.at));
    }
    text
}

#[test]
fn plain_code_stands_in_its_call() {
    let model = model(SYNC);
    same(
        &still(&model, "1800"),
        "blocking greet 1
         main calling@9 since 0
         greet 1 BLOCKING@5 since 0 until 3000
         > 0 hello 1",
    );
    same(
        &still(&model, "6000"),
        "Over(Exit(0))
         > 0 hello 1
         > 3000 world 1
         > 3000 hello 2
         > 6000 world 2",
    );
}

#[test]
fn a_loop_with_nothing_to_run_is_asleep() {
    same(
        &still(&model(ASYNC), "1800"),
        "asleep until 3000
         main waiting@12 since 0 until 3000
         main waiting@9 since 0
         greet 1 waiting@5 since 0 until 3000
         greet 2 waiting@5 since 0 until 3000
         > 0 hello 1
         > 0 hello 2",
    );
}

#[test]
fn a_blocked_loop_has_a_ready_queue_that_nobody_runs() {
    let model = model(BLOCKS);
    same(
        &still(&model, "2600"),
        "blocking greet
         main calling@0 since 800
         greet BLOCKING@7 since 800 until 3800
         ticker ready@13 since 1000
         > 0 tick 0",
    );
    let moment = Moment::of(&model, Point::at(ms("2600")));
    let ready: Vec<usize> = moment.in_state(State::Ready).iter().map(|standing| standing.row.0).collect();
    assert_eq!(ready, [2]);
}

#[test]
fn events_part_what_happens_in_one_instant() {
    let model = model(SYNC);
    let after = |events| Moment::of(&model, Point { at: ms("0"), events }).now;
    assert_eq!(after(0), Now::Before);
    assert_eq!(after(1), Now::Ready);
    let by_event: Vec<String> = (2..=6).map(|events| format!("{:?}", after(events))).collect();
    assert_eq!(
        by_event,
        ["Running(RowIx(0))", "Running(RowIx(0))", "Running(RowIx(1))", "Running(RowIx(1))", "Blocking(RowIx(1))"]
    );
}

#[test]
fn the_ready_queue_is_in_the_order_of_becoming_ready() {
    let model = model(
        "0 spawn 1 thread main
         0 run 1
         0 spawn 2 task a in 1
         0 spawn 3 task b in 1
         0 spawn 4 task c in 1
         0 run 2
         1 suspend 2 yield
         1 run 3",
    );
    let order = |at: &str| -> Vec<usize> {
        Moment::of(&model, Point::at(ms(at))).in_state(State::Ready).iter().map(|standing| standing.row.0).collect()
    };
    assert_eq!(order("0.5"), [2, 3]);
    assert_eq!(order("1"), [3, 1]);
}

#[test]
fn a_line_is_put_together_from_its_pieces() {
    let model = model(
        "0 spawn 1 thread main
         0 run 1
         1 print 1 out a
         2 print 1 err oops\\n
         3 print 1 out b\\nc
         4 halt 1",
    );
    let at = |at: &str| -> Vec<String> {
        model.console().lines_at(ms(at), usize::MAX).map(|(line, text)| format!("{:?} {text}", line.stream)).collect()
    };
    assert_eq!(at("0.5"), [""; 0]);
    assert_eq!(at("1"), ["Out a"]);
    assert_eq!(at("2.5"), ["Out a", "Err oops"]);
    assert_eq!(at("3"), ["Out ab", "Err oops", "Out c"]);
    let lines = model.console().lines();
    assert_eq!((lines[0].began(), lines[0].at, lines[0].ended), (ms("1"), ms("3"), true));
    assert!(!lines[2].ended);
}
