//! Who runs when threads and processes compete: for cores, and for the GIL.

use crate::scenes::check;
use crate::script::Op::*;
use abi::Duration;
use expect_test::expect;
use kernel::Config;

/// Without a GIL, whose threads are apart.
fn free_threaded(cores: u8) -> Config {
    Config { gil: false, ..Config::python(cores) }
}

#[test]
fn two_cores_run_two_threads_at_once() {
    let main = vec![Spawn(1), Compute(30), Print("main")];
    let other = vec![Compute(20), Print("other")];
    check(
        free_threaded(2),
        &[main, other],
        &[],
        expect![[r#"
            0.000000000 spawn       1  thread "process 1"
            0.000000000 run         1  core 0
            0.000001000 spawn       2  thread "thread 1" by 1
            0.000001000 run         2  core 1
            0.002001000 print       2  out "other"
            0.002002000 end         2  done
            0.003001000 print       1  out "main"
            0.003002000 end         1  done
        Finished(Exit(ExitStatus(0))) at 0.003002000
    "#]],
    );
}

#[test]
fn the_gil_lets_one_thread_run_and_two_processes() {
    let main = vec![Spawn(1), Fork(2), Compute(80), Print("main")];
    let other = vec![Compute(80), Print("other")];
    let child = vec![Compute(30), Print("child")];
    check(
        Config::python(3),
        &[main, other, child],
        &[],
        expect![[r#"
            0.000000000 spawn       1  thread "process 1"
            0.000000000 run         1  core 0
            0.000001000 spawn       2  thread "thread 1" by 1
            0.000002000 spawn       3  thread "process 2" by 1
            0.000002000 run         3  core 1
            0.000003000 print       1  out "parent of 2"
            0.000003000 print       3  out "child 2"
            0.003003000 print       3  out "child"
            0.003004000 end         3  done
            0.005003000 suspend     1  gil
            0.005003000 run         2  core 0
            0.010003000 suspend     2  gil
            0.010003000 wake        1  scheduler
            0.010003000 run         1  core 0
            0.013003000 print       1  out "main"
            0.013004000 end         1  done
            0.013004000 wake        2  scheduler
            0.013004000 run         2  core 0
            0.016004000 print       2  out "other"
            0.016005000 end         2  done
        Finished(Exit(ExitStatus(0))) at 0.016005000
    "#]],
    );
}

#[test]
fn a_waiting_thread_asks_for_the_gil_after_the_switch_interval() {
    let main = vec![Spawn(1), Compute(120), Print("main")];
    let other = vec![Compute(30), Print("other"), Sleep(1), Print("slept")];
    check(
        Config::python(1),
        &[main, other],
        &[],
        expect![[r#"
            0.000000000 spawn       1  thread "process 1"
            0.000000000 run         1  core 0
            0.000001000 spawn       2  thread "thread 1" by 1
            0.005001000 suspend     1  gil
            0.005001000 run         2  core 0
            0.008001000 print       2  out "other"
            0.008002000 suspend     2  sleep in "sleep" until 0.009002000
            0.008002000 wake        1  scheduler
            0.008002000 run         1  core 0
            0.009002000 wake        2  timer
            0.014002000 suspend     1  gil
            0.014002000 run         2  core 0
            0.014003000 print       2  out "slept"
            0.014004000 end         2  done
            0.014004000 wake        1  scheduler
            0.014004000 run         1  core 0
            0.015004000 print       1  out "main"
            0.015005000 end         1  done
        Finished(Exit(ExitStatus(0))) at 0.015005000
    "#]],
    );
}

#[test]
fn processes_take_turns_on_one_core() {
    let main = vec![Fork(1), Compute(150), Print("parent")];
    let child = vec![Compute(150), Print("child")];
    check(
        Config::python(1),
        &[main, child],
        &[],
        expect![[r#"
            0.000000000 spawn       1  thread "process 1"
            0.000000000 run         1  core 0
            0.000001000 spawn       2  thread "process 2" by 1
            0.000002000 print       1  out "parent of 2"
            0.010002000 suspend     1  preempted
            0.010002000 run         2  core 0
            0.010003000 print       2  out "child 2"
            0.020003000 suspend     2  preempted
            0.020003000 wake        1  scheduler
            0.020003000 run         1  core 0
            0.025003000 print       1  out "parent"
            0.025004000 end         1  done
            0.025004000 wake        2  scheduler
            0.025004000 run         2  core 0
            0.030004000 print       2  out "child"
            0.030005000 end         2  done
        Finished(Exit(ExitStatus(0))) at 0.030005000
    "#]],
    );
}

#[test]
fn the_switch_interval_begins_anew_when_the_gil_changes_hands() {
    let main = vec![Spawn(1), Spawn(1), Compute(120)];
    let other = vec![Compute(60)];
    check(
        Config::python(1),
        &[main, other],
        &[],
        expect![[r#"
            0.000000000 spawn       1  thread "process 1"
            0.000000000 run         1  core 0
            0.000001000 spawn       2  thread "thread 1" by 1
            0.000002000 spawn       3  thread "thread 1" by 1
            0.005002000 suspend     1  gil
            0.005002000 run         2  core 0
            0.010002000 suspend     2  gil
            0.010002000 run         3  core 0
            0.015002000 suspend     3  gil
            0.015002000 wake        1  scheduler
            0.015002000 run         1  core 0
            0.020002000 suspend     1  gil
            0.020002000 wake        2  scheduler
            0.020002000 run         2  core 0
            0.021003000 end         2  done
            0.021003000 wake        3  scheduler
            0.021003000 run         3  core 0
            0.022004000 end         3  done
            0.022004000 wake        1  scheduler
            0.022004000 run         1  core 0
            0.024005000 end         1  done
        Finished(Exit(ExitStatus(0))) at 0.024005000
    "#]],
    );
}

#[test]
fn three_processes_take_turns_of_the_same_length() {
    let main = vec![Fork(1), Fork(1), Compute(120)];
    let child = vec![Compute(120)];
    check(
        Config::python(1),
        &[main, child],
        &[],
        expect![[r#"
            0.000000000 spawn       1  thread "process 1"
            0.000000000 run         1  core 0
            0.000001000 spawn       2  thread "process 2" by 1
            0.000002000 print       1  out "parent of 2"
            0.000003000 spawn       3  thread "process 3" by 1
            0.000004000 print       1  out "parent of 3"
            0.010004000 suspend     1  preempted
            0.010004000 run         2  core 0
            0.010005000 print       2  out "child 2"
            0.020005000 suspend     2  preempted
            0.020005000 run         3  core 0
            0.020006000 print       3  out "child 3"
            0.030006000 suspend     3  preempted
            0.030006000 wake        1  scheduler
            0.030006000 run         1  core 0
            0.032007000 end         1  done
            0.032007000 wake        2  scheduler
            0.032007000 run         2  core 0
            0.034008000 end         2  done
            0.034008000 wake        3  scheduler
            0.034008000 run         3  core 0
            0.036009000 end         3  done
        Finished(Exit(ExitStatus(0))) at 0.036009000
    "#]],
    );
}

#[test]
fn a_thread_without_its_core_keeps_the_gil() {
    let switch_interval = Duration::from_millis(15);
    let main = vec![Fork(1), Spawn(2), Compute(120), Print("main")];
    let child = vec![Compute(120), Print("child")];
    let other = vec![Print("other")];
    check(
        Config { switch_interval, ..Config::python(1) },
        &[main, child, other],
        &[],
        expect![[r#"
                0.000000000 spawn       1  thread "process 1"
                0.000000000 run         1  core 0
                0.000001000 spawn       2  thread "process 2" by 1
                0.000002000 print       1  out "parent of 2"
                0.000003000 spawn       3  thread "thread 2" by 1
                0.010003000 suspend     1  preempted
                0.010003000 run         2  core 0
                0.010004000 print       2  out "child 2"
                0.020004000 suspend     2  preempted
                0.020004000 wake        1  scheduler
                0.020004000 run         1  core 0
                0.020104000 suspend     1  gil
                0.020104000 run         3  core 0
                0.020104000 print       3  out "other"
                0.020105000 end         3  done
                0.020105000 wake        2  scheduler
                0.020105000 run         2  core 0
                0.022105000 print       2  out "child"
                0.022106000 end         2  done
                0.022106000 wake        1  scheduler
                0.022106000 run         1  core 0
                0.024006000 print       1  out "main"
                0.024007000 end         1  done
            Finished(Exit(ExitStatus(0))) at 0.024007000
        "#]],
    );
}
