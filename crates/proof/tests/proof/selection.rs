//! Which programs are tested, and how a test goes through them.

use proof::{guarded, pick, recorded_programs, root, Recorded, Stage};
use std::sync::Mutex;
use std::thread;

/// Programs beside the gallery and its variants, unless all are wanted.
const CHOSEN: usize = 60;

/// The seed of the choice: `PROOF_SEED`, or the number of the day.
#[expect(
    clippy::disallowed_methods,
    reason = "the choice of programs changes from day to day; no engine sees the date"
)]
fn seed() -> u64 {
    let given = std::env::var("PROOF_SEED").ok().map(|text| text.parse().expect("PROOF_SEED is a whole number"));
    given.unwrap_or_else(|| {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        now.expect("it is later than 1970").as_secs() / 86_400
    })
}

/// The programs of this run.
pub fn selection() -> Vec<Recorded> {
    let all = recorded_programs(&root()).expect("the corpus can be read");
    if let Ok(wish) = std::env::var("PROOF") {
        let wished = |recorded: &Recorded| wish == "all" || recorded.path.contains(&wish);
        let chosen: Vec<_> = all.into_iter().filter(wished).collect();
        assert!(!chosen.is_empty(), "no program has {wish} in its path");
        println!("{} programs", chosen.len());
        return chosen;
    }
    let seed = seed();
    let always =
        |recorded: &Recorded| recorded.path.starts_with("gallery/") || recorded.path.starts_with("corpus/variants/");
    let (mut chosen, others): (Vec<_>, Vec<_>) = all.into_iter().partition(always);
    println!("the gallery, its variants and {CHOSEN} programs chosen by PROOF_SEED={seed}");
    chosen.extend(pick(others, CHOSEN, seed));
    chosen
}

/// Does `test` for each program of the selection, on stages with little stack, and fails with all that is wrong.
pub fn for_each(test: impl Fn(Stage, &Recorded) -> Result<(), String> + Sync) {
    let programs = selection();
    let (waiting, wrong) = (Mutex::new(programs.iter()), Mutex::new(Vec::new()));
    let next = || waiting.lock().expect("no thread panics with it").next();
    let work = |stage: Stage| {
        while let Some(recorded) = next() {
            let outcome = guarded(|| test(stage, recorded)).unwrap_or_else(|panic| Err(format!("a panic at {panic}")));
            if let Err(message) = outcome {
                wrong.lock().expect("no thread panics with it").push(format!("{}: {message}", recorded.path));
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| Stage::with(work));
        }
    });
    let mut wrong = wrong.into_inner().expect("all threads have ended");
    wrong.sort();
    assert!(wrong.is_empty(), "{} of {} programs:\n{}", wrong.len(), programs.len(), wrong.join("\n"));
}
