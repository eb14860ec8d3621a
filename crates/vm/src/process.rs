//! A process: heap, namespaces, threads. What [`crate::Interpreter`] runs.

use crate::fiber::{Fiber, Thread};
use crate::heap::{Body, Class, Dict, Heap, Object, Str};
use crate::lookup::MethodCache;
use crate::registry::Registry;
use crate::value::{Ref, Value, View};
use crate::{classes, names};
use abi::ThreadId;
use bytecode::PythonVersion;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A source file, for tracebacks and the picture.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its name as tracebacks show it.
    pub name: Rc<str>,
    /// Its text.
    pub text: Rc<str>,
}

/// What a process is told at its start.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Settings {
    /// Its Python.
    pub version: PythonVersion,
    /// Nanoseconds a reading of the clock costs.
    pub clock_cost: u64,
    /// Nanoseconds an instruction costs, by [`bytecode::CostClass`].
    pub costs: [u32; bytecode::CostClass::COUNT],
    /// How many times what their table says natives cost; 0 makes them free.
    pub native_cost_factor: u32,
    /// Whether Rust stands in for the hot parts of the library that are written in Python.
    pub overlays: bool,
}

/// A process. A clone is a checkpoint or a fork.
#[derive(Clone)]
pub struct Process {
    /// Its objects.
    pub heap: Heap,
    /// Its threads.
    pub threads: BTreeMap<ThreadId, Thread>,
    /// The main thread.
    pub main: ThreadId,
    /// All natives.
    pub registry: Rc<Registry>,
    /// `sys.modules`
    pub modules: Ref,
    /// The dict of `builtins`.
    pub builtins: Ref,
    /// The namespace of our hidden helpers.
    pub prelude: Ref,
    /// The table of interned strings.
    pub(crate) interned: Ref,
    /// Classes of native modules, by dotted name.
    pub library_classes: BTreeMap<&'static str, Ref>,
    /// Sources; the program is number 0.
    pub files: Vec<SourceFile>,
    /// The globals of the program, once it runs.
    pub main_globals: Option<Ref>,
    /// What it was told.
    pub settings: Settings,
    /// `sys.getrecursionlimit()`
    pub recursion_limit: u32,
    pub(crate) cache: MethodCache,
    /// Weak references.
    pub weak: crate::weak::WeakTable,
    /// The program's name: `sys.argv[0]`.
    pub program: Rc<str>,
    /// True once the process ends and its modules are gone: tracebacks show no source lines then.
    pub(crate) modules_gone: bool,
    /// Threads that a fork left behind, or the end of the process: what they referred to is never released, as in CPython.
    pub(crate) vanished: Vec<Thread>,
    /// Fibers that nobody can run any more: what they refer to is never released, as in CPython.
    pub lost: Vec<Fiber>,
    /// Objects that nothing refers to and that could not be made to die: as in CPython they stay for ever.
    pub(crate) leaked: Vec<Value>,
    /// How many threads run that were started by another one: `_thread._count()`.
    pub started_threads: u32,
    /// True once the process ends and no thread but the main one runs any more (`_PyRuntimeState_SetFinalizing`).
    pub finalizing: bool,
    /// How often the interpreter is entered at this moment: never more than once.
    pub(crate) entered: u32,
    /// The most it ever was.
    pub deepest_entry: u32,
}

impl Process {
    /// The class of a value.
    pub fn class_of(&self, v: Value) -> Ref {
        match v.view() {
            View::Ref(r) => self.heap.get(r).class,
            View::Int(_) => classes::INT,
            View::Float(_) => classes::FLOAT,
            View::Bool(_) => classes::BOOL,
            View::None => classes::NONE_TYPE,
            View::NotImplemented => classes::NOT_IMPLEMENTED_TYPE,
            View::Ellipsis => classes::ELLIPSIS_TYPE,
            View::Unset => panic!("the class of nothing"),
        }
    }

    /// A class's body.
    ///
    /// # Panics
    /// If the object is not a class: our own bug.
    pub fn class(&self, r: Ref) -> &Class {
        match &self.heap.get(r).body {
            Body::Class(c) => c,
            other => panic!("{} is no class", other.kind()),
        }
    }

    /// The class a value is, if it is one.
    pub fn as_class(&self, v: Value) -> Option<Ref> {
        v.as_ref().filter(|&r| matches!(self.heap.get(r).body, Body::Class(_)))
    }

    /// Whether `class` is `base` or stands below it.
    pub fn is_subclass(&self, class: Ref, base: Ref) -> bool {
        class == base || self.class(class).mro.contains(&base)
    }

    /// A string, interned: the same handle for the same text.
    pub fn intern(&mut self, text: &str) -> Ref {
        let hash = self.hash_str(text);
        if let Some(r) = self.find_interned(text, hash) {
            return r;
        }
        let r = self.heap.new_object(classes::STR, Body::Str(Str::new(text)));
        self.heap.dict_insert_new(self.interned, hash, r.into(), Value::NONE);
        r
    }

    /// The interned string of this text, if there is one.
    pub fn find_interned(&self, text: &str, hash: i64) -> Option<Ref> {
        let table = self.heap.dict(self.interned);
        table.candidates(hash).find_map(|slot| {
            let r = table.entry(slot)?.key.as_ref()?;
            (self.text_of(r) == text).then_some(r)
        })
    }

    /// A str object's text.
    pub(crate) fn text_of(&self, r: Ref) -> &str {
        match &self.heap.get(r).body {
            Body::Str(s) => s.as_str(),
            other => panic!("{} is no str", other.kind()),
        }
    }

    fn name_hash(&self, name: Ref) -> i64 {
        match &self.heap.get(name).body {
            Body::Str(s) => s.hash(self.settings.version),
            other => panic!("{} is no name", other.kind()),
        }
    }

    fn find_name(&self, dict: &Dict, name: Ref) -> Option<usize> {
        let hash = self.name_hash(name);
        dict.candidates(hash).find(|&slot| match dict.entry(slot).map(|e| e.key.view()) {
            Some(View::Ref(key)) => key == name || self.same_text(key, name),
            _ => false,
        })
    }

    fn same_text(&self, key: Ref, name: Ref) -> bool {
        match &self.heap.get(key).body {
            Body::Str(s) => s.as_str() == self.text_of(name),
            _ => false,
        }
    }

    /// The value under a name in a namespace.
    pub fn dict_get_name(&self, dict: Ref, name: Ref) -> Option<Value> {
        let dict = self.heap.dict(dict);
        self.find_name(dict, name).and_then(|slot| dict.entry(slot)).map(|e| e.value)
    }

    /// Stores under a name in a namespace.
    pub fn dict_set_name(&mut self, dict: Ref, name: Ref, value: Value) {
        match self.find_name(self.heap.dict(dict), name) {
            Some(slot) => self.heap.dict_replace(dict, slot, value),
            None => {
                let hash = self.name_hash(name);
                self.heap.dict_insert_new(dict, hash, name.into(), value);
            }
        }
    }

    /// Deletes a name from a namespace; false if it is not there.
    pub fn dict_del_name(&mut self, dict: Ref, name: Ref) -> bool {
        match self.find_name(self.heap.dict(dict), name) {
            Some(slot) => {
                self.heap.dict_remove(dict, slot);
                true
            }
            None => false,
        }
    }

    /// A function of the prelude.
    ///
    /// # Panics
    /// If there is none of this name: our own bug.
    pub fn prelude(&mut self, name: &str) -> Value {
        let n = self.intern(name);
        match self.dict_get_name(self.prelude, n) {
            Some(f) => f,
            None => panic!("the prelude has no {name}"),
        }
    }

    /// A builtin by name.
    ///
    /// # Panics
    /// If there is none: our own bug.
    pub fn builtin(&mut self, name: &str) -> Value {
        let n = self.intern(name);
        match self.dict_get_name(self.builtins, n) {
            Some(v) => v,
            None => panic!("no builtin {name}"),
        }
    }

    /// An intrinsic native, by name.
    pub(crate) fn intrinsic(&self, name: &str) -> Option<crate::native::NativeId> {
        let at = self.registry.intrinsics.iter().position(|d| d.name == name)?;
        let first = self.registry.id_of(self.registry.intrinsics);
        Some(crate::native::NativeId(first.0 + at as u16))
    }

    /// A class of a native module by its dotted name.
    ///
    /// # Panics
    /// If its module is not loaded: our own bug.
    pub fn library_class(&self, name: &str) -> Ref {
        match self.library_classes.get(name) {
            Some(&r) => r,
            None => panic!("no library class {name}"),
        }
    }

    /// An object's own attribute.
    pub fn own_attribute(&self, object: &Object, name: Ref) -> Option<Value> {
        self.dict_get_name(object.dict?, name)
    }

    /// Everything that is referred to from outside the heap, once for each counted reference.
    pub fn roots(&self) -> Vec<Value> {
        let mut roots: Vec<Value> =
            vec![self.modules.into(), self.builtins.into(), self.prelude.into(), self.interned.into()];
        roots.extend(self.main_globals.map(Value::from));
        roots.extend(self.library_classes.values().map(|&r| Value::from(r)));
        for thread in self.threads.values().chain(&self.vanished) {
            thread.each(&mut |v| roots.push(v));
        }
        self.lost.iter().for_each(|fiber| fiber.each(&mut |v| roots.push(v)));
        roots.extend(&self.leaked);
        roots
    }

    /// Recounts all references and compares.
    ///
    /// # Errors
    /// Names the first object whose count is wrong.
    pub fn recount(&self) -> Result<(), String> {
        self.heap.recount(&self.roots())
    }

    /// `module.qualname` of a class as tracebacks show it: builtins and `__main__` without the module.
    pub fn class_shown(&self, class: Ref) -> String {
        let c = self.class(class);
        let module = self.dict_get_name(c.namespace, names::MODULE).and_then(Value::as_ref);
        match module.map(|m| &self.heap.get(m).body) {
            Some(Body::Str(m)) if !matches!(m.as_str(), "builtins" | "__main__") => {
                format!("{}.{}", m.as_str(), c.qualname)
            }
            _ => c.qualname.to_string(),
        }
    }
}
