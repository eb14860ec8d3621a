//! Which locals surely have a value, where the compiler stands.

use bytecode::Reg;

/// A set of local registers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct BoundSet {
    words: Vec<u64>,
}

impl BoundSet {
    /// Whether `reg` is in the set.
    pub(crate) fn has(&self, reg: Reg) -> bool {
        self.words.get(usize::from(reg) / 64).is_some_and(|word| word >> (reg % 64) & 1 == 1)
    }

    /// Puts `reg` in.
    pub(crate) fn insert(&mut self, reg: Reg) {
        let index = usize::from(reg) / 64;
        if self.words.len() <= index {
            self.words.resize(index + 1, 0);
        }
        self.words[index] |= 1 << (reg % 64);
    }

    /// Takes `reg` out.
    pub(crate) fn remove(&mut self, reg: Reg) {
        if let Some(word) = self.words.get_mut(usize::from(reg) / 64) {
            *word &= !(1 << (reg % 64));
        }
    }

    /// Keeps what is in `other` as well: what holds where two paths meet.
    pub(crate) fn keep(&mut self, other: &BoundSet) {
        for (index, word) in self.words.iter_mut().enumerate() {
            *word &= other.words.get(index).copied().unwrap_or(0);
        }
    }

    /// Takes out what is in `other`.
    pub(crate) fn without(&self, other: &BoundSet) -> BoundSet {
        let mut words = self.words.clone();
        for (word, taken) in words.iter_mut().zip(&other.words) {
            *word &= !taken;
        }
        BoundSet { words }
    }
}

/// What holds where two paths meet; `None` is a path that is never taken.
pub(crate) fn meet(a: Option<BoundSet>, b: Option<&BoundSet>) -> Option<BoundSet> {
    match (a, b) {
        (Some(mut a), Some(b)) => {
            a.keep(b);
            Some(a)
        }
        (None, b) => b.cloned(),
        (a, None) => a,
    }
}
