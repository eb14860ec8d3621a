//! The cores, each with its own clock, and the order between them.

use crate::{Host, Kernel};
use abi::trace::{Cause, Event};
use abi::{CoreId, Duration, Instant, ThreadId};

#[derive(Clone, Debug)]
struct Core {
    /// How far its thread has come; means nothing while it has none.
    now: Instant,
    thread: Option<ThreadId>,
    /// Since when it has this thread.
    given: Instant,
}

/// All cores, by number.
#[derive(Clone, Debug)]
pub(crate) struct Cores(Vec<Core>);

impl Cores {
    pub(crate) fn new(count: u8) -> Self {
        assert!(count > 0, "a machine has at least one core");
        Cores(vec![Core { now: Instant::ZERO, thread: None, given: Instant::ZERO }; count.into()])
    }

    fn numbered(&self) -> impl Iterator<Item = (CoreId, &Core)> {
        self.0.iter().enumerate().map(|(number, core)| (CoreId(number as u8), core))
    }

    fn get(&mut self, core: CoreId) -> &mut Core {
        &mut self.0[usize::from(core.0)]
    }

    /// The busy core whose next effect comes first.
    pub(crate) fn earliest(&self) -> Option<CoreId> {
        self.numbered().filter(|(_, core)| core.thread.is_some()).min_by_key(|(_, core)| core.now).map(|(id, _)| id)
    }

    pub(crate) fn idle(&self) -> Option<CoreId> {
        self.numbered().find(|(_, core)| core.thread.is_none()).map(|(id, _)| id)
    }

    pub(crate) fn now(&self, core: CoreId) -> Instant {
        self.0[usize::from(core.0)].now
    }

    pub(crate) fn given(&self, core: CoreId) -> Instant {
        self.0[usize::from(core.0)].given
    }

    pub(crate) fn thread(&self, core: CoreId) -> Option<ThreadId> {
        self.0[usize::from(core.0)].thread
    }

    pub(crate) fn advance_to(&mut self, core: CoreId, now: Instant) {
        self.get(core).now = now;
    }

    /// Takes the thread off its core, if it has one.
    pub(crate) fn take_off(&mut self, thread: ThreadId) {
        self.0.iter_mut().filter(|core| core.thread == Some(thread)).for_each(|core| core.thread = None);
    }
}

/// The last moment of a core before the effect that happens at `at` on core `other`.
fn before(core: CoreId, at: Instant, other: CoreId) -> Instant {
    if core < other {
        at
    } else {
        just_before(at)
    }
}

fn just_before(at: Instant) -> Instant {
    Instant::from_nanos(at.nanos().saturating_sub(1))
}

impl Kernel {
    /// Gives free cores to threads that can run.
    pub(crate) fn dispatch(&mut self, host: &mut dyn Host) {
        while let Some((core, place)) = self.next_dispatch() {
            let Some(thread) = self.ready.remove(place) else { return };
            let now = self.now + self.hand_over_price();
            *self.cores.get(core) = Core { now, thread: Some(thread), given: self.now };
            self.take_gil(thread);
            let thread = self.thread_mut(thread);
            let (row, pushed_out) = (thread.row, std::mem::take(&mut thread.pushed_out));
            if pushed_out {
                host.emit(self.now, Event::Wake { row, cause: Cause::Scheduler });
            }
            host.emit(self.now, Event::Run { row, core: Some(core), pos: None });
        }
    }

    /// The next free core and the place in the run queue of the thread to have it.
    fn next_dispatch(&self) -> Option<(CoreId, usize)> {
        let core = self.cores.idle()?;
        let able = self.ready.iter().enumerate().filter(|(_, &thread)| self.may_run(thread));
        Some((core, self.config.policy.choose(able.map(|(place, _)| place))?))
    }

    fn hand_over_price(&mut self) -> Duration {
        self.hand_overs = self.hand_overs.saturating_add(1);
        let rule = self.config.hand_over.filter(|rule| self.hand_overs > rule.free);
        rule.map_or(Duration::ZERO, |rule| rule.price)
    }

    /// Up to which moment a core may have effects: then another core comes first, or one that is
    /// about to get a thread, or a timer, or the limit of the whole run.
    pub(crate) fn horizon(&self, core: CoreId) -> Instant {
        let others = self.cores.numbered().filter(|&(id, other)| id != core && other.thread.is_some());
        let others = others.map(|(id, other)| before(core, other.now, id));
        let started = self.next_dispatch().map(|(idle, _)| before(core, self.now, idle));
        let timer = self.next_due().filter(|_| !self.config.runs_to_block()).map(just_before);
        others.chain(started).chain(timer).fold(self.config.limit, Instant::min)
    }
}
