//! Context variables (PEP 567, Python/context.c).

use crate::support::{body, custom_body, own, wrong_receiver};
use vm::native::{def, getter, new, Args, Def, NativeFrame, NativeResult, Raise, Resumed, Step};
use vm::{classes, locals, Body, Cx, LibraryClass, ModuleDef, Ref, Value};

pub(crate) const MODULE: ModuleDef = ModuleDef {
    name: "contextvars",
    functions: &[def("copy_context", "", copy_context)],
    classes: &[CONTEXT, VARIABLE, TOKEN],
    init: None,
    code: crate::support::python!("contextvars"),
    package: false,
};

pub(crate) const CONTEXT: LibraryClass =
    LibraryClass { name: "_contextvars.Context", base: "object", open: false, methods: CONTEXT_METHODS };

const VARIABLE: LibraryClass =
    LibraryClass { name: "_contextvars.ContextVar", base: "object", open: false, methods: VARIABLE_METHODS };

const TOKEN: LibraryClass =
    LibraryClass { name: "_contextvars.Token", base: "object", open: false, methods: TOKEN_METHODS };

const CONTEXT_METHODS: &[Def] = &[
    new("cls", make),
    def("run", "self, callable, /, *args, **keywords", run),
    def("copy", "self, /", copy_of),
    def("get", "self, key, default=, /", get),
    def("__getitem__", "self, key, /", item),
    def("__contains__", "self, key, /", contains),
    def("__len__", "self, /", len),
    def("__iter__", "self, /", iterate),
    def("keys", "self, /", keys),
    def("values", "self, /", values),
    def("items", "self, /", items),
];

const VARIABLE_METHODS: &[Def] = &[
    new("cls, name, /, *, default=", make_variable),
    def("get", "self, default=, /", get_variable).costing(50),
    def("set", "self, value, /", set_variable).costing(100),
    def("reset", "self, token, /", reset_variable),
    getter("name", variable_name),
];

const TOKEN_METHODS: &[Def] = &[getter("var", token_variable), getter("old_value", token_old)];

/// Variables and their values, one after the other.
#[derive(Clone, Debug, Default)]
struct ContextBody {
    pairs: Vec<Value>,
    entered: bool,
}

custom_body!(ContextBody, |context, see| {
    context.pairs.iter().for_each(|&v| see(v));
});

/// Places in a variable's fields.
mod variable {
    pub const NAME: usize = 0;
    /// Unset if it has none.
    pub const DEFAULT: usize = 1;
}

/// Places in a token's fields.
mod token {
    pub const CONTEXT: usize = 0;
    pub const VARIABLE: usize = 1;
    /// Unset if the variable had no value.
    pub const OLD: usize = 2;
    pub const USED: usize = 3;
}

fn new_context(cx: &mut Cx<'_>, pairs: Vec<Value>) -> Value {
    let class = match cx.vm.library_classes.get(CONTEXT.name) {
        Some(&class) => class,
        None => cx.new_library_class(&CONTEXT),
    };
    cx.new_object(class, Body::Custom(Box::new(ContextBody { pairs, entered: false }))).into()
}

/// Whether a value is a context.
pub(crate) fn is_context(cx: &Cx<'_>, v: Value) -> bool {
    v.as_ref().is_some_and(|r| cx.vm.heap.custom::<ContextBody>(r).is_some())
}

/// The thread's current context.
fn current(cx: &mut Cx<'_>) -> Ref {
    match cx.local(locals::CONTEXT).as_ref() {
        Some(r) => r,
        None => {
            let made = new_context(cx, Vec::new());
            cx.set_local(locals::CONTEXT, made);
            made.as_ref().expect("a context")
        }
    }
}

/// A copy of the current context.
pub(crate) fn copy(cx: &mut Cx<'_>) -> Value {
    let now = current(cx);
    let pairs = body::<ContextBody>(cx, now).pairs.clone();
    new_context(cx, pairs)
}

/// Makes a context the current one; gives back the one before.
///
/// # Errors
/// RuntimeError if it is entered already.
pub(crate) fn enter(cx: &mut Cx<'_>, context: Value) -> Result<Value, Raise> {
    let Some(r) = context.as_ref().filter(|&r| cx.vm.heap.custom::<ContextBody>(r).is_some()) else {
        return Err(cx.type_error("a Context was expected"));
    };
    if body::<ContextBody>(cx, r).entered {
        let shown = cx.default_repr(context);
        return Err(cx.error(classes::RUNTIME_ERROR, format!("cannot enter context: {shown} is already entered")));
    }
    let before = current(cx);
    cx.vm.heap.edit::<ContextBody, _>(r, |c| c.entered = true);
    cx.set_local(locals::CONTEXT, context);
    Ok(before.into())
}

/// Goes back to the context before.
pub(crate) fn leave(cx: &mut Cx<'_>, before: Value) {
    let now = current(cx);
    cx.vm.heap.edit::<ContextBody, _>(now, |c| c.entered = false);
    cx.set_local(locals::CONTEXT, before);
}

fn find(cx: &Cx<'_>, context: Ref, variable: Value) -> Option<usize> {
    body::<ContextBody>(cx, context).pairs.chunks(2).position(|pair| pair[0].is(variable)).map(|at| at * 2 + 1)
}

fn put(cx: &mut Cx<'_>, context: Ref, variable: Value, v: Value) {
    match find(cx, context, variable) {
        Some(at) => cx.vm.heap.store_in::<ContextBody>(context, |c| &mut c.pairs[at], v),
        None => {
            cx.vm.heap.push_in::<ContextBody>(context, |c| &mut c.pairs, variable);
            cx.vm.heap.push_in::<ContextBody>(context, |c| &mut c.pairs, v);
        }
    }
}

fn forget(cx: &mut Cx<'_>, context: Ref, variable: Value) {
    if let Some(at) = find(cx, context, variable) {
        let mut kept = body::<ContextBody>(cx, context).pairs.clone();
        kept.drain(at - 1..=at);
        cx.vm.heap.swap_in::<ContextBody>(context, |c| &mut c.pairs, kept);
    }
}

fn copy_context(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(copy(cx)))
}

fn make(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(new_context(cx, Vec::new())))
}

/// `Context.run`: `args[4]` keeps the context before.
fn run(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    own::<ContextBody>(cx, f)?;
    match why {
        Resumed::Start => {
            let before = enter(cx, f.args[0])?;
            f.args.push(before);
            let mut args = cx.sequence(f.args[2]).map_or_else(Args::new, Args::from_slice);
            let keywords: Vec<(Value, Value)> = match f.args[3].as_ref() {
                Some(dict) => cx.vm.heap.dict(dict).iter().map(|e| (e.key, e.value)).collect(),
                None => Vec::new(),
            };
            if keywords.is_empty() {
                return Ok(Step::Call(f.args[1], args));
            }
            args.extend(keywords.iter().map(|k| k.1));
            let names: Vec<Value> = keywords.iter().map(|k| k.0).collect();
            let names = cx.new_tuple(&names);
            Ok(Step::CallKw(f.args[1], args, names))
        }
        why => {
            leave(cx, f.args[4]);
            match why {
                Resumed::Raised(e) => Err(Raise(e)),
                Resumed::Returned(v) => Ok(Step::Return(v)),
                other => panic!("run is resumed with {other:?}"),
            }
        }
    }
}

fn copy_of(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<ContextBody>(cx, f)?;
    let pairs = body::<ContextBody>(cx, r).pairs.clone();
    Ok(Step::Return(new_context(cx, pairs)))
}

fn get(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<ContextBody>(cx, f)?;
    let found = find(cx, r, f.args[1]).map(|at| body::<ContextBody>(cx, r).pairs[at]);
    Ok(Step::Return(found.unwrap_or(f.args[2].or(Value::NONE))))
}

fn item(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<ContextBody>(cx, f)?;
    match find(cx, r, f.args[1]) {
        Some(at) => Ok(Step::Return(body::<ContextBody>(cx, r).pairs[at])),
        None => Err(cx.key_error(f.args[1])),
    }
}

fn contains(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<ContextBody>(cx, f)?;
    Ok(Step::Return(Value::bool(find(cx, r, f.args[1]).is_some())))
}

fn len(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let r = own::<ContextBody>(cx, f)?;
    Ok(Step::Return(Value::int(body::<ContextBody>(cx, r).pairs.len() as i64 / 2)))
}

/// A list of what `pick` takes from each variable and its value.
fn listed(cx: &mut Cx<'_>, f: &NativeFrame, pick: fn(&mut Cx<'_>, &[Value]) -> Value) -> Result<Value, Raise> {
    let r = own::<ContextBody>(cx, f)?;
    let pairs = body::<ContextBody>(cx, r).pairs.clone();
    let items = pairs.chunks(2).map(|pair| pick(cx, pair)).collect();
    Ok(cx.new_list(items))
}

fn keys(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(listed(cx, f, |_, pair| pair[0])?))
}

fn values(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(listed(cx, f, |_, pair| pair[1])?))
}

fn items(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(listed(cx, f, |cx, pair| cx.new_tuple(pair))?))
}

fn iterate(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let keys = listed(cx, f, |_, pair| pair[0])?;
    let iter = cx.vm.builtin("iter");
    Ok(Step::Tail(iter, Args::from_slice(&[keys])))
}

fn make_variable(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if cx.as_str(f.args[1]).is_none() {
        return Err(cx.type_error("context variable name must be a str"));
    }
    let class = cx.vm.as_class(f.args[0]).expect("a class");
    Ok(Step::Return(cx.new_fields(class, &[f.args[1], f.args[2]])))
}

/// The fields of a variable or a token.
fn fields<'a>(cx: &'a Cx<'_>, v: Value, class: &LibraryClass) -> Option<&'a [Value]> {
    let r = v.as_ref().filter(|&r| cx.vm.library_classes.get(class.name) == Some(&cx.vm.heap.get(r).class))?;
    Some(cx.vm.heap.fields(r))
}

fn get_variable(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let Some(own) = fields(cx, f.args[0], &VARIABLE) else { return Err(wrong_receiver(cx, f)) };
    let default = own[variable::DEFAULT];
    let now = current(cx);
    if let Some(at) = find(cx, now, f.args[0]) {
        return Ok(Step::Return(body::<ContextBody>(cx, now).pairs[at]));
    }
    for v in [f.args[1], default] {
        if v.is_set() {
            return Ok(Step::Return(v));
        }
    }
    let e = cx.new_exception(classes::LOOKUP_ERROR, &[f.args[0]]);
    Err(cx.raise(e))
}

fn set_variable(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if fields(cx, f.args[0], &VARIABLE).is_none() {
        return Err(wrong_receiver(cx, f));
    }
    let now = current(cx);
    let old = find(cx, now, f.args[0]).map_or(Value::UNSET, |at| body::<ContextBody>(cx, now).pairs[at]);
    put(cx, now, f.args[0], f.args[1]);
    let class = cx.vm.library_class(TOKEN.name);
    Ok(Step::Return(cx.new_fields(class, &[now.into(), f.args[0], old, Value::FALSE])))
}

fn reset_variable(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let Some(own) = fields(cx, f.args[1], &TOKEN).map(<[Value]>::to_vec) else {
        let got = cx.type_name(f.args[1]);
        return Err(cx.type_error(format!("expected an instance of Token, got {got}")));
    };
    let now = current(cx);
    let shown = |cx: &mut Cx<'_>, v| cx.default_repr(v);
    if own[token::USED].is(Value::TRUE) {
        let message = format!("{} has already been used once", shown(cx, f.args[1]));
        return Err(cx.error(classes::RUNTIME_ERROR, message));
    }
    if !own[token::VARIABLE].is(f.args[0]) {
        let message = format!("{} was created by a different ContextVar", shown(cx, f.args[1]));
        return Err(cx.value_error(message));
    }
    if !own[token::CONTEXT].is(now.into()) {
        let message = format!("{} was created in a different Context", shown(cx, f.args[1]));
        return Err(cx.value_error(message));
    }
    cx.vm.heap.set_field(f.args[1].as_ref().expect("a token"), token::USED, Value::TRUE);
    match own[token::OLD].is_set() {
        true => put(cx, now, f.args[0], own[token::OLD]),
        false => forget(cx, now, f.args[0]),
    }
    Ok(Step::Return(Value::NONE))
}

fn variable_name(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    match fields(cx, f.args[0], &VARIABLE) {
        Some(own) => Ok(Step::Return(own[variable::NAME])),
        None => Err(wrong_receiver(cx, f)),
    }
}

fn token_variable(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    match fields(cx, f.args[0], &TOKEN) {
        Some(own) => Ok(Step::Return(own[token::VARIABLE])),
        None => Err(wrong_receiver(cx, f)),
    }
}

fn token_old(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    match fields(cx, f.args[0], &TOKEN).map(|own| own[token::OLD]) {
        Some(old) if old.is_set() => Ok(Step::Return(old)),
        Some(_) => Ok(Step::Return(crate::support::module_name(cx, "contextvars", "_MISSING"))),
        None => Err(wrong_receiver(cx, f)),
    }
}
