//! The machine of the profile `free`, and the limit of time.

use crate::scenes::check;
use crate::script::Op::*;
use abi::{Duration, Instant};
use expect_test::expect;
use kernel::{Config, HandOver};

#[test]
fn ready_means_try_again() {
    let main = vec![Lock(0), Spawn(1), Spawn(1), Sleep(1), Unlock(0), Lock(0), Print("main again"), Unlock(0)];
    let other = vec![Lock(0), Print("mine"), Sleep(1), Unlock(0)];
    check(
        Config::free(),
        &[main, other],
        &[],
        expect![[r#"
            0.000000000 spawn       1  thread "process 1"
            0.000000000 run         1  core 0
            0.000002000 spawn       2  thread "thread 1" by 1
            0.000003000 spawn       3  thread "thread 1" by 1
            0.000004000 suspend     1  sleep in "sleep" until 0.001004000
            0.000004000 run         2  core 0
            0.000005000 suspend     2  block in "lock"
            0.000005000 run         3  core 0
            0.000006000 suspend     3  block in "lock"
            0.001007000 wake        1  timer
            0.001007000 run         1  core 0
            0.001009000 wake        2  row 1
            0.001010000 print       1  out "main again"
            0.001011000 wake        3  row 1
            0.001012000 end         1  done
            0.001012000 run         2  core 0
            0.001013000 print       2  out "mine"
            0.001014000 suspend     2  sleep in "sleep" until 0.002014000
            0.001014000 run         3  core 0
            0.001015000 suspend     3  block in "lock"
            0.002017000 wake        2  timer
            0.002017000 run         2  core 0
            0.002019000 wake        3  row 2
            0.002020000 end         2  done
            0.002020000 run         3  core 0
            0.002021000 print       3  out "mine"
            0.002022000 suspend     3  sleep in "sleep" until 0.003022000
            0.003025000 wake        3  timer
            0.003025000 run         3  core 0
            0.003028000 end         3  done
        Finished(Exit(ExitStatus(0))) at 0.003028000
    "#]],
    );
}

#[test]
fn a_free_machine_wakes_sleepers_late_and_together() {
    let main = vec![Spawn(1), Spawn(2), Sleep(5), Print("main")];
    let second = vec![Sleep(5), Print("second"), Compute(1), Yield, Print("given way")];
    let third = vec![Sleep(5), Print("third")];
    check(
        Config::free(),
        &[main, second, third],
        &[],
        expect![[r#"
            0.000000000 spawn       1  thread "process 1"
            0.000000000 run         1  core 0
            0.000001000 spawn       2  thread "thread 1" by 1
            0.000002000 spawn       3  thread "thread 2" by 1
            0.000003000 suspend     1  sleep in "sleep" until 0.005003000
            0.000003000 run         2  core 0
            0.000004000 suspend     2  sleep in "sleep" until 0.005004000
            0.000004000 run         3  core 0
            0.000005000 suspend     3  sleep in "sleep" until 0.005005000
            0.005006000 wake        1  timer
            0.005006000 wake        2  timer
            0.005006000 wake        3  timer
            0.005006000 run         1  core 0
            0.005007000 print       1  out "main"
            0.005008000 end         1  done
            0.005008000 run         2  core 0
            0.005009000 print       2  out "second"
            0.005110000 suspend     2  yield
            0.005110000 run         3  core 0
            0.005111000 print       3  out "third"
            0.005112000 end         3  done
            0.005112000 run         2  core 0
            0.005113000 print       2  out "given way"
            0.005114000 end         2  done
        Finished(Exit(ExitStatus(0))) at 0.005114000
    "#]],
    );
}

#[test]
fn sleepers_that_are_due_go_before_one_that_gives_way() {
    let main = vec![Spawn(1), Yield, Compute(30), Yield, Print("after the sleeper")];
    let sleeper = vec![Sleep(1), Print("sleeper")];
    check(
        Config::free(),
        &[main, sleeper],
        &[],
        expect![[r#"
            0.000000000 spawn       1  thread "process 1"
            0.000000000 run         1  core 0
            0.000001000 spawn       2  thread "thread 1" by 1
            0.000002000 suspend     1  yield
            0.000002000 run         2  core 0
            0.000003000 suspend     2  sleep in "sleep" until 0.001003000
            0.000003000 run         1  core 0
            0.003005000 suspend     1  yield
            0.003005000 wake        2  timer
            0.003005000 run         2  core 0
            0.003006000 print       2  out "sleeper"
            0.003007000 end         2  done
            0.003007000 run         1  core 0
            0.003008000 print       1  out "after the sleeper"
            0.003009000 end         1  done
        Finished(Exit(ExitStatus(0))) at 0.003009000
    "#]],
    );
}

#[test]
fn a_sleeper_that_is_due_waits_until_nobody_is_ready() {
    let main = vec![Spawn(1), Spawn(2), Yield, Compute(30), Yield, Spawn(3), Print("main")];
    let sleeper = vec![Sleep(1), Print("sleeper")];
    let second = vec![Yield, Yield, Print("second")];
    let third = vec![Print("third")];
    check(
        Config::free(),
        &[main, sleeper, second, third],
        &[],
        expect![[r#"
            0.000000000 spawn       1  thread "process 1"
            0.000000000 run         1  core 0
            0.000001000 spawn       2  thread "thread 1" by 1
            0.000002000 spawn       3  thread "thread 2" by 1
            0.000003000 suspend     1  yield
            0.000003000 run         2  core 0
            0.000004000 suspend     2  sleep in "sleep" until 0.001004000
            0.000004000 run         3  core 0
            0.000005000 suspend     3  yield
            0.000005000 run         1  core 0
            0.003007000 suspend     1  yield
            0.003007000 run         3  core 0
            0.003009000 suspend     3  yield
            0.003009000 run         1  core 0
            0.003011000 spawn       4  thread "thread 3" by 1
            0.003011000 print       1  out "main"
            0.003012000 end         1  done
            0.003012000 run         3  core 0
            0.003013000 print       3  out "second"
            0.003014000 end         3  done
            0.003014000 run         4  core 0
            0.003014000 print       4  out "third"
            0.003015000 end         4  done
            0.003015000 wake        2  timer
            0.003015000 run         2  core 0
            0.003016000 print       2  out "sleeper"
            0.003017000 end         2  done
        Finished(Exit(ExitStatus(0))) at 0.003017000
    "#]],
    );
}

#[test]
fn handing_over_costs_time_when_it_never_ends() {
    let hand_over = Some(HandOver { free: 4, price: Duration::from_micros(50) });
    let main = vec![Spawn(1), Yield, Yield, Yield, Sleep(1), Print("main")];
    let other = vec![Yield, Yield, Yield];
    check(
        Config { hand_over, ..Config::free() },
        &[main, other],
        &[],
        expect![[r#"
            0.000000000 spawn       1  thread "process 1"
            0.000000000 run         1  core 0
            0.000001000 spawn       2  thread "thread 1" by 1
            0.000002000 suspend     1  yield
            0.000002000 run         2  core 0
            0.000003000 suspend     2  yield
            0.000003000 run         1  core 0
            0.000005000 suspend     1  yield
            0.000005000 run         2  core 0
            0.000007000 suspend     2  yield
            0.000007000 run         1  core 0
            0.000059000 suspend     1  yield
            0.000059000 run         2  core 0
            0.000111000 suspend     2  yield
            0.000111000 run         1  core 0
            0.000163000 suspend     1  sleep in "sleep" until 0.001163000
            0.000163000 run         2  core 0
            0.000215000 end         2  done
            0.001166000 wake        1  timer
            0.001166000 run         1  core 0
            0.001167000 print       1  out "main"
            0.001168000 end         1  done
        Finished(Exit(ExitStatus(0))) at 0.001168000
    "#]],
    );
}

#[test]
fn nothing_happens_after_the_limit() {
    let limit = Instant::from_nanos(3_000_000);
    let main = vec![Spawn(1), Sleep(2), Print("in time"), Sleep(2), Print("late")];
    let other = vec![Compute(30), Print("late")];
    check(
        Config { limit, ..Config::python(1) },
        &[main, other],
        &[],
        expect![[r#"
            0.000000000 spawn       1  thread "process 1"
            0.000000000 run         1  core 0
            0.000001000 spawn       2  thread "thread 1" by 1
            0.000002000 suspend     1  sleep in "sleep" until 0.002002000
            0.000002000 run         2  core 0
            0.002002000 wake        1  timer
        TimeLimit at 0.002002000
    "#]],
    );
    let main = vec![Sleep(1), Compute(21), Print("late")];
    check(
        Config { limit, ..Config::free() },
        &[main],
        &[],
        expect![[r#"
            0.000000000 spawn       1  thread "process 1"
            0.000000000 run         1  core 0
            0.000001000 suspend     1  sleep in "sleep" until 0.001001000
            0.001004000 wake        1  timer
            0.001004000 run         1  core 0
        TimeLimit at 0.001004000
    "#]],
    );
}
