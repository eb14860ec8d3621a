//! What a call begins, for each kind of callable (Objects/call.c, Python/ceval.c `initialize_locals`).

use crate::classes;
use crate::cx::Cx;
use crate::frame::{Frame, Loaded, Owner, Pending};
use crate::generator::{Generator, GeneratorState};
use crate::heap::{Body, Function};
use crate::names;
use crate::native::{Args, NativeFrame, NativeId, Raise, Resumed, Step};
use crate::value::{Ref, Value};
use bytecode::Flags;
use std::rc::Rc;

/// What a call has begun.
pub(crate) enum Begun {
    /// It is over already.
    Value(Value),
    /// A Python frame has to run.
    Frame(Box<Frame>),
    /// A native waits for this step.
    Native(Box<NativeFrame>, Step),
}

/// Calls anything. `names`: a tuple with the names of the last arguments, or unset. `covered`: the caller's price pays for
/// what is called of the library.
pub(crate) fn invoke(cx: &mut Cx<'_>, f: Value, mut args: Args, names: Value, covered: bool) -> Result<Begun, Raise> {
    let mut f = f;
    let mut names = names;
    loop {
        let Some(r) = f.as_ref() else { return Err(not_callable(cx, f)) };
        match &cx.vm.heap.get(r).body {
            Body::Function(function) => {
                let function = function.clone();
                return call_function(cx, f, &function, &args, names, covered);
            }
            Body::Native(native) => {
                let native = *native;
                if native.receiver.is_set() {
                    args.insert(0, native.receiver);
                }
                match call_native(cx, native.id, args, names, covered)? {
                    (_, Step::Return(v)) => {
                        cx.t.breaker = true;
                        return Ok(Begun::Value(v));
                    }
                    (_, Step::Tail(g, more)) => (f, args, names) = (g, more, Value::UNSET),
                    (_, Step::TailKw(g, more, keywords)) => (f, args, names) = (g, more, keywords),
                    (native, step) => return Ok(Begun::Native(native, step)),
                }
            }
            Body::Method(m) => {
                let m = *m;
                args.insert(0, m.receiver);
                f = m.function;
            }
            Body::Class(_) => {
                let simple = simple_construction(cx, r);
                if let Some(init) = simple {
                    return construct(cx, r, init, args, names);
                }
                args.insert(0, f);
                match built_in_new(cx, r) {
                    Some(new) => f = new,
                    None => {
                        f = cx.vm.prelude("call_class");
                        (args, names) = pack(cx, args, names);
                    }
                }
            }
            Body::Fields(fields) if cx.vm.heap.get(r).class == classes::STATICMETHOD => f = fields[0],
            _ => match cx.special_method(f, names::CALL) {
                Some(crate::lookup::Attribute::Method(m)) => {
                    args.insert(0, f);
                    f = m;
                }
                Some(crate::lookup::Attribute::Value(m)) => f = m,
                _ => return Err(not_callable(cx, f)),
            },
        }
    }
}

/// `call_class` takes the class, a tuple of positional arguments and a dict of keywords.
fn pack(cx: &mut Cx<'_>, args: Args, names: Value) -> (Args, Value) {
    let keywords = keyword_names(cx, names);
    let given = args.len() - keywords.len();
    let positional = cx.new_tuple(&args[1..given]);
    let dict = cx.new_dict();
    for (&name, &v) in keywords.iter().zip(&args[given..]) {
        cx.dict_set_name(dict, name, v);
    }
    (Args::from_slice(&[args[0], positional, dict.into()]), Value::UNSET)
}

fn not_callable(cx: &mut Cx<'_>, f: Value) -> Raise {
    let name = cx.type_shown(f);
    cx.type_error(format!("'{name}' object is not callable"))
}

/// The names of a tuple of keywords.
pub(crate) fn keyword_names(cx: &Cx<'_>, names: Value) -> Vec<Ref> {
    match names.as_ref() {
        None => Vec::new(),
        Some(r) => cx.vm.heap.tuple(r).iter().filter_map(|v| v.as_ref()).collect(),
    }
}

fn call_native(
    cx: &mut Cx<'_>,
    id: NativeId,
    args: Args,
    names: Value,
    covered: bool,
) -> Result<(Box<NativeFrame>, Step), Raise> {
    let registry = cx.vm.registry.clone();
    let native = registry.get(id);
    let args = if !names.is_set() && native.signature.fits(args.len()) {
        args
    } else {
        let keywords = keyword_names(cx, names);
        native.signature.bind(cx, &native.shown, args, &keywords)?
    };
    if let (Some(owner), Some(&receiver)) = (native.owner, args.first()) {
        check_receiver(cx, native, owner, receiver)?;
    }
    if !covered {
        let cost = u64::from(native.def.cost) * u64::from(cx.vm.settings.native_cost_factor);
        cx.charge(abi::Duration::from_nanos(cost));
    }
    let mut frame = NativeFrame { id, args, phase: 0, note: 0 };
    let step = (native.def.run)(cx, &mut frame, Resumed::Start)?;
    Ok((Box::new(frame), step))
}

/// A method of a built-in class wants an instance of it.
fn check_receiver(cx: &mut Cx<'_>, native: &crate::registry::Native, owner: Ref, v: Value) -> Result<(), Raise> {
    if !native.signature.method || native.def.kind != crate::native::Kind::Function || cx.is_instance(v, owner) {
        return Ok(());
    }
    let (name, class, got) = (native.def.name, cx.vm.class(owner).name.clone(), cx.type_name(v));
    let message = if name.starts_with("__") {
        format!("descriptor '{name}' requires a '{class}' object but received a '{got}'")
    } else {
        format!("descriptor '{name}' for '{class}' objects doesn't apply to a '{got}' object")
    };
    Err(cx.type_error(message))
}

/// A class whose instances are made without any Python but `__init__`: `Some(init)`.
fn simple_construction(cx: &mut Cx<'_>, class: Ref) -> Option<Option<Value>> {
    if cx.vm.heap.get(class).class != classes::TYPE || !cx.vm.class(class).is_heap_type {
        return None;
    }
    let new = cx.vm.find_in_class(class, names::NEW)?;
    if !crate::types::is_object_new(cx, new) || cx.vm.class(class).layout != crate::heap::Layout::Instance {
        return None;
    }
    let init = cx.vm.find_in_class(class, names::INIT)?;
    match cx.class_of(init) {
        classes::FUNCTION => Some(Some(init)),
        classes::WRAPPER_DESCRIPTOR if crate::types::is_object_init(cx, init) => Some(None),
        _ => None,
    }
}

/// The `__new__` of a built-in class, or of a library class without an `__init__` of its own: it does all the work.
fn built_in_new(cx: &mut Cx<'_>, class: Ref) -> Option<Value> {
    if cx.vm.heap.get(class).class != classes::TYPE || cx.vm.class(class).is_heap_type {
        return None;
    }
    let is_library = class.index() >= classes::COUNT as usize;
    if is_library {
        let init = cx.vm.find_in_class(class, names::INIT)?;
        if !crate::types::is_object_init(cx, init) && !cx.vm.is_subclass(class, classes::BASE_EXCEPTION) {
            return None;
        }
    }
    let new = cx.vm.find_in_class(class, names::NEW)?;
    match cx.body(new) {
        Some(Body::Fields(fields)) => Some(fields[0]),
        _ => Some(new),
    }
}

fn construct(cx: &mut Cx<'_>, class: Ref, init: Option<Value>, mut args: Args, names: Value) -> Result<Begun, Raise> {
    let object: Value = {
        let body = crate::types::slots::new_body(cx, class);
        cx.new_object(class, body).into()
    };
    let Some(init) = init else {
        if args.is_empty() {
            return Ok(Begun::Value(object));
        }
        let name = cx.vm.class(class).name.clone();
        return Err(cx.type_error(format!("{name}() takes no arguments")));
    };
    args.insert(0, object);
    let id = crate::types::run_init_id(cx);
    let native = NativeFrame { id, args: Args::from_slice(&[object]), phase: 1, note: 0 };
    let step = if names.is_set() { Step::CallKw(init, args, names) } else { Step::Call(init, args) };
    Ok(Begun::Native(Box::new(native), step))
}

/// Calls a Python function: binds the arguments, makes the frame or the generator that holds it.
pub(crate) fn call_function(
    cx: &mut Cx<'_>,
    f: Value,
    function: &Function,
    args: &[Value],
    names: Value,
    covered: bool,
) -> Result<Begun, Raise> {
    let loaded = function.loaded.clone();
    let code = &loaded.code;
    let mut regs = vec![Value::UNSET; code.registers as usize];
    let simple = !names.is_set()
        && args.len() == code.params.positional as usize
        && code.params.keyword_only == 0
        && !code.flags.has(Flags::VARARGS | Flags::VARKEYWORDS);
    if simple {
        regs[..args.len()].copy_from_slice(args);
    } else {
        crate::binding::bind(cx, function, args, names, &mut regs)?;
    }
    if let Some(cells) = function.closure.as_ref() {
        let first = code.locals.len();
        let cells = cx.vm.heap.tuple(cells);
        regs[first..first + cells.len()].copy_from_slice(cells);
    }
    let mut frame = new_frame(cx, loaded.clone(), function.code, function.globals, f, regs);
    if !code.flags.is_suspendable() {
        cover(cx, &mut frame, covered);
        return Ok(Begun::Frame(frame));
    }
    Ok(Begun::Value(new_generator(cx, function, frame)))
}

/// Settles who pays for what a function runs: its own price, that of its caller, or each instruction for itself.
fn cover(cx: &mut Cx<'_>, frame: &mut Frame, covered: bool) {
    frame.covered = match frame.loaded.price {
        Some(_) if covered => true,
        Some(price) => {
            cx.charge(abi::Duration::from_nanos(u64::from(price)));
            true
        }
        None => covered && frame.loaded.is_library(),
    };
}

fn new_generator(cx: &mut Cx<'_>, function: &Function, frame: Box<Frame>) -> Value {
    let flags = frame.loaded.code.flags;
    let class = if flags.has(Flags::COROUTINE) {
        classes::COROUTINE
    } else if flags.has(Flags::ASYNC_GENERATOR) {
        classes::ASYNC_GENERATOR
    } else {
        classes::GENERATOR
    };
    // The frame counts what it refers to already; the new object must not count it again.
    let body = Generator {
        state: GeneratorState::Finished,
        name: function.name,
        qualname: function.qualname,
        code: function.code.into(),
        touched: false,
        awaited: false,
        finalizer: Value::UNSET,
    };
    let g = cx.new_object(class, Body::Generator(Box::new(body)));
    if let Body::Generator(body) = &mut cx.vm.heap.get_mut(g).body {
        body.state = GeneratorState::Fresh(frame);
    }
    g.into()
}

/// A frame; it counts what it refers to.
pub(crate) fn new_frame(
    cx: &mut Cx<'_>,
    loaded: Rc<Loaded>,
    code: Ref,
    globals: Ref,
    function: Value,
    regs: Vec<Value>,
) -> Box<Frame> {
    let frame = Box::new(Frame {
        loaded,
        code,
        regs,
        pc: 0,
        globals,
        namespace: None,
        function,
        handled: Vec::new(),
        pending: Pending::Nothing,
        owner: Owner::Call,
        object: None,
        covered: false,
        row: None,
    });
    frame.each(&mut |v| cx.vm.heap.inc(v));
    frame
}

/// The frame of a module's body.
pub(crate) fn module_frame(cx: &mut Cx<'_>, code: Ref, globals: Ref) -> Box<Frame> {
    let loaded = cx.vm.loaded(code);
    let regs = vec![Value::UNSET; loaded.code.registers as usize];
    let mut frame = new_frame(cx, loaded, code, globals, Value::UNSET, regs);
    frame.covered = frame.loaded.is_library();
    frame
}

/// The frame of a class body, which stores its names in `namespace`.
pub(crate) fn body_frame(cx: &mut Cx<'_>, function: Value, namespace: Ref) -> Box<Frame> {
    let Some(Body::Function(body)) = cx.body(function).cloned() else {
        panic!("a class body is a function");
    };
    let mut regs = vec![Value::UNSET; body.loaded.code.registers as usize];
    if let Some(cells) = body.closure.as_ref() {
        let first = body.loaded.code.locals.len();
        let cells = cx.vm.heap.tuple(cells);
        regs[first..first + cells.len()].copy_from_slice(cells);
    }
    let mut frame = new_frame(cx, body.loaded.clone(), body.code, body.globals, function, regs);
    cx.vm.heap.inc_ref(namespace);
    frame.namespace = Some(namespace);
    frame.covered = frame.loaded.is_library();
    frame
}
