//! Making greenlets, and what can be asked of one (`PyGreenlet.cpp`).

use super::body::{self, current, is_main, store, GreenletBody, State};
use crate::support::own;
use vm::native::{NativeFrame, NativeResult, Raise, Resumed, Step};
use vm::{classes, locals, Body, Cx, Ref, Value};

/// `__new__`: the running greenlet is the parent, whatever `__init__` may do.
pub(super) fn make(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    body::bury(cx);
    let class = cx.vm.as_class(f.args[0]).expect("a class");
    let parent = current(cx);
    let made = Box::new(GreenletBody::new(cx, State::Fresh));
    let r = cx.new_object(class, Body::Custom(made));
    store(cx, r, |b| &mut b.parent, parent.into());
    Ok(Step::Return(r.into()))
}

/// `__init__(run=None, parent=None)`
pub(super) fn init(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<GreenletBody>(cx, f)?;
    let mut given = cx.sequence(f.args[1]).map(<[Value]>::to_vec).unwrap_or_default();
    if given.len() > 2 {
        return Err(cx.type_error(format!("green() takes at most 2 arguments ({} given)", given.len())));
    }
    given.resize(2, Value::UNSET);
    if let Some(keywords) = f.args[2].as_ref() {
        let keywords: Vec<(Value, Value)> = cx.vm.heap.dict(keywords).iter().map(|e| (e.key, e.value)).collect();
        for (name, v) in keywords {
            match crate::support::text(cx, name).as_str() {
                "run" if !given[0].is_set() => given[0] = v,
                "parent" if !given[1].is_set() => given[1] = v,
                other => {
                    let message = format!("'{other}' is an invalid keyword argument for green()");
                    return Err(cx.type_error(message));
                }
            }
        }
    }
    if given[0].is_set() {
        put_run(cx, r, given[0])?;
    }
    if let Some(parent) = given[1].some() {
        put_parent(cx, r, parent)?;
    }
    Ok(Step::Return(Value::NONE))
}

fn attribute_error(cx: &mut Cx<'_>, message: &str) -> Raise {
    cx.error(classes::ATTRIBUTE_ERROR, message)
}

pub(super) fn parent(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<GreenletBody>(cx, f)?;
    Ok(Step::Return(body::of(cx, r).parent.or(Value::NONE)))
}

pub(super) fn set_parent(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<GreenletBody>(cx, f)?;
    put_parent(cx, r, f.args[1])?;
    Ok(Step::Return(Value::NONE))
}

fn put_parent(cx: &mut Cx<'_>, r: Ref, v: Value) -> Result<(), Raise> {
    if !v.is_set() {
        return Err(attribute_error(cx, "can't delete attribute"));
    }
    if is_main(cx, r) {
        return Err(attribute_error(cx, "cannot set the parent of a main greenlet"));
    }
    let Some(parent) = body::as_greenlet(cx, v) else {
        let name = cx.type_name(v);
        return Err(cx.type_error(format!("GreenletChecker: Expected any type of greenlet, not {name}")));
    };
    let mut at = Some(parent);
    while let Some(above) = at {
        if above == r {
            return Err(cx.value_error("cyclic parent chain"));
        }
        at = body::parent_of(cx, above);
    }
    let (its, own) = (body::of(cx, parent).thread, body::of(cx, r));
    if own.thread != its && own.state != State::Fresh {
        return Err(cx.value_error("parent cannot be on a different thread"));
    }
    // One that has yet to begin will run in its parent's thread.
    body::edit(cx, r, |b| b.thread = its);
    store(cx, r, |b| &mut b.parent, v);
    Ok(())
}

pub(super) fn run(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<GreenletBody>(cx, f)?;
    let b = body::of(cx, r);
    if is_main(cx, r) {
        return Err(attribute_error(cx, "Main greenlets do not have a run attribute."));
    }
    match (b.state, b.run) {
        (State::Fresh, run) if run.is_set() => Ok(Step::Return(run)),
        _ => Err(attribute_error(cx, "run")),
    }
}

pub(super) fn set_run(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<GreenletBody>(cx, f)?;
    put_run(cx, r, f.args[1])?;
    Ok(Step::Return(Value::NONE))
}

fn put_run(cx: &mut Cx<'_>, r: Ref, v: Value) -> Result<(), Raise> {
    if is_main(cx, r) {
        return Err(attribute_error(cx, "Main greenlets do not have a run attribute."));
    }
    if body::of(cx, r).state != State::Fresh {
        return Err(attribute_error(cx, "run cannot be set after the start of the greenlet"));
    }
    store(cx, r, |b| &mut b.run, v);
    Ok(())
}

pub(super) fn is_active(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<GreenletBody>(cx, f)?;
    Ok(Step::Return(Value::bool(body::of(cx, r).state == State::Started)))
}

fn is_dead(cx: &Cx<'_>, r: Ref) -> bool {
    body::of(cx, r).state == State::Dead || body::is_stranded(cx, r)
}

pub(super) fn dead(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<GreenletBody>(cx, f)?;
    Ok(Step::Return(Value::bool(is_dead(cx, r))))
}

/// The frame in which it waits; `None` for one that runs, is over or has not begun.
pub(super) fn frame(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<GreenletBody>(cx, f)?;
    let Some(mut fiber) = body::edit(cx, r, |b| b.fiber.take()) else {
        return Ok(Step::Return(Value::NONE));
    };
    let frame = fiber.innermost().map(|frame| vm::frame_object(cx, frame));
    body::edit(cx, r, |b| b.fiber = Some(fiber));
    Ok(Step::Return(frame.map_or(Value::NONE, Value::from)))
}

/// Whether another thread runs it at this moment.
fn runs_elsewhere(cx: &Cx<'_>, r: Ref) -> bool {
    let b = body::of(cx, r);
    b.state == State::Started && b.fiber.is_none() && !body::is_current(cx, r)
}

pub(super) fn context(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<GreenletBody>(cx, f)?;
    if runs_elsewhere(cx, r) {
        return Err(cx.value_error("cannot get context of a greenlet that is running in a different thread"));
    }
    let context = if body::is_current(cx, r) { cx.local(locals::CONTEXT) } else { body::of(cx, r).context };
    Ok(Step::Return(context.or(Value::NONE)))
}

pub(super) fn set_context(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<GreenletBody>(cx, f)?;
    let v = f.args[1];
    if !v.is_set() {
        return Err(attribute_error(cx, "can't delete context attribute"));
    }
    if !v.is_none() && !crate::contextvars::is_context(cx, v) {
        return Err(cx.type_error("greenlet context must be a contextvars.Context or None"));
    }
    if runs_elsewhere(cx, r) {
        return Err(cx.value_error("cannot set context of a greenlet that is running in a different thread"));
    }
    let v = v.some().unwrap_or(Value::UNSET);
    match body::is_current(cx, r) {
        true => cx.set_local(locals::CONTEXT, v),
        false => store(cx, r, |b| &mut b.context, v),
    }
    Ok(Step::Return(Value::NONE))
}

pub(super) fn no_state(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let name = type_name(cx, f.args[0]);
    Err(cx.type_error(format!("cannot serialize '{name}' object")))
}

pub(super) fn no_stack(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Err(cx.unsupported("the attribute _stack_saved of a greenlet", "nothing of a greenlet is on a native stack"))
}

/// A class's name as C has it: with its module only if C made the class.
fn type_name(cx: &Cx<'_>, v: Value) -> String {
    let class = cx.class_of(v);
    match cx.vm.class(class).is_heap_type {
        true => cx.vm.class(class).name.to_string(),
        false => cx.vm.class_qualified(class),
    }
}

/// `<greenlet.greenlet object at 0x… (otid=0x…) suspended active started>`
pub(super) fn repr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<GreenletBody>(cx, f)?;
    let text = shown(cx, r);
    Ok(Step::Return(cx.new_str(&text)))
}

/// The same text (`green_repr`).
pub(super) fn shown(cx: &Cx<'_>, r: Ref) -> String {
    let (name, at, state) = (type_name(cx, r.into()), cx.vm.address(r.into()), body::of(cx, r).state);
    let stranded = body::is_stranded(cx, r);
    let thread = match state {
        State::Fresh => "0x(nil)".to_string(),
        _ if stranded => "0x(nil)".to_string(),
        _ => cx.vm.address(body::main_of(cx, r).into()),
    };
    let head = format!("<{name} object at {at} (otid={thread})");
    if is_dead(cx, r) {
        return format!("{head} {}dead>", if stranded { "(thread exited) " } else { "" });
    }
    let state = match state {
        _ if body::is_current(cx, r) => " current active started",
        State::Fresh => " pending",
        _ => " suspended active started",
    };
    format!("{head}{state}{}>", if is_main(cx, r) { " main" } else { "" })
}
