//! What lies outside the machine: descriptors and pipes. Bytes only: the world never sees a
//! Python value, and it never waits. A call that would block answers [`Errno::Again`]; the guest
//! then parks on the descriptor's key, and a later call's [`Effects`] name the keys that became
//! ready.

mod pipe;
mod table;

use abi::{Effects, Errno, Fd, Key, ProcessId, WorldCall, WorldReply};
use pipe::Pipes;
use std::collections::BTreeMap;
use table::{Entry, Table};

/// The key of the empty standard input, which is always at its end and so always ready.
const STDIN_KEY: Key = Key(0);

/// What a process wrote to its standard streams since it was last asked for.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Output {
    /// Bytes written to standard output.
    pub out: Vec<u8>,
    /// Bytes written to standard error.
    pub err: Vec<u8>,
}

/// The descriptors of all processes and what they lead to.
#[derive(Clone, Debug, Default)]
pub struct World {
    tables: BTreeMap<ProcessId, Table>,
    pipes: Pipes,
    outputs: BTreeMap<ProcessId, Output>,
}

impl World {
    /// A world without processes.
    pub fn new() -> Self {
        World::default()
    }

    /// A process starts with an empty standard input (0) and captured output (1) and errors (2).
    pub fn start(&mut self, process: ProcessId) {
        self.tables.insert(process, Table::standard());
    }

    /// A process is over: its descriptors are closed. Its output can still be taken.
    pub fn exit(&mut self, process: ProcessId) -> Effects {
        let mut effects = Effects::default();
        for entry in self.tables.remove(&process).unwrap_or_default().entries() {
            self.let_go(entry, &mut effects);
        }
        effects
    }

    /// What the process has written since the last time, whether or not it still lives.
    pub fn take_output(&mut self, process: ProcessId) -> Output {
        self.outputs.remove(&process).unwrap_or_default()
    }

    /// A call of a process, and what it sets off.
    ///
    /// # Errors
    /// `BadFd` for a descriptor that is not open, or not open for this use; `Again` for a read
    /// that would block; `BrokenPipe` for a write that nobody can ever read.
    pub fn call(&mut self, process: ProcessId, call: WorldCall<'_>) -> (Result<WorldReply, Errno>, Effects) {
        let mut effects = Effects::default();
        let reply = match call {
            WorldCall::Write { fd, bytes } => self.write(process, fd, bytes, &mut effects),
            WorldCall::Read { fd, max } => self.read(process, fd, max),
            WorldCall::Pipe => self.pipe(process),
            WorldCall::Close { fd } => self.close(process, fd, &mut effects),
            WorldCall::ReadKey { fd } => self.read_key(process, fd, &mut effects),
            WorldCall::Fork { child } => self.fork(process, child),
        };
        (reply, effects)
    }

    fn entry(&self, process: ProcessId, fd: Fd) -> Result<Entry, Errno> {
        self.tables.get(&process).and_then(|table| table.get(fd)).ok_or(Errno::BadFd)
    }

    fn write(&mut self, process: ProcessId, fd: Fd, bytes: &[u8], effects: &mut Effects) -> Result<WorldReply, Errno> {
        match self.entry(process, fd)? {
            Entry::Out => self.outputs.entry(process).or_default().out.extend_from_slice(bytes),
            Entry::Err => self.outputs.entry(process).or_default().err.extend_from_slice(bytes),
            Entry::WriteEnd(pipe) => effects.ready.extend(self.pipes.write(pipe, bytes)?),
            Entry::Empty | Entry::ReadEnd(_) => return Err(Errno::BadFd),
        }
        Ok(WorldReply::Count(bytes.len()))
    }

    fn read(&mut self, process: ProcessId, fd: Fd, max: usize) -> Result<WorldReply, Errno> {
        match self.entry(process, fd)? {
            Entry::Empty => Ok(WorldReply::Bytes(Vec::new())),
            Entry::ReadEnd(pipe) => self.pipes.read(pipe, max).map(WorldReply::Bytes),
            Entry::Out | Entry::Err | Entry::WriteEnd(_) => Err(Errno::BadFd),
        }
    }

    fn pipe(&mut self, process: ProcessId) -> Result<WorldReply, Errno> {
        let table = self.tables.get_mut(&process).ok_or(Errno::BadFd)?;
        let pipe = self.pipes.open();
        let read = table.add(Entry::ReadEnd(pipe));
        Ok(WorldReply::Pair(read, table.add(Entry::WriteEnd(pipe))))
    }

    fn close(&mut self, process: ProcessId, fd: Fd, effects: &mut Effects) -> Result<WorldReply, Errno> {
        let table = self.tables.get_mut(&process).ok_or(Errno::BadFd)?;
        let entry = table.take(fd).ok_or(Errno::BadFd)?;
        self.let_go(entry, effects);
        Ok(WorldReply::Unit)
    }

    /// The key; and if the descriptor can be read already, the key is ready at once, so that a
    /// guest that asks before it parks cannot miss what came before.
    fn read_key(&mut self, process: ProcessId, fd: Fd, effects: &mut Effects) -> Result<WorldReply, Errno> {
        let (key, ready) = match self.entry(process, fd)? {
            Entry::Empty => (STDIN_KEY, true),
            Entry::ReadEnd(pipe) => self.pipes.key(pipe),
            Entry::Out | Entry::Err | Entry::WriteEnd(_) => return Err(Errno::BadFd),
        };
        effects.ready.extend(ready.then_some(key));
        Ok(WorldReply::Key(key))
    }

    fn fork(&mut self, process: ProcessId, child: ProcessId) -> Result<WorldReply, Errno> {
        let copy = self.tables.get(&process).ok_or(Errno::BadFd)?.clone();
        copy.entries().for_each(|entry| self.pipes.share(entry));
        self.tables.insert(child, copy);
        Ok(WorldReply::Unit)
    }

    fn let_go(&mut self, entry: Entry, effects: &mut Effects) {
        effects.ready.extend(self.pipes.let_go(entry));
    }
}
