//! One process's descriptors.

use crate::pipe::PipeId;
use abi::Fd;
use std::collections::BTreeMap;

/// What a descriptor leads to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Entry {
    /// Standard input: nothing to read, ever.
    Empty,
    /// Captured standard output.
    Out,
    /// Captured standard error.
    Err,
    /// The end of a pipe that is read.
    ReadEnd(PipeId),
    /// The end of a pipe that is written.
    WriteEnd(PipeId),
}

/// Descriptor numbers and what they lead to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table(BTreeMap<Fd, Entry>);

impl Table {
    /// What the first process starts with.
    pub(crate) fn standard() -> Self {
        Table(BTreeMap::from([(Fd(0), Entry::Empty), (Fd(1), Entry::Out), (Fd(2), Entry::Err)]))
    }

    pub(crate) fn get(&self, fd: Fd) -> Option<Entry> {
        self.0.get(&fd).copied()
    }

    /// Gives the lowest free number, as POSIX wants it.
    pub(crate) fn add(&mut self, entry: Entry) -> Fd {
        let taken = self.0.keys().zip(0..).take_while(|&(fd, number)| fd.0 == number).count();
        let fd = Fd(taken as u32);
        self.0.insert(fd, entry);
        fd
    }

    pub(crate) fn take(&mut self, fd: Fd) -> Option<Entry> {
        self.0.remove(&fd)
    }

    /// Everything that is open, by number.
    pub(crate) fn entries(&self) -> impl Iterator<Item = Entry> + use<> {
        self.0.clone().into_values()
    }
}
