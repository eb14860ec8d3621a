//! The rounds and the table.

use crate::counting::{Handles, Kept};
use crate::flat::{Dirty, Flat};
use crate::heap::{Heap, Lane};
use crate::host::{live_bytes, now_ns};
use crate::paged::{Apart, Beside};
use crate::value::{Mixed, Owned, Shared, Slot, Value};
use crate::workload::{base, change, changes, checksum, execute, populate, prepare, Where, BASE, YOUNG};

const LANES: usize = 5;
const CHANGES: usize = 1_000;
const TURNS: i64 = 20_000;

/// The nanoseconds something took, one figure a round.
#[derive(Default)]
struct Times(Vec<f64>);

impl Times {
    fn take<R>(&mut self, work: impl FnOnce() -> R) -> R {
        let before = now_ns();
        let made = work();
        self.0.push(now_ns() - before);
        made
    }

    /// Minimum and median in units of `unit` nanoseconds.
    fn show(mut self, unit: f64) -> String {
        self.0.sort_by(f64::total_cmp);
        let (min, median) = (self.0[0] / unit, self.0[self.0.len() / 2] / unit);
        let digits = if min < 10.0 { 2 } else { usize::from(min < 100.0) };
        format!("{min:.digits$}/{median:.digits$}")
    }
}

fn kilobytes(bytes: usize) -> String {
    format!("{:.0}", bytes as f64 / 1024.0)
}

/// Checkpoint, then changes: the columns `clone`, `faults` and `KB`, before them the same changes without a checkpoint.
fn checkpoint<H: Heap>(lane: &mut Lane<H>, rounds: usize, place: Where) -> [String; 5] {
    let [mut plain, mut clone, mut faults, mut both] = [(); 4].map(|()| Times::default());
    let list = changes(lane, CHANGES, place);
    let mut bytes = 0;
    for round in 0..rounds {
        change(lane, &list, place);
        plain.take(|| change(lane, &list, place));
        let older = lane.image(); // A pays for older changes here, not below.
        change(lane, &list, place);
        let before = live_bytes();
        // A copies when asked, B when written: only their sum compares.
        let image = clone.take(|| lane.image());
        faults.take(|| change(lane, &list, place));
        both.0.push(clone.0[round] + faults.0[round]);
        bytes = live_bytes().wrapping_sub(before);
        drop((older, image));
    }
    [plain.show(1e3), clone.show(1e3), faults.show(1e3), both.show(1e3), kilobytes(bytes)]
}

/// Nanoseconds an instruction, with either counting; by turns, so that the host's other work hits both alike.
fn speed<H: Heap>(lane: &mut Lane<H>, rounds: usize) -> [String; 2] {
    let [mut kept, mut owned] = [(); 2].map(|()| Times::default());
    let lists = prepare(lane);
    let mut executed = 0;
    for _ in 0..rounds {
        executed = kept.take(|| execute::<H, Kept>(lane, lists, TURNS));
        owned.take(|| execute::<H, Handles>(lane, lists, TURNS));
    }
    [kept, owned].map(|times| times.show(executed as f64))
}

/// One row: everything about one design.
fn row<H: Heap>(rounds: usize, name: &str) -> (String, (u32, i64)) {
    let mut first = Lane::<H>::from_base(base(BASE));
    let boot = first.image();
    drop(first);
    let [mut start, mut recount] = [(); 2].map(|()| Times::default());
    let mut bytes = 0;
    for _ in 0..rounds {
        let before = live_bytes();
        let lanes = start.take(|| std::array::from_fn::<_, LANES, _>(|_| Lane::<H>::start(&boot)));
        bytes = (live_bytes() - before) / LANES;
        drop(lanes);
    }
    let mut others: Vec<Lane<H>> = (1..LANES).map(|_| Lane::start(&boot)).collect();
    others.iter_mut().for_each(|lane| populate(lane, YOUNG));
    let mut lane = Lane::<H>::start(&boot);
    populate(&mut lane, YOUNG);
    let [plain, clone, faults, _, scattered] = checkpoint(&mut lane, rounds, Where::Anywhere);
    let [.., young_both, young] = checkpoint(&mut lane, rounds, Where::Young);
    let [.., counts_both, counts] = checkpoint(&mut lane, rounds, Where::Counts);
    let [kept, owned] = speed(&mut lane, rounds);
    for _ in 0..rounds {
        let reached = recount.take(|| lane.check_counts());
        assert_eq!(reached, lane.live, "an object outlived its last reference");
    }
    let (start, recount, bytes) = (start.show(1e3 * LANES as f64), recount.show(1e6), kilobytes(bytes));
    let line = format!(
        "| {name:19} | {start:>9} | {bytes:>6} | {plain:>9} | {clone:>9} | {faults:>9} | {scattered:>6} | {young_both:>9} | {young:>6} | {counts_both:>9} | {counts:>6} | {recount:>9} | {kept:>9} | {owned:>9} |"
    );
    (line, checksum(&lane))
}

type Row = fn(usize, &str) -> (String, (u32, i64));

/// Measures every design, `rounds` times each, and hands the table over line by line. Panics when two designs disagree
/// about the program's result or a count is wrong.
pub fn table(rounds: usize, mut say: impl FnMut(&str)) {
    let designs: [(&str, Row); 21] = [
        ("C  flat, cloned", row::<Flat<Owned>>),
        ("A  dirty 64", row::<Dirty<Owned, 64>>),
        ("A  dirty 256", row::<Dirty<Owned, 256>>),
        ("B1 beside 32", row::<Beside<Owned, 32, false>>),
        ("B1 beside 64", row::<Beside<Owned, 64, false>>),
        ("B1 beside 128", row::<Beside<Owned, 128, false>>),
        ("B1 beside 256", row::<Beside<Owned, 256, false>>),
        ("B2 apart 32", row::<Apart<Owned, 32, false>>),
        ("B2 apart 64", row::<Apart<Owned, 64, false>>),
        ("B2 apart 128", row::<Apart<Owned, 128, false>>),
        ("B2 apart 256", row::<Apart<Owned, 256, false>>),
        ("B1 bound 64", row::<Beside<Owned, 64, true>>),
        ("B2 bound 64", row::<Apart<Owned, 64, true>>),
        ("B1 bound, mixed 16", row::<Beside<Mixed, 16, true>>),
        ("B1 bound, mixed 32", row::<Beside<Mixed, 32, true>>),
        ("B1 bound, mixed 64", row::<Beside<Mixed, 64, true>>),
        ("B2 bound, mixed 16", row::<Apart<Mixed, 16, true>>),
        ("B2 bound, mixed 32", row::<Apart<Mixed, 32, true>>),
        ("B2 bound, mixed 64", row::<Apart<Mixed, 64, true>>),
        ("B1 bound, all Rc 32", row::<Beside<Shared, 32, true>>),
        ("B1 bound, all Rc 64", row::<Beside<Shared, 64, true>>),
    ];
    let [value, owned, shared] = [size_of::<Value>(), size_of::<Slot<Owned>>(), size_of::<Slot<Shared>>()];
    say(&format!("value {value} bytes, slot {owned} bytes, with Rc items {shared}; {BASE} objects, {YOUNG} young, {rounds} rounds, min/median"));
    say("| design              | start us  | KB     | 1000 chgs | ckpt us   | faults us | KB     | young us  | KB     | counts us | KB     | recnt ms  | k ns/op   | h ns/op   |");
    say(&format!("|{}|", ["---"; 14].join("|")));
    let mut result = None;
    for (name, row) in designs {
        let (line, sum) = row(rounds, name);
        say(&line);
        assert_eq!(*result.get_or_insert(sum), sum, "{name} computed something else");
    }
}
