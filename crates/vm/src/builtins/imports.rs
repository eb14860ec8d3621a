//! Intrinsics of the import system.

use crate::classes;
use crate::cx::Cx;
use crate::heap::{Body, NativeFunction};
use crate::names;
use crate::native::{NativeFrame, NativeId, NativeResult, Raise, Resumed, Step};
use crate::value::{Ref, Value};
use std::rc::Rc;

pub(super) fn loaded_modules(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(cx.vm.modules.into()))
}

fn text_of(cx: &Cx<'_>, v: Value) -> String {
    cx.as_str(v).map_or_else(String::new, |s| s.as_str().to_string())
}

/// A new module in `sys.modules`, its native half filled in.
pub(super) fn begin_module(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let name = text_of(cx, f.args[0]);
    let def = cx.vm.registry.clone().module(&name);
    let Some(def) = def.filter(|_| !is_of_another_python(cx, &name)) else {
        return Err(missing(cx, &name));
    };
    let module = cx.new_module(&name);
    let dict = cx.vm.heap.get(module).dict.expect("a module has a dict");
    if def.package {
        let path = cx.new_list(Vec::new());
        cx.dict_set_name(dict, names::PATH, path);
    }
    let first = cx.vm.registry.clone().id_of(def.functions);
    let version = cx.vm.settings.version;
    for (i, function) in def.functions.iter().enumerate().filter(|(_, f)| f.is_in(version)) {
        let body = Body::Native(NativeFunction { id: NativeId(first.0 + i as u16), receiver: Value::UNSET });
        let v = cx.new_object(classes::NATIVE_FUNCTION, body);
        cx.dict_set_str(dict, function.name, v.into());
    }
    for spec in def.classes {
        let class = match cx.vm.library_classes.get(spec.name) {
            Some(&class) => class,
            None => cx.new_library_class(spec),
        };
        let short = spec.name.rsplit('.').next().unwrap_or(spec.name);
        cx.dict_set_str(dict, short, class.into());
    }
    if let Some(init) = def.init {
        init(cx, dict);
    }
    Ok(Step::Return(module.into()))
}

impl Cx<'_> {
    /// A new module object, entered in `sys.modules`.
    pub fn new_module(&mut self, name: &str) -> Ref {
        let module = self.new_object(classes::MODULE, Body::Instance);
        let dict = self.new_dict();
        self.vm.heap.set_dict(module, dict);
        let key = self.intern(name);
        self.dict_set_name(dict, names::NAME, key.into());
        for n in [names::DOC, names::LOADER, names::SPEC] {
            self.dict_set_name(dict, n, Value::NONE);
        }
        let builtins = self.vm.builtins;
        self.dict_set_name(dict, names::BUILTINS, builtins.into());
        let modules = self.vm.modules;
        self.dict_set_name(modules, key, module.into());
        module
    }
}

/// Runs a module's Python half, if it has one.
pub(super) fn run_module(cx: &mut Cx<'_>, f: &mut NativeFrame, why: Resumed) -> NativeResult {
    match why {
        Resumed::Start => {
            let name = text_of(cx, f.args[1]);
            let registry = cx.vm.registry.clone();
            let Some(read) = registry.module(&name).and_then(|m| m.code) else {
                return Ok(Step::Return(Value::NONE));
            };
            let code = cx.vm.load(Rc::new(read()), u16::MAX);
            let dict = f.args[0].as_ref().and_then(|m| cx.vm.heap.get(m).dict).expect("a module has a dict");
            Ok(Step::Exec(code, dict))
        }
        Resumed::Raised(e) => Err(Raise(e)),
        _ => {
            forget_other_pythons(cx, f);
            Ok(Step::Return(Value::NONE))
        }
    }
}

/// A module has been filled: what only another Python has goes again.
fn forget_other_pythons(cx: &mut Cx<'_>, f: &NativeFrame) {
    let name = text_of(cx, f.args[1]);
    let dict = f.args[0].as_ref().and_then(|m| cx.vm.heap.get(m).dict).expect("a module has a dict");
    for name in cx.vm.registry.clone().names_elsewhere(&name, cx.vm.settings.version) {
        let name = cx.intern(name);
        cx.dict_del_name(dict, name);
    }
}

/// Whether another Python has this module, and this one has not.
fn is_of_another_python(cx: &Cx<'_>, name: &str) -> bool {
    let (package, last) = name.rsplit_once('.').unwrap_or(("", name));
    cx.vm.registry.names_elsewhere(package, cx.vm.settings.version).any(|n| n == last)
}

pub(super) fn module_exists(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let name = text_of(cx, f.args[0]);
    Ok(Step::Return(Value::bool(cx.vm.registry.module(&name).is_some() && !is_of_another_python(cx, &name))))
}

pub(super) fn module_origin(cx: &mut Cx<'_>, _: &mut NativeFrame, _: Resumed) -> NativeResult {
    Ok(Step::Return(cx.new_str("unknown location")))
}

/// Whether the program's innermost frame stands where it handles exceptions: it may do without what it imports there.
fn is_in_try(cx: &Cx<'_>) -> bool {
    let frame = cx.t.fiber.stack.iter().rev().find_map(|activation| match activation {
        crate::fiber::Activation::Python(frame) if frame.loaded.file == 0 => Some(frame),
        _ => None,
    });
    frame.is_some_and(|frame| frame.loaded.code.handler_for(frame.at()).is_some())
}

/// A module we do not have: refused if CPython 3.11 has it or it is a known package, unless the program tries whether
/// that package is there; else CPython's own error.
fn missing(cx: &mut Cx<'_>, name: &str) -> Raise {
    let top = name.split('.').next().unwrap_or(name);
    let optional = crate::manifest::is_third_party(top) && is_in_try(cx);
    if crate::manifest::is_known_module(top) && !optional && !is_of_another_python(cx, name) {
        return cx.unsupported(&format!("the module {name}"), crate::manifest::nearest_module(top));
    }
    let raise = cx.error(classes::MODULE_NOT_FOUND_ERROR, format!("No module named '{name}'"));
    let key = cx.intern(name);
    cx.set_extra(raise.0, key.into(), Value::UNSET);
    raise
}
