//! Calls from a guest to the world outside the machine. Bytes only: the world knows
//! descriptors, files and pipes, never a Python object.

use crate::{Key, ProcessId};

/// A descriptor number of one process: 0 stdin, 1 stdout, 2 stderr, as POSIX has it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Fd(pub u32);

/// The error numbers of Linux that the world can answer with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Errno {
    /// Try again: the call would block (11).
    Again,
    /// Bad file descriptor (9).
    BadFd,
    /// Nobody reads the other end (32).
    BrokenPipe,
    /// No such file or directory (2).
    NotFound,
    /// The world does not offer this call (38).
    NotSupported,
}

/// What a guest may ask of the world.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum WorldCall<'a> {
    /// Write bytes to a descriptor.
    Write {
        /// Where to.
        fd: Fd,
        /// What.
        bytes: &'a [u8],
    },
    /// Read at most `max` bytes from a descriptor.
    Read {
        /// Where from.
        fd: Fd,
        /// The most bytes wanted.
        max: usize,
    },
    /// Make a pipe; answers with both ends.
    Pipe,
    /// Close a descriptor.
    Close {
        /// Which.
        fd: Fd,
    },
    /// The key that becomes ready when the descriptor can be read.
    ReadKey {
        /// Which.
        fd: Fd,
    },
    /// A new process starts with a copy of another's descriptors.
    Fork {
        /// The new process.
        child: ProcessId,
    },
}

/// What the world answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum WorldReply {
    /// So many bytes were taken.
    Count(usize),
    /// These bytes were read; none at the end of a stream.
    Bytes(Vec<u8>),
    /// The two ends of a new pipe: (read, write).
    Pair(Fd, Fd),
    /// A key to park on.
    Key(Key),
    /// Done.
    Unit,
}
