//! That the designs do the same thing; only then is comparing their speed honest.

use crate::counting::{Counting, Handles, Kept};
use crate::flat::{Dirty, Flat};
use crate::heap::{Heap, Lane};
use crate::paged::{Apart, Beside};
use crate::value::{Mixed, Owned, Shared};
use crate::workload::{base, change, changes, checksum, execute, populate, prepare, Where};

/// A small lane is changed, checkpointed, run and counted; what it computes, with the checkpoint's own figures.
fn life<H: Heap, C: Counting>() -> [(u32, i64); 3] {
    let mut lane = Lane::<H>::start(&Lane::<H>::from_base(base(1_024)).image());
    populate(&mut lane, 600);
    let list = changes(&lane, 300, Where::Anywhere);
    change(&mut lane, &list, Where::Anywhere);
    let lists = prepare(&mut lane);
    let image = lane.image();
    execute::<H, C>(&mut lane, lists, 700);
    let ran = checksum(&lane);
    assert_eq!(lane.check_counts(), lane.live);
    let mut fork = Lane::<H>::start(&image);
    let before = checksum(&fork);
    assert_eq!(fork.check_counts(), fork.live);
    execute::<H, C>(&mut fork, lists, 700);
    [ran, before, checksum(&fork)]
}

#[test]
fn designs_and_countings_agree_and_a_fork_repeats_the_run() {
    let expected = life::<Flat<Owned>, Kept>();
    assert_eq!(expected[0], expected[2], "a fork of the checkpoint runs as the original did");
    assert_ne!(expected[0], expected[1], "the run changed the lane, and not its checkpoint");
    assert_eq!(life::<Flat<Shared>, Handles>(), expected);
    assert_eq!(life::<Dirty<Owned, 64>, Kept>(), expected);
    assert_eq!(life::<Dirty<Shared, 64>, Handles>(), expected);
    assert_eq!(life::<Beside<Owned, 32, false>, Kept>(), expected);
    assert_eq!(life::<Beside<Shared, 64, true>, Handles>(), expected);
    assert_eq!(life::<Apart<Owned, 64, false>, Kept>(), expected);
    assert_eq!(life::<Apart<Owned, 64, true>, Handles>(), expected);
    assert_eq!(life::<Apart<Mixed, 256, true>, Kept>(), expected);
}
