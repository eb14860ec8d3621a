//! Set tables, laid out as CPython's: a program sees a set's order, and with seed 0 it is fixed.
//!
//! Source: Objects/setobject.c (linear probes of 9, then perturbation; growth by four, by two
//! above 50,000).

use crate::value::Value;

const LINEAR_PROBES: usize = 9;
const MIN_SIZE: usize = 8;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Slot {
    Empty,
    Dummy,
    Key(i64, Value),
}

/// A hash set in CPython's order.
#[derive(Clone, Debug)]
pub struct SetTable {
    table: Vec<Slot>,
    used: usize,
    fill: usize,
    /// Where `pop` goes on looking.
    finger: usize,
    version: u32,
}

impl Default for SetTable {
    fn default() -> Self {
        SetTable { table: vec![Slot::Empty; MIN_SIZE], used: 0, fill: 0, finger: 0, version: 0 }
    }
}

impl SetTable {
    /// An empty set.
    pub fn new() -> SetTable {
        SetTable::default()
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.used
    }

    /// True without keys.
    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// Goes up with every change.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// The keys with their hashes, in table order.
    pub fn iter(&self) -> impl Iterator<Item = (i64, Value)> + '_ {
        self.table.iter().filter_map(|s| match s {
            Slot::Key(h, k) => Some((*h, *k)),
            _ => None,
        })
    }

    /// The first live position at or after `at`, with its key.
    pub fn next_from(&self, at: usize) -> Option<(usize, Value)> {
        (at..self.table.len()).find_map(|i| match self.table[i] {
            Slot::Key(_, k) => Some((i, k)),
            _ => None,
        })
    }

    /// The key at a position.
    pub fn key_at(&self, at: usize) -> Option<Value> {
        match self.table.get(at) {
            Some(Slot::Key(_, k)) => Some(*k),
            _ => None,
        }
    }

    /// The positions of keys with this hash, in probing order.
    pub fn candidates(&self, hash: i64) -> impl Iterator<Item = usize> + '_ {
        Probe::new(hash, self.table.len())
            .take_while(|&i| self.table[i] != Slot::Empty)
            .filter(move |&i| matches!(self.table[i], Slot::Key(h, _) if h == hash))
    }

    /// Adds a key that is known to be missing: in the place of the last dummy on its way, if there is one, else
    /// in the first empty place (`set_add_entry`). Counting is the caller's.
    pub(crate) fn insert_new(&mut self, hash: i64, key: Value) {
        let mut dummy = None;
        let mut probe = Probe::new(hash, self.table.len());
        let empty = loop {
            let i = probe.next().expect("probing is endless");
            match self.table[i] {
                Slot::Empty => break i,
                Slot::Dummy => dummy = Some(i),
                Slot::Key(..) => {}
            }
        };
        self.table[dummy.unwrap_or(empty)] = Slot::Key(hash, key);
        self.used += 1;
        self.version += 1;
        if dummy.is_some() {
            return;
        }
        self.fill += 1;
        let mask = self.table.len() - 1;
        if self.fill * 5 >= mask * 3 {
            self.resize(if self.used > 50_000 { self.used * 2 } else { self.used * 4 });
        }
    }

    /// Removes the key at a position and gives it back.
    pub(crate) fn remove(&mut self, at: usize) -> Value {
        match std::mem::replace(&mut self.table[at], Slot::Dummy) {
            Slot::Key(_, key) => {
                self.used -= 1;
                self.version += 1;
                key
            }
            _ => panic!("no key at {at}"),
        }
    }

    /// Makes room for keys that are about to be merged in: one resize at the start, as `set_merge` does it.
    pub(crate) fn reserve(&mut self, more: usize) {
        let mask = self.table.len() - 1;
        if (self.fill + more) * 5 >= mask * 3 {
            self.resize((self.used + more) * 2);
        }
    }

    /// Takes over another table place by place, if this one is empty and of the same size and the other has no
    /// dummies; true if it did. Counting is the caller's.
    pub(crate) fn take_places(&mut self, other: &SetTable) -> bool {
        let same = self.fill == 0 && self.table.len() == other.table.len() && other.fill == other.used;
        if same {
            self.table.clone_from(&other.table);
            (self.fill, self.used) = (other.fill, other.used);
            self.version += 1;
        }
        same
    }

    /// Gets rid of dummies once they are more than a quarter of the table (`set_difference_update_internal`).
    pub(crate) fn tidy(&mut self) {
        if self.fill - self.used > (self.table.len() - 1) / 4 {
            self.resize(if self.used > 50_000 { self.used * 2 } else { self.used * 4 });
        }
    }

    /// Puts another table in place of this one and gives that back. `pop` goes on where it was.
    pub(crate) fn exchange(&mut self, new: SetTable) -> SetTable {
        let (finger, version) = (self.finger, self.version + 1);
        std::mem::replace(self, SetTable { finger, version, ..new })
    }

    /// The place of the key that `pop` takes, where the last `pop` stopped or behind.
    pub(crate) fn place_to_pop(&mut self) -> Option<usize> {
        let start = self.finger & (self.table.len() - 1);
        let (at, _) = self.next_from(start).or_else(|| self.next_from(0))?;
        self.finger = at + 1;
        Some(at)
    }

    fn resize(&mut self, min_used: usize) {
        let mut size = MIN_SIZE;
        while size <= min_used {
            size *= 2;
        }
        let old = std::mem::replace(&mut self.table, vec![Slot::Empty; size]);
        self.fill = self.used;
        for slot in old {
            if let Slot::Key(h, k) = slot {
                let free = Probe::new(h, size).find(|&i| self.table[i] == Slot::Empty);
                self.table[free.expect("the new table is larger")] = Slot::Key(h, k);
            }
        }
    }

    /// What it refers to.
    pub(crate) fn each(&self, see: &mut dyn FnMut(Value)) {
        self.iter().for_each(|(_, k)| see(k));
    }
}

/// Positions in CPython's probing order, endless.
struct Probe {
    mask: usize,
    perturb: u64,
    base: usize,
    step: usize,
}

impl Probe {
    fn new(hash: i64, size: usize) -> Probe {
        let mask = size - 1;
        Probe { mask, perturb: hash as u64, base: hash as u64 as usize & mask, step: 0 }
    }
}

impl Iterator for Probe {
    type Item = usize;
    fn next(&mut self) -> Option<usize> {
        let probes = if self.base + LINEAR_PROBES <= self.mask { LINEAR_PROBES } else { 0 };
        if self.step > probes {
            self.perturb >>= 5;
            self.base = (self.base.wrapping_mul(5).wrapping_add(1).wrapping_add(self.perturb as usize)) & self.mask;
            self.step = 0;
        }
        let at = self.base + self.step;
        self.step += 1;
        Some(at)
    }
}
