//! A guest without any Python: each thread runs a script. It keeps the seam's rules as a real
//! interpreter must: charge, look at the horizon, have the effect, look at the eval breaker.

use abi::trace::{Event, Outcome, RowKind, Stream, Why};
use abi::{
    Budget, Duration, Errno, ExitStatus, Fd, ForkSide, Guest, Instant, Pack, RowId, Stop, Sys, ThreadId, Trap, WaitId,
    WakeCount, Wakeup, WorldCall, WorldReply,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// One instruction of a script. Numbers name scripts and waits.
#[derive(Clone, Debug)]
pub enum Op {
    /// Tenths of a millisecond of CPU time, one instruction each. Printing and packs are free; all
    /// others cost a microsecond.
    Compute(u64),
    /// Milliseconds; a signal cuts it short, then it goes on with the rest.
    Sleep(u64),
    /// Milliseconds at most.
    Park(usize, Option<u64>),
    Wake(usize, WakeCount),
    Lock(usize),
    Unlock(usize),
    Spawn(usize),
    Write(u32, &'static str),
    /// Waits until there is something, prints it.
    Read(u32),
    /// No longer watches what it read from.
    Forget(u32),
    /// The child goes on with this script.
    Fork(usize),
    /// A pack; number 0 is there from the beginning.
    Need(u32),
    Print(&'static str),
    Yield,
    Exit(i32),
}

/// All threads' scripts.
pub type Scripts = Arc<[Vec<Op>]>;

#[derive(Clone)]
struct Thread {
    row: RowId,
    script: usize,
    pc: usize,
    /// Turns left of this instruction's computing.
    turns: u64,
    charged: bool,
    /// The deadline of the wait that this instruction has begun.
    waiting: Option<Option<Instant>>,
    why: Option<Wakeup>,
    wait: Option<WaitId>,
}

#[derive(Clone)]
pub struct Scripted {
    scripts: Scripts,
    threads: BTreeMap<ThreadId, Thread>,
    waits: BTreeMap<usize, WaitId>,
    locked: Vec<usize>,
}

/// What an instruction leads to.
enum Flow {
    Next,
    /// The same instruction once more.
    Again,
    Stop(Stop),
}

fn thread(row: RowId, script: usize) -> Thread {
    Thread { row, script, pc: 0, turns: 0, charged: false, waiting: None, why: None, wait: None }
}

impl Scripted {
    /// A process whose main thread runs the first script.
    pub fn new(scripts: Scripts, main: ThreadId, row: RowId) -> Self {
        let threads = BTreeMap::from([(main, thread(row, 0))]);
        Scripted { scripts, threads, waits: BTreeMap::new(), locked: Vec::new() }
    }

    fn wait(&mut self, number: usize, sys: &mut dyn Sys) -> WaitId {
        *self.waits.entry(number).or_insert_with(|| sys.new_wait())
    }

    fn cost(&self, t: &Thread) -> Duration {
        match self.scripts[t.script].get(t.pc) {
            Some(Op::Compute(_)) => Duration::from_micros(100),
            Some(Op::Print(_) | Op::Need(_)) => Duration::ZERO,
            _ => Duration::from_micros(1),
        }
    }

    fn end(&self, thread: &Thread, sys: &mut dyn Sys, now: Instant) {
        sys.emit(now, Event::End { row: thread.row, outcome: Outcome::Done });
    }

    fn op(&mut self, t: &mut Thread, sys: &mut dyn Sys, budget: &mut Budget) -> Flow {
        let now = budget.now();
        let Some(op) = self.scripts[t.script].get(t.pc).cloned() else {
            self.end(t, sys, now);
            return Flow::Stop(Stop::ExitThread);
        };
        match op {
            Op::Compute(turns) => {
                t.turns += 1;
                if t.turns < turns {
                    return Flow::Again;
                }
                t.turns = 0;
            }
            Op::Sleep(ms) => return self.sleep(t, ms, sys, now),
            Op::Park(number, ms) => {
                let on = self.wait(number, sys);
                return self.park(t, on, ms, "park", sys, now);
            }
            Op::Lock(number) if self.locked.contains(&number) => {
                let on = self.wait(number, sys);
                t.waiting = None;
                return self.park(t, on, None, "lock", sys, now);
            }
            Op::Read(fd) => return self.read(t, Fd(fd), sys, budget),
            Op::Fork(script) => return self.fork_side(t, script, sys, now),
            Op::Need(pack) => return self.need(t, Pack(pack)),
            Op::Yield if t.waiting.take().is_none() => {
                t.waiting = Some(None);
                sys.emit(now, Event::Suspend { row: t.row, why: Why::Yield, pos: None });
                return Flow::Stop(Stop::Trap(Trap::YieldCpu));
            }
            Op::Exit(status) => {
                self.threads.values().chain([&*t]).for_each(|thread| self.end(thread, sys, now));
                return Flow::Stop(Stop::ExitProcess(ExitStatus(status)));
            }
            other => self.act(other, t, sys, budget),
        }
        Flow::Next
    }

    /// The instructions that never wait.
    fn act(&mut self, op: Op, t: &mut Thread, sys: &mut dyn Sys, budget: &mut Budget) {
        let now = budget.now();
        match op {
            Op::Wake(number, count) => {
                let wait = self.wait(number, sys);
                let woken = sys.wake(budget, wait, count, t.row);
                print(t.row, &format!("woke {woken}"), sys, now);
            }
            Op::Lock(number) => {
                self.locked.push(number);
                t.waiting = None;
            }
            Op::Unlock(number) => {
                self.locked.retain(|&other| other != number);
                let wait = self.wait(number, sys);
                sys.wake(budget, wait, WakeCount::One, t.row);
            }
            Op::Spawn(script) => self.spawn(t, script, sys, budget),
            Op::Write(fd, text) => {
                if let Err(error) = sys.world(budget, WorldCall::Write { fd: Fd(fd), bytes: text.as_bytes() }) {
                    print(t.row, &format!("{error:?}"), sys, now);
                }
            }
            Op::Forget(fd) => {
                let key = sys.world(budget, WorldCall::ReadKey { fd: Fd(fd) });
                if let (Some(wait), Ok(WorldReply::Key(key))) = (t.wait, key) {
                    sys.unwatch(wait, key);
                }
            }
            Op::Print(text) => print(t.row, text, sys, now),
            // What is left here of the others has nothing to do: a wait that is over.
            _ => {}
        }
    }

    fn sleep(&mut self, t: &mut Thread, ms: u64, sys: &mut dyn Sys, now: Instant) -> Flow {
        let until = t.waiting.flatten().unwrap_or(now + Duration::from_millis(ms));
        if t.why.take() == Some(Wakeup::TimedOut) {
            t.waiting = None;
            return Flow::Next;
        }
        take_signals(t.row, sys, now);
        t.waiting = Some(Some(until));
        let call = sys.intern("sleep");
        sys.emit(now, Event::Suspend { row: t.row, why: Why::Sleep { until, call }, pos: None });
        Flow::Stop(Stop::Trap(Trap::Sleep { until }))
    }

    fn park(
        &mut self,
        t: &mut Thread,
        on: WaitId,
        ms: Option<u64>,
        call: &str,
        sys: &mut dyn Sys,
        now: Instant,
    ) -> Flow {
        if let (Some(_), Some(why)) = (t.waiting, t.why.take()) {
            let word = match why {
                Wakeup::TimedOut => "timed out",
                Wakeup::Interrupted => "interrupted",
                _ => "ready",
            };
            print(t.row, word, sys, now);
            take_signals(t.row, sys, now);
            t.waiting = None;
            return Flow::Next;
        }
        let until = ms.map(|ms| now + Duration::from_millis(ms));
        t.waiting = Some(until);
        let call = sys.intern(call);
        sys.emit(now, Event::Suspend { row: t.row, why: Why::Block { call, until }, pos: None });
        Flow::Stop(Stop::Trap(Trap::Park { on, until }))
    }

    fn read(&mut self, t: &mut Thread, fd: Fd, sys: &mut dyn Sys, budget: &mut Budget) -> Flow {
        let now = budget.now();
        match sys.world(budget, WorldCall::Read { fd, max: 64 }) {
            Ok(WorldReply::Bytes(bytes)) => {
                t.waiting = None;
                print(t.row, &format!("read {:?}", String::from_utf8_lossy(&bytes)), sys, now);
                Flow::Next
            }
            Err(Errno::Again) => {
                let on = *t.wait.get_or_insert_with(|| sys.new_wait());
                if let Ok(WorldReply::Key(key)) = sys.world(budget, WorldCall::ReadKey { fd }) {
                    sys.watch(on, key);
                }
                t.waiting = None;
                take_signals(t.row, sys, now);
                self.park(t, on, None, "read", sys, now)
            }
            other => {
                print(t.row, &format!("{other:?}"), sys, now);
                Flow::Next
            }
        }
    }

    fn spawn(&mut self, by: &Thread, script: usize, sys: &mut dyn Sys, budget: &mut Budget) {
        let (row, name) = (sys.new_row(), sys.intern(&format!("thread {script}")));
        let parent = Some(by.row);
        let event = Event::Spawn { row, kind: RowKind::Thread, carrier: None, parent, name, pos: None };
        sys.emit(budget.now(), event);
        let id = sys.spawn(budget, row);
        self.threads.insert(id, thread(row, script));
    }

    fn fork_side(&mut self, t: &mut Thread, script: usize, sys: &mut dyn Sys, now: Instant) -> Flow {
        match t.why.take() {
            Some(Wakeup::Forked(ForkSide::Parent(child))) => {
                print(t.row, &format!("parent of {}", child.0), sys, now);
                Flow::Next
            }
            Some(Wakeup::Forked(ForkSide::Child)) => {
                *t = thread(sys.row(), script);
                print(t.row, &format!("child {}", sys.process().0), sys, now);
                Flow::Again
            }
            _ => Flow::Stop(Stop::Fork),
        }
    }

    fn need(&mut self, t: &mut Thread, pack: Pack) -> Flow {
        match t.why.take() {
            Some(Wakeup::Loaded(loaded)) if loaded == pack => Flow::Next,
            _ if pack == Pack(0) => Flow::Next,
            _ => Flow::Stop(Stop::Need(pack)),
        }
    }
}

fn print(row: RowId, text: &str, sys: &mut dyn Sys, now: Instant) {
    let text = sys.intern(text);
    sys.emit(now, Event::Print { row, stream: Stream::Out, text });
}

fn take_signals(row: RowId, sys: &mut dyn Sys, now: Instant) {
    while let Some(signal) = sys.take_signal() {
        print(row, &format!("signal {}", signal.0), sys, now);
    }
}

impl Guest for Scripted {
    fn resume(&mut self, id: ThreadId, why: Wakeup, sys: &mut dyn Sys, budget: &mut Budget) -> Stop {
        let mut t = self.threads.remove(&id).expect("the kernel names a thread of this process");
        t.why = if why == Wakeup::Continue { t.why } else { Some(why) };
        let stop = loop {
            if !t.charged {
                if budget.fuel == 0 {
                    break Stop::OutOfFuel;
                }
                budget.fuel -= 1;
                budget.cpu += self.cost(&t);
                t.charged = true;
            }
            if budget.now() > budget.horizon {
                break Stop::Horizon;
            }
            t.charged = false;
            match self.op(&mut t, sys, budget) {
                Flow::Next => {
                    t.pc += 1;
                    t.why = None;
                }
                Flow::Again => {}
                Flow::Stop(stop) => break stop,
            }
            take_signals(t.row, sys, budget.now());
            if budget.now() >= budget.preempt_at {
                break Stop::Preempted;
            }
        };
        self.threads.insert(id, t);
        stop
    }

    fn weigh(&self, scale: &mut abi::Scale) {
        scale.own(std::mem::size_of::<Scripted>());
    }

    fn snapshot(&self) -> Box<dyn Guest> {
        Box::new(self.clone())
    }

    fn fork(&self, survivor: ThreadId, child: ThreadId) -> Box<dyn Guest> {
        let threads = BTreeMap::from([(child, self.threads[&survivor].clone())]);
        Box::new(Scripted { threads, ..self.clone() })
    }
}
