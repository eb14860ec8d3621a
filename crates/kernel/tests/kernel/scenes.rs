//! What the kernel does, scene by scene: the traces are snapshots.

use crate::script::Op::{self, *};
use crate::stage::{play, Cut, Player};
use abi::WakeCount::{All, One};
use expect_test::{expect, Expect};
use kernel::{Config, Status};

pub fn check(config: Config, scripts: &[Vec<Op>], signals: &[(u64, u8)], expected: Expect) {
    expected.assert_eq(&play(config, scripts, signals, Cut::Never).text());
}

#[test]
fn a_park_ends_by_wake_or_by_timeout() {
    let main = vec![Spawn(1), Spawn(2), Spawn(2), Sleep(10), Wake(0, One), Sleep(10), Wake(0, All), Wake(0, All)];
    let hasty = vec![Park(0, Some(5))];
    let patient = vec![Park(0, Some(100))];
    check(
        Config::python(1),
        &[main, hasty, patient],
        &[],
        expect![[r#"
            0.000000000 spawn       1  thread "process 1"
            0.000000000 run         1  core 0
            0.000001000 spawn       2  thread "thread 1" by 1
            0.000002000 spawn       3  thread "thread 2" by 1
            0.000003000 spawn       4  thread "thread 2" by 1
            0.000004000 suspend     1  sleep in "sleep" until 0.010004000
            0.000004000 run         2  core 0
            0.000005000 suspend     2  block in "park" until 0.005005000
            0.000005000 run         3  core 0
            0.000006000 suspend     3  block in "park" until 0.100006000
            0.000006000 run         4  core 0
            0.000007000 suspend     4  block in "park" until 0.100007000
            0.005005000 wake        2  timer
            0.005005000 run         2  core 0
            0.005006000 print       2  out "timed out"
            0.005007000 end         2  done
            0.010004000 wake        1  timer
            0.010004000 run         1  core 0
            0.010006000 wake        3  row 1
            0.010006000 print       1  out "woke 1"
            0.010007000 suspend     1  sleep in "sleep" until 0.020007000
            0.010007000 run         3  core 0
            0.010008000 print       3  out "ready"
            0.010009000 end         3  done
            0.020007000 wake        1  timer
            0.020007000 run         1  core 0
            0.020009000 wake        4  row 1
            0.020009000 print       1  out "woke 1"
            0.020010000 print       1  out "woke 0"
            0.020011000 end         1  done
            0.020011000 run         4  core 0
            0.020012000 print       4  out "ready"
            0.020013000 end         4  done
        Finished(Exit(ExitStatus(0))) at 0.020013000
    "#]],
    );
}

#[test]
fn a_signal_cuts_a_sleep_short_and_it_goes_on_with_the_rest() {
    let main = vec![Spawn(1), Sleep(10), Print("slept"), Park(0, None)];
    let other = vec![Sleep(20), Print("undisturbed")];
    check(
        Config::python(1),
        &[main, other],
        &[(4, 2), (15, 15)],
        expect![[r#"
            0.000000000 spawn       1  thread "process 1"
            0.000000000 run         1  core 0
            0.000001000 spawn       2  thread "thread 1" by 1
            0.000002000 suspend     1  sleep in "sleep" until 0.010002000
            0.000002000 run         2  core 0
            0.000003000 suspend     2  sleep in "sleep" until 0.020003000
            0.004000000 wake        1  signal
            0.004000000 run         1  core 0
            0.004001000 print       1  out "signal 2"
            0.004001000 suspend     1  sleep in "sleep" until 0.010002000
            0.010002000 wake        1  timer
            0.010002000 run         1  core 0
            0.010003000 print       1  out "slept"
            0.010004000 suspend     1  block in "park"
            0.015000000 wake        1  signal
            0.015000000 run         1  core 0
            0.015001000 print       1  out "interrupted"
            0.015001000 print       1  out "signal 15"
            0.015002000 end         1  done
            0.020003000 wake        2  timer
            0.020003000 run         2  core 0
            0.020004000 print       2  out "undisturbed"
            0.020005000 end         2  done
        Finished(Exit(ExitStatus(0))) at 0.020005000
    "#]],
    );
}

#[test]
fn a_signal_waits_for_the_eval_breaker_of_a_computing_main_thread() {
    let main = vec![Compute(50), Sleep(1)];
    check(
        Config::python(1),
        &[main],
        &[(2, 2), (3, 10)],
        expect![[r#"
            0.000000000 spawn       1  thread "process 1"
            0.000000000 run         1  core 0
            0.002000000 print       1  out "signal 2"
            0.003000000 print       1  out "signal 10"
            0.005001000 suspend     1  sleep in "sleep" until 0.006001000
            0.006001000 wake        1  timer
            0.006001000 run         1  core 0
            0.006003000 end         1  done
        Finished(Exit(ExitStatus(0))) at 0.006003000
    "#]],
    );
}

#[test]
fn a_signal_from_outside_comes_at_once_and_never_in_the_past() {
    let main = vec![Fork(1), Sleep(10)];
    let child = vec![Compute(15), Print("computed"), Compute(50), Print("computed more")];
    let mut player = Player::new(Config::python(1), &[main, child]);
    assert_eq!(player.run(25), Status::Paused);
    player.signal_at(1, 2);
    player.signal_at(3, 10);
    expect![[r#"
            0.000000000 spawn       1  thread "process 1"
            0.000000000 run         1  core 0
            0.000001000 spawn       2  thread "process 2" by 1
            0.000002000 print       1  out "parent of 2"
            0.000003000 suspend     1  sleep in "sleep" until 0.010003000
            0.000003000 run         2  core 0
            0.000004000 print       2  out "child 2"
            0.001504000 print       2  out "computed"
            0.001504000 wake        1  signal
            0.006504000 print       2  out "computed more"
            0.006505000 end         2  done
            0.006505000 run         1  core 0
            0.006506000 print       1  out "signal 2"
            0.006506000 print       1  out "signal 10"
            0.006506000 suspend     1  sleep in "sleep" until 0.010003000
            0.010003000 wake        1  timer
            0.010003000 run         1  core 0
            0.010005000 end         1  done
        Finished(Exit(ExitStatus(0))) at 0.010005000
    "#]]
    .assert_eq(&player.play(Cut::Every(7)).text());
}

#[test]
fn a_fork_copies_only_the_thread_that_asked() {
    let main = vec![Spawn(1), Sleep(1), Fork(2), Sleep(5), Wake(0, All), Print("parent"), Exit(3)];
    let other = vec![Park(0, None), Print("only in the parent"), Park(0, None)];
    let child = vec![Wake(0, All), Park(0, Some(1)), Print("child"), Exit(4)];
    check(
        Config::python(2),
        &[main, other, child],
        &[],
        expect![[r#"
            0.000000000 spawn       1  thread "process 1"
            0.000000000 run         1  core 0
            0.000001000 spawn       2  thread "thread 1" by 1
            0.000002000 suspend     1  sleep in "sleep" until 0.001002000
            0.000002000 run         2  core 0
            0.000003000 suspend     2  block in "park"
            0.001002000 wake        1  timer
            0.001002000 run         1  core 0
            0.001004000 spawn       3  thread "process 2" by 1
            0.001004000 run         3  core 1
            0.001005000 print       1  out "parent of 2"
            0.001005000 print       3  out "child 2"
            0.001006000 suspend     1  sleep in "sleep" until 0.006006000
            0.001006000 print       3  out "woke 0"
            0.001007000 suspend     3  block in "park" until 0.002007000
            0.002007000 wake        3  timer
            0.002007000 run         3  core 0
            0.002008000 print       3  out "timed out"
            0.002008000 print       3  out "child"
            0.002009000 end         3  done
            0.006006000 wake        1  timer
            0.006006000 run         1  core 0
            0.006008000 wake        2  row 1
            0.006008000 print       1  out "woke 1"
            0.006008000 print       1  out "parent"
            0.006009000 end         2  done
            0.006009000 end         1  done
        Finished(Exit(ExitStatus(3))) at 0.006009000
    "#]],
    );
}

#[test]
fn the_first_process_gives_the_status_and_others_may_outlive_it() {
    let main = vec![Fork(1), Exit(3)];
    let child = vec![Sleep(1), Exit(4)];
    check(
        Config::python(1),
        &[main, child],
        &[],
        expect![[r#"
            0.000000000 spawn       1  thread "process 1"
            0.000000000 run         1  core 0
            0.000001000 spawn       2  thread "process 2" by 1
            0.000002000 print       1  out "parent of 2"
            0.000003000 end         1  done
            0.000003000 run         2  core 0
            0.000004000 print       2  out "child 2"
            0.000005000 suspend     2  sleep in "sleep" until 0.001005000
            0.001005000 wake        2  timer
            0.001005000 run         2  core 0
            0.001007000 end         2  done
        Finished(Exit(ExitStatus(3))) at 0.001007000
    "#]],
    );
}

#[test]
fn a_pipe_wakes_its_reader_in_another_process() {
    let main = vec![Fork(1), Read(3), Read(3), Write(6, "thanks")];
    let child = vec![Sleep(2), Write(4, "one"), Sleep(2), Write(4, "two"), Read(5)];
    check(
        Config::python(2),
        &[main, child],
        &[],
        expect![[r#"
            0.000000000 spawn       1  thread "process 1"
            0.000000000 run         1  core 0
            0.000001000 spawn       2  thread "process 2" by 1
            0.000001000 run         2  core 1
            0.000002000 print       1  out "parent of 2"
            0.000002000 print       2  out "child 2"
            0.000003000 suspend     1  block in "read"
            0.000003000 suspend     2  sleep in "sleep" until 0.002003000
            0.002003000 wake        2  timer
            0.002003000 run         2  core 0
            0.002005000 wake        1  device
            0.002005000 run         1  core 1
            0.002006000 suspend     2  sleep in "sleep" until 0.004006000
            0.002006000 print       1  out "read \"one\""
            0.002007000 suspend     1  block in "read"
            0.004006000 wake        2  timer
            0.004006000 run         2  core 0
            0.004008000 wake        1  device
            0.004008000 run         1  core 1
            0.004009000 suspend     2  block in "read"
            0.004009000 print       1  out "read \"two\""
            0.004010000 wake        2  device
            0.004010000 run         2  core 0
            0.004011000 print       2  out "read \"thanks\""
            0.004011000 end         1  done
            0.004012000 end         2  done
        Finished(Exit(ExitStatus(0))) at 0.004012000
    "#]],
    );
}

#[test]
fn a_key_that_nobody_waited_for_is_remembered_once() {
    let main = vec![Fork(1), Read(3), Sleep(5), Read(3), Read(3)];
    let child = vec![Write(4, "one"), Sleep(2), Write(4, "two"), Sleep(6), Write(4, "three")];
    check(
        Config::python(1),
        &[main, child],
        &[],
        expect![[r#"
            0.000000000 spawn       1  thread "process 1"
            0.000000000 run         1  core 0
            0.000001000 spawn       2  thread "process 2" by 1
            0.000002000 print       1  out "parent of 2"
            0.000003000 suspend     1  block in "read"
            0.000003000 run         2  core 0
            0.000004000 print       2  out "child 2"
            0.000005000 wake        1  device
            0.000006000 suspend     2  sleep in "sleep" until 0.002006000
            0.000006000 run         1  core 0
            0.000007000 print       1  out "read \"one\""
            0.000008000 suspend     1  sleep in "sleep" until 0.005008000
            0.002006000 wake        2  timer
            0.002006000 run         2  core 0
            0.002009000 suspend     2  sleep in "sleep" until 0.008009000
            0.005008000 wake        1  timer
            0.005008000 run         1  core 0
            0.005010000 print       1  out "read \"two\""
            0.005011000 suspend     1  block in "read"
            0.005011000 wake        1  device
            0.005011000 run         1  core 0
            0.005012000 suspend     1  block in "read"
            0.008009000 wake        2  timer
            0.008009000 run         2  core 0
            0.008011000 wake        1  device
            0.008012000 end         2  done
            0.008012000 run         1  core 0
            0.008013000 print       1  out "read \"three\""
            0.008014000 end         1  done
        Finished(Exit(ExitStatus(0))) at 0.008014000
    "#]],
    );
}

#[test]
fn a_forgotten_key_wakes_nobody() {
    let main = vec![Fork(1), Read(3), Sleep(5), Read(3), Forget(3), Read(3)];
    let child = vec![Write(4, "one"), Sleep(2), Write(4, "two"), Sleep(6), Write(4, "three")];
    check(
        Config::python(1),
        &[main, child],
        &[],
        expect![[r#"
            0.000000000 spawn       1  thread "process 1"
            0.000000000 run         1  core 0
            0.000001000 spawn       2  thread "process 2" by 1
            0.000002000 print       1  out "parent of 2"
            0.000003000 suspend     1  block in "read"
            0.000003000 run         2  core 0
            0.000004000 print       2  out "child 2"
            0.000005000 wake        1  device
            0.000006000 suspend     2  sleep in "sleep" until 0.002006000
            0.000006000 run         1  core 0
            0.000007000 print       1  out "read \"one\""
            0.000008000 suspend     1  sleep in "sleep" until 0.005008000
            0.002006000 wake        2  timer
            0.002006000 run         2  core 0
            0.002009000 suspend     2  sleep in "sleep" until 0.008009000
            0.005008000 wake        1  timer
            0.005008000 run         1  core 0
            0.005010000 print       1  out "read \"two\""
            0.005012000 suspend     1  block in "read"
            0.008009000 wake        2  timer
            0.008009000 run         2  core 0
            0.008011000 wake        1  device
            0.008012000 end         2  done
            0.008012000 run         1  core 0
            0.008013000 print       1  out "read \"three\""
            0.008014000 end         1  done
        Finished(Exit(ExitStatus(0))) at 0.008014000
    "#]],
    );
}

#[test]
fn a_device_is_ready_when_its_timer_is_due() {
    let main = vec![Spawn(1), Write(9, "go"), Read(9), Print("done")];
    let other = vec![Sleep(20), Print("sleeper")];
    check(
        Config::python(1),
        &[main, other],
        &[],
        expect![[r#"
            0.000000000 spawn       1  thread "process 1"
            0.000000000 run         1  core 0
            0.000001000 spawn       2  thread "thread 1" by 1
            0.000003000 suspend     1  block in "read"
            0.000003000 run         2  core 0
            0.000004000 suspend     2  sleep in "sleep" until 0.020004000
            0.020002000 wake        1  device
            0.020002000 run         1  core 0
            0.020003000 print       1  out "read \"tick\""
            0.020003000 print       1  out "done"
            0.020004000 wake        2  timer
            0.020004000 end         1  done
            0.020004000 run         2  core 0
            0.020005000 print       2  out "sleeper"
            0.020006000 end         2  done
        Finished(Exit(ExitStatus(0))) at 0.020006000
    "#]],
    );
}

#[test]
fn a_pack_is_loaded_without_a_trace() {
    let config = Config { gil: false, ..Config::python(2) };
    let main = vec![Print("before"), Need(7), Print("after"), Spawn(1), Need(8), Print("at the same instant")];
    let other = vec![Print("other")];
    let needed = play(config, &[main.clone(), other.clone()], &[], Cut::Never).needed;
    assert_eq!(needed.iter().map(|pack| pack.0).collect::<Vec<_>>(), [7, 8]);
    check(
        config,
        &[main, other],
        &[],
        expect![[r#"
            0.000000000 spawn       1  thread "process 1"
            0.000000000 run         1  core 0
            0.000000000 print       1  out "before"
            0.000000000 print       1  out "after"
            0.000001000 spawn       2  thread "thread 1" by 1
            0.000001000 print       1  out "at the same instant"
            0.000001000 run         2  core 1
            0.000001000 print       2  out "other"
            0.000002000 end         1  done
            0.000002000 end         2  done
        Finished(Exit(ExitStatus(0))) at 0.000002000
    "#]],
    );
}

#[test]
fn everybody_waits_for_ever() {
    let main = vec![Spawn(1), Spawn(2), Spawn(3)];
    let one = vec![Lock(0), Sleep(1), Lock(1)];
    let other = vec![Lock(1), Sleep(1), Lock(0)];
    let reader = vec![Read(3)];
    check(
        Config::python(1),
        &[main, one, other, reader],
        &[],
        expect![[r#"
            0.000000000 spawn       1  thread "process 1"
            0.000000000 run         1  core 0
            0.000001000 spawn       2  thread "thread 1" by 1
            0.000002000 spawn       3  thread "thread 2" by 1
            0.000003000 spawn       4  thread "thread 3" by 1
            0.000004000 end         1  done
            0.000004000 run         2  core 0
            0.000006000 suspend     2  sleep in "sleep" until 0.001006000
            0.000006000 run         3  core 0
            0.000008000 suspend     3  sleep in "sleep" until 0.001008000
            0.000008000 run         4  core 0
            0.000009000 suspend     4  block in "read"
            0.001006000 wake        2  timer
            0.001006000 run         2  core 0
            0.001008000 wake        3  timer
            0.001008000 suspend     2  block in "lock"
            0.001008000 run         3  core 0
            0.001010000 suspend     3  block in "lock"
        Finished(Deadlock([Stuck { process: ProcessId(1), thread: ThreadId(2), row: RowId(2), on: Some(WaitId(2)), keys: [], since: Instant(1008000) }, Stuck { process: ProcessId(1), thread: ThreadId(3), row: RowId(3), on: Some(WaitId(3)), keys: [], since: Instant(1010000) }, Stuck { process: ProcessId(1), thread: ThreadId(4), row: RowId(4), on: Some(WaitId(1)), keys: [Key(3)], since: Instant(9000) }])) at 0.001010000
    "#]],
    );
}
