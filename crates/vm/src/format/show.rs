//! `repr` of built-in values and of containers of them.

use super::{exceptions, method_owner, objects};
use crate::classes;
use crate::cx::Cx;
use crate::heap::Body;
use crate::names;
use crate::numbers::MAX_DIGITS;
use crate::value::{Ref, Value, View};
use text::int::{int_to_decimal, IntRef};

/// Containers nested deeper than this are left to the prelude, where depth is Python's.
const DEPTH: usize = 32;

/// Writes a value as `repr` shows it.
pub(super) struct Writer {
    out: String,
    open: Vec<Ref>,
}

/// What a container's representation is made of.
struct Shape {
    before: String,
    items: Vec<Value>,
    /// The values of a dict, one for each item.
    values: Option<Vec<Value>>,
    after: &'static str,
    /// What stands for it inside itself.
    inside: String,
}

impl Shape {
    fn new(before: impl Into<String>, items: Vec<Value>, after: &'static str, inside: impl Into<String>) -> Shape {
        Shape { before: before.into(), items, values: None, after, inside: inside.into() }
    }
}

impl Writer {
    /// Nothing written yet.
    pub(super) fn new() -> Writer {
        Writer { out: String::new(), open: Vec::new() }
    }

    /// What was written.
    pub(super) fn finish(self) -> String {
        self.out
    }

    /// Writes text as it is.
    pub(super) fn push(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// Writes a value; `None` if Python has to be asked.
    pub(super) fn show(&mut self, cx: &mut Cx<'_>, v: Value) -> Option<()> {
        match v.view() {
            View::None => self.push("None"),
            View::NotImplemented => self.push("NotImplemented"),
            View::Ellipsis => self.push("Ellipsis"),
            View::Bool(b) => self.push(if b { "True" } else { "False" }),
            View::Int(i) => self.push(&i.to_string()),
            View::Float(x) => self.push(&text::float_repr(x)),
            View::Unset => panic!("the representation of nothing"),
            View::Ref(r) => self.show_object(cx, r)?,
        }
        Some(())
    }

    fn show_object(&mut self, cx: &mut Cx<'_>, r: Ref) -> Option<()> {
        let class = cx.vm.heap.get(r).class;
        if class.index() >= classes::COUNT as usize {
            let owner = method_owner(cx, class, names::REPR)?;
            if owner == classes::OBJECT {
                self.push(&cx.default_repr(r.into()));
                return Some(());
            }
        }
        if let Some(text) = scalar(cx, r) {
            self.push(&text);
            return Some(());
        }
        match shape(cx, r) {
            Some(shape) => self.container(cx, r, &shape),
            None if matches!(cx.vm.heap.get(r).body, Body::Exception(_)) => exceptions::show(cx, r, self),
            None => objects::show(cx, r, self),
        }
    }

    fn container(&mut self, cx: &mut Cx<'_>, r: Ref, shape: &Shape) -> Option<()> {
        if self.open.contains(&r) || cx.is_being_shown(r) {
            self.push(&shape.inside);
            return Some(());
        }
        if self.open.len() >= DEPTH {
            return None;
        }
        self.open.push(r);
        self.push(&shape.before);
        for (i, &item) in shape.items.iter().enumerate() {
            if i > 0 {
                self.push(", ");
            }
            self.show(cx, item)?;
            if let Some(values) = &shape.values {
                self.push(": ");
                self.show(cx, values[i])?;
            }
        }
        self.push(shape.after);
        self.open.pop();
        Some(())
    }
}

/// A value without parts.
fn scalar(cx: &Cx<'_>, r: Ref) -> Option<String> {
    let object = cx.vm.heap.get(r);
    match &object.body {
        Body::Str(s) => Some(text::str_repr(s.as_str())),
        Body::Int(i) => Some(i.to_string()),
        Body::BigInt(b) => int_to_decimal(IntRef::Big(b), MAX_DIGITS).ok(),
        Body::Float(x) => Some(text::float_repr(*x)),
        Body::Bytes(b) => Some(text::bytes_repr(b)),
        Body::ByteArray(b) => {
            let name = &cx.vm.class(object.class).name;
            Some(format!("{name}({})", text::bytes_repr(b)))
        }
        _ => None,
    }
}

fn shape(cx: &Cx<'_>, r: Ref) -> Option<Shape> {
    let object = cx.vm.heap.get(r);
    match &object.body {
        Body::List(items) => Some(Shape::new("[", items.clone(), "]", "[...]")),
        Body::Tuple(items) => {
            let after = if items.len() == 1 { ",)" } else { ")" };
            Some(Shape::new("(", items.to_vec(), after, "(...)"))
        }
        Body::Dict(d) => {
            let mut shape = Shape::new("{", d.iter().map(|e| e.key).collect(), "}", "{...}");
            shape.values = Some(d.iter().map(|e| e.value).collect());
            Some(shape)
        }
        Body::Set(s) => {
            let name = &cx.vm.class(object.class).name;
            let items: Vec<Value> = s.iter().map(|(_, key)| key).collect();
            let inside = format!("{name}(...)");
            Some(match (items.is_empty(), object.class) {
                (true, _) => Shape::new(format!("{name}("), items, ")", inside),
                (_, classes::SET) => Shape::new("{", items, "}", inside),
                _ => Shape::new(format!("{name}({{"), items, "})", inside),
            })
        }
        Body::Fields(fields) => {
            let dict = cx.vm.heap.get(fields.first()?.as_ref()?);
            let Body::Dict(d) = &dict.body else { return None };
            match object.class {
                classes::DICT_KEYS => Some(Shape::new("dict_keys([", d.iter().map(|e| e.key).collect(), "])", "...")),
                classes::DICT_VALUES => {
                    Some(Shape::new("dict_values([", d.iter().map(|e| e.value).collect(), "])", "..."))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

/// Containers that the prelude is showing at this moment (Objects/object.c `Py_ReprEnter`): a list object in the
/// thread's first slot.
impl Cx<'_> {
    fn shown_list(&self) -> Option<Ref> {
        self.t.local.first().and_then(|v| v.as_ref())
    }

    /// True while the prelude shows this container.
    pub(crate) fn is_being_shown(&self, r: Ref) -> bool {
        self.shown_list().is_some_and(|list| self.vm.heap.list(list).contains(&r.into()))
    }

    /// Begins to show a container; false if it is being shown already.
    pub(crate) fn begin_showing(&mut self, v: Value) -> bool {
        let list = match self.shown_list() {
            Some(list) => list,
            None => {
                let list = self.vm.heap.new_object(classes::LIST, Body::List(Vec::new()));
                if self.t.local.is_empty() {
                    self.t.local.push(Value::UNSET);
                }
                self.vm.heap.inc(list.into());
                self.t.local[0] = list.into();
                list
            }
        };
        if self.vm.heap.list(list).iter().any(|open| open.is(v)) {
            return false;
        }
        self.vm.heap.list_push(list, v);
        true
    }

    /// Ends showing a container.
    pub(crate) fn end_showing(&mut self, v: Value) {
        let Some(list) = self.shown_list() else { return };
        if let Some(at) = self.vm.heap.list(list).iter().rposition(|open| open.is(v)) {
            self.vm.heap.list_remove(list, at);
        }
    }
}
