//! A process as the kernel sees it: [`abi::Guest`].

use crate::cx::Cx;
use crate::fiber::{Activation, Thread};
use crate::frame::Frame;
use crate::interp::run::{resume_with, run};
use crate::native::{NativeFrame, Resumed};
use crate::process::Process;
use abi::{Budget, Guest, Scale, Stop, Sys, ThreadId, Wakeup};

impl Guest for Process {
    fn resume(&mut self, thread: ThreadId, why: Wakeup, sys: &mut dyn Sys, budget: &mut Budget) -> Stop {
        self.entered += 1;
        self.deepest_entry = self.deepest_entry.max(self.entered);
        let mut t = self.threads.remove(&thread).expect("the kernel resumes threads that exist");
        if self.finalizing && thread != self.main {
            // It wants the GIL and does not get it: the thread is gone, as in CPython (Python/ceval_gil.h `take_gil`).
            self.vanished.push(t);
            self.entered -= 1;
            return Stop::ExitThread;
        }
        let mut cx = Cx { vm: self, sys, budget, t: &mut t };
        match why {
            Wakeup::Start | Wakeup::Continue => {}
            woken => resume_with(&mut cx, Resumed::Woken(woken)),
        }
        let stop = run(&mut cx);
        if stop != Stop::ExitThread {
            self.threads.insert(thread, t);
        }
        self.entered -= 1;
        stop
    }

    fn check(&self) -> Result<(), String> {
        if self.deepest_entry > 1 {
            return Err(format!("the interpreter was entered {} times at once", self.deepest_entry));
        }
        self.recount()
    }

    fn fingerprint(&self) -> u64 {
        self.state_print()
    }

    fn snapshot(&self) -> Box<dyn Guest> {
        Box::new(self.clone())
    }

    fn weigh(&self, scale: &mut Scale) {
        self.heap.weigh(scale);
        scale.own(std::mem::size_of::<Process>() + self.cache.bytes());
        for activation in self.threads.values().flat_map(|t| &t.fiber.stack) {
            scale.own(match activation {
                Activation::Python(f) => std::mem::size_of::<Frame>() + std::mem::size_of_val(&*f.regs),
                Activation::Native(_) | Activation::Detached(_) => std::mem::size_of::<NativeFrame>(),
            });
        }
    }

    fn fork(&self, survivor: ThreadId, child: ThreadId) -> Box<dyn Guest> {
        let mut copy = self.clone();
        let threads = std::mem::take(&mut copy.threads);
        let (survivors, others): (Vec<Thread>, Vec<Thread>) = threads.into_values().partition(|t| t.id == survivor);
        copy.vanished.extend(others);
        let mut main = survivors.into_iter().next().expect("the thread that forks exists");
        main.id = child;
        copy.threads.insert(child, main);
        copy.main = child;
        Box::new(copy)
    }
}
