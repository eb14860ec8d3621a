//! A greenlet's attributes (greenlet's `PyGreenlet.cpp`).

use super::body::{self, current, is_main, GreenletBody, State};
use crate::support::{self, own};
use vm::native::{NativeFrame, NativeResult, Raise, Resumed, Step};
use vm::{classes, locals, Body, Cx, Ref, Value};

/// `__new__`: the running greenlet is its parent.
pub(super) fn make(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = cx.vm.as_class(f.args[0]).expect("a class");
    let parent = current(cx);
    let made = Box::new(GreenletBody::new(cx, State::Fresh));
    let made = cx.new_object(class, Body::Custom(made));
    cx.vm.heap.store_in::<GreenletBody>(made, |b| &mut b.parent, parent.into());
    Ok(Step::Return(made.into()))
}

pub(super) fn init(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<GreenletBody>(cx, f)?;
    let (run, parent) = (f.args[1], f.args[2]);
    if run.some().is_some_and(|run| !run.is_none()) {
        store_run(cx, r, run)?;
    }
    if parent.some().is_some_and(|parent| !parent.is_none()) {
        store_parent(cx, r, parent)?;
    }
    Ok(Step::Return(Value::NONE))
}

/// A greenlet, as the setters want it.
fn checked(cx: &mut Cx<'_>, v: Value) -> Result<Ref, Raise> {
    match v.as_ref().filter(|_| support::custom::<GreenletBody>(cx, v).is_some()) {
        Some(r) => Ok(r),
        None => {
            let name = cx.type_name(v);
            Err(cx.type_error(format!("GreenletChecker: Expected any type of greenlet, not {name}")))
        }
    }
}

fn attribute_error(cx: &mut Cx<'_>, message: &str) -> Raise {
    cx.error(classes::ATTRIBUTE_ERROR, message)
}

pub(super) fn is_active(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<GreenletBody>(cx, f)?;
    Ok(Step::Return(Value::bool(body::of(cx, r).state == State::Started)))
}

pub(super) fn is_dead(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<GreenletBody>(cx, f)?;
    Ok(Step::Return(Value::bool(body::of(cx, r).state == State::Dead)))
}

pub(super) fn run(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<GreenletBody>(cx, f)?;
    match body::of(cx, r).run.some() {
        Some(run) => Ok(Step::Return(run)),
        None => Err(attribute_error(cx, "run")),
    }
}

pub(super) fn set_run(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<GreenletBody>(cx, f)?;
    store_run(cx, r, f.args[1])?;
    Ok(Step::Return(Value::NONE))
}

fn store_run(cx: &mut Cx<'_>, r: Ref, run: Value) -> Result<(), Raise> {
    if body::of(cx, r).state != State::Fresh {
        return Err(attribute_error(cx, "run cannot be set after the start of the greenlet"));
    }
    cx.vm.heap.store_in::<GreenletBody>(r, |b| &mut b.run, run);
    Ok(())
}

pub(super) fn parent(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<GreenletBody>(cx, f)?;
    Ok(Step::Return(body::of(cx, r).parent.or(Value::NONE)))
}

pub(super) fn set_parent(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<GreenletBody>(cx, f)?;
    let Some(parent) = f.args[1].some() else { return Err(attribute_error(cx, "can't delete attribute")) };
    store_parent(cx, r, parent)?;
    Ok(Step::Return(Value::NONE))
}

fn store_parent(cx: &mut Cx<'_>, r: Ref, parent: Value) -> Result<(), Raise> {
    if is_main(cx, r) {
        return Err(attribute_error(cx, "cannot set the parent of a main greenlet"));
    }
    let parent = checked(cx, parent)?;
    let mut at = Some(parent);
    while let Some(above) = at {
        if above == r {
            return Err(cx.value_error("cyclic parent chain"));
        }
        at = body::parent_of(cx, above);
    }
    let (its, own) = (body::of(cx, parent).thread, body::of(cx, r));
    if own.thread != its && own.state == State::Started {
        return Err(cx.value_error("parent cannot be on a different thread"));
    }
    // One that has yet to begin will run in its parent's thread.
    cx.vm.heap.edit::<GreenletBody, _>(r, |b| b.thread = its);
    cx.vm.heap.store_in::<GreenletBody>(r, |b| &mut b.parent, parent.into());
    Ok(())
}

/// The innermost frame of a suspended greenlet.
pub(super) fn frame(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<GreenletBody>(cx, f)?;
    let Some(mut fiber) = cx.vm.heap.edit::<GreenletBody, _>(r, |b| b.fiber.take()) else {
        return Ok(Step::Return(Value::NONE));
    };
    let frame = fiber.innermost().map(|frame| vm::frame_object(cx, frame));
    cx.vm.heap.edit::<GreenletBody, _>(r, |b| b.fiber = Some(fiber));
    Ok(Step::Return(frame.map_or(Value::NONE, Value::from)))
}

pub(super) fn context(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<GreenletBody>(cx, f)?;
    let found = match cx.local(locals::GREENLET).as_ref() == Some(r) {
        true => cx.local(locals::CONTEXT),
        false => body::of(cx, r).context,
    };
    Ok(Step::Return(found.or(Value::NONE)))
}

pub(super) fn set_context(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<GreenletBody>(cx, f)?;
    let given = match f.args[1].some() {
        None => return Err(attribute_error(cx, "can't delete context attribute")),
        Some(none) if none.is_none() => Value::UNSET,
        Some(v) if crate::contextvars::is_context(cx, v) => v,
        Some(_) => return Err(cx.type_error("greenlet context must be a contextvars.Context or None")),
    };
    match cx.local(locals::GREENLET).as_ref() == Some(r) {
        true => cx.set_local(locals::CONTEXT, given),
        false => cx.vm.heap.store_in::<GreenletBody>(r, |b| &mut b.context, given),
    }
    Ok(Step::Return(Value::NONE))
}

pub(super) fn repr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<GreenletBody>(cx, f)?;
    let text = shown(cx, r);
    Ok(Step::Return(cx.new_str(&text)))
}

/// A greenlet as its `repr` shows it (greenlet's `green_repr`).
pub(super) fn shown(cx: &mut Cx<'_>, r: Ref) -> String {
    let class = cx.class_of(r.into());
    let name = match cx.vm.class(class).is_heap_type {
        true => cx.vm.class(class).name.to_string(),
        false => body::CLASS_NAME.to_string(),
    };
    let at = cx.vm.address(r.into());
    let state = body::of(cx, r).state;
    let main = match state {
        State::Fresh => "0x(nil)".to_string(),
        _ => {
            let main = body::main_of(cx, r);
            cx.vm.address(main.into())
        }
    };
    let words = match state {
        State::Fresh => " pending".to_string(),
        State::Dead => " dead".to_string(),
        State::Started => {
            let now = if cx.local(locals::GREENLET).as_ref() == Some(r) { " current" } else { " suspended" };
            let role = if is_main(cx, r) { " main" } else { "" };
            format!("{now} active started{role}")
        }
    };
    format!("<{name} object at {at} (otid={main}){words}>")
}
