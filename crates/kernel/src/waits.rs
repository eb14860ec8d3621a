//! What the threads of one process are parked on, and which keys wake them.

use crate::{Host, Kernel};
use abi::trace::Cause;
use abi::{Effects, Key, ProcessId, RowId, ThreadId, WaitId, WakeCount, Wakeup};
use std::collections::{BTreeMap, VecDeque};

/// Keys from here on are not the world's: each stands for a wait that was woken by a thread.
const OWN_KEYS: u64 = 1 << 63;

/// One process's waits; a number of another process means another wait.
#[derive(Clone, Debug, Default)]
pub(crate) struct Waits {
    made: u64,
    /// Threads, the one that has waited longest first.
    parked: BTreeMap<WaitId, VecDeque<ThreadId>>,
    watching: BTreeMap<Key, Vec<WaitId>>,
    /// A key that became ready while nobody was parked; the next who parks goes on at once.
    missed: BTreeMap<WaitId, Key>,
}

impl Waits {
    /// A new process's: it watches the same keys, and nobody is parked.
    pub(crate) fn forked(&self) -> Self {
        Waits { parked: BTreeMap::new(), ..self.clone() }
    }

    pub(crate) fn create(&mut self) -> WaitId {
        self.made += 1;
        WaitId(self.made)
    }

    pub(crate) fn watch(&mut self, wait: WaitId, key: Key) {
        let watching = self.watching.entry(key).or_default();
        if !watching.contains(&wait) {
            watching.push(wait);
        }
    }

    pub(crate) fn unwatch(&mut self, wait: WaitId, key: Key) {
        if let Some(watching) = self.watching.get_mut(&key) {
            watching.retain(|&other| other != wait);
        }
        self.watching.retain(|_, watching| !watching.is_empty());
        if self.missed.get(&wait) == Some(&key) {
            self.missed.remove(&wait);
        }
    }

    /// The keys that would wake what is parked on `wait`.
    pub(crate) fn keys_of(&self, wait: WaitId) -> Vec<Key> {
        self.watching.iter().filter(|(_, watching)| watching.contains(&wait)).map(|(&key, _)| key).collect()
    }

    pub(crate) fn park(&mut self, wait: WaitId, thread: ThreadId) {
        self.parked.entry(wait).or_default().push_back(thread);
    }

    pub(crate) fn unpark(&mut self, wait: WaitId, thread: ThreadId) {
        if let Some(parked) = self.parked.get_mut(&wait) {
            parked.retain(|&other| other != thread);
        }
        self.parked.retain(|_, parked| !parked.is_empty());
    }

    pub(crate) fn take_missed(&mut self, wait: WaitId) -> Option<Key> {
        self.missed.remove(&wait)
    }

    fn first(&self, wait: WaitId, count: WakeCount) -> Vec<ThreadId> {
        let parked = self.parked.get(&wait).into_iter().flatten().copied();
        match count {
            WakeCount::One => parked.take(1).collect(),
            WakeCount::All => parked.collect(),
        }
    }

    /// Whom this key wakes. A wait on which nobody is parked remembers it.
    fn woken_by(&mut self, key: Key) -> Vec<ThreadId> {
        let mut woken = Vec::new();
        for wait in self.watching.get(&key).cloned().unwrap_or_default() {
            let parked = self.first(wait, WakeCount::All);
            if parked.is_empty() {
                self.missed.insert(wait, key);
            }
            woken.extend(parked);
        }
        woken
    }
}

impl Kernel {
    /// A running thread wakes others of its process.
    pub(crate) fn wake(
        &mut self,
        process: ProcessId,
        (wait, count): (WaitId, WakeCount),
        by: RowId,
        host: &mut dyn Host,
    ) -> usize {
        let woken = self.process(process).waits.first(wait, count);
        for &thread in &woken {
            let ready = Wakeup::Ready(Key(OWN_KEYS | wait.0));
            self.make_ready(thread, ready, Some(Cause::Row(by)), host);
        }
        woken.len()
    }

    /// Something outside is ready: wakes everything, in whichever process, that watches it.
    pub(crate) fn key_ready(&mut self, key: Key, host: &mut dyn Host) {
        let woken: Vec<ThreadId> =
            self.processes.values_mut().flat_map(|process| process.waits.woken_by(key)).collect();
        for thread in woken {
            self.make_ready(thread, Wakeup::Ready(key), Some(Cause::Device), host);
        }
    }

    /// What a call to the world set off.
    pub(crate) fn apply(&mut self, effects: Effects, host: &mut dyn Host) {
        for (at, key) in effects.timers {
            self.timers.set(at, crate::timers::Target::Device(key));
        }
        for key in effects.ready {
            self.key_ready(key, host);
        }
    }
}
