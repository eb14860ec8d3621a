//! A thread is about to stand still: what the trace says of it.

use crate::place;
use abi::trace::{Event, RowKind, Why};
use abi::RowId;
use vm::{locals, Activation, Cx};

/// Announces that the thread waits. In plain code the outermost call of the program's own functions gets a row first.
///
/// A native calls this after its first step, when the frame that called it stands on the fiber.
pub(crate) fn block(cx: &mut Cx<'_>, why: Why) {
    // A thread beside others is a row already.
    let is_alone = cx.vm.threads.is_empty();
    if is_alone && cx.t.running == cx.t.row && !cx.local(locals::RUNNING_LOOP).is_set() {
        announce_call(cx);
    }
    suspend_thread(cx, why);
}

/// Announces that the thread waits, and nothing else: for an event loop that has nothing to run.
pub(crate) fn suspend_thread(cx: &mut Cx<'_>, why: Why) {
    let (now, row, pos) = (cx.now(), cx.t.row, place::innermost(cx));
    cx.sys.emit(now, Event::Suspend { row, why, pos });
}

/// Gives the outermost call of a function of the program a row, unless it has one.
fn announce_call(cx: &mut Cx<'_>) {
    let found = cx.t.fiber.stack.iter().position(|activation| match activation {
        Activation::Python(frame) => place::is_program(frame) && place::is_function(frame) && frame.row.is_none(),
        _ => false,
    });
    let Some(at) = found else { return };
    let Activation::Python(frame) = &cx.t.fiber.stack[at] else { return };
    let (function, arguments, stands) =
        (frame.loaded.code.qualname.clone(), place::arguments(frame), place::pos(frame));
    let made = cx.t.fiber.stack[..at].iter().rev().find_map(|activation| match activation {
        Activation::Python(frame) => place::pos(frame),
        _ => None,
    });
    let name = place::call_text(cx, &function, &arguments);
    let row = spawn(cx, RowKind::Call, &name, made);
    let now = cx.now();
    cx.sys.emit(now, Event::Run { row, core: None, pos: stands });
    if let Activation::Python(frame) = &mut cx.t.fiber.stack[at] {
        frame.row = Some(row);
    }
    cx.t.running = row;
}

/// A new row that the running thread carries.
pub(crate) fn spawn(cx: &mut Cx<'_>, kind: RowKind, name: &str, pos: Option<abi::trace::Pos>) -> RowId {
    spawn_in(cx, cx.t.row, kind, name, pos)
}

/// A new row that this thread carries.
pub(crate) fn spawn_in(
    cx: &mut Cx<'_>,
    thread: RowId,
    kind: RowKind,
    name: &str,
    pos: Option<abi::trace::Pos>,
) -> RowId {
    let row = cx.sys.new_row();
    let (now, name) = (cx.now(), cx.sys.intern(name));
    let (carrier, parent) = (Some(thread), Some(cx.t.running));
    cx.sys.emit(now, Event::Spawn { row, kind, carrier, parent, name, pos });
    row
}
