//! The module `functools` (Modules/_functoolsmodule.c): `partial` and `reduce`; the rest is Python.

use crate::support::{module_name, python, wrong_receiver};
use vm::native::{def, getter, new, setter, Args, Def, NativeFrame, NativeResult, Raise, Resumed, Step};
use vm::{classes, names, Body, Cx, LibraryClass, ModuleDef, Value};

pub(super) const MODULE: ModuleDef = ModuleDef {
    name: "functools",
    functions: FUNCTIONS,
    classes: &[PARTIAL],
    init: Some(crate::gaps::fill),
    code: python!("functools"),
    package: false,
};

const FUNCTIONS: &[Def] =
    &[def("reduce", "function, iterable, initial=, /", reduce), def("_bind", "function, receiver, /", bind)];

const PARTIAL: LibraryClass = LibraryClass { name: "functools.partial", base: "object", open: true, methods: METHODS };

const METHODS: &[Def] = &[
    new("cls, *args, **keywords", make),
    def("__call__", "self, /, *args, **keywords", call),
    def("__repr__", "self, /", repr),
    getter("func", func),
    setter("func", read_only),
    getter("args", args),
    setter("args", read_only),
    getter("keywords", keywords),
    setter("keywords", read_only),
];

/// Places in a partial's fields.
mod place {
    pub const FUNC: usize = 0;
    pub const ARGS: usize = 1;
    pub const KEYWORDS: usize = 2;
}

/// The fields of a partial.
fn fields(cx: &Cx<'_>, v: Value) -> Option<[Value; 3]> {
    let class = *cx.vm.library_classes.get(PARTIAL.name)?;
    match cx.body(v)? {
        Body::Fields(items) if cx.is_instance(v, class) => items.as_ref().try_into().ok(),
        _ => None,
    }
}

fn own(cx: &mut Cx<'_>, f: &NativeFrame) -> Result<[Value; 3], Raise> {
    match fields(cx, f.args[0]) {
        Some(own) => Ok(own),
        None => Err(wrong_receiver(cx, f)),
    }
}

fn make(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let given = cx.sequence(f.args[1]).unwrap_or(&[]).to_vec();
    let Some((&function, rest)) = given.split_first() else {
        return Err(cx.type_error("type 'partial' takes at least one argument"));
    };
    if !is_callable(cx, function) {
        return Err(cx.type_error("the first argument must be callable"));
    }
    let class = cx.vm.as_class(f.args[0]).expect("a class");
    // A partial of a partial becomes one, unless the inner one has attributes of its own.
    let inner = fields(cx, function).filter(|_| cx.object(function).is_some_and(|o| o.dict.is_none()));
    let (function, args, keywords) = match inner {
        Some([function, args, keywords]) => {
            let mut all = cx.sequence(args).unwrap_or(&[]).to_vec();
            all.extend_from_slice(rest);
            (function, cx.new_tuple(&all), merged(cx, keywords, f.args[2]))
        }
        None => (function, cx.new_tuple(rest), f.args[2]),
    };
    Ok(Step::Return(cx.new_fields(class, &[function, args, keywords])))
}

fn is_callable(cx: &mut Cx<'_>, v: Value) -> bool {
    let by_kind = matches!(cx.body(v), Some(Body::Function(_) | Body::Native(_) | Body::Method(_) | Body::Class(_)));
    by_kind || cx.find_special(v, names::CALL).is_some()
}

/// A new dict of the entries of two dicts of keywords.
fn merged(cx: &mut Cx<'_>, first: Value, second: Value) -> Value {
    let all = cx.new_dict();
    for (key, v) in entries(cx, first).into_iter().chain(entries(cx, second)) {
        if let Some(name) = cx.as_str(key) {
            cx.dict_set_str(all, name.as_str(), v);
        }
    }
    all.into()
}

fn entries(cx: &Cx<'_>, dict: Value) -> Vec<(Value, Value)> {
    match cx.body(dict) {
        Some(Body::Dict(d)) => d.iter().map(|e| (e.key, e.value)).collect(),
        _ => Vec::new(),
    }
}

fn call(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let own = own(cx, f)?;
    let mut args = Args::from_slice(cx.sequence(own[place::ARGS]).unwrap_or(&[]));
    args.extend_from_slice(cx.sequence(f.args[1]).unwrap_or(&[]));
    let keywords = match (entries(cx, own[place::KEYWORDS]).is_empty(), entries(cx, f.args[2]).is_empty()) {
        (true, true) => return Ok(Step::Tail(own[place::FUNC], args)),
        (_, true) => entries(cx, own[place::KEYWORDS]),
        _ => {
            let all = merged(cx, own[place::KEYWORDS], f.args[2]);
            entries(cx, all)
        }
    };
    let keys: Vec<Value> = keywords.iter().map(|k| k.0).collect();
    if keys.iter().any(|&key| cx.as_str(key).is_none()) {
        return Err(cx.type_error("keywords must be strings"));
    }
    args.extend(keywords.iter().map(|k| k.1));
    let keys = cx.new_tuple(&keys);
    Ok(Step::TailKw(own[place::FUNC], args, keys))
}

fn repr(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    own(cx, f)?;
    let helper = module_name(cx, "functools", "_partial_repr");
    Ok(Step::Tail(helper, Args::from_slice(&f.args[..1])))
}

fn func(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(own(cx, f)?[place::FUNC]))
}

fn args(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(own(cx, f)?[place::ARGS]))
}

fn keywords(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(own(cx, f)?[place::KEYWORDS]))
}

fn read_only(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Err(cx.error(classes::ATTRIBUTE_ERROR, "readonly attribute"))
}

/// `reduce` runs in Python: `python/functools.py`.
fn reduce(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let helper = module_name(cx, "functools", "_reduce");
    let given = f.args.iter().copied().take_while(|v| v.is_set()).collect();
    Ok(Step::Tail(helper, given))
}

/// A bound method of anything that can be called.
fn bind(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(cx.bound_method(f.args[0], f.args[1])))
}
