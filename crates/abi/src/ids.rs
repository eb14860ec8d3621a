//! Numbers that name things across layers. All are handed out in order of creation, so that
//! a run is the same on every host.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident($inner:ty)) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        pub struct $name(pub $inner);
    };
}

id!(
    /// A process of the simulated machine; the first one is 1.
    ProcessId(u32)
);
id!(
    /// A thread of the simulated machine, unique across processes; the first one is 1.
    ThreadId(u32)
);
id!(
    /// A core of the simulated machine, from 0.
    CoreId(u8)
);
id!(
    /// Something a thread can be parked on: a lock, an interest set, a child's end.
    WaitId(u64)
);
id!(
    /// What became ready: a descriptor, a device timer, a lock. Handed back in [`crate::Wakeup::Ready`].
    Key(u64)
);
id!(
    /// A row of the picture: a thread, a task, a greenlet, a handle, a call of plain code.
    RowId(u32)
);
