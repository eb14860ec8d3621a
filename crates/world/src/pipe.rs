//! Pipes: bytes on their way, and how many descriptors hold either end.
//!
//! A pipe takes any amount: a writer never waits, unlike Linux's, which fills up at 64 KiB.

use crate::table::Entry;
use abi::{Errno, Key};
use std::collections::{BTreeMap, VecDeque};

/// A pipe's number, from 1; its key has the same one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct PipeId(u64);

#[derive(Clone, Debug)]
struct Pipe {
    bytes: VecDeque<u8>,
    readers: u32,
    writers: u32,
}

impl Pipe {
    /// A read would answer: with bytes, or with the stream's end.
    fn readable(&self) -> bool {
        !self.bytes.is_empty() || self.writers == 0
    }
}

/// All pipes that a descriptor still leads to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pipes {
    open: BTreeMap<PipeId, Pipe>,
    made: u64,
}

impl Pipes {
    /// A new pipe with one descriptor on either end.
    pub(crate) fn open(&mut self) -> PipeId {
        self.made += 1;
        self.open.insert(PipeId(self.made), Pipe { bytes: VecDeque::new(), readers: 1, writers: 1 });
        PipeId(self.made)
    }

    fn get(&mut self, pipe: PipeId) -> &mut Pipe {
        self.open.get_mut(&pipe).expect("a pipe lives as long as a descriptor leads to it")
    }

    /// Takes all bytes; answers with the key if that ended the emptiness.
    pub(crate) fn write(&mut self, id: PipeId, bytes: &[u8]) -> Result<Option<Key>, Errno> {
        let pipe = self.get(id);
        if pipe.readers == 0 {
            return Err(Errno::BrokenPipe);
        }
        let was_readable = pipe.readable();
        pipe.bytes.extend(bytes);
        Ok((pipe.readable() && !was_readable).then_some(Key(id.0)))
    }

    pub(crate) fn read(&mut self, id: PipeId, max: usize) -> Result<Vec<u8>, Errno> {
        let pipe = self.get(id);
        if !pipe.readable() {
            return Err(Errno::Again);
        }
        let count = pipe.bytes.len().min(max);
        Ok(pipe.bytes.drain(..count).collect())
    }

    /// The key, and whether it is ready now.
    pub(crate) fn key(&mut self, id: PipeId) -> (Key, bool) {
        (Key(id.0), self.get(id).readable())
    }

    /// One more descriptor leads there.
    pub(crate) fn share(&mut self, entry: Entry) {
        match entry {
            Entry::ReadEnd(id) => self.get(id).readers += 1,
            Entry::WriteEnd(id) => self.get(id).writers += 1,
            Entry::Empty | Entry::Out | Entry::Err => {}
        }
    }

    /// One descriptor less; answers with the key if readers now meet the stream's end.
    pub(crate) fn let_go(&mut self, entry: Entry) -> Option<Key> {
        let (Entry::ReadEnd(id) | Entry::WriteEnd(id)) = entry else { return None };
        let pipe = self.get(id);
        let was_readable = pipe.readable();
        match entry {
            Entry::ReadEnd(_) => pipe.readers -= 1,
            _ => pipe.writers -= 1,
        }
        let (ends, gone) = (pipe.readable() && !was_readable, pipe.readers + pipe.writers == 0);
        if gone {
            self.open.remove(&id);
        }
        (ends && !gone).then_some(Key(id.0))
    }
}
