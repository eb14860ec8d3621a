//! `object`: what every value can do.

use crate::classes;
use crate::cx::Cx;
use crate::heap::Body;
use crate::names;
use crate::native::{def, getter, new, setter, ClassDef, Def, NativeFrame, NativeResult, Resumed, Step};
use crate::value::{Ref, Value};
use bytecode::PythonVersion;

/// The name under which `object.__new__` stands in its table.
pub(crate) const NEW_NAME: &str = "__new__";

pub(super) const CLASSES: &[ClassDef] = &[ClassDef { class: classes::OBJECT, methods: METHODS }];

const METHODS: &[Def] = &[
    new("cls, *args, **keywords", new_object),
    def("__init__", "self, *args, **keywords", init),
    def("__repr__", "self, /", repr),
    def("__str__", "self, /", str_),
    def("__format__", "self, spec, /", format),
    def("__eq__", "self, other, /", eq),
    def("__ne__", "self, other, /", ne),
    def("__lt__", "self, other, /", not_implemented),
    def("__le__", "self, other, /", not_implemented),
    def("__gt__", "self, other, /", not_implemented),
    def("__ge__", "self, other, /", not_implemented),
    def("__hash__", "self, /", hash),
    def("__getattribute__", "self, name, /", getattribute),
    def("__setattr__", "self, name, value, /", setattr),
    def("__delattr__", "self, name, /", delattr),
    def("__dir__", "self, /", dir),
    def("__init_subclass__", "cls, **keywords", init_subclass).class_method(),
    def("__subclasshook__", "cls, other, /", not_implemented).class_method(),
    def("__reduce__", "self, /", copying),
    def("__reduce_ex__", "self, protocol, /", copying),
    def("__getstate__", "self, /", copying).only_in(PythonVersion::V311),
    def("__sizeof__", "self, /", size),
    getter("__class__", class),
    setter("__class__", set_class),
    getter("__dict__", dict),
    setter("__dict__", set_dict),
    getter("__doc__", doc),
];

fn new_object(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let Some(class) = cx.vm.as_class(f.args[0]) else {
        return Err(cx.type_error("object.__new__(X): X is not a type object"));
    };
    if has_arguments(cx, f) {
        let init = cx.vm.find_in_class(class, names::INIT).expect("object has __init__");
        let new = cx.vm.find_in_class(class, names::NEW).expect("object has __new__");
        if !crate::types::is_object_new(cx, new) {
            return Err(cx.type_error("object.__new__() takes exactly one argument (the type to instantiate)"));
        }
        if crate::types::is_object_init(cx, init) {
            let name = cx.vm.class(class).name.clone();
            return Err(cx.type_error(format!("{name}() takes no arguments")));
        }
    }
    let r = crate::types::allocate(cx, class)?;
    Ok(Step::Return(r.into()))
}

fn has_arguments(cx: &Cx<'_>, f: &NativeFrame) -> bool {
    let keywords = f.args[2].as_ref().is_some_and(|d| !cx.vm.heap.dict(d).is_empty());
    keywords || cx.sequence(f.args[1]).is_some_and(|a| !a.is_empty())
}

fn init(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if has_arguments(cx, f) {
        let class = cx.class_of(f.args[0]);
        let init = cx.vm.find_in_class(class, names::INIT).expect("object has __init__");
        let name = cx.vm.class(class).name.clone();
        if !crate::types::is_object_init(cx, init) {
            return Err(cx.type_error("object.__init__() takes exactly one argument (the instance to initialize)"));
        }
        let new = cx.vm.find_in_class(class, names::NEW).expect("object has __new__");
        if crate::types::is_object_new(cx, new) {
            return Err(
                cx.type_error(format!("{name}.__init__() takes exactly one argument (the instance to initialize)"))
            );
        }
    }
    Ok(Step::Return(Value::NONE))
}

fn repr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let v = f.args[0];
    let shown = cx.default_repr(v);
    Ok(Step::Return(cx.new_str(&shown)))
}

impl Cx<'_> {
    /// `<__main__.C object at 0x7f…>`
    pub fn default_repr(&mut self, v: Value) -> String {
        let class = self.class_of(v);
        let shown = self.vm.class_qualified(class);
        format!("<{shown} object at {}>", self.vm.address(v))
    }
}

impl crate::process::Process {
    /// What `repr` and `id` show of an object's place: made of its number of creation.
    pub fn address(&self, v: Value) -> String {
        let number = v.as_ref().map_or(0, |r| self.heap.get(r).number);
        format!("{:#x}", 0x7f00_0000_0000 + 16 * number)
    }

    /// `module.qualname`, but for builtins.
    pub fn class_qualified(&self, class: Ref) -> String {
        let c = self.class(class);
        let module = self.dict_get_name(c.namespace, names::MODULE).and_then(Value::as_ref);
        match module.map(|m| &self.heap.get(m).body) {
            Some(Body::Str(m)) if m.as_str() != "builtins" => format!("{}.{}", m.as_str(), c.qualname),
            _ => c.qualname.to_string(),
        }
    }
}

fn str_(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let v = f.args[0];
    if let Some(text) = crate::format::plain_repr(cx, v) {
        return Ok(Step::Return(cx.new_str(&text)));
    }
    Ok(cx.tail("raw_repr", &[v]))
}

fn format(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (v, spec) = (f.args[0], f.args[1]);
    match cx.as_str(spec) {
        Some(s) if s.is_empty() => Ok(cx.tail("str_", &[v])),
        Some(_) => {
            let name = cx.type_name(v);
            Err(cx.type_error(format!("unsupported format string passed to {name}.__format__")))
        }
        None => {
            let name = cx.type_name(spec);
            Err(cx.type_error(format!("__format__() argument must be str, not {name}")))
        }
    }
}

fn eq(_: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let same = f.args[0].is(f.args[1]);
    Ok(Step::Return(if same { Value::TRUE } else { Value::NOT_IMPLEMENTED }))
}

fn ne(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = cx.class_of(f.args[0]);
    if cx.vm.class(class).identity_equality {
        let same = f.args[0].is(f.args[1]);
        return Ok(Step::Return(if same { Value::FALSE } else { Value::NOT_IMPLEMENTED }));
    }
    let args = [f.args[0], f.args[1]];
    Ok(cx.tail("object_ne", &args))
}

fn not_implemented(_: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::NOT_IMPLEMENTED))
}

fn hash(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let hash = match f.args[0].as_ref() {
        Some(r) => cx.vm.identity_hash(r),
        None => match cx.vm.try_hash(f.args[0]) {
            crate::keys::Answer::Known(Some(h)) => h,
            _ => 0,
        },
    };
    Ok(Step::Return(Value::int(hash)))
}

fn getattribute(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let args = [f.args[0], f.args[1]];
    Ok(cx.tail("generic_getattr", &args))
}

fn setattr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let args = [f.args[0], f.args[1], f.args[2]];
    super::intrinsics::name_of(cx, args[1])?;
    Ok(cx.tail("generic_setattr", &args))
}

fn delattr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let args = [f.args[0], f.args[1]];
    super::intrinsics::name_of(cx, args[1])?;
    Ok(cx.tail("generic_delattr", &args))
}

/// Names of an object's own attributes and of its classes', unsorted.
fn dir(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let names = cx.attribute_names(f.args[0]);
    Ok(Step::Return(cx.new_list(names)))
}

impl Cx<'_> {
    /// The names `dir()` shows, in no particular order, each once.
    pub fn attribute_names(&mut self, v: Value) -> Vec<Value> {
        let mut dicts: Vec<Ref> = self.object(v).and_then(|o| o.dict).into_iter().collect();
        let class = self.vm.as_class(v).unwrap_or_else(|| self.class_of(v));
        let order = if self.class_of(v) == classes::MODULE { vec![] } else { self.vm.class(class).mro.clone() };
        dicts.extend(order.iter().map(|&c| self.vm.class(c).namespace));
        let seen = self.new_dict();
        for dict in dicts {
            let keys: Vec<Value> = self.vm.heap.dict(dict).iter().map(|e| e.key).collect();
            for key in keys.iter().filter_map(|k| k.as_ref()) {
                self.dict_set_name(seen, key, Value::NONE);
            }
        }
        self.correct_names(seen, &order);
        self.vm.heap.dict(seen).iter().map(|e| e.key).collect()
    }

    /// Some names stand elsewhere than in CPython: `__dict__` in `object` and not in the classes whose instances have
    /// one, `__module__` in built-in classes.
    fn correct_names(&mut self, seen: Ref, order: &[Ref]) {
        if order.is_empty() {
            return;
        }
        let made = |cx: &Cx<'_>, &c: &Ref| cx.vm.class(c).is_heap_type;
        let open = order.iter().any(|&c| class_has_dict(self, c) || c == classes::TYPE);
        if !order.iter().any(|c| made(self, c)) {
            self.dict_del_name(seen, names::MODULE);
        }
        if !open {
            self.dict_del_name(seen, names::DICT);
        }
        if order.iter().any(|c| made(self, c) && self.vm.class(*c).has_instance_dict) {
            self.dict_set_str(seen, "__weakref__", Value::NONE);
        }
    }
}

fn init_subclass(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if f.args[1].as_ref().is_some_and(|d| !cx.vm.heap.dict(d).is_empty()) {
        let class = cx.vm.as_class(f.args[0]).expect("a class method's class");
        let name = cx.vm.class(class).qualname.clone();
        return Err(cx.type_error(format!("{name}.__init_subclass__() takes no keyword arguments")));
    }
    Ok(Step::Return(Value::NONE))
}

fn copying(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Err(cx.unsupported("the protocol of copy and pickle", "make the copy yourself"))
}

fn size(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Err(cx.unsupported("__sizeof__", ""))
}

fn class(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(cx.class_of(f.args[0]).into()))
}

fn set_class(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (v, class) = (f.args[0], cx.vm.as_class(f.args[1]));
    let Some(class) = class else {
        let name = cx.type_name(f.args[1]);
        return Err(cx.type_error(format!("__class__ must be set to a class, not '{name}' object")));
    };
    let old = cx.class_of(v);
    let fits = cx.vm.class(old).is_heap_type && cx.vm.class(class).is_heap_type;
    let shape = |c: Ref| (cx.vm.class(c).layout, cx.vm.class(c).slots, cx.vm.class(c).has_instance_dict);
    match v.as_ref() {
        Some(_) if fits && shape(old) != shape(class) => {
            let (new, old) = (cx.vm.class(class).name.clone(), cx.vm.class(old).name.clone());
            Err(cx.type_error(format!("__class__ assignment: '{new}' object layout differs from '{old}'")))
        }
        Some(r) if fits => {
            cx.vm.heap.set_class(r, class);
            Ok(Step::Return(Value::NONE))
        }
        _ => Err(cx.type_error("__class__ assignment only supported for mutable types or ModuleType subclasses")),
    }
}

fn dict(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let v = f.args[0];
    let Some(r) = v.as_ref().filter(|_| has_dict(cx, v)) else {
        let name = cx.intern("__dict__");
        return Err(cx.no_attribute(v, name));
    };
    let d = match cx.vm.heap.get(r).dict {
        Some(d) => d,
        None => {
            let d = cx.new_dict();
            cx.vm.heap.set_dict(r, d);
            d
        }
    };
    Ok(Step::Return(d.into()))
}

fn has_dict(cx: &Cx<'_>, v: Value) -> bool {
    class_has_dict(cx, cx.class_of(v))
}

fn class_has_dict(cx: &Cx<'_>, class: Ref) -> bool {
    cx.vm.class(class).has_instance_dict || class == classes::FUNCTION
}

fn set_dict(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (v, d) = (f.args[0], f.args[1]);
    match (v.as_ref().filter(|_| has_dict(cx, v)), d.as_ref()) {
        (Some(r), Some(d)) if cx.vm.heap.get(d).class == classes::DICT => {
            cx.vm.heap.set_dict(r, d);
            Ok(Step::Return(Value::NONE))
        }
        _ => {
            let name = cx.type_name(d.or(Value::NONE));
            Err(cx.type_error(format!("__dict__ must be set to a dictionary, not a '{name}'")))
        }
    }
}

/// The documentation of built-in classes is not part of the machine.
fn doc(_: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(Value::NONE))
}
