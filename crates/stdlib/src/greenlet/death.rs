//! The death of a suspended greenlet: GreenletExit is raised in it (greenlet's `PyGreenlet.cpp`
//! `_green_dealloc_kill_started_non_main_greenlet`).

use super::body::{self, current, GreenletBody, State};
use super::switching::{self, phase, Message};
use crate::support::module_name;
use vm::native::{NativeFrame, NativeResult, Resumed, Step};
use vm::{Cx, Ref};

/// The native that runs before a suspended greenlet dies.
pub(super) const LAST_ACT: &str = "_last_act";

/// What GreenletExit says.
const REASON: &str = "Killing the greenlet because all references have vanished.";

/// The exception that left it is being shown.
const SHOWS: u32 = 100;

pub(super) fn last_act(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let r = f.args[0].as_ref().expect("a greenlet");
    match (f.phase, why) {
        (phase::BEGINS, _) if cx.vm.finalizing || body::of(cx, r).thread != cx.t.id => {
            forget(cx, r);
            Ok(Step::Return(vm::Value::NONE))
        }
        (phase::BEGINS, why) => {
            let (here, text) = (current(cx), cx.new_str(REASON));
            let exit = module_name(cx, "greenlet", "GreenletExit").as_ref().expect("a class");
            let e = cx.new_exception(exit, &[text]);
            cx.vm.heap.store_in::<GreenletBody>(r, |b| &mut b.parent, here.into());
            switching::send(cx, f, why, r, Message::Exception(e))
        }
        (phase::LEFT, Resumed::Raised(e)) => {
            f.phase = SHOWS;
            let what = cx.new_str("in");
            Ok(cx.call_prelude("show_unraisable", &[e, what, r.into()]))
        }
        (phase::LEFT, _) if body::of(cx, r).state == State::Started => {
            forget(cx, r);
            f.phase = SHOWS;
            let text = super::attributes::shown(cx, r);
            let text = cx.new_str(&format!("GreenletExit did not kill {text}\n"));
            Ok(cx.call_prelude("write_stderr", &[text]))
        }
        _ => Ok(Step::Return(vm::Value::NONE)),
    }
}

/// Nobody can run it any more: what stands on its fiber is never let go of.
fn forget(cx: &mut Cx<'_>, r: Ref) {
    let fiber = cx.vm.heap.edit::<GreenletBody, _>(r, |b| b.fiber.take());
    cx.vm.lost.extend(fiber.map(|fiber| *fiber));
}
