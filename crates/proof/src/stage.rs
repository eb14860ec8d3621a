//! A thread with as little stack as a browser gives.

use std::hint::black_box;
use std::thread;

/// The stack that the parser and the compiler get, in bytes: what wasm has.
pub const PARSER_STACK: usize = 1 << 20;
/// The stack that a running machine gets, in bytes.
pub const MACHINE_STACK: usize = 256 << 10;

/// A thread of [`PARSER_STACK`] whose work can be done with only [`MACHINE_STACK`] left of it.
#[derive(Clone, Copy, Debug)]
pub struct Stage {
    /// An address near the stack's beginning.
    top: usize,
}

impl Stage {
    /// Does the work on a thread of its own, and waits for it.
    ///
    /// # Panics
    /// If the work panics, or no thread can be had.
    pub fn with<R: Send>(work: impl FnOnce(Stage) -> R + Send) -> R {
        thread::scope(|scope| {
            let builder = thread::Builder::new().stack_size(PARSER_STACK);
            let started = builder.spawn_scoped(scope, || work(Stage { top: here() })).expect("a thread can be had");
            started.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        })
    }

    /// Does the work with [`MACHINE_STACK`] left: what stands below is used up first.
    pub fn narrow<R>(&self, work: impl FnOnce() -> R) -> R {
        let mut work = Some(work);
        let mut result = None;
        self.descend(&mut || result = work.take().map(|work| work()));
        result.expect("the work was done")
    }

    #[inline(never)]
    fn descend(&self, work: &mut dyn FnMut()) {
        let filling = black_box([0_u8; 1024]);
        if self.top.abs_diff(here()) >= PARSER_STACK - MACHINE_STACK {
            work();
        } else {
            self.descend(work);
        }
        // The filling is needed until here, so that each call takes its part of the stack.
        black_box(&filling);
    }
}

/// An address on the stack, where the caller stands.
#[inline(never)]
fn here() -> usize {
    let mark = black_box(0_u8);
    std::ptr::from_ref(&mark).addr()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn little_stack_is_left() {
        let used = Stage::with(|stage| stage.narrow(|| stage.top.abs_diff(here())));
        let left = PARSER_STACK - used;
        assert!(left <= MACHINE_STACK && left > MACHINE_STACK - 8192, "{left}");
    }
}
