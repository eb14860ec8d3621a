//! Rules of order that a simpler engine would break. `cargo xtask prove` breaks each in a copy of the sources, and expects the
//! test of its name to fail.

use machine::Settings;
use proof::{judge, read, root, Refusals, Stage, Verdict};

/// These programs, which print what the rule decides, do what CPython recorded.
fn holds(paths: &[&str]) {
    for path in paths {
        let recorded = read(&root(), path).expect("a program of the corpus");
        let record = Stage::with(|stage| {
            let mut machine = recorded.machine(Settings::default());
            stage.narrow(move || {
                machine.run_to_end();
                machine.record()
            })
        });
        let verdict = judge(&recorded, &record, &Refusals::default());
        assert!(matches!(verdict, Verdict::Same), "{path}: {verdict:#?}");
    }
}

#[test]
fn what_becomes_ready_during_a_pass_of_the_loop_runs_in_the_next() {
    holds(&["corpus/traps/01_run_once_snapshot.py"]);
}

#[test]
fn timers_of_one_moment_leave_the_heap_in_its_own_order() {
    holds(&["corpus/traps/02_call_at_ties.py"]);
}

#[test]
fn containers_let_go_of_their_items_in_cpythons_order() {
    holds(&["corpus/lifetime/containers_order.py"]);
}

#[test]
fn who_has_waited_longest_for_a_lock_tries_first() {
    holds(&["corpus/threads/lock_fairness.py"]);
}

#[test]
fn a_function_lets_go_of_its_locals_first_to_last() {
    holds(&["corpus/lifetime/function_locals_order.py"]);
}
