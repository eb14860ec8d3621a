//! The life of a thread beside the main one (Modules/_threadmodule.c `thread_run`).

use super::report;
use crate::classes;
use crate::cx::Cx;
use crate::fiber::{Activation, Thread};
use crate::locals;
use crate::native::{def, Args, Def, NativeFrame, NativeResult, Resumed, Step};
use crate::value::Value;
use abi::trace::{Event, Outcome};
use abi::{RowId, ThreadId};

/// The intrinsics of this file.
pub(super) const INTRINSICS: &[Def] =
    &[def("run_thread", "function, args, keywords, /", run_thread), def("only_main_runs", "", only_main_runs)];

/// How far a thread is.
mod phase {
    pub const RUNS: u32 = 0;
    /// What left it is being shown.
    pub const SHOWS: u32 = 1;
    /// What it kept for the library has been let go of.
    pub const CLEARED: u32 = 2;
    /// Who waits for its end is being told.
    pub const TELLS: u32 = 3;
    pub const OVER: u32 = 4;
}

impl Cx<'_> {
    /// Starts a thread that calls `function(*args, **keywords)`: a tuple, and a dict or `None`. `row` shows it.
    pub fn start_thread(&mut self, row: RowId, function: Value, args: Value, keywords: Value) -> ThreadId {
        let id = self.sys.spawn(self.budget, row);
        let native = self.vm.intrinsic("run_thread").expect("an intrinsic");
        let args = Args::from_slice(&[function, args, keywords]);
        args.iter().for_each(|&v| self.vm.heap.inc(v));
        let native = NativeFrame { id: native, args, phase: phase::RUNS, note: 0 };
        let mut thread = Thread::new(id, row);
        thread.fiber.stack.push(Activation::Native(Box::new(native)));
        thread.fiber.next = Some(Resumed::Start);
        self.vm.threads.insert(id, thread);
        id
    }
}

fn run_thread(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    if let Resumed::Raised(e) = why {
        if cx.is_instance(e, classes::UNSUPPORTED) {
            return Ok(report::refuse(cx, e));
        }
    }
    match (f.phase, why) {
        (phase::RUNS, Resumed::Start) => {
            cx.vm.started_threads += 1;
            let [function, args, keywords] = [f.args[0], f.args[1], f.args[2]];
            Ok(cx.call_prelude("apply", &[function, args, keywords]))
        }
        (phase::RUNS, Resumed::Raised(e)) if !cx.is_instance(e, classes::SYSTEM_EXIT) => {
            f.phase = phase::SHOWS;
            let function = f.args[0];
            Ok(cx.call_prelude("show_thread_failure", &[e, function]))
        }
        (phase::RUNS | phase::SHOWS, _) => {
            cx.vm.started_threads -= 1;
            f.phase = phase::CLEARED;
            clear(cx, f);
            Ok(Step::Again)
        }
        (phase::CLEARED, _) => {
            f.phase = phase::TELLS;
            match cx.local(locals::AT_END).some() {
                Some(tell) => Ok(cx.call(tell, &[])),
                None => Ok(Step::Again),
            }
        }
        (phase::TELLS, _) => {
            f.phase = phase::OVER;
            cx.set_local(locals::AT_END, Value::UNSET);
            Ok(Step::Again)
        }
        _ => {
            let outcome = cx.t.failure.map_or(Outcome::Done, Outcome::Failed);
            let (now, row) = (cx.now(), cx.t.row);
            cx.sys.emit(now, Event::End { row, outcome });
            Ok(Step::ExitThread)
        }
    }
}

/// What the thread kept is let go of, in CPython's order (Python/pystate.c `PyThreadState_Clear`).
fn clear(cx: &mut Cx<'_>, f: &mut NativeFrame) {
    f.args.clear();
    for slot in (0..cx.t.local.len()).filter(|&slot| slot != locals::AT_END && slot != locals::CONTEXT) {
        cx.set_local(slot, Value::UNSET);
    }
    cx.set_local(locals::CONTEXT, Value::UNSET);
    cx.set_asyncgen_hooks([Value::UNSET; 2]);
}

/// The process ends: from now on the main thread is the only one.
fn only_main_runs(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    cx.vm.finalizing = true;
    let (now, rows): (_, Vec<RowId>) = (cx.now(), cx.vm.threads.values().map(|t| t.row).collect());
    for row in rows {
        cx.sys.emit(now, Event::End { row, outcome: Outcome::Cancelled });
    }
    Ok(Step::Return(Value::NONE))
}
