//! What the machine is like.

use crate::Policy;
use abi::{Duration, Instant};

/// A price for handing a core from thread to thread, once that has gone on for long without any
/// time passing; it keeps threads that only wake each other from standing still in time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HandOver {
    /// So many are free after each jump of the clock.
    pub free: u32,
    /// What each further one costs.
    pub price: Duration,
}

/// The machine's parts and habits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Config {
    /// How many cores it has, at least 1.
    pub cores: u8,
    /// Each process has a lock that a thread must hold to run (CPython's global interpreter lock).
    pub gil: bool,
    /// How long a thread waits for the GIL before it asks the holder to let go
    /// (`sys.getswitchinterval`, 5 ms in CPython).
    pub switch_interval: Duration,
    /// How long a thread may keep a core that another could use; `None`: until it blocks.
    pub time_slice: Option<Duration>,
    /// How much later than due a timer is noticed. Timers due by then are noticed together.
    pub wake_latency: Duration,
    /// The price of handing over, if there is one.
    pub hand_over: Option<HandOver>,
    /// Who gets a free core.
    pub policy: Policy,
    /// Nothing happens after this moment.
    pub limit: Instant,
}

impl Config {
    /// One core; a thread runs until it blocks. What recordings of real CPython on a virtual clock
    /// are compared with: a sleeper wakes 3 µs late, and of 5,000 hand-overs at one time each further
    /// one takes 5 µs.
    pub const fn free() -> Self {
        Config {
            cores: 1,
            gil: false,
            switch_interval: Duration::from_millis(5),
            time_slice: None,
            wake_latency: Duration::from_micros(3),
            hand_over: Some(HandOver { free: 5_000, price: Duration::from_micros(5) }),
            policy: Policy::FirstCome,
            limit: Instant::FAR,
        }
    }

    /// CPython's GIL on this many cores, with exact timers. Processes that share a core take turns
    /// of 10 ms.
    pub const fn python(cores: u8) -> Self {
        Config {
            cores,
            gil: true,
            switch_interval: Duration::from_millis(5),
            time_slice: Some(Duration::from_millis(10)),
            wake_latency: Duration::ZERO,
            hand_over: None,
            policy: Policy::FirstCome,
            limit: Instant::FAR,
        }
    }

    /// Nobody can act on a timer before the running thread blocks. Timers are then looked at only
    /// when no thread is ready, which decides who comes first among those that are nearly due.
    pub(crate) fn runs_to_block(&self) -> bool {
        self.cores == 1 && !self.gil && self.time_slice.is_none()
    }
}
