//! One slice: a thread runs on a core until it stops.

use crate::sys::Call;
use crate::{Guests, Host, Kernel, Status};
use abi::{Budget, CoreId, Duration, Instant, Stop, ThreadId, Trap, Wakeup};

impl Kernel {
    /// Runs the core's thread and deals with its stop. `Some`: the host has to act.
    pub(crate) fn run_slice(
        &mut self,
        core: CoreId,
        guests: &mut Guests,
        host: &mut dyn Host,
        fuel: &mut u32,
    ) -> Option<Status> {
        let mut budget = self.open.take().unwrap_or_else(|| self.new_budget(core));
        budget.fuel = *fuel;
        let id = self.cores.thread(core).expect("only a busy core runs");
        let thread = self.thread_mut(id);
        let (process, row) = (thread.process, thread.row);
        let why = std::mem::replace(&mut thread.wake, Wakeup::Continue);
        let mut call = Call { kernel: self, host, core, process, thread: id, row };
        let stop = guests.get(process).resume(id, why, &mut call, &mut budget);
        *fuel = budget.fuel;
        match stop {
            Stop::OutOfFuel => {
                self.open = Some(budget);
                Some(Status::Paused)
            }
            Stop::Need(pack) => {
                self.thread_mut(id).wake = Wakeup::Loaded(pack);
                self.open = Some(budget);
                Some(Status::Need(pack))
            }
            Stop::Horizon => {
                assert!(budget.now() > budget.horizon, "a guest stops at the horizon when it has passed it");
                self.close(core, &budget);
                None
            }
            other => {
                self.close(core, &budget);
                self.settle(budget.now());
                self.stopped(core, id, other, guests, host);
                None
            }
        }
    }

    fn new_budget(&self, core: CoreId) -> Budget {
        let mut budget = Budget {
            started: self.cores.now(core),
            fuel: 0,
            cpu: Duration::ZERO,
            preempt_at: Instant::FAR,
            horizon: Instant::FAR,
        };
        self.tighten(core, &mut budget);
        budget
    }

    /// Brings the budget's moments up to date with who else wants to run.
    pub(crate) fn tighten(&self, core: CoreId, budget: &mut Budget) {
        budget.horizon = budget.horizon.min(self.horizon(core));
        budget.preempt_at = self.next_preemption(core).map_or(Instant::FAR, |(at, _)| at);
    }

    /// The core's clock takes over what the slice used.
    fn close(&mut self, core: CoreId, budget: &Budget) {
        self.cores.advance_to(core, budget.now());
        self.cpu += budget.cpu;
    }

    /// An effect happens at this moment.
    pub(crate) fn settle(&mut self, now: Instant) {
        assert!(now >= self.now, "effects have one order: one at {now} came after one at {}", self.now);
        self.now = now;
    }

    /// A stop that is an effect.
    fn stopped(&mut self, core: CoreId, thread: ThreadId, stop: Stop, guests: &mut Guests, host: &mut dyn Host) {
        match stop {
            Stop::Trap(Trap::Sleep { until }) => self.park(thread, None, Some(until), host),
            Stop::Trap(Trap::Park { on, until }) => self.park(thread, Some(on), until, host),
            Stop::Trap(Trap::YieldCpu) => self.give_way(thread, None, host),
            Stop::Preempted => {
                let asked = self.next_preemption(core).filter(|&(at, _)| at <= self.now);
                let (_, why) = asked.expect("a guest gives way when it is asked to");
                self.push_out(thread, why, host);
            }
            Stop::Fork => self.fork(thread, guests, host),
            Stop::ExitThread => self.exit_thread(thread, guests, host),
            Stop::ExitProcess(status) => {
                let process = self.thread(thread).process;
                self.exit_process(process, status, guests, host);
            }
            Stop::OutOfFuel | Stop::Need(_) | Stop::Horizon => unreachable!("these leave no effect"),
        }
    }
}
