//! Call instructions.

use super::deliver::store_result;
use super::invoke::{invoke, Begun};
use super::{Exec, Flow};
use crate::classes;
use crate::cx::Cx;
use crate::frame::{Frame, Pending};
use crate::heap::Body;
use crate::native::{Args, Raise};
use crate::value::Value;
use bytecode::Reg;

/// `Call` and `CallKw`.
pub(super) fn call(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, base: Reg, argc: u8, names: Value) -> Exec {
    let receiver = f.peek(base + 1);
    let first = if receiver.is_set() { base + 1 } else { base + 2 };
    let callee = f.peek(base);
    let end = base as usize + 2 + argc as usize;
    let mut args = Args::from_slice(&f.regs[first as usize..end]);
    if args.is_empty() {
        super::caller::complete(cx, f, callee, &mut args)?;
    }
    let begun = invoke(cx, callee, args, names, f.covered);
    if cx.is_before_311() {
        return finish_holding(cx, f, begun, dst, base, argc + 2);
    }
    for reg in base as usize..end {
        let v = std::mem::replace(&mut f.regs[reg], Value::UNSET);
        cx.vm.heap.dec(v);
    }
    finish(cx, f, begun?, Pending::Store(dst))
}

/// What comes after a call was begun whose registers are held until it is over.
fn finish_holding(cx: &mut Cx<'_>, f: &mut Frame, begun: Result<Begun, Raise>, dst: Reg, base: Reg, count: u8) -> Exec {
    let count = u16::from(count);
    if !matches!(begun, Ok(Begun::Frame(_) | Begun::Native(..))) {
        release_held(cx, f, base, count);
    }
    finish(cx, f, begun?, Pending::StoreAfter { dst, base, count })
}

/// A call is over, and what died with its frame goes first: then its registers are let go of, the last first.
pub(super) fn release_held(cx: &mut Cx<'_>, f: &mut Frame, base: Reg, count: u16) {
    let held = &mut f.regs[base as usize..(base + count) as usize];
    let values = held.iter_mut().map(|v| std::mem::replace(v, Value::UNSET)).collect();
    crate::reap::release_after(cx, values);
}

/// What comes after a call was begun, with `pending` for its result.
pub(super) fn finish(cx: &mut Cx<'_>, f: &mut Frame, begun: Begun, pending: Pending) -> Exec {
    match begun {
        Begun::Value(v) if matches!(pending, Pending::YieldFrom { .. }) => {
            f.pending = pending;
            Ok(Flow::Yield(v))
        }
        Begun::Value(v) => {
            store_result(cx, f, pending, v);
            Ok(Flow::Next)
        }
        Begun::Frame(callee) => {
            f.pending = pending;
            Ok(Flow::Enter(callee))
        }
        Begun::Native(native, step) => {
            f.pending = pending;
            Ok(Flow::Native(native, step))
        }
    }
}

/// Calls `callee` with values (not registers) as an instruction's work.
pub(super) fn begin(cx: &mut Cx<'_>, f: &mut Frame, callee: Value, args: &[Value], pending: Pending) -> Exec {
    let begun = invoke(cx, callee, Args::from_slice(args), Value::UNSET, f.covered)?;
    finish(cx, f, begun, pending)
}

/// Calls a function of the prelude as an instruction's work.
pub(super) fn prelude(cx: &mut Cx<'_>, f: &mut Frame, name: &str, args: &[Value], pending: Pending) -> Exec {
    let callee = cx.vm.prelude(name);
    begin(cx, f, callee, args, pending)
}

/// `CallEx`: positional arguments from an iterable, keywords from a dict.
pub(super) fn call_ex(cx: &mut Cx<'_>, f: &mut Frame, dst: Reg, base: Reg) -> Exec {
    let is_held = cx.is_before_311();
    let values =
        if is_held { f.regs[base as usize..base as usize + 4].to_vec() } else { cx.take_range(f, base, 4).to_vec() };
    let (callee, receiver, positional, keywords) = (values[0], values[1], values[2], values[3]);
    let Some(items) = cx.plain_items(positional) else {
        let args = [callee, receiver.or(Value::NOT_IMPLEMENTED), positional, keywords.or(Value::NONE)];
        if is_held {
            release_held(cx, f, base, 4);
        }
        return prelude(cx, f, "call_ex", &args, Pending::Store(dst));
    };
    let mut args = Args::new();
    args.extend(receiver.is_set().then_some(receiver));
    args.extend(items);
    let names = match keywords.as_ref() {
        Some(dict) => spread_keywords(cx, dict, &mut args)?,
        None => Value::UNSET,
    };
    let begun = invoke(cx, callee, args, names, f.covered);
    if is_held {
        return finish_holding(cx, f, begun, dst, base, 4);
    }
    finish(cx, f, begun?, Pending::Store(dst))
}

/// Appends a dict's values to the arguments; gives back the tuple of its keys.
pub(crate) fn spread_keywords(
    cx: &mut Cx<'_>,
    dict: crate::value::Ref,
    args: &mut Args,
) -> Result<Value, crate::native::Raise> {
    let entries: Vec<(Value, Value)> = cx.vm.heap.dict(dict).iter().map(|e| (e.key, e.value)).collect();
    if entries.is_empty() {
        return Ok(Value::UNSET);
    }
    let mut names = Vec::with_capacity(entries.len());
    for (key, value) in entries {
        if !matches!(cx.body(key), Some(Body::Str(_))) || cx.class_of(key) == classes::INT {
            return Err(cx.type_error("keywords must be strings"));
        }
        names.push(key);
        args.push(value);
    }
    Ok(cx.new_tuple(&names))
}
