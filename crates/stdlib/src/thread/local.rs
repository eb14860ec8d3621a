//! `_thread._local`: an object with other attributes in each thread.
//!
//! A thread keeps its parts of all such objects in a list: the number of an object's creation, then its attributes. The
//! object itself has none.

use crate::support::{body, custom_body, own};
use vm::native::{def, new, Args, Def, NativeFrame, NativeResult, Raise, Resumed, Step};
use vm::{classes, locals, names, Attribute, Body, Cx, LibraryClass, Ref, Value};

pub(super) const CLASS: LibraryClass =
    LibraryClass { name: "_thread._local_base", base: "object", open: true, methods: METHODS };

const METHODS: &[Def] = &[new("cls, *args, **keywords", make), def("__del__", "self, /", dies)];

pub(super) const ENTER: Def = def("_local_enter", "local, /", enter);
pub(super) const FORGET: Def = def("_local_forget", "local, /", forget);
pub(super) const GET: Def = def("_local_get", "local, name, /", get);
pub(super) const SET: Def = def("_local_set", "local, name, value, /", set);
pub(super) const DELETE: Def = def("_local_delete", "local, name, /", delete);

/// What the object was made with: each thread's first look makes it anew.
#[derive(Clone, Debug)]
struct LocalBody {
    args: Value,
    keywords: Value,
}

custom_body!(LocalBody, |body, see| {
    [body.args, body.keywords].into_iter().for_each(see);
});

fn make(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = cx.vm.as_class(f.args[0]).expect("a class");
    let init = cx.vm.find_in_class(class, names::INIT).expect("object has __init__");
    let plain = cx.vm.find_in_class(classes::OBJECT, names::INIT) == Some(init);
    let given = cx.sequence(f.args[1]).is_some_and(|a| !a.is_empty())
        || f.args[2].as_ref().is_some_and(|d| !cx.vm.heap.dict(d).is_empty());
    if plain && given {
        return Err(cx.type_error("Initialization arguments are not supported"));
    }
    let local = LocalBody { args: f.args[1], keywords: f.args[2] };
    let local = cx.new_object(class, Body::Custom(Box::new(local)));
    attributes(cx, local);
    Ok(Step::Return(local.into()))
}

fn number(cx: &Cx<'_>, local: Ref) -> Value {
    Value::int(cx.vm.heap.get(local).number as i64)
}

/// Where a list of parts has those of an object.
fn find(cx: &Cx<'_>, parts: Value, number: Value) -> Option<usize> {
    let parts = parts.as_ref()?;
    cx.vm.heap.list(parts).chunks(2).position(|pair| pair[0].is(number)).map(|at| 2 * at + 1)
}

/// The running thread's attributes of the object, made if it had none yet: then the second is true.
fn attributes(cx: &mut Cx<'_>, local: Ref) -> (Ref, bool) {
    if !cx.local(locals::LOCALS).is_set() {
        let none = cx.new_list(Vec::new());
        cx.set_local(locals::LOCALS, none);
    }
    let (parts, number) = (cx.local(locals::LOCALS), number(cx, local));
    let list = parts.as_ref().expect("a list");
    if let Some(at) = find(cx, parts, number) {
        return (cx.vm.heap.list(list)[at].as_ref().expect("a dict"), false);
    }
    let dict = cx.new_dict();
    cx.vm.heap.list_push(list, number);
    cx.vm.heap.list_push(list, dict.into());
    (dict, true)
}

fn remove(cx: &mut Cx<'_>, parts: Value, number: Value) {
    if let (Some(at), Some(list)) = (find(cx, parts, number), parts.as_ref()) {
        cx.vm.heap.list_splice(list, at - 1, at + 1, &[]);
    }
}

/// The object dies, and with it its part in every thread.
fn dies(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let local = own::<LocalBody>(cx, f)?;
    let number = number(cx, local);
    let others = cx.vm.threads.values().filter_map(|t| t.local.get(locals::LOCALS).copied());
    let parts: Vec<Value> = others.chain([cx.local(locals::LOCALS)]).filter(|v| v.is_set()).collect();
    parts.into_iter().for_each(|parts| remove(cx, parts, number));
    Ok(Step::Return(Value::NONE))
}

/// What the object has to be made with in this thread: `(args, keywords)`; `None` if it was.
fn enter(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let local = own::<LocalBody>(cx, f)?;
    if !attributes(cx, local).1 {
        return Ok(Step::Return(Value::NONE));
    }
    let LocalBody { args, keywords } = *body::<LocalBody>(cx, local);
    Ok(Step::Return(cx.new_tuple(&[args, keywords])))
}

/// It could not be made in this thread.
fn forget(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let local = own::<LocalBody>(cx, f)?;
    let (parts, number) = (cx.local(locals::LOCALS), number(cx, local));
    remove(cx, parts, number);
    Ok(Step::Return(Value::NONE))
}

fn name(cx: &mut Cx<'_>, f: &NativeFrame) -> Result<Ref, Raise> {
    match cx.as_str(f.args[1]) {
        Some(s) => Ok(cx.intern(s.as_str())),
        None => {
            let got = cx.type_name(f.args[1]);
            Err(cx.type_error(format!("attribute name must be string, not '{got}'")))
        }
    }
}

/// The class's name in messages: its own goes by the full one.
fn shown_class(cx: &Cx<'_>, local: Ref) -> String {
    match cx.vm.class_shown(cx.vm.heap.get(local).class) {
        shown if shown == "_thread._local" => shown,
        _ => cx.type_name(local.into()),
    }
}

fn missing(cx: &mut Cx<'_>, local: Ref, name: Ref) -> Raise {
    let (shown, text) = (shown_class(cx, local), cx.name(name));
    cx.attribute_error(local.into(), name, format!("'{shown}' object has no attribute '{text}'"))
}

/// What of the class stands before the object's own attributes: a property, a slot.
fn is_data(cx: &mut Cx<'_>, local: Ref, name: Ref) -> bool {
    let class = cx.vm.heap.get(local).class;
    cx.vm.find_in_class(class, name).is_some_and(|found| cx.is_data_descriptor(found))
}

fn get(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (local, name) = (own::<LocalBody>(cx, f)?, name(cx, f)?);
    let (dict, _) = attributes(cx, local);
    if cx.name(name).as_ref() == "__dict__" {
        return Ok(Step::Return(dict.into()));
    }
    if !is_data(cx, local, name) {
        if let Some(v) = cx.dict_get_name(dict, name) {
            return Ok(Step::Return(v));
        }
    }
    let class = cx.vm.heap.get(local).class;
    match cx.generic_attribute(local.into(), class, name) {
        Some(Attribute::Value(v)) => Ok(Step::Return(v)),
        Some(Attribute::Method(m)) => Ok(Step::Return(cx.bound_method(m, local.into()))),
        Some(Attribute::Call(f, args)) => Ok(Step::Tail(f, args)),
        None => Err(missing(cx, local, name)),
    }
}

/// The running thread's attributes, if a change of this name concerns them; else `object` has to deal with it.
fn to_change(cx: &mut Cx<'_>, f: &NativeFrame) -> Result<Option<(Ref, Ref)>, Raise> {
    let (local, name) = (own::<LocalBody>(cx, f)?, name(cx, f)?);
    if cx.name(name).as_ref() == "__dict__" {
        let shown = shown_class(cx, local);
        let message = format!("'{shown}' object attribute '__dict__' is read-only");
        return Err(cx.attribute_error(local.into(), name, message));
    }
    Ok((!is_data(cx, local, name)).then(|| (attributes(cx, local).0, name)))
}

fn as_object(cx: &mut Cx<'_>, f: &NativeFrame, method: Ref) -> NativeResult {
    let method = cx.vm.find_in_class(classes::OBJECT, method).expect("object has it");
    Ok(Step::Tail(method, Args::from_slice(&f.args)))
}

fn set(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let Some((dict, name)) = to_change(cx, f)? else { return as_object(cx, f, names::SETATTR) };
    cx.dict_set_name(dict, name, f.args[2]);
    Ok(Step::Return(Value::NONE))
}

fn delete(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let Some((dict, name)) = to_change(cx, f)? else { return as_object(cx, f, names::DELATTR) };
    match cx.dict_del_name(dict, name) {
        true => Ok(Step::Return(Value::NONE)),
        false => {
            let local = own::<LocalBody>(cx, f)?;
            Err(missing(cx, local, name))
        }
    }
}
