//! A greenlet that waits and to which nothing refers any more (`_green_dealloc_kill_started_non_main_greenlet`).

use super::body::{self, store, GreenletBody, State};
use super::{target, EXIT};
use vm::native::{NativeFrame, NativeResult, Resumed, Step};
use vm::{Cx, Ref, Value};

/// The native that runs before a suspended greenlet dies.
pub(super) const LAST_ACT: &str = "_last_act";

/// Where it is.
mod phase {
    pub const BEGINS: u32 = 0;
    /// GreenletExit was thrown into it.
    pub const THROWN: u32 = 1;
    /// What it raised instead is shown.
    pub const SHOWS: u32 = 2;
    /// It lives: its text is asked for, and written.
    pub const COMPLAINS: u32 = 3;
    pub const WRITES: u32 = 4;
}

/// Arguments of the frame: the greenlet, its parent.
mod arg {
    pub const SELF: usize = 0;
    pub const PARENT: usize = 1;
}

/// Throws GreenletExit into it. Until it comes back the running greenlet is its parent.
pub(super) fn last_act(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let r = f.args[arg::SELF].as_ref().expect("a greenlet");
    match (f.phase, why) {
        (phase::BEGINS, _) => {
            let thread = body::of(cx, r).thread;
            if cx.vm.finalizing || body::is_over(cx, thread) {
                forget(cx, r);
                return Ok(Step::Return(Value::NONE));
            }
            if thread != cx.t.id {
                // Only its own thread can run it: that will find it there.
                let main = body::main_of(cx, r);
                cx.vm.heap.push_in::<GreenletBody>(main, |b| &mut b.unreferenced, r.into());
                return Ok(Step::Return(Value::NONE));
            }
            let exit = cx.vm.library_class(EXIT.name);
            let e = cx.error(exit, "Killing the greenlet because all references have vanished.").0;
            let (parent, here) = (body::of(cx, r).parent, body::current(cx));
            f.args.push(parent);
            store(cx, r, |b| &mut b.parent, here.into());
            f.phase = phase::THROWN;
            Ok(target::go_on(cx, r, Resumed::Raised(e)))
        }
        (phase::THROWN, why) => {
            let parent = f.args[arg::PARENT];
            store(cx, r, |b| &mut b.parent, parent);
            f.phase = phase::SHOWS;
            match why {
                Resumed::Raised(e) => {
                    let what = cx.new_str("in");
                    Ok(cx.call_prelude("show_unraisable", &[e, what, r.into()]))
                }
                _ => last_act(cx, f, Resumed::Again),
            }
        }
        (phase::SHOWS, _) => {
            let is_alone = cx.vm.heap.references(r) == Some(1);
            if body::of(cx, r).state != State::Started || !is_alone {
                return Ok(Step::Return(Value::NONE));
            }
            cx.leak(r);
            f.phase = phase::COMPLAINS;
            let repr = cx.vm.builtin("repr");
            Ok(cx.call(repr, &[r.into()]))
        }
        (phase::COMPLAINS, Resumed::Returned(text)) => {
            f.phase = phase::WRITES;
            let text = format!("GreenletExit did not kill {}\n", crate::support::text(cx, text));
            let text = cx.new_str(&text);
            Ok(cx.call_prelude("write_stderr", &[text]))
        }
        _ => Ok(Step::Return(Value::NONE)),
    }
}

/// Nobody can run it any more: what stands on its fiber is never let go of.
fn forget(cx: &mut Cx<'_>, r: Ref) {
    let fiber = body::edit(cx, r, |b| b.fiber.take());
    cx.vm.lost.extend(fiber.map(|fiber| *fiber));
}
