//! Making a process: the built-in classes and names at their fixed handles, `builtins`, the prelude.

use crate::classes::{self, ClassSpec};
use crate::cx::Cx;
use crate::fiber::Thread;
use crate::heap::{Body, Class, Dict, Heap, Layout, NativeFunction, Object, Str};
use crate::native::{Def, Kind, NativeId};
use crate::process::{Process, Settings};
use crate::registry::{LibraryClass, Registry};
use crate::value::{Ref, Value};
use crate::{lookup, names};
use abi::{RowId, ThreadId};
use bytecode::pack;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The prelude's code, compiled when the project is built.
static PRELUDE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/prelude.code"));
static STRINGS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/prelude.strings"));

impl Process {
    /// A process with nothing in it but the language itself. Its prelude has yet to run: see
    /// [`Process::boot`].
    fn bare(registry: Rc<Registry>, settings: Settings) -> Process {
        let mut heap = Heap::new();
        reserve_classes_and_names(&mut heap);
        let dict = |heap: &mut Heap| heap.new_object(classes::DICT, Body::Dict(Box::new(Dict::new())));
        let (modules, builtins, prelude, interned) =
            (dict(&mut heap), dict(&mut heap), dict(&mut heap), dict(&mut heap));
        [modules, builtins, prelude, interned].into_iter().for_each(|root| heap.inc_ref(root));
        let mut vm = Process {
            heap,
            threads: BTreeMap::new(),
            main: ThreadId(0),
            registry,
            modules,
            builtins,
            prelude,
            interned,
            library_classes: BTreeMap::new(),
            files: Vec::new(),
            main_globals: None,
            settings,
            recursion_limit: 1000,
            cache: lookup::MethodCache::default(),
            weak: crate::weak::WeakTable::default(),
            program: "".into(),
            modules_gone: false,
            vanished: Vec::new(),
            lost: Vec::new(),
            leaked: Vec::new(),
            started_threads: 0,
            finalizing: false,
            entered: 0,
            deepest_entry: 0,
        };
        for i in 0..names::COUNT {
            let r = Ref(classes::COUNT + i);
            let hash = vm.hash_str(names::ALL[i as usize]);
            vm.heap.dict_insert_new(vm.interned, hash, r.into(), Value::NONE);
        }
        vm
    }

    /// A process ready for a program.
    ///
    /// # Panics
    /// If the prelude does not run: our own bug.
    pub fn boot(registry: Rc<Registry>, settings: Settings) -> Process {
        let mut vm = Process::bare(registry, settings);
        let mut sys = crate::nullsys::NullSys::default();
        let mut budget = crate::nullsys::unlimited();
        let mut thread = Thread::new(ThreadId(0), RowId(0));
        let mut cx = Cx { vm: &mut vm, sys: &mut sys, budget: &mut budget, t: &mut thread };
        fill_classes(&mut cx);
        fill_builtins(&mut cx);
        run_prelude(&mut cx);
        make_stream_classes(&mut cx);
        vm.cache.clear();
        vm.heap.freeze();
        vm
    }
}

/// Puts the built-in classes and the names into the first slots.
fn reserve_classes_and_names(heap: &mut Heap) {
    let first_dict = classes::COUNT + names::COUNT;
    let object = |number, class, body| Object { class, dict: None, number, body };
    for (i, spec) in classes::ALL.iter().enumerate() {
        let body = Body::Class(Box::new(class_body(i as u32, spec, Ref(first_dict + i as u32))));
        heap.add_immortal(object(i as u64, classes::TYPE, body));
    }
    for (i, name) in names::ALL.iter().enumerate() {
        heap.add_immortal(object(classes::ALL.len() as u64 + i as u64, classes::STR, Body::Str(Str::new(*name))));
    }
    for i in 0..classes::COUNT {
        heap.add_immortal(object(u64::from(first_dict + i), classes::DICT, Body::Dict(Box::new(Dict::new()))));
    }
}

fn class_body(index: u32, spec: &ClassSpec, namespace: Ref) -> Class {
    let mut mro = vec![Ref(index)];
    let mut base = spec.base;
    while let Some(b) = base {
        mro.push(b);
        base = classes::ALL[b.index()].base;
    }
    let short = spec.name.rsplit('.').next().unwrap_or(spec.name);
    let plain_equality = !matches!(
        Ref(index),
        classes::INT
            | classes::BOOL
            | classes::FLOAT
            | classes::STR
            | classes::BYTES
            | classes::BYTEARRAY
            | classes::TUPLE
            | classes::LIST
            | classes::DICT
            | classes::SET
            | classes::FROZENSET
            | classes::RANGE
            | classes::SLICE
            | classes::METHOD
            | classes::NATIVE_FUNCTION
            | classes::METHOD_WRAPPER
            | classes::DICT_KEYS
            | classes::DICT_ITEMS
            | classes::WEAKREF
            | classes::NAMESPACE
            | classes::GENERIC_ALIAS
            | classes::UNION_TYPE
            | classes::MAPPINGPROXY
            | classes::CELL
            | classes::CODE
    );
    Class {
        name: short.into(),
        qualname: short.into(),
        bases: spec.base.into_iter().collect(),
        mro,
        namespace,
        layout: if spec.subclassable { spec.layout } else { sealed(spec.layout) },
        is_heap_type: false,
        has_finalizer: false,
        identity_equality: plain_equality,
        has_instance_dict: matches!(spec.layout, Layout::Exception | Layout::Module),
        slots: 0,
    }
}

fn sealed(layout: Layout) -> Layout {
    match layout {
        Layout::Int => Layout::Int,
        _ => Layout::Sealed,
    }
}

/// Fills the namespaces of the built-in classes.
fn fill_classes(cx: &mut Cx<'_>) {
    for (i, spec) in classes::ALL.iter().enumerate() {
        let namespace = cx.vm.class(Ref(i as u32)).namespace;
        let module = spec.name.rsplit_once('.').map_or("builtins", |(m, _)| m);
        let module = cx.intern(module);
        cx.dict_set_name(namespace, names::MODULE, module.into());
    }
    let registry = cx.vm.registry.clone();
    for def in &registry.classes {
        let namespace = cx.vm.class(def.class).namespace;
        fill_namespace(cx, namespace, def.methods);
    }
    for (class, _) in classes::ALL.iter().enumerate().filter(|(_, s)| is_unhashable(s.name)) {
        let namespace = cx.vm.class(Ref(class as u32)).namespace;
        cx.dict_set_name(namespace, names::HASH, Value::NONE);
    }
}

fn is_unhashable(name: &str) -> bool {
    matches!(name, "list" | "dict" | "set" | "bytearray" | "slice" | "types.SimpleNamespace")
}

/// Puts descriptors of natives into a class's namespace.
fn fill_namespace(cx: &mut Cx<'_>, namespace: Ref, defs: &'static [Def]) {
    let version = cx.vm.settings.version;
    let first = cx.vm.registry.clone().id_of(defs);
    for (i, def) in defs.iter().enumerate().filter(|(_, d)| d.kind != Kind::Setter && d.is_in(version)) {
        let v = cx.native_descriptor(NativeId(first.0 + i as u16));
        cx.dict_set_str(namespace, def.name, v);
    }
}

fn fill_functions(cx: &mut Cx<'_>, dict: Ref, defs: &'static [Def]) {
    let first = cx.vm.registry.clone().id_of(defs);
    let version = cx.vm.settings.version;
    for (i, def) in defs.iter().enumerate().filter(|(_, d)| d.is_in(version)) {
        let body = Body::Native(NativeFunction { id: NativeId(first.0 + i as u16), receiver: Value::UNSET });
        let v = cx.new_object(classes::NATIVE_FUNCTION, body);
        cx.dict_set_str(dict, def.name, v.into());
    }
}

/// `builtins`: functions, classes, constants; and the namespace of the prelude.
fn fill_builtins(cx: &mut Cx<'_>) {
    let (builtins, prelude) = (cx.vm.builtins, cx.vm.prelude);
    let registry = cx.vm.registry.clone();
    fill_functions(cx, builtins, registry.builtins);
    fill_functions(cx, prelude, registry.intrinsics);
    for (i, spec) in classes::ALL.iter().enumerate() {
        let class: Value = Ref(i as u32).into();
        cx.dict_set_str(prelude, &format!("class_{}", spec.name.replace(['.', '-'], "_")), class);
        if crate::builtins::is_public_class(spec.name, cx.vm.settings.version) {
            cx.dict_set_str(builtins, spec.name, class);
        }
    }
    for alias in ["EnvironmentError", "IOError"] {
        cx.dict_set_str(builtins, alias, classes::OS_ERROR.into());
    }
    for (name, v) in [("None", Value::NONE), ("False", Value::FALSE), ("True", Value::TRUE)] {
        cx.dict_set_str(builtins, name, v);
    }
    cx.dict_set_str(builtins, "NotImplemented", Value::NOT_IMPLEMENTED);
    cx.dict_set_str(builtins, "Ellipsis", Value::ELLIPSIS);
    cx.dict_set_str(builtins, "__debug__", Value::TRUE);
    let minor = cx.vm.settings.version.minor();
    cx.dict_set_str(prelude, "PYTHON_MINOR", Value::int(minor));
    let name = names::BUILTINS_MODULE;
    cx.dict_set_name(builtins, names::NAME, name.into());
    let module = cx.new_object(classes::MODULE, Body::Instance);
    cx.vm.heap.set_dict(module, builtins);
    let modules = cx.vm.modules;
    cx.dict_set_name(modules, name, module.into());
}

/// Classes of `_io`: `print` needs a stream's class before anybody imports `sys`.
fn make_stream_classes(cx: &mut Cx<'_>) {
    let registry = cx.vm.registry.clone();
    for spec in registry.module("_io").map_or(&[][..], |m| m.classes) {
        cx.new_library_class(spec);
    }
}

/// Runs the prelude: it defines functions, and functions only.
fn run_prelude(cx: &mut Cx<'_>) {
    let strings = pack::strings_from_bytes(STRINGS).expect("the build wrote the prelude's strings");
    let code = pack::unpack(PRELUDE, &strings, "<prelude>").expect("the build wrote the prelude");
    let code = cx.vm.load(Rc::new(code), u16::MAX);
    let prelude = cx.vm.prelude;
    let frame = crate::interp::invoke::module_frame(cx, code, prelude);
    cx.t.fiber.stack.push(crate::fiber::Activation::Python(frame));
    let stop = crate::interp::run::run(cx);
    assert_eq!(stop, abi::Stop::ExitThread, "the prelude runs to its end");
    assert!(!cx.t.failed.is_set(), "the prelude raises nothing");
}

impl Cx<'_> {
    /// Makes a class of a native module.
    pub fn new_library_class(&mut self, spec: &'static LibraryClass) -> Ref {
        let base = match self.vm.library_classes.get(spec.base) {
            Some(&r) => r,
            None => builtin_class(spec.base),
        };
        let (module, short) = spec.name.rsplit_once('.').unwrap_or(("builtins", spec.name));
        let namespace = self.new_dict();
        let module = self.intern(module);
        self.dict_set_name(namespace, names::MODULE, module.into());
        fill_namespace(self, namespace, spec.methods);
        let has = |name| spec.methods.iter().any(|m| m.name == name);
        if has("__eq__") && !has("__hash__") {
            self.dict_set_name(namespace, names::HASH, Value::NONE);
        }
        let parent = self.vm.class(base).clone();
        let mut mro = parent.mro.clone();
        // The class stands first in its own order; its handle is known once it is made.
        let body = Class {
            name: short.into(),
            qualname: short.into(),
            bases: vec![base],
            mro: std::iter::once(base).chain(mro.drain(..)).collect(),
            namespace,
            layout: parent.layout,
            is_heap_type: false,
            has_finalizer: spec.methods.iter().any(|m| m.name == "__del__") || parent.has_finalizer,
            identity_equality: parent.identity_equality && !spec.methods.iter().any(|m| m.name == "__eq__"),
            has_instance_dict: spec.open,
            slots: 0,
        };
        let class = self.new_object(classes::TYPE, Body::Class(Box::new(body)));
        if let Body::Class(c) = &mut self.vm.heap.get_mut(class).body {
            c.mro[0] = class;
        }
        self.vm.heap.inc_ref(class);
        self.vm.library_classes.insert(spec.name, class);
        class
    }
}

fn builtin_class(name: &str) -> Ref {
    let found = classes::ALL.iter().position(|s| s.name == name);
    Ref(found.expect("a library class's base is a built-in or was made before it") as u32)
}
