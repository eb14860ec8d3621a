//! The study's only contact with its host: a clock, a way to print, and an allocator that counts live bytes.
#![allow(unsafe_code, reason = "a global allocator and wasm imports can't be written without it")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

static LIVE: AtomicUsize = AtomicUsize::new(0);

/// Counts what is asked for, not what the system's allocator rounds it up to: the same figure on every host.
struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

// One thread only, so a load and a store do; an atomic addition would cost more than small allocations do.
fn add(bytes: usize) {
    LIVE.store(LIVE.load(Relaxed).wrapping_add(bytes), Relaxed);
}

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        add(layout.size());
        // SAFETY: the caller's promises are exactly the system allocator's.
        unsafe { System.alloc(layout) }
    }
    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        add(layout.size().wrapping_neg());
        // SAFETY: as above.
        unsafe { System.dealloc(at, layout) }
    }
}

/// Bytes asked for and not yet given back.
pub(crate) fn live_bytes() -> usize {
    LIVE.load(Relaxed)
}

#[cfg(target_arch = "wasm32")]
mod imports {
    #[link(wasm_import_module = "host")]
    unsafe extern "C" {
        pub safe fn now_ns() -> f64;
        pub safe fn say(at: *const u8, len: usize);
    }
}

/// Nanoseconds since some fixed moment.
#[cfg(target_arch = "wasm32")]
pub(crate) fn now_ns() -> f64 {
    imports::now_ns()
}

/// Nanoseconds since the first call.
#[cfg(not(target_arch = "wasm32"))]
#[allow(clippy::disallowed_methods, reason = "the study measures the host; no virtual clock is involved")]
pub(crate) fn now_ns() -> f64 {
    use std::{sync::OnceLock, time::Instant};
    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed().as_nanos() as f64
}

/// Prints one line on the host's standard output.
#[cfg(target_arch = "wasm32")]
pub fn say(line: &str) {
    imports::say(line.as_ptr(), line.len());
}

/// Prints one line on the host's standard output.
#[cfg(not(target_arch = "wasm32"))]
#[allow(clippy::print_stdout, reason = "the table is this program's output")]
pub fn say(line: &str) {
    println!("{line}");
}
