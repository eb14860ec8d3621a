//! Under profile `python` threads take turns by the GIL's rule: one runs at any time, and it gives way only where CPython's eval
//! breaker looks.

use crate::selection::for_each;
use abi::trace::codec::Decoder;
use abi::trace::{Event, RowKind, Why};
use abi::{Instant, RowId};
use expect_test::expect;
use machine::{Machine, Profile, Program, Settings};
use proof::{drive, first_parting, machine_for, trace_lines, Dice, Fuel, Stage};
use std::collections::BTreeSet;

fn program(source: &str) -> Program {
    Program { name: "threads.py".to_string(), source: source.to_string() }
}

/// A slow machine: threads preempt each other after a few instructions.
const SLOW: u32 = 1_000;

fn run(stage: Stage, program: &Program, slow_down: u32, fuel: Fuel) -> Result<Machine, String> {
    let settings = Settings { profile: Profile::Python, slow_down, ..Settings::default() };
    let machine = machine_for(program, settings);
    stage.narrow(|| drive(machine, fuel, |machine| machine.check().map(|()| machine)))
}

/// What `look` finds in a whole run.
fn of_run<R: Send>(source: &str, slow_down: u32, look: fn(&Machine) -> R) -> R {
    Stage::with(|stage| look(&run(stage, &program(source), slow_down, Fuel::Unlimited).expect("nothing is wrong")))
}

/// What the program prints on a slow machine.
fn printed(source: &str) -> Vec<String> {
    of_run(source, SLOW, |machine| machine.record().lines.into_iter().map(|line| line.text).collect())
}

/// Two threads that only compute; with nothing of the library between, whose Python costs time too.
const COMPUTES: &str = "
import _thread

def work(name, turns, ends):
    n = 0
    while n < turns:
        n += 1
    print(name, n)
    ends.release()

locks = []
for name, turns in [('a', 200_000), ('b', 120_000)]:
    lock = _thread.allocate_lock()
    lock.acquire()
    locks.append(lock)
    _thread.start_new_thread(work, (name, turns, lock))
for lock in locks:
    lock.acquire()
";

#[test]
fn two_threads_that_compute_preempt_each_other() {
    let lines = of_run(COMPUTES, 1, trace_lines);
    let lines: String = lines.iter().map(|line| format!("{}\n", line.trim_start())).collect();
    expect![[r#"
        0.000000000 spawn       1  thread "main"
        0.000000000 run         1  core 0
        0.000021120 spawn       2  thread "work('a', 200000, …)" by 1 at 0:16
        0.000041883 spawn       3  thread "work('b', 120000, …)" by 1 at 0:16
        0.000042236 suspend     1  block in "lock.acquire" at 0:18
        0.000042236 run         2  core 0
        0.005042289 suspend     2  gil
        0.005042289 run         3  core 0
        0.010042342 suspend     3  gil
        0.010042342 wake        2  scheduler
        0.010042342 run         2  core 0
        0.015042390 suspend     2  gil
        0.015042390 wake        3  scheduler
        0.015042390 run         3  core 0
        0.017363445 print       3  out "b 120000\n"
        0.017363635 end         3  done
        0.017363635 wake        2  scheduler
        0.017363635 run         2  core 0
        0.019564642 print       2  out "a 200000\n"
        0.019564782 wake        1  row 2
        0.019564832 end         2  done
        0.019564832 run         1  core 0
        0.019565238 end         1  done
        0.019565238 halt        -  exit 0
    "#]]
    .assert_eq(&lines);
}

/// One thread writes two names one after the other, another reads both: `between` stands between the writes.
fn pair(between: &str) -> String {
    format!(
        "
import threading
left = right = wrong = looks = 0

def step():
    pass

def write():
    global left, right
    n = 0
    while n < 5_000:
        n += 1
        left = n
        {between}
        right = n

def read():
    global wrong, looks
    while writer.is_alive():
        one = left
        other = right
        looks += 1
        if one != other:
            wrong += 1

writer = threading.Thread(target=write)
reader = threading.Thread(target=read)
writer.start()
reader.start()
reader.join()
print(looks > 0, wrong > 0)
"
    )
}

#[test]
fn a_thread_gives_way_only_where_the_eval_breaker_looks() {
    assert_eq!(printed(&pair("pass")), ["True False"], "nothing between the writes looks");
    assert_eq!(printed(&pair("step()")), ["True True"], "the entry of a function looks");
    assert_eq!(printed(&pair("left.bit_length()")), ["True True"], "the return of a native looks");
}

/// What is C in CPython is not interrupted, however much of it is the prelude's here.
#[test]
fn a_look_up_that_calls_python_is_interrupted_in_python_alone() {
    let source = "
import threading

class Key:
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        return 1
    def __eq__(self, other):
        return self.n == other.n

table = {}
found = set()

def fill():
    for n in range(60):
        table.setdefault(Key(n), n)
        found.add(Key(n))

threads = [threading.Thread(target=fill) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(table), len(found))
";
    assert_eq!(printed(source), ["60 60"]);
}

/// One thread at most has the core, it is not parked meanwhile, and time does not go back.
fn one_runs(machine: &Machine) -> Result<usize, String> {
    let bytes = machine.trace().bytes();
    let decoder = Decoder::new(&bytes);
    let (mut threads, mut running, mut last) = (BTreeSet::<RowId>::new(), None::<RowId>, Instant::ZERO);
    let mut preemptions = 0;
    for record in decoder {
        let record = record.expect("the recorder's own bytes");
        if record.at < last {
            return Err(format!("time goes back from {last} to {}", record.at));
        }
        last = record.at;
        match record.event {
            Event::Spawn { row, kind: RowKind::Thread, .. } => {
                threads.insert(row);
            }
            Event::Run { row, .. } if threads.contains(&row) => match running.replace(row) {
                Some(other) if other != row => {
                    return Err(format!("row {} runs beside row {} at {last}", row.0, other.0))
                }
                _ => {}
            },
            Event::Suspend { row, why, .. } if threads.contains(&row) => {
                if running != Some(row) {
                    return Err(format!("row {} stops at {last} and did not run", row.0));
                }
                running = None;
                preemptions += usize::from(why == Why::Gil);
            }
            Event::End { row, .. } if running == Some(row) => running = None,
            _ => {}
        }
    }
    Ok(preemptions)
}

#[test]
fn one_thread_runs_at_any_time_and_time_does_not_go_back() {
    assert!(of_run(COMPUTES, 1, one_runs).expect("one runs") > 2, "they do preempt each other");
    for_each(|stage, recorded| one_runs(&run(stage, &recorded.program, 1, Fuel::Unlimited)?).map(drop));
}

#[test]
fn preemption_does_not_depend_on_fuel() {
    let sources = [COMPUTES.replace("_000", "_00"), pair("step()").replace("5_000", "3_000")];
    let fuels = [Fuel::Fixed(1), Fuel::Fixed(2), Fuel::Fixed(3), Fuel::Fixed(7), Fuel::Fixed(1009)];
    for source in sources {
        Stage::with(|stage| {
            let settings = Settings { profile: Profile::Python, slow_down: 100, ..Settings::default() };
            let run = |fuel| {
                let machine = machine_for(&program(&source), settings.clone());
                stage.narrow(|| drive(machine, fuel, |machine| Ok(machine.clone())).expect("nothing is looked at"))
            };
            let whole = run(Fuel::Unlimited);
            assert!(one_runs(&whole).expect("one runs") > 2, "they preempt each other");
            for fuel in fuels.iter().cloned().chain([Fuel::Random(Dice::new(7))]) {
                let cut = run(fuel.clone());
                let parting = first_parting(&trace_lines(&whole), &trace_lines(&cut));
                assert_eq!(parting, None, "with {fuel:?}");
                assert_eq!(whole.trace().digest(), cut.trace().digest());
            }
        });
    }
}
