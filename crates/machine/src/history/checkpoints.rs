//! Which clones of a run are kept.

use crate::Machine;
use abi::Scale;

/// How far apart checkpoints are, and how much memory they may hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Spacing {
    /// Steps between two checkpoints at the beginning of a run.
    pub dense: u64,
    /// From this many steps on the distance doubles each time.
    pub until: u64,
    /// Bytes that all checkpoints may hold together.
    pub bytes: u64,
}

impl Spacing {
    /// The share of one of so many machines that are run together. All of them together have a checkpoint at least each two
    /// million steps up to ten million, and 64 MB; one million is aimed at, so that there is one to let go.
    pub fn shared_by(machines: usize) -> Spacing {
        let machines = machines.max(1) as u64;
        Spacing { dense: 1_000_000 / machines, until: 10_000_000 / machines, bytes: (64 << 20) / machines }
    }
}

/// The clones, in the order of the run; the first is its beginning.
pub(super) struct Checkpoints {
    spacing: Spacing,
    kept: Vec<Machine>,
    scale: Scale,
    /// The next one is due after so many steps.
    due: u64,
}

impl Checkpoints {
    pub(super) fn new(beginning: Machine, spacing: Spacing) -> Checkpoints {
        let mut scale = Scale::new();
        beginning.weigh(&mut scale);
        Checkpoints { due: spacing.dense, spacing, kept: vec![beginning], scale }
    }

    /// The run has come to here: keeps a clone if one is due.
    pub(super) fn pass(&mut self, machine: &Machine) {
        let steps = machine.steps();
        if steps < self.due {
            return;
        }
        self.due = if steps < self.spacing.until { steps + self.spacing.dense } else { 2 * steps };
        let clone = machine.checkpoint();
        clone.weigh(&mut self.scale);
        self.kept.push(clone);
        while self.scale.bytes() > self.spacing.bytes && self.kept.len() > 2 {
            self.let_go();
        }
    }

    /// Lets go of the one that leaves the smallest gap; never of the beginning or the last.
    fn let_go(&mut self) {
        let gap = |at: &usize| self.kept[at + 1].steps() - self.kept[at - 1].steps();
        let least = (1..self.kept.len() - 1).min_by_key(gap).expect("more than two");
        self.kept.remove(least);
        self.scale = Scale::new();
        self.kept.iter().for_each(|machine| machine.weigh(&mut self.scale));
    }

    /// The last one that has not run more than so many steps.
    pub(super) fn before(&self, steps: u64) -> &Machine {
        let after = self.kept.partition_point(|machine| machine.steps() <= steps);
        &self.kept[after.saturating_sub(1)]
    }

    pub(super) fn kept(&self) -> (usize, u64) {
        (self.kept.len(), self.scale.bytes())
    }
}
