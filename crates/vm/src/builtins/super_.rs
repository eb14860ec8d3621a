//! `super` as a value; how it looks attributes up is in `types/super_.rs`.

use crate::classes;
use crate::cx::Cx;
use crate::native::{def, getter, new, ClassDef, Def, NativeFrame, NativeResult, Resumed, Step};
use crate::types::super_field as field;
use crate::value::Value;

pub(super) const CLASSES: &[ClassDef] = &[ClassDef { class: classes::SUPER, methods: SUPER }];

const SUPER: &[Def] = &[
    new("cls, type=, object=, /", new_super),
    def("__repr__", "self, /", super_repr),
    getter("__thisclass__", after),
    getter("__self__", object),
    getter("__self_class__", class),
];
/// `super(type, object)`
fn new_super(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    // A bare `super()` gets its arguments from the calling frame: see `interp/call.rs`.
    let (after, object) = (f.args[1], f.args[2]);
    if !after.is_set() {
        return Err(cx.error(classes::RUNTIME_ERROR, "super(): no arguments"));
    }
    let Some(after_class) = cx.vm.as_class(after) else {
        let got = cx.type_name(after);
        let wanted = match cx.is_before_311() {
            true if after.is_none() => "type, not None".to_string(),
            true => format!("type, not {got}"),
            false => format!("a type, not {got}"),
        };
        return Err(cx.type_error(format!("super() argument 1 must be {wanted}")));
    };
    if !object.is_set() {
        return Ok(Step::Return(cx.new_fields(classes::SUPER, &[after, Value::NONE, Value::UNSET])));
    }
    let class = match cx.vm.as_class(object) {
        Some(c) if cx.vm.is_subclass(c, after_class) => c,
        _ if cx.is_instance(object, after_class) => cx.class_of(object),
        _ => return Err(cx.type_error("super(type, obj): obj must be an instance or subtype of type")),
    };
    Ok(Step::Return(cx.new_fields(classes::SUPER, &[after, object, class.into()])))
}

fn own(cx: &Cx<'_>, f: &NativeFrame, at: usize) -> Value {
    cx.vm.heap.fields(f.args[0].as_ref().expect("a super object"))[at]
}

fn after(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(own(cx, f, field::AFTER).or(Value::NONE)))
}

fn object(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(own(cx, f, field::OBJECT).or(Value::NONE)))
}

fn class(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(own(cx, f, field::CLASS).or(Value::NONE)))
}

fn super_repr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let name = |v: Value| cx.vm.as_class(v).map(|c| cx.vm.class(c).name.to_string());
    let after = name(own(cx, f, field::AFTER)).unwrap_or_default();
    let object = name(own(cx, f, field::CLASS)).map_or_else(|| "NULL".to_string(), |n| format!("<{n} object>"));
    Ok(Step::Return(cx.new_str(&format!("<super: <class '{after}'>, {object}>"))))
}
