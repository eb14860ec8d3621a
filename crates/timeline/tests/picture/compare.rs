//! What the lanes come to beside each other.

use abi::Duration;
use timeline::{compare, Comparison, Model, Reason};

use crate::hand::{model, ASYNC, BLOCKS, SYNC};

fn of(lanes: &[&str]) -> Option<Comparison> {
    let models: Vec<Model> = lanes.iter().map(|lane| model(lane)).collect();
    compare(&models.iter().collect::<Vec<_>>())
}

/// A thread that computes for so long, and ends.
fn computes(ms: u64) -> String {
    format!("0 spawn 1 thread main\n0 run 1 :1\n{ms} end 1 done\n{ms} halt 0\n")
}

#[test]
fn waits_that_overlap_are_why_a_lane_is_sooner() {
    let sooner = Comparison::Sooner {
        fast: vec![1, 2],
        slow: 0,
        times: 2.0,
        by: Duration::from_millis(3000),
        why: Reason::Overlap(2),
    };
    assert_eq!(of(&[SYNC, ASYNC, ASYNC]), Some(sooner));
}

#[test]
fn a_held_loop_is_why_a_lane_is_later() {
    // The same greeter and ticker, with an await in place of the sleep.
    let awaits = "
        0 spawn 1 thread main
        0 run 1
        0 spawn 2 task greet in 1 by 1 :18
        0 spawn 3 task ticker in 1 by 1 :18
        0 run 2 :4
        0 suspend 2 timer 800 :5
        0 run 3 :10
        0 suspend 3 timer 1000 :13
        0 suspend 1 idle 800
        800 wake 1 timer
        800 run 1
        800 wake 2 timer
        800 run 2 :5
        800 end 2 done
        800 suspend 1 idle 1000
        1000 wake 1 timer
        1000 run 1
        1000 wake 3 timer
        1000 run 3 :13
        1000 end 3 done
        1000 end 1 done
        1000 halt 0";
    let Some(Comparison::Sooner { fast, slow, why, .. }) = of(&[BLOCKS, awaits]) else { panic!("one is sooner") };
    assert_eq!((fast, slow, why), (vec![1], 0, Reason::Held(Duration::from_millis(3000))));
}

#[test]
fn more_work_is_why_a_lane_is_later() {
    let Some(Comparison::Sooner { why, .. }) = of(&[&computes(100), &computes(300)]) else { panic!("one is sooner") };
    assert_eq!(why, Reason::Work(Duration::from_millis(200)));
}

#[test]
fn lanes_of_one_length_are_equal_or_starve() {
    assert_eq!(of(&[SYNC, SYNC]), Some(Comparison::Equal(Duration::from_millis(6000))));
    assert_eq!(of(&[&computes(100), &computes(104)]), Some(Comparison::Equal(Duration::from_millis(104))));
    // A task that is ready for as long as another computes.
    let starves = "
        0 spawn 1 thread main
        0 run 1
        0 spawn 2 task hog in 1 by 1 :1
        0 spawn 3 task other in 1 by 1 :2
        0 run 2 :1
        100 end 2 done
        100 run 3 :2
        100 end 3 done
        100 end 1 done
        100 halt 0";
    let expected = Comparison::Starves { lane: 1, than: 0, more: Duration::from_millis(100) };
    assert_eq!(of(&[&computes(100), starves]), Some(expected));
}

#[test]
fn a_lane_that_failed_or_is_alone_is_not_compared() {
    let fails = computes(300).replace("halt 0", "halt 1");
    assert_eq!(of(&[&computes(100), &fails]), None);
    assert_eq!(of(&[SYNC]), None);
    let runs = computes(300).replace("300 halt 0\n", "");
    assert_eq!(of(&[SYNC, ASYNC, &runs]), None);
    assert_eq!(of(&[]), None);
}
