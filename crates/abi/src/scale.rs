//! Weighing checkpoints: how many bytes are held, what several share counted once.

use std::collections::BTreeSet;

/// Adds up bytes. What is shared is told by its address, which is looked at for nothing else.
#[derive(Clone, Debug, Default)]
pub struct Scale {
    seen: BTreeSet<usize>,
    bytes: u64,
}

impl Scale {
    /// Nothing on it.
    pub fn new() -> Scale {
        Scale::default()
    }

    /// Something that nobody else holds.
    pub fn own(&mut self, bytes: usize) {
        self.bytes += bytes as u64;
    }

    /// Something that others on the scale may hold too: counted the first time that its address is seen.
    pub fn shared(&mut self, address: usize, bytes: impl FnOnce() -> usize) {
        if self.seen.insert(address) {
            self.own(bytes());
        }
    }

    /// What is on it.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }
}
