//! `collections.deque` (Modules/_collectionsmodule.c).

use crate::support::{self, custom_body, own};
use vm::native::{def, getter, new, Def, NativeFrame, NativeResult, Raise, Resumed, Step};
use vm::{classes, Body, Cx, LibraryClass, Ref, Value};

pub(crate) const CLASS: LibraryClass =
    LibraryClass { name: "collections.deque", base: "object", open: true, methods: METHODS };

pub(crate) const ITERATOR: LibraryClass =
    LibraryClass { name: "_collections._deque_iterator", base: "object", open: false, methods: ITERATION };

const METHODS: &[Def] = &[
    new("cls, *args, **keywords", make),
    def("__init__", "self, iterable=, maxlen=", init),
    def("append", "self, v, /", append).costing(20),
    def("appendleft", "self, v, /", append_left).costing(20),
    def("pop", "self, /", pop).costing(20),
    def("popleft", "self, /", pop_left).costing(20),
    def("clear", "self, /", clear),
    def("rotate", "self, n=, /", rotate),
    def("reverse", "self, /", reverse),
    def("extend", "self, iterable, /", extend),
    def("extendleft", "self, iterable, /", extend),
    def("insert", "self, index, v, /", through_list),
    def("remove", "self, v, /", through_list),
    def("count", "self, v, /", through_list),
    def("index", "self, v, *args", through_list),
    def("copy", "self, /", through_list),
    def("__copy__", "self, /", through_list),
    def("__contains__", "self, v, /", through_list),
    def("__getitem__", "self, index, /", get),
    def("__setitem__", "self, index, v, /", set),
    def("__delitem__", "self, index, /", through_list),
    def("__iter__", "self, /", iterate),
    def("__reversed__", "self, /", through_list),
    def("__len__", "self, /", len),
    def("__repr__", "self, /", through_list),
    def("__eq__", "self, other, /", through_list),
    def("__ne__", "self, other, /", through_list),
    def("__lt__", "self, other, /", through_list),
    def("__le__", "self, other, /", through_list),
    def("__gt__", "self, other, /", through_list),
    def("__ge__", "self, other, /", through_list),
    def("__add__", "self, other, /", through_list),
    def("__iadd__", "self, other, /", through_list),
    def("__mul__", "self, n, /", through_list),
    def("__class_getitem__", "cls, item, /", class_getitem).class_method(),
    getter("maxlen", max_length),
];

const ITERATION: &[Def] = &[def("__iter__", "self, /", itself), def("__next__", "self, /", next)];

/// The items stand in `items[head..]`; before that is room for more on the left.
#[derive(Clone, Debug, Default)]
struct DequeBody {
    items: Vec<Value>,
    head: usize,
    max: Option<usize>,
    /// How often its length has changed: iterators notice.
    changes: i64,
}

custom_body!(DequeBody, |body, see| {
    body.items[body.head..].iter().for_each(|&v| see(v));
});

/// A new deque without a bound.
pub(crate) fn new_deque(cx: &mut Cx<'_>) -> Ref {
    let class = cx.vm.library_class(CLASS.name);
    cx.new_object(class, Body::Custom(Box::<DequeBody>::default()))
}

/// How many items it has; `None` if it is no deque.
pub(crate) fn length(cx: &Cx<'_>, r: Ref) -> Option<usize> {
    cx.vm.heap.custom::<DequeBody>(r).map(|d| d.items.len() - d.head)
}

/// Appends on the right.
pub(crate) fn push(cx: &mut Cx<'_>, r: Ref, v: Value) {
    cx.vm.heap.push_in::<DequeBody>(r, |d| &mut d.items, v);
    cx.vm.heap.edit::<DequeBody, _>(r, |d| d.changes += 1);
    if excess(cx, r) {
        take_left(cx, r);
    }
}

fn excess(cx: &Cx<'_>, r: Ref) -> bool {
    let d = support::body::<DequeBody>(cx, r);
    d.max.is_some_and(|max| d.items.len() - d.head > max)
}

/// Takes the leftmost item; its value lives until the native returns.
pub(crate) fn take_left(cx: &mut Cx<'_>, r: Ref) -> Option<Value> {
    let d = support::body::<DequeBody>(cx, r);
    let (head, v) = (d.head, *d.items.get(d.head)?);
    cx.vm.heap.store_in::<DequeBody>(r, |d| &mut d.items[head], Value::UNSET);
    cx.vm.heap.edit::<DequeBody, _>(r, |d| {
        d.head += 1;
        d.changes += 1;
        if d.head > 16 && d.head * 2 > d.items.len() || d.head == d.items.len() {
            d.items.drain(..d.head);
            d.head = 0;
        }
    });
    Some(v)
}

fn take_right(cx: &mut Cx<'_>, r: Ref) -> Option<Value> {
    let d = support::body::<DequeBody>(cx, r);
    let last = d.items.len().checked_sub(1).filter(|&last| last >= d.head)?;
    let v = d.items[last];
    cx.vm.heap.store_in::<DequeBody>(r, |d| &mut d.items[last], Value::UNSET);
    cx.vm.heap.edit::<DequeBody, _>(r, |d| {
        d.items.pop();
        d.changes += 1;
    });
    Some(v)
}

fn push_left(cx: &mut Cx<'_>, r: Ref, v: Value) {
    cx.vm.heap.edit::<DequeBody, _>(r, |d| {
        if d.head == 0 {
            let room = d.items.len().max(8);
            d.items.splice(0..0, std::iter::repeat_n(Value::UNSET, room));
            d.head = room;
        }
        d.head -= 1;
        d.changes += 1;
    });
    let head = support::body::<DequeBody>(cx, r).head;
    cx.vm.heap.store_in::<DequeBody>(r, |d| &mut d.items[head], v);
    if excess(cx, r) {
        take_right(cx, r);
    }
}

fn items(cx: &Cx<'_>, r: Ref) -> Vec<Value> {
    let d = support::body::<DequeBody>(cx, r);
    d.items[d.head..].to_vec()
}

/// Replaces all items.
fn replace(cx: &mut Cx<'_>, r: Ref, with: Vec<Value>) {
    let d = support::body::<DequeBody>(cx, r);
    let from = d.max.map_or(0, |max| with.len().saturating_sub(max));
    // The room on the left holds nothing that is counted.
    cx.vm.heap.edit::<DequeBody, _>(r, |d| {
        d.items.drain(..d.head);
        (d.head, d.changes) = (0, d.changes + 1);
    });
    cx.vm.heap.swap_in::<DequeBody>(r, |d| &mut d.items, with[from..].to_vec());
}

fn make(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = cx.vm.as_class(f.args[0]).expect("a class");
    Ok(Step::Return(cx.new_object(class, Body::Custom(Box::<DequeBody>::default())).into()))
}

fn init(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    let r = own::<DequeBody>(cx, f)?;
    if let Resumed::Start = why {
        let max = match f.args[2].some() {
            None => None,
            Some(v) => match cx.as_i64(v) {
                Some(n) if n >= 0 => Some(n as usize),
                Some(_) => return Err(cx.value_error("maxlen must be non-negative")),
                None => return Err(cx.type_error("an integer is required")),
            },
        };
        replace(cx, r, Vec::new());
        cx.vm.heap.edit::<DequeBody, _>(r, |d| d.max = max);
        if f.args[1].some().is_none() {
            return Ok(Step::Return(Value::NONE));
        }
    }
    extend_by(cx, f, why, push)
}

fn extend(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    own::<DequeBody>(cx, f)?;
    let left = cx.vm.registry.get(f.id).def.name == "extendleft";
    extend_by(cx, f, why, if left { push_left } else { push })
}

/// Appends the items of `args[1]`, by way of a list if it cannot be iterated without Python.
fn extend_by(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed, add: fn(&mut Cx<'_>, Ref, Value)) -> NativeResult {
    let r = own::<DequeBody>(cx, f)?;
    let items = match why {
        Resumed::Start if support::custom::<DequeBody>(cx, f.args[1]).is_some() => {
            items(cx, f.args[1].as_ref().expect("a deque"))
        }
        Resumed::Start => match cx.plain_items(f.args[1]) {
            Some(items) => items,
            None => return Ok(cx.call(classes::LIST.into(), &[f.args[1]])),
        },
        Resumed::Returned(list) => cx.sequence(list).unwrap_or(&[]).to_vec(),
        Resumed::Raised(e) => return Err(Raise(e)),
        other => panic!("extend is resumed with {other:?}"),
    };
    items.into_iter().for_each(|v| add(cx, r, v));
    Ok(Step::Return(Value::NONE))
}

fn append(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<DequeBody>(cx, f)?;
    push(cx, r, f.args[1]);
    Ok(Step::Return(Value::NONE))
}

fn append_left(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<DequeBody>(cx, f)?;
    push_left(cx, r, f.args[1]);
    Ok(Step::Return(Value::NONE))
}

fn popped(cx: &mut Cx<'_>, v: Option<Value>) -> NativeResult {
    match v {
        Some(v) => Ok(Step::Return(v)),
        None => Err(cx.index_error("pop from an empty deque")),
    }
}

fn pop(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<DequeBody>(cx, f)?;
    let v = take_right(cx, r);
    popped(cx, v)
}

fn pop_left(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<DequeBody>(cx, f)?;
    let v = take_left(cx, r);
    popped(cx, v)
}

fn clear(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<DequeBody>(cx, f)?;
    replace(cx, r, Vec::new());
    Ok(Step::Return(Value::NONE))
}

fn rotate(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<DequeBody>(cx, f)?;
    let Some(n) = cx.as_i64(f.args[1].or(Value::int(1))) else {
        let name = cx.type_name(f.args[1]);
        return Err(cx.type_error(format!("'{name}' object cannot be interpreted as an integer")));
    };
    let mut items = items(cx, r);
    if !items.is_empty() {
        let by = n.rem_euclid(items.len() as i64) as usize;
        items.rotate_right(by);
        replace(cx, r, items);
    }
    Ok(Step::Return(Value::NONE))
}

fn reverse(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<DequeBody>(cx, f)?;
    let mut items = items(cx, r);
    items.reverse();
    replace(cx, r, items);
    Ok(Step::Return(Value::NONE))
}

/// The place of an item by its index.
fn place(cx: &mut Cx<'_>, f: &NativeFrame, r: Ref) -> Result<usize, Raise> {
    let d = support::body::<DequeBody>(cx, r);
    let (head, count) = (d.head, (d.items.len() - d.head) as i64);
    let Some(i) = cx.as_i64(f.args[1]) else {
        let name = cx.type_name(f.args[1]);
        return Err(cx.type_error(format!("sequence index must be integer, not '{name}'")));
    };
    match if i < 0 { i + count } else { i } {
        at if (0..count).contains(&at) => Ok(head + at as usize),
        _ => Err(cx.index_error("deque index out of range")),
    }
}

fn get(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<DequeBody>(cx, f)?;
    let at = place(cx, f, r)?;
    Ok(Step::Return(support::body::<DequeBody>(cx, r).items[at]))
}

fn set(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<DequeBody>(cx, f)?;
    let at = place(cx, f, r)?;
    cx.vm.heap.store_in::<DequeBody>(r, |d| &mut d.items[at], f.args[2]);
    Ok(Step::Return(Value::NONE))
}

fn len(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<DequeBody>(cx, f)?;
    let count = length(cx, r).unwrap_or(0);
    Ok(Step::Return(Value::int(count as i64)))
}

fn max_length(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<DequeBody>(cx, f)?;
    let max = support::body::<DequeBody>(cx, r).max;
    Ok(Step::Return(max.map_or(Value::NONE, |n| Value::int(n as i64))))
}

fn class_getitem(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Err(cx.unsupported("deque[...] as a type", "leave the parameter out"))
}

/// What compares or shows items is said in Python: `python/collections.py`.
fn through_list(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    own::<DequeBody>(cx, f)?;
    let name = cx.vm.registry.get(f.id).def.name.trim_matches('_');
    let helper = support::module_name(cx, "_collections", &format!("_deque_{name}"));
    let mut args = f.args.clone();
    if name == "index" {
        let rest = args.pop().and_then(|v| cx.sequence(v).map(<[Value]>::to_vec)).unwrap_or_default();
        args.extend(rest);
    }
    Ok(Step::Tail(helper, args))
}

fn iterate(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<DequeBody>(cx, f)?;
    let class = cx.vm.library_class(ITERATOR.name);
    let changes = support::body::<DequeBody>(cx, r).changes;
    Ok(Step::Return(cx.new_fields(class, &[f.args[0], Value::int(0), Value::int(changes)])))
}

fn itself(_: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(f.args[0]))
}

fn next(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let Some(Body::Fields(fields)) = cx.body(f.args[0]) else { return Err(support::wrong_receiver(cx, f)) };
    let (deque, at, changes) = (fields[0], fields[1], fields[2]);
    let it = f.args[0].as_ref().expect("an iterator");
    let Some(d) = support::custom::<DequeBody>(cx, deque) else { return Err(cx.stop_iteration(Value::NONE)) };
    if !changes.is(Value::int(d.changes)) {
        return Err(cx.error(classes::RUNTIME_ERROR, "deque mutated during iteration"));
    }
    let at = cx.as_i64(at).unwrap_or(0);
    match d.items.get(d.head + at as usize).copied() {
        Some(v) => {
            cx.vm.heap.set_field(it, 1, Value::int(at + 1));
            Ok(Step::Return(v))
        }
        None => {
            cx.vm.heap.set_field(it, 0, Value::NONE);
            Err(cx.stop_iteration(Value::NONE))
        }
    }
}
