//! `reversed` (Objects/enumobject.c). Its fields: the sequence and the index of the next item.

use super::itself;
use crate::builtins::list::shared::{class_argument, count, done, object, receiver};
use crate::classes;
use crate::cx::Cx;
use crate::heap::Body;
use crate::native::{def, new, Def, NativeFrame, NativeResult, Resumed};
use crate::value::{Value, View};

pub(super) const METHODS: &[Def] = &[
    new("cls, sequence, /", make),
    def("__iter__", "self, /", itself),
    def("__next__", "self, /", next),
    def("__length_hint__", "self, /", length_hint),
];

fn make(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = class_argument(cx, f.args[0], classes::REVERSED)?;
    let v = f.args[1];
    let exact = cx.class_of(v);
    match cx.body(v) {
        Some(Body::List(items)) if exact == classes::LIST => {
            let len = count(items.len());
            done(cx.new_fields(classes::LIST_REVERSE_ITERATOR, &[v, len]))
        }
        Some(Body::Tuple(items)) if exact == classes::TUPLE => {
            let last = Value::int(items.len() as i64 - 1);
            done(cx.new_fields(class, &[v, last]))
        }
        Some(Body::Range(_)) => done(crate::builtins::range::reversed_iterator(cx, object(v))),
        _ => Ok(cx.tail("reversed_from", &[class.into(), v])),
    }
}

fn next(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = receiver(f);
    let fields = cx.vm.heap.fields(r).to_vec();
    let (over, View::Int(i)) = (fields[0], fields[1].view()) else { panic!("reversed without an index") };
    if !over.is_set() || i < 0 {
        return Err(cx.stop_iteration(Value::NONE));
    }
    if cx.class_of(over) == classes::TUPLE {
        let item = cx.vm.heap.tuple(object(over))[i as usize];
        cx.vm.heap.set_field(r, 1, Value::int(i - 1));
        return done(item);
    }
    Ok(cx.tail("reversed_next", &[r.into(), over, Value::int(i)]))
}

fn length_hint(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let fields = cx.vm.heap.fields(receiver(f)).to_vec();
    match fields[0].is_set() {
        true => Ok(cx.tail("reversed_length_hint", &[fields[0], fields[1]])),
        false => done(Value::int(0)),
    }
}
