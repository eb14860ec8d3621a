//! The life of the main thread, and what is said of exceptions that nobody caught (Python/pythonrun.c).

use crate::classes;
use crate::cx::Cx;
use crate::heap::{Body, NativeFunction};
use crate::native::{NativeFrame, NativeResult, Resumed, Step};
use crate::traceback::{self, Link, Printer};
use crate::value::{Ref, Value};
use abi::trace::{Event, Outcome, Pos};

fn exception(f: &NativeFrame) -> Ref {
    f.args[0].as_ref().expect("an exception")
}

/// A list of pairs: an exception and how it is linked to the one after it.
pub(super) fn exception_chain(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let chain = traceback::chain(cx, exception(f));
    // A link says how an exception leads to the next, so it belongs to the one before.
    let links: Vec<Link> = chain.iter().skip(1).map(|&(_, l)| l).collect();
    let mut pairs = Vec::with_capacity(chain.len());
    for (i, &(e, own)) in chain.iter().enumerate() {
        let link = if i < links.len() { own } else { Link::None };
        let number = match link {
            Link::None => 0,
            Link::Cause => 1,
            Link::Context => 2,
        };
        pairs.push(cx.new_tuple(&[e.into(), Value::int(number)]));
    }
    Ok(Step::Return(cx.new_list(pairs)))
}

pub(super) fn exception_text(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let message = cx.as_str(f.args[1]);
    let link = match f.args[2].view() {
        crate::value::View::Int(1) => Link::Cause,
        crate::value::View::Int(2) => Link::Context,
        _ => Link::None,
    };
    let printer = match f.args[3].is(Value::TRUE) {
        true => Printer::Library,
        false => Printer::Interpreter,
    };
    let text = traceback::exception_text(cx, exception(f), message.as_ref().map(|m| m.as_str()), link, printer);
    Ok(Step::Return(cx.new_str(&text)))
}

pub(super) fn unraisable_text(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let message = cx.as_str(f.args[1]);
    let text_of = |v: Value| cx.as_str(v).map_or_else(String::new, |s| s.as_str().to_string());
    let (what, shown) = (text_of(f.args[2]), text_of(f.args[3]));
    let text = traceback::unraisable_text(cx, exception(f), message.as_ref().map(|m| m.as_str()), &what, &shown);
    Ok(Step::Return(cx.new_str(&text)))
}

/// An exception's class as the record names it.
pub(super) fn shown_kind(cx: &Cx<'_>, e: Value) -> String {
    let class = cx.class_of(e);
    match cx.vm.class_shown(class) {
        // Without a module it is a class of the program or a builtin: the record names these without the classes around.
        shown if shown == *cx.vm.class(class).qualname => cx.vm.class(class).name.to_string(),
        shown => shown,
    }
}

pub(super) fn note_failure(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let message = cx.as_str(f.args[1]).map_or_else(String::new, |s| s.as_str().to_string());
    cx.note_uncaught(f.args[0], &message);
    Ok(Step::Return(Value::NONE))
}

impl Cx<'_> {
    /// Tells the trace which exception left the running thread.
    pub fn note_uncaught(&mut self, e: Value, message: &str) {
        let kind = shown_kind(self, e);
        let (kind, message) = (self.sys.intern(&kind), self.sys.intern(message));
        let raised = e.as_ref().and_then(|r| traceback::innermost_place(self, r));
        let pos = raised.map(|range| Pos { file: 0, line: range.line });
        let (now, row) = (self.now(), self.t.row);
        self.sys.emit(now, Event::Uncaught { row, kind, message, pos });
        self.t.failure = Some(kind);
    }
}

/// Tells the trace what the program uses that is not supported.
fn note_refusal(cx: &mut Cx<'_>, e: Value) {
    let r = e.as_ref().expect("an exception");
    let text = |v: Option<Value>| v.and_then(|v| cx.as_str(v)).map_or_else(String::new, |s| s.as_str().to_string());
    let feature = text(Some(cx.vm.heap.exception(r).extra[0]));
    let args = cx.vm.heap.exception(r).args;
    let message = text(cx.sequence(args).and_then(|a| a.first()).copied());
    let place = traceback::innermost_place(cx, r);
    let event = Event::Refused {
        row: cx.t.row,
        feature: cx.sys.intern(&feature),
        message: cx.sys.intern(&message),
        column: place.map_or(0, |range| range.col + 1),
        pos: place.map(|range| Pos { file: 0, line: range.line }),
    };
    let now = cx.now();
    cx.sys.emit(now, event);
}

/// Exit status of a program that uses what is not supported.
const REFUSED: i32 = 65;

/// The program uses what is not supported: its process is over.
pub(super) fn refuse(cx: &mut Cx<'_>, e: Value) -> Step {
    note_refusal(cx, e);
    Step::ExitProcess(REFUSED)
}

/// Runs the program and ends the process: `phase` 0 runs it, 1 has shown what left it, 2 has let go of everything.
/// `note` is the exit status.
pub(super) fn run_main(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    match (f.phase, why) {
        (0, Resumed::Start) => {
            let (code, globals) = (f.args[0].as_ref().expect("code"), f.args[1].as_ref().expect("globals"));
            Ok(Step::Exec(code, globals))
        }
        (0, Resumed::Raised(e)) => {
            f.phase = 1;
            main_failed(cx, f, e)
        }
        (0, _) => {
            f.phase = 1;
            run_main(cx, f, Resumed::Again)
        }
        (1, Resumed::Raised(e)) if cx.is_instance(e, classes::UNSUPPORTED) => Ok(refuse(cx, e)),
        (1, _) => {
            f.phase = 2;
            let globals = f.args[1];
            Ok(cx.call_prelude("shutdown", &[globals]))
        }
        _ => {
            let outcome = if f.note == 0 { Outcome::Done } else { Outcome::Failed(cx.sys.intern("exit")) };
            let (now, row, running) = (cx.now(), cx.t.row, cx.t.running);
            // What the program itself did beside a hub has a row of its own.
            if running != row {
                cx.sys.emit(now, Event::End { row: running, outcome });
            }
            cx.sys.emit(now, Event::End { row, outcome });
            Ok(Step::ExitProcess(f.note as i32))
        }
    }
}

/// An exception left the program.
fn main_failed(cx: &mut Cx<'_>, f: &mut NativeFrame, e: Value) -> NativeResult {
    if cx.is_instance(e, classes::UNSUPPORTED) {
        return Ok(refuse(cx, e));
    }
    let Some(code) = traceback::exit_code(cx, e) else {
        // A shell shows a process that an interrupt has ended so.
        f.note = if cx.is_instance(e, classes::KEYBOARD_INTERRUPT) { 130 } else { 1 };
        return Ok(cx.call_prelude("show_fatal", &[e]));
    };
    f.note = match cx.as_int(code) {
        Some(crate::cx::Int::Small(i)) => i & 0xff,
        Some(crate::cx::Int::Big(_)) => 255,
        None if code.is_none() => 0,
        None => 1,
    };
    let silent = code.is_none() || cx.as_int(code).is_some();
    let text = if silent { Value::NONE } else { code };
    Ok(cx.call_prelude("show_exit", &[e, text]))
}

/// Objects that have something to do before they die, each with what does it. `lost`: those to which nothing refers any
/// more, while the modules live; else all, for at the end the collector finds them unreachable at once.
pub(super) fn exit_finalizers(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (lost, left) = crate::exit_order::order(cx);
    cx.vm.modules_gone = !f.args[0].is(Value::TRUE);
    let objects = if cx.vm.modules_gone { left } else { lost };
    let held = crate::exit_order::held_by_fibers(cx);
    let mut pairs = Vec::new();
    for r in objects.into_iter().filter(|r| !held[r.index()]) {
        if let Some(native) = crate::finalize::finalizer(cx, r) {
            let body = Body::Native(NativeFunction { id: native.id, receiver: Value::UNSET });
            let f = cx.new_object(classes::NATIVE_FUNCTION, body);
            pairs.push(cx.new_tuple(&[f.into(), r.into()]));
        }
    }
    Ok(Step::Return(cx.new_list(pairs)))
}

/// Lets go of a module's names, unless a thread that did not end still has them.
pub(super) fn clear_globals(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let held = crate::exit_order::held_by_fibers(cx);
    if let Some(dict) = f.args[0].as_ref().filter(|dict| !held[dict.index()]) {
        cx.vm.heap.dict_clear(dict);
    }
    Ok(Step::Return(Value::NONE))
}
