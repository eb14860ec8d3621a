//! Dict tables: entries in order of insertion under an index of hashes.
//!
//! Looking up a key may need Python's `__eq__`, so that the table only enumerates candidates of equal
//! hash; who compares them is [`crate::keys`]. The order of candidates is CPython's (Objects/dictobject.c: probing with
//! perturbation), since a program can see in which order its `__eq__` is called.

use crate::value::Value;

/// One entry; a deleted one has an unset key.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The key's hash.
    pub hash: i64,
    /// The key.
    pub key: Value,
    /// The value.
    pub value: Value,
}

const EMPTY: u32 = u32::MAX;
const DELETED: u32 = u32::MAX - 1;

/// An insertion-ordered hash table.
#[derive(Clone, Debug, Default)]
pub struct Dict {
    index: Vec<u32>,
    entries: Vec<Entry>,
    used: usize,
    version: u32,
}

impl Dict {
    /// An empty table.
    pub fn new() -> Dict {
        Dict::default()
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.used
    }

    /// True without keys.
    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// Goes up with every insertion of a key and every deletion; tells a look-up that was interrupted by
    /// `__eq__` to start again, and an iterator that the dict changed.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// All slots for entries, deleted ones included: the range of iterators' positions.
    pub fn slots(&self) -> usize {
        self.entries.len()
    }

    /// The entry in a slot, unless it is deleted.
    pub fn entry(&self, slot: usize) -> Option<&Entry> {
        self.entries.get(slot).filter(|e| e.key.is_set())
    }

    /// The live entries in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter().filter(|e| e.key.is_set())
    }

    /// The first live slot at or after `slot`.
    pub fn next_slot(&self, slot: usize) -> Option<usize> {
        (slot..self.entries.len()).find(|&i| self.entries[i].key.is_set())
    }

    /// The last live slot before `slot`.
    pub fn previous_slot(&self, slot: usize) -> Option<usize> {
        (0..slot.min(self.entries.len())).rev().find(|&i| self.entries[i].key.is_set())
    }

    /// The slots whose hash is `hash`, in probing order.
    pub fn candidates(&self, hash: i64) -> impl Iterator<Item = usize> + '_ {
        self.probe(hash)
            .map_while(|at| match self.index[at] {
                EMPTY => None,
                slot => Some(slot),
            })
            .filter(move |&slot| slot != DELETED && self.entries[slot as usize].hash == hash)
            .map(|slot| slot as usize)
    }

    /// Index positions in CPython's probing order, endless.
    fn probe(&self, hash: i64) -> impl Iterator<Item = usize> {
        let mask = self.index.len().wrapping_sub(1);
        let mut perturb = hash as u64;
        let mut i = perturb as usize & mask;
        let mut first = true;
        let any = !self.index.is_empty();
        std::iter::from_fn(move || {
            if !any {
                return None;
            }
            if !first {
                perturb >>= 5;
                i = (i.wrapping_mul(5).wrapping_add(perturb as usize).wrapping_add(1)) & mask;
            }
            first = false;
            Some(i)
        })
    }

    /// Adds a key that is known to be missing. Counting is the caller's.
    pub(crate) fn insert_new(&mut self, hash: i64, key: Value, value: Value) {
        if (self.entries.len() + 1) * 3 > self.index.len() * 2 {
            self.grow();
        }
        let at = self.free_index(hash);
        self.index[at] = self.entries.len() as u32;
        self.entries.push(Entry { hash, key, value });
        self.used += 1;
        self.version += 1;
    }

    fn free_index(&self, hash: i64) -> usize {
        // A deleted place is free again (dictobject.c `find_empty_slot`).
        let free = self.probe(hash).find(|&at| self.index[at] >= DELETED);
        free.expect("a third of the index is always free")
    }

    /// Replaces a slot's value and gives back the old one.
    pub(crate) fn replace(&mut self, slot: usize, value: Value) -> Value {
        std::mem::replace(&mut self.entries[slot].value, value)
    }

    /// Deletes a slot and gives back its key and value.
    pub(crate) fn remove(&mut self, slot: usize) -> (Value, Value) {
        let Entry { hash, key, value } = self.entries[slot];
        let at = self.probe(hash).find(|&at| self.index[at] == slot as u32);
        self.index[at.expect("a live entry is indexed")] = DELETED;
        self.entries[slot] = Entry { hash, key: Value::UNSET, value: Value::UNSET };
        self.used -= 1;
        self.version += 1;
        (key, value)
    }

    fn grow(&mut self) {
        self.entries.retain(|e| e.key.is_set());
        let mut size = 8;
        while size * 2 < (self.used + 1) * 6 {
            size *= 2;
        }
        self.index = vec![EMPTY; size];
        for slot in 0..self.entries.len() {
            let at = self.free_index(self.entries[slot].hash);
            self.index[at] = slot as u32;
        }
    }

    /// What it refers to.
    pub(crate) fn each(&self, see: &mut dyn FnMut(Value)) {
        for e in self.iter() {
            see(e.key);
            see(e.value);
        }
    }
}
