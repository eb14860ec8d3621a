//! Where the program stands: its frames on the fiber, and those of a suspended coroutine.

use abi::trace::Pos;
use bytecode::Flags;
use vm::{classes, Activation, Body, Cx, Fiber, Frame, Pending, Value};

/// The program's own file.
const PROGRAM: u16 = 0;

/// True for a frame of the program itself.
pub(crate) fn is_program(frame: &Frame) -> bool {
    frame.loaded.file == PROGRAM
}

/// A frame's place in the program.
pub(crate) fn pos(frame: &Frame) -> Option<Pos> {
    let line = frame.line();
    (is_program(frame) && line > 0).then_some(Pos { file: PROGRAM, line })
}

/// The place of the innermost frame of the program on the thread's fiber. A native sees the frame that calls it only after its
/// first step.
pub(crate) fn innermost(cx: &Cx<'_>) -> Option<Pos> {
    innermost_of(&cx.t.fiber)
}

/// The place of the innermost frame of the program on a fiber.
pub(crate) fn innermost_of(fiber: &Fiber) -> Option<Pos> {
    fiber.stack.iter().rev().find_map(|activation| match activation {
        Activation::Python(frame) => pos(frame),
        _ => None,
    })
}

/// The frame of the library's function that the program has called and that the thread is in; on a thread of the library's own
/// that of the innermost function with a public name.
fn library_frame<'a>(cx: &'a Cx<'_>) -> Option<&'a Frame> {
    let frames = cx.t.fiber.stack.iter().rev().filter_map(|activation| match activation {
        Activation::Python(frame) if !frame.is_hidden() => Some(&**frame),
        _ => None,
    });
    let library: Vec<&Frame> = frames.clone().take_while(|frame| !is_program(frame)).collect();
    match frames.count() > library.len() {
        true => library.last().copied(),
        false => library.into_iter().find(|frame| !frame.loaded.code.name.starts_with('_')),
    }
}

/// The library's function that the program has called and that the thread is in: `Thread.join`. A native sees the frame that calls
/// it only after its first step.
pub(crate) fn library_call(cx: &Cx<'_>) -> Option<String> {
    library_frame(cx).map(|frame| frame.loaded.code.qualname.clone())
}

/// The object whose method that function is.
pub(crate) fn library_receiver(cx: &Cx<'_>) -> Option<Value> {
    let frame = library_frame(cx)?;
    let is_method = frame.loaded.code.locals.first().is_some_and(|name| name == "self");
    is_method.then(|| frame.regs[0])
}

/// The place from which the program scheduled something: that of the innermost frame of the program, unless a loop did it on
/// its own account, between two callbacks of the program.
pub(crate) fn scheduled_at(cx: &Cx<'_>) -> Option<Pos> {
    for activation in cx.t.fiber.stack.iter().rev() {
        match activation {
            Activation::Python(frame) if is_program(frame) => return pos(frame),
            Activation::Python(_) => {}
            Activation::Native(native) | Activation::Detached(native) => {
                let native = cx.vm.registry.get(native.id);
                let library = matches!(native.module, "_asyncio" | "contextvars");
                if library && matches!(native.def.name, "_run_once" | "__call__" | "task_wakeup" | "run") {
                    return None;
                }
            }
        }
    }
    None
}

/// What a suspended coroutine waits in.
#[derive(Default)]
pub(crate) struct Waiting {
    /// The innermost place in the program.
    pub pos: Option<Pos>,
    /// The library's coroutine that the program awaits there: `Event.wait`.
    pub what: Option<String>,
}

/// Follows a chain of awaits inwards.
pub(crate) fn waiting(cx: &Cx<'_>, coroutine: Value) -> Waiting {
    let mut found = Waiting::default();
    let mut at = Some(coroutine);
    while let Some(v) = at {
        let frame = match cx.body(v) {
            Some(Body::Generator(g)) => g.frame(),
            _ => None,
        };
        let Some(frame) = frame else { break };
        if let Some(place) = pos(frame) {
            found = Waiting { pos: Some(place), what: None };
        } else if found.what.is_none() {
            found.what = Some(frame.loaded.code.qualname.clone());
        }
        at = match frame.pending {
            Pending::YieldFrom { iter, .. } => inner(cx, frame.regs[iter as usize]),
            _ => None,
        };
    }
    found
}

/// What an awaited object delegates to.
fn inner(cx: &Cx<'_>, v: Value) -> Option<Value> {
    let r = v.as_ref()?;
    match cx.vm.heap.get(r).class {
        classes::COROUTINE_WRAPPER | classes::ASYNC_GENERATOR_ASEND | classes::ASYNC_GENERATOR_ATHROW => {
            Some(cx.vm.heap.fields(r)[0])
        }
        classes::COROUTINE | classes::GENERATOR => Some(v),
        _ => None,
    }
}

/// A call as a learner would write it: `greet(1)`. `name` is the function's.
pub(crate) fn call_text(cx: &mut Cx<'_>, name: &str, frame_values: &[Value]) -> String {
    let shown: Vec<String> = frame_values.iter().map(|&v| short_repr(cx, v)).collect();
    format!("{name}({})", shown.join(", "))
}

/// A value in a few characters.
fn short_repr(cx: &mut Cx<'_>, v: Value) -> String {
    const MOST: usize = 24;
    let v = match cx.body(v) {
        Some(Body::Cell(inner)) => *inner,
        _ => v,
    };
    if !v.is_set() {
        return "…".to_string();
    }
    match vm::format::plain_repr(cx, v) {
        Some(text) if text.chars().count() <= MOST && !text.starts_with('<') => text,
        _ => "…".to_string(),
    }
}

/// The values of a frame's positional parameters, the receiver of a method left out.
pub(crate) fn arguments(frame: &Frame) -> Vec<Value> {
    let code = &frame.loaded.code;
    let first = usize::from(code.locals.first().is_some_and(|n| n == "self"));
    frame.regs[..code.params.positional as usize].iter().skip(first).copied().collect()
}

/// True for a function's frame: no module's or class's body.
pub(crate) fn is_function(frame: &Frame) -> bool {
    !frame.loaded.code.flags.has(Flags::MODULE | Flags::CLASS_BODY)
}

/// The line of a coroutine that runs: its frame is on the fiber.
pub(crate) fn line_of_running(cx: &Cx<'_>, coroutine: Value) -> Option<u32> {
    cx.t.fiber.stack.iter().rev().find_map(|activation| match activation {
        Activation::Python(frame) if frame.owner == vm::Owner::Generator(coroutine.as_ref()?) => Some(frame.line()),
        _ => None,
    })
}
