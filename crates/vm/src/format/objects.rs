//! `repr` of functions, classes, modules and the other objects that name themselves in angle brackets.

use super::method_owner;
use super::show::Writer;
use crate::classes;
use crate::cx::Cx;
use crate::heap::{Body, NativeFunction};
use crate::names;
use crate::value::{Ref, Value, View};

/// Writes an object that is no container, number or text; `None` if Python has to be asked.
pub(super) fn show(cx: &mut Cx<'_>, r: Ref, w: &mut Writer) -> Option<()> {
    let v = Value::from(r);
    let address = cx.vm.address(v);
    let object = cx.vm.heap.get(r);
    let class = object.class;
    let text = match &object.body {
        Body::Class(_) => class_text(cx, r)?,
        Body::Function(f) => format!("<function {} at {address}>", text_of(cx, f.qualname)),
        Body::Native(n) => native_text(cx, *n, class),
        Body::Generator(g) => {
            let kind = if class == classes::ASYNC_GENERATOR { "async_generator" } else { kind_name(class) };
            format!("<{kind} object {} at {address}>", text_of(cx, g.qualname))
        }
        Body::Code(loaded) => {
            let code = &loaded.code;
            format!("<code object {} at {address}, file \"{}\", line {}>", code.name, code.filename, code.first_line)
        }
        Body::Cell(inner) if !inner.is_set() => format!("<cell at {address}: empty>"),
        Body::Cell(inner) => {
            format!("<cell at {address}: {} object at {}>", cx.type_name(*inner), cx.vm.address(*inner))
        }
        Body::Method(m) => {
            let m = *m;
            w.push(&format!("<bound method {} of ", function_name(cx, m.function)));
            w.show(cx, m.receiver)?;
            ">".to_string()
        }
        Body::Range(range) => {
            let range = **range;
            let mut parts = vec![range.start, range.stop];
            if !matches!(range.step.view(), View::Int(1)) {
                parts.push(range.step);
            }
            return call_like(cx, w, "range(", &parts);
        }
        Body::Fields(fields) => {
            let fields = fields.to_vec();
            return fields_text(cx, r, &fields, w);
        }
        Body::Instance if cx.vm.is_subclass(class, classes::MODULE) => module_text(cx, r)?,
        _ => default_text(cx, r)?,
    };
    w.push(&text);
    Some(())
}

fn kind_name(class: Ref) -> &'static str {
    if class == classes::COROUTINE {
        "coroutine"
    } else {
        "generator"
    }
}

/// The text of a name, or a question mark.
fn text_of(cx: &Cx<'_>, v: Value) -> String {
    cx.as_str(v).map_or_else(|| "?".to_string(), |s| s.as_str().to_string())
}

/// `object.__repr__`, if the class has no other.
fn default_text(cx: &mut Cx<'_>, r: Ref) -> Option<String> {
    let class = cx.vm.heap.get(r).class;
    match method_owner(cx, class, names::REPR)? {
        classes::OBJECT => Some(cx.default_repr(r.into())),
        _ => None,
    }
}

fn class_text(cx: &mut Cx<'_>, r: Ref) -> Option<String> {
    let meta = cx.vm.heap.get(r).class;
    if meta != classes::TYPE && method_owner(cx, meta, names::REPR)? != classes::TYPE {
        return None;
    }
    Some(format!("<class '{}'>", cx.vm.class_qualified(r)))
}

/// Objects/descrobject.c and Objects/methodobject.c.
fn native_text(cx: &Cx<'_>, n: NativeFunction, class: Ref) -> String {
    let native = cx.vm.registry.get(n.id);
    let (name, address) = (native.def.name, cx.vm.address(n.receiver));
    let owner = native.shown.split('.').next().unwrap_or_default();
    match class {
        classes::WRAPPER_DESCRIPTOR => format!("<slot wrapper '{name}' of '{owner}' objects>"),
        classes::METHOD_DESCRIPTOR | classes::CLASSMETHOD_DESCRIPTOR => {
            format!("<method '{name}' of '{owner}' objects>")
        }
        classes::GETSET_DESCRIPTOR => format!("<attribute '{name}' of '{owner}' objects>"),
        classes::METHOD_WRAPPER => {
            format!("<method-wrapper '{name}' of {} object at {address}>", cx.type_name(n.receiver))
        }
        _ if !n.receiver.is_set() || cx.class_of(n.receiver) == classes::MODULE => {
            format!("<built-in function {name}>")
        }
        _ => format!("<built-in method {name} of {} object at {address}>", cx.type_name(n.receiver)),
    }
}

/// The name that a bound method shows of its function.
fn function_name(cx: &Cx<'_>, function: Value) -> String {
    match cx.body(function) {
        Some(Body::Function(f)) => text_of(cx, f.qualname),
        Some(Body::Native(n)) => cx.vm.registry.get(n.id).shown.clone(),
        _ => "?".to_string(),
    }
}

/// `name(part, part)`
fn call_like(cx: &mut Cx<'_>, w: &mut Writer, before: &str, parts: &[Value]) -> Option<()> {
    w.push(before);
    for (i, &part) in parts.iter().enumerate() {
        if i > 0 {
            w.push(", ");
        }
        w.show(cx, part)?;
    }
    w.push(")");
    Some(())
}

fn fields_text(cx: &mut Cx<'_>, r: Ref, fields: &[Value], w: &mut Writer) -> Option<()> {
    match cx.vm.heap.get(r).class {
        classes::SLICE => call_like(cx, w, "slice(", fields),
        classes::STATICMETHOD => wrapped(cx, w, "<staticmethod(", fields[0], ")>"),
        classes::CLASSMETHOD => wrapped(cx, w, "<classmethod(", fields[0], ")>"),
        classes::MAPPINGPROXY => wrapped(cx, w, "mappingproxy(", fields[0], ")"),
        classes::GENERIC_ALIAS => alias(cx, w, fields),
        classes::UNION_TYPE => union(cx, w, fields[0]),
        classes::DICT_ITEMS => items_view(cx, w, fields[0]),
        classes::MEMBER_DESCRIPTOR => {
            let owner = cx.vm.as_class(fields[1]).map_or_else(String::new, |c| cx.vm.class(c).name.to_string());
            w.push(&format!("<member '{}' of '{owner}' objects>", text_of(cx, fields[0])));
            Some(())
        }
        _ => {
            let text = default_text(cx, r)?;
            w.push(&text);
            Some(())
        }
    }
}

fn wrapped(cx: &mut Cx<'_>, w: &mut Writer, before: &str, inner: Value, after: &str) -> Option<()> {
    w.push(before);
    w.show(cx, inner)?;
    w.push(after);
    Some(())
}

/// `list[int]`: classes by their names, everything else as `repr` shows it (Objects/genericaliasobject.c).
fn alias(cx: &mut Cx<'_>, w: &mut Writer, fields: &[Value]) -> Option<()> {
    let parameters = cx.sequence(fields[1])?.to_vec();
    alias_part(cx, w, fields[0])?;
    w.push("[");
    for (i, &part) in parameters.iter().enumerate() {
        if i > 0 {
            w.push(", ");
        }
        alias_part(cx, w, part)?;
    }
    w.push(if parameters.is_empty() { "()]" } else { "]" });
    Some(())
}

/// `int | None`
fn union(cx: &mut Cx<'_>, w: &mut Writer, parts: Value) -> Option<()> {
    for (i, part) in cx.sequence(parts)?.to_vec().into_iter().enumerate() {
        if i > 0 {
            w.push(" | ");
        }
        match part == classes::NONE_TYPE.into() {
            true => w.push("None"),
            false => alias_part(cx, w, part)?,
        }
    }
    Some(())
}

fn alias_part(cx: &mut Cx<'_>, w: &mut Writer, v: Value) -> Option<()> {
    match cx.vm.as_class(v) {
        Some(class) => {
            w.push(&cx.vm.class_qualified(class));
            Some(())
        }
        None if matches!(v.view(), View::Ellipsis) => {
            w.push("...");
            Some(())
        }
        None => w.show(cx, v),
    }
}

/// `dict_items([('a', 1)])`
fn items_view(cx: &mut Cx<'_>, w: &mut Writer, dict: Value) -> Option<()> {
    let entries: Vec<(Value, Value)> = cx.vm.heap.dict(dict.as_ref()?).iter().map(|e| (e.key, e.value)).collect();
    w.push("dict_items([");
    for (i, (key, value)) in entries.into_iter().enumerate() {
        w.push(if i == 0 { "(" } else { ", (" });
        w.show(cx, key)?;
        w.push(", ");
        w.show(cx, value)?;
        w.push(")");
    }
    w.push("])");
    Some(())
}

/// Lib/importlib/_bootstrap.py `_module_repr`, told by the module's name and file.
fn module_text(cx: &mut Cx<'_>, r: Ref) -> Option<String> {
    let class = cx.vm.heap.get(r).class;
    if class != classes::MODULE && method_owner(cx, class, names::REPR)? != classes::MODULE {
        return default_text(cx, r);
    }
    let dict = cx.vm.heap.get(r).dict;
    let own = |cx: &Cx<'_>, name| dict.and_then(|d| cx.dict_get_name(d, name)).and_then(|v| cx.as_str(v));
    let name = own(cx, names::NAME).map_or_else(|| "?".to_string(), |s| s.as_str().to_string());
    let shown = text::str_repr(&name);
    Some(match own(cx, names::FILE) {
        Some(file) => format!("<module {shown} from {}>", text::str_repr(file.as_str())),
        None if name == "builtins" || cx.vm.registry.module(&name).is_some() => format!("<module {shown} (built-in)>"),
        None => format!("<module {shown}>"),
    })
}
