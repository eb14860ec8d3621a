//! What our own Python cannot say: marks on functions (`types.coroutine` in its native part), refusals, weak references.

use bytecode::{Code, Flags};
use std::rc::Rc;
use vm::native::{def, Def, NativeFrame, NativeResult, Resumed, Step};
use vm::{classes, Body, Cx, GeneratorState, ModuleDef, Value};

pub(super) const MODULE: ModuleDef =
    ModuleDef { name: "_types", functions: FUNCTIONS, classes: &[], init: Some(init), code: None, package: false };

const FUNCTIONS: &[Def] = &[
    def("mark_coroutine", "function, /", mark_coroutine),
    def("is_suspended", "generator, /", is_suspended),
    def("is_awaitable_generator", "v, /", is_awaitable_generator),
    def("refuse", "feature, instead=, /", refuse),
    def("weak_reference", "v, /", weak_reference),
    def("referent", "reference, /", referent),
];

/// Built-in classes that only `types` gives a name, and `minor`: which Python it is.
fn init(cx: &mut Cx<'_>, dict: vm::Ref) {
    let minor = cx.vm.settings.version.minor();
    cx.dict_set_str(dict, "minor", Value::int(minor));
    for (name, class) in [
        ("NoneType", classes::NONE_TYPE),
        ("NotImplementedType", classes::NOT_IMPLEMENTED_TYPE),
        ("EllipsisType", classes::ELLIPSIS_TYPE),
        ("FunctionType", classes::FUNCTION),
        ("MethodType", classes::METHOD),
        ("BuiltinFunctionType", classes::NATIVE_FUNCTION),
        ("MethodDescriptorType", classes::METHOD_DESCRIPTOR),
        ("WrapperDescriptorType", classes::WRAPPER_DESCRIPTOR),
        ("ModuleType", classes::MODULE),
        ("CodeType", classes::CODE),
        ("CellType", classes::CELL),
        ("FrameType", classes::FRAME),
        ("TracebackType", classes::TRACEBACK),
        ("GeneratorType", classes::GENERATOR),
        ("CoroutineType", classes::COROUTINE),
        ("AsyncGeneratorType", classes::ASYNC_GENERATOR),
        ("MappingProxyType", classes::MAPPINGPROXY),
        ("GenericAlias", classes::GENERIC_ALIAS),
        ("GetSetDescriptorType", classes::GETSET_DESCRIPTOR),
        ("MemberDescriptorType", classes::MEMBER_DESCRIPTOR),
    ] {
        cx.dict_set_str(dict, name, class.into());
    }
}

/// Marks a generator function, so that its generators may be awaited; gives the function back, `None` if it makes neither
/// generators nor coroutines.
fn mark_coroutine(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let Some(Body::Function(function)) = cx.body(f.args[0]) else { return Ok(Step::Return(Value::NONE)) };
    let (loaded, flags) = (function.loaded.clone(), function.loaded.code.flags);
    if flags.has(Flags::COROUTINE | Flags::ITERABLE_COROUTINE) {
        return Ok(Step::Return(f.args[0]));
    }
    if !flags.has(Flags::GENERATOR) {
        return Ok(Step::Return(Value::NONE));
    }
    let code = Code { flags: Flags(flags.0 | Flags::ITERABLE_COROUTINE), ..(*loaded.code).clone() };
    let code = cx.vm.load(Rc::new(code), loaded.file);
    if let (Some(r), Body::Code(loaded)) = (f.args[0].as_ref(), &cx.vm.heap.get(code).body) {
        let loaded = loaded.clone();
        cx.vm.heap.set_code(r, code, loaded);
    }
    Ok(Step::Return(f.args[0]))
}

/// True for a generator or coroutine that has begun, is not over and does not run.
fn is_suspended(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let suspended =
        matches!(cx.body(f.args[0]), Some(Body::Generator(g)) if matches!(g.state, GeneratorState::Suspended(_)));
    Ok(Step::Return(Value::bool(suspended)))
}

/// True for a generator that `types.coroutine` made awaitable.
fn is_awaitable_generator(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let code = match cx.body(f.args[0]) {
        Some(Body::Generator(g)) => g.code.as_ref(),
        _ => None,
    };
    let marked = match code.map(|c| &cx.vm.heap.get(c).body) {
        Some(Body::Code(loaded)) => loaded.code.flags.has(Flags::ITERABLE_COROUTINE),
        _ => false,
    };
    Ok(Step::Return(Value::bool(marked)))
}

/// A weak reference to an object, without a callback.
fn weak_reference(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let object = f.args[0].as_ref().expect("our own Python passes an object");
    Ok(Step::Return(cx.weak_reference(object)))
}

/// What it stands for; `None` once that is dead.
fn referent(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let target = f.args[0].as_ref().and_then(|r| cx.weak_target(r));
    Ok(Step::Return(target.map_or(Value::NONE, Value::from)))
}

/// A refusal, for our own Python: no `except` catches it.
fn refuse(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (feature, instead) = (crate::support::text(cx, f.args[0]), crate::support::text(cx, f.args[1]));
    Err(cx.unsupported(&feature, &instead))
}
