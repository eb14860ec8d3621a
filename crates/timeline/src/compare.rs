//! What a scenario's lanes come to beside each other, from their figures.

use abi::trace::{Verdict, Why};
use abi::{Duration, Instant};

use crate::model::Model;
use crate::summary::Summary;

/// Times that differ by less than this part count as equal.
const SAME: f64 = 0.05;
/// Only a wait of at least this part of its lane's run counts.
const LONG: u64 = 50;

/// Why one lane is sooner than another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// So many of its waits go on at once; in the other lane fewer.
    Overlap(usize),
    /// In the other lane one step held the thread for so long.
    Held(Duration),
    /// The other lane's threads ran for so much longer.
    Work(Duration),
    /// The figures don't say.
    Unknown,
}

/// Two lanes, or all, beside each other.
#[derive(Clone, PartialEq, Debug)]
pub enum Comparison {
    /// The fastest lanes and the slowest.
    Sooner {
        /// The lanes that are as fast as the fastest.
        fast: Vec<usize>,
        /// The slowest lane.
        slow: usize,
        /// The slow lane's time as a multiple of the fast one's.
        times: f64,
        /// How much sooner the fast lane's end is.
        by: Duration,
        /// Why.
        why: Reason,
    },
    /// All take the same time, and in one lane tasks that could run are left waiting longer than in another.
    Starves {
        /// The lane in which tasks starve most.
        lane: usize,
        /// The lane in which they starve least.
        than: usize,
        /// How much longer, added up over the tasks.
        more: Duration,
    },
    /// All take the same time.
    Equal(Duration),
}

/// Compares the lanes that have ended well; `None` unless there are two of them, and all lanes are over.
pub fn compare(models: &[&Model]) -> Option<Comparison> {
    let well = |model: &Model| matches!(model.verdict(), Some((_, Verdict::Exit(0))));
    let lanes: Vec<(usize, Summary)> = models
        .iter()
        .enumerate()
        .filter(|(_, model)| well(model))
        .map(|(lane, model)| (lane, Summary::of(model)))
        .collect();
    if lanes.len() < 2 || models.iter().any(|model| model.verdict().is_none()) {
        return None;
    }
    let fastest = lanes.iter().min_by_key(|(_, sums)| sums.took)?;
    // The first of equals, as people read.
    let slowest = lanes.iter().rev().max_by_key(|(_, sums)| sums.took)?;
    let times = slowest.1.took.nanos() as f64 / fastest.1.took.nanos().max(1) as f64;
    if times <= 1.0 + SAME {
        return Some(starvation(&lanes).unwrap_or(Comparison::Equal(slowest.1.took)));
    }
    let as_fast = |sums: &Summary| sums.took.nanos() as f64 <= fastest.1.took.nanos() as f64 * (1.0 + SAME);
    let fast = lanes.iter().filter(|(_, sums)| as_fast(sums)).map(|(lane, _)| *lane).collect();
    let why = reason(models, fastest, slowest);
    Some(Comparison::Sooner { fast, slow: slowest.0, times, by: slowest.1.took - fastest.1.took, why })
}

fn starvation(lanes: &[(usize, Summary)]) -> Option<Comparison> {
    let most = lanes.iter().rev().max_by_key(|(_, sums)| sums.starved)?;
    let least = lanes.iter().min_by_key(|(_, sums)| sums.starved)?;
    let more = most.1.starved - least.1.starved;
    let notable = more.nanos().saturating_mul(10) >= most.1.took.nanos().max(1);
    notable.then_some(Comparison::Starves { lane: most.0, than: least.0, more })
}

/// A reason is one if it makes up for a good part of the difference.
fn reason(models: &[&Model], fast: &(usize, Summary), slow: &(usize, Summary)) -> Reason {
    let gain = slow.1.took - fast.1.took;
    let much = |part: Duration| part.nanos().saturating_mul(2) >= gain.nanos();
    let at_once = waits_at_once(models[fast.0]);
    if at_once > waits_at_once(models[slow.0]).max(1) {
        return Reason::Overlap(at_once);
    }
    let stall = |sums: &Summary| sums.stall.map(|stall| stall.length).unwrap_or_default();
    let held = stall(&slow.1);
    if held > stall(&fast.1) && much(held - stall(&fast.1)) {
        return Reason::Held(held);
    }
    if slow.1.cpu > fast.1.cpu && much(slow.1.cpu - fast.1.cpu) {
        return Reason::Work(slow.1.cpu - fast.1.cpu);
    }
    Reason::Unknown
}

/// The most rows that wait for the clock at once, blocking or not.
fn waits_at_once(model: &Model) -> usize {
    let least = model.end().since(model.start()).nanos() / LONG;
    let for_the_clock = |why: Option<Why>| matches!(why, Some(Why::Sleep { .. } | Why::Timer { .. }));
    let mut edges: Vec<(Instant, bool)> = Vec::new();
    for one in model.rows().iter().flat_map(|row| row.intervals(model.end())) {
        if for_the_clock(one.span.why) && one.end.since(one.span.start).nanos() > least {
            edges.extend([(one.span.start, true), (one.end, false)]);
        }
    }
    // One that ends where another begins does not overlap it: ends come first.
    edges.sort();
    let (mut now, mut most) = (0, 0);
    for (_, begins) in edges {
        now = if begins { now + 1 } else { now - 1 };
        most = most.max(now);
    }
    most
}
