//! Iterators of built-in containers.
//!
//! A built-in iterator is a [`Body::Fields`]: what it goes over and where it stands. An exhausted one has lost
//! what it went over, as in CPython.

use crate::classes;
use crate::cx::Cx;
use crate::heap::Body;
use crate::names;
use crate::native::{Args, Raise};
use crate::numbers;
use crate::value::{Ref, Value, View};

/// What comes next.
pub(crate) enum Item {
    /// This value.
    Value(Value),
    /// Nothing more.
    End,
    /// What resuming this generator yields.
    Resume(Ref),
    /// The result of this call, or its StopIteration.
    Call(Value, Args),
}

/// `iter(v)` of an exact built-in container, or of an iterator that is its own.
pub(crate) fn plain_iter(cx: &mut Cx<'_>, v: Value) -> Option<Value> {
    let r = v.as_ref()?;
    let zero = Value::int(0);
    let object = cx.vm.heap.get(r);
    let (class, fields) = match (&object.body, object.class) {
        (Body::List(_), classes::LIST) => (classes::LIST_ITERATOR, vec![v, zero]),
        (Body::Tuple(_), classes::TUPLE) => (classes::TUPLE_ITERATOR, vec![v, zero]),
        (Body::Str(_), classes::STR) => (classes::STR_ITERATOR, vec![v, zero]),
        (Body::Bytes(_), classes::BYTES) | (Body::ByteArray(_), classes::BYTEARRAY) => {
            (classes::BYTES_ITERATOR, vec![v, zero])
        }
        (Body::Dict(d), classes::DICT) => {
            let len = Value::int(d.len() as i64);
            (classes::DICT_KEYITERATOR, vec![v, zero, len, len])
        }
        (Body::Set(s), classes::SET | classes::FROZENSET) => {
            (classes::SET_ITERATOR, vec![v, zero, Value::int(s.len() as i64)])
        }
        (Body::Range(range), _) => (classes::RANGE_ITERATOR, vec![range.start, range.stop, range.step]),
        (Body::Generator(_), classes::GENERATOR) => return Some(v),
        (Body::Fields(fields), class) => match view_iterator(cx, class, fields) {
            Some(found) => found,
            None => return is_own_iterator(class).then_some(v),
        },
        _ => return None,
    };
    Some(cx.new_fields(class, &fields))
}

/// The iterator of a dict's view.
fn view_iterator(cx: &Cx<'_>, class: Ref, fields: &[Value]) -> Option<(Ref, Vec<Value>)> {
    let iterator = match class {
        classes::DICT_KEYS => classes::DICT_KEYITERATOR,
        classes::DICT_VALUES => classes::DICT_VALUEITERATOR,
        classes::DICT_ITEMS => classes::DICT_ITEMITERATOR,
        _ => return None,
    };
    let len = Value::int(cx.vm.heap.dict(fields[0].as_ref()?).len() as i64);
    Some((iterator, vec![fields[0], Value::int(0), len, len]))
}

fn is_own_iterator(class: Ref) -> bool {
    matches!(
        class,
        classes::LIST_ITERATOR
            | classes::LIST_REVERSE_ITERATOR
            | classes::TUPLE_ITERATOR
            | classes::STR_ITERATOR
            | classes::BYTES_ITERATOR
            | classes::DICT_KEYITERATOR
            | classes::DICT_VALUEITERATOR
            | classes::DICT_ITEMITERATOR
            | classes::DICT_REVERSEKEYITERATOR
            | classes::SET_ITERATOR
            | classes::RANGE_ITERATOR
            | classes::ENUMERATE
            | classes::ZIP
            | classes::MAP
            | classes::FILTER
            | classes::REVERSED
            | classes::SEQUENCE_ITERATOR
            | classes::CALLABLE_ITERATOR
    )
}

/// The next item of an iterator.
///
/// # Errors
/// RuntimeError for a dict or set that changed its size; TypeError for what is no iterator.
pub(crate) fn next(cx: &mut Cx<'_>, it: Value) -> Result<Item, Raise> {
    let Some(r) = it.as_ref() else { return Err(not_an_iterator(cx, it)) };
    let class = cx.vm.heap.get(r).class;
    match class {
        classes::LIST_ITERATOR | classes::TUPLE_ITERATOR => Ok(next_in_sequence(cx, r)),
        classes::LIST_REVERSE_ITERATOR => Ok(next_reversed(cx, r)),
        classes::RANGE_ITERATOR => Ok(next_in_range(cx, r)),
        classes::STR_ITERATOR => Ok(next_char(cx, r)),
        classes::BYTES_ITERATOR => Ok(next_byte(cx, r)),
        classes::DICT_KEYITERATOR | classes::DICT_VALUEITERATOR | classes::DICT_ITEMITERATOR => {
            next_in_dict(cx, r, class)
        }
        classes::DICT_REVERSEKEYITERATOR => Ok(next_in_dict_reversed(cx, r)),
        classes::SET_ITERATOR => next_in_set(cx, r),
        classes::GENERATOR => Ok(Item::Resume(r)),
        _ => match cx.special_method(it, names::NEXT) {
            Some(crate::lookup::Attribute::Method(m)) => Ok(Item::Call(m, Args::from_slice(&[it]))),
            Some(crate::lookup::Attribute::Value(m)) => Ok(Item::Call(m, Args::new())),
            _ => Err(not_an_iterator(cx, it)),
        },
    }
}

fn not_an_iterator(cx: &mut Cx<'_>, it: Value) -> Raise {
    let name = cx.type_shown(it);
    cx.type_error(format!("'{name}' object is not an iterator"))
}

/// What the iterator goes over and its position; `None` if it is exhausted.
fn place(cx: &Cx<'_>, r: Ref) -> Option<(Ref, usize)> {
    let fields = cx.vm.heap.fields(r);
    match (fields[0].view(), fields[1].view()) {
        (View::Ref(over), View::Int(i)) => Some((over, i as usize)),
        _ => None,
    }
}

fn go_on(cx: &mut Cx<'_>, r: Ref, next: usize, item: Value) -> Item {
    cx.vm.heap.set_field(r, 1, Value::int(next as i64));
    Item::Value(item)
}

fn exhaust(cx: &mut Cx<'_>, r: Ref) -> Item {
    cx.vm.heap.set_field(r, 0, Value::UNSET);
    Item::End
}

fn next_in_sequence(cx: &mut Cx<'_>, r: Ref) -> Item {
    let Some((over, i)) = place(cx, r) else { return Item::End };
    match cx.sequence(over.into()).and_then(|items| items.get(i)).copied() {
        Some(item) => go_on(cx, r, i + 1, item),
        None => exhaust(cx, r),
    }
}

/// Its position is the index after the next item; 0 is the end.
fn next_reversed(cx: &mut Cx<'_>, r: Ref) -> Item {
    let Some((over, i)) = place(cx, r) else { return Item::End };
    let item = i.checked_sub(1).and_then(|i| cx.sequence(over.into()).and_then(|items| items.get(i)).copied());
    match item {
        Some(item) => go_on(cx, r, i - 1, item),
        None => exhaust(cx, r),
    }
}

fn next_in_range(cx: &mut Cx<'_>, r: Ref) -> Item {
    let fields = cx.vm.heap.fields(r);
    let (current, stop, step) = (fields[0], fields[1], fields[2]);
    if let (View::Int(i), View::Int(end), View::Int(by)) = (current.view(), stop.view(), step.view()) {
        if if by > 0 { i >= end } else { i <= end } {
            return Item::End;
        }
        if let Some(n) = i.checked_add(by) {
            cx.vm.heap.set_field(r, 0, Value::int(n));
            return Item::Value(current);
        }
    }
    match numbers::range_next(cx, current, stop, step) {
        Some(n) => {
            cx.vm.heap.set_field(r, 0, n);
            Item::Value(current)
        }
        None => Item::End,
    }
}

/// Its position is a byte offset, so that going over a text is linear.
fn next_char(cx: &mut Cx<'_>, r: Ref) -> Item {
    let Some((over, i)) = place(cx, r) else { return Item::End };
    let c = cx.as_str(over.into()).and_then(|s| s.as_str()[i..].chars().next());
    match c {
        Some(c) => {
            let item = cx.new_char(c);
            go_on(cx, r, i + c.len_utf8(), item)
        }
        None => exhaust(cx, r),
    }
}

fn next_byte(cx: &mut Cx<'_>, r: Ref) -> Item {
    let Some((over, i)) = place(cx, r) else { return Item::End };
    let byte = match cx.body(over.into()) {
        Some(Body::Bytes(b)) => b.get(i).copied(),
        Some(Body::ByteArray(b)) => b.get(i).copied(),
        _ => None,
    };
    match byte {
        Some(b) => go_on(cx, r, i + 1, Value::int(i64::from(b))),
        None => exhaust(cx, r),
    }
}

/// Fields of a dict's iterator: the dict, the next slot, the dict's length at the start, how many items are left.
fn next_in_dict(cx: &mut Cx<'_>, r: Ref, class: Ref) -> Result<Item, Raise> {
    let Some((over, i)) = place(cx, r) else { return Ok(Item::End) };
    let (len, left) = (cx.vm.heap.fields(r)[2], cx.vm.heap.fields(r)[3]);
    let dict = cx.vm.heap.dict(over);
    if !len.is(Value::int(dict.len() as i64)) {
        cx.vm.heap.set_field(r, 2, Value::int(-1));
        return Err(cx.error(classes::RUNTIME_ERROR, "dictionary changed size during iteration"));
    }
    let Some(slot) = dict.next_slot(i) else { return Ok(exhaust(cx, r)) };
    let entry = *dict.entry(slot).expect("a live slot");
    let left = match left.view() {
        View::Int(left) if left > 0 => left - 1,
        _ => {
            exhaust(cx, r);
            return Err(cx.error(classes::RUNTIME_ERROR, "dictionary keys changed during iteration"));
        }
    };
    cx.vm.heap.set_field(r, 3, Value::int(left));
    let item = match class {
        classes::DICT_KEYITERATOR => entry.key,
        classes::DICT_VALUEITERATOR => entry.value,
        _ => cx.new_tuple(&[entry.key, entry.value]),
    };
    Ok(go_on(cx, r, slot + 1, item))
}

fn next_in_dict_reversed(cx: &mut Cx<'_>, r: Ref) -> Item {
    let Some((over, i)) = place(cx, r) else { return Item::End };
    let dict = cx.vm.heap.dict(over);
    match dict.previous_slot(i).and_then(|slot| dict.entry(slot).map(|e| (slot, e.key))) {
        Some((slot, key)) => go_on(cx, r, slot, key),
        None => exhaust(cx, r),
    }
}

fn next_in_set(cx: &mut Cx<'_>, r: Ref) -> Result<Item, Raise> {
    let Some((over, i)) = place(cx, r) else { return Ok(Item::End) };
    let len = cx.vm.heap.fields(r)[2];
    let set = cx.vm.heap.set(over);
    if !len.is(Value::int(set.len() as i64)) {
        cx.vm.heap.set_field(r, 2, Value::int(-1));
        return Err(cx.error(classes::RUNTIME_ERROR, "Set changed size during iteration"));
    }
    match set.next_from(i) {
        Some((at, key)) => Ok(go_on(cx, r, at + 1, key)),
        None => Ok(exhaust(cx, r)),
    }
}

/// The items of an exact built-in container; `None` if Python has a say. Long ranges are left to the
/// prelude too, so that a native step stays bounded.
pub(crate) fn plain_items(cx: &mut Cx<'_>, v: Value) -> Option<Vec<Value>> {
    const LONGEST: i64 = 100_000;
    let r = v.as_ref()?;
    let object = cx.vm.heap.get(r);
    match (&object.body, object.class) {
        (Body::List(items), classes::LIST) => Some(items.clone()),
        (Body::Tuple(items), classes::TUPLE) => Some(items.to_vec()),
        (Body::Dict(d), classes::DICT) => Some(d.iter().map(|e| e.key).collect()),
        (Body::Set(s), classes::SET | classes::FROZENSET) => Some(s.iter().map(|(_, k)| k).collect()),
        (Body::Str(s), classes::STR) => {
            let s = s.clone();
            Some(s.as_str().chars().map(|c| cx.new_char(c)).collect())
        }
        (Body::Bytes(b), classes::BYTES) => Some(b.iter().map(|&b| Value::int(i64::from(b))).collect()),
        (Body::Range(range), _) => match (range.start.view(), range.stop.view(), range.step.view()) {
            (View::Int(a), View::Int(b), View::Int(step)) => {
                let len = numbers::range_len(a, b, step);
                (len <= LONGEST).then(|| (0..len).map(|i| Value::int(a + i * step)).collect())
            }
            _ => None,
        },
        (Body::Fields(fields), classes::DICT_KEYS | classes::DICT_VALUES | classes::DICT_ITEMS) => {
            let (class, dict) = (object.class, fields[0].as_ref()?);
            let entries: Vec<_> = cx.vm.heap.dict(dict).iter().copied().collect();
            let pick = |cx: &mut Cx<'_>, e: crate::heap::Entry| match class {
                classes::DICT_KEYS => e.key,
                classes::DICT_VALUES => e.value,
                _ => cx.new_tuple(&[e.key, e.value]),
            };
            Some(entries.into_iter().map(|e| pick(cx, e)).collect())
        }
        _ => None,
    }
}
