//! Loading code objects into a heap: constants and names become values.

use crate::classes;
use crate::frame::Loaded;
use crate::heap::{Body, SetTable, Str};
use crate::process::{Process, SourceFile};
use crate::value::{Ref, Value};
use bytecode::{Code, Const, CostClass, Flags};
use num_bigint::BigInt;
use std::rc::Rc;

impl Process {
    /// Loads a code object and all inside it.
    pub fn load(&mut self, code: Rc<Code>, file: u16) -> Ref {
        let consts: Vec<Value> = code.consts.iter().map(|c| self.load_const(c, file)).collect();
        let names = code.names.iter().map(|n| self.intern(n)).collect();
        let locals = code.locals.iter().chain(&code.free).map(|n| self.intern(n)).collect();
        let costs = code.instrs.iter().map(|i| self.cost_of(&code, file, i.cost_class())).collect();
        let price = if file == u16::MAX { self.price_of(&code) } else { None };
        let loaded = Rc::new(Loaded { code, consts, names, locals, file, costs, price });
        self.heap.new_object(classes::CODE, Body::Code(loaded))
    }

    /// What an instruction costs. The machine's own helpers cost by their loops' steps only, and what an import of the
    /// library runs costs nothing, however it is done.
    fn cost_of(&self, code: &Code, file: u16, class: CostClass) -> u32 {
        let is_free = if code.flags.has(Flags::HIDDEN) {
            class != CostClass::Iterate
        } else {
            file == u16::MAX && code.flags.has(Flags::MODULE | Flags::CLASS_BODY)
        };
        if is_free {
            0
        } else {
            self.settings.costs[class as usize]
        }
    }

    /// What a call of a function of the library costs, if the table of overlays says so.
    fn price_of(&self, code: &Code) -> Option<u32> {
        let price = self.registry.price(&code.filename, &code.qualname)?;
        Some(price.saturating_mul(self.settings.native_cost_factor))
    }

    /// A code object's contents.
    pub(crate) fn loaded(&self, code: Ref) -> Rc<Loaded> {
        match &self.heap.get(code).body {
            Body::Code(loaded) => loaded.clone(),
            other => panic!("{} is no code", other.kind()),
        }
    }

    /// Adds a source file; gives back its number.
    pub fn add_file(&mut self, name: &str, text: &str) -> u16 {
        self.files.push(SourceFile { name: name.into(), text: text.into() });
        (self.files.len() - 1) as u16
    }

    fn load_const(&mut self, c: &Const, file: u16) -> Value {
        match c {
            Const::None => Value::NONE,
            Const::Bool(b) => Value::bool(*b),
            Const::Ellipsis => Value::ELLIPSIS,
            Const::Int(i) => Value::int(*i),
            Const::Float(x) => Value::float(*x),
            Const::BigInt(digits) => {
                let i: BigInt = digits.parse().expect("the compiler writes decimal digits");
                self.heap.new_object(classes::INT, Body::BigInt(Rc::new(i))).into()
            }
            Const::Str(s) if is_name_like(s) => self.intern(s).into(),
            Const::Str(s) => self.heap.new_object(classes::STR, Body::Str(Str::new(s.as_str()))).into(),
            Const::Bytes(b) => self.heap.new_object(classes::BYTES, Body::Bytes(b.as_slice().into())).into(),
            Const::Tuple(items) => {
                let items: Vec<Value> = items.iter().map(|c| self.load_const(c, file)).collect();
                self.heap.new_object(classes::TUPLE, Body::Tuple(items.into())).into()
            }
            Const::FrozenSet(items) => {
                let r = self.heap.new_object(classes::FROZENSET, Body::Set(Box::new(SetTable::new())));
                for item in items {
                    let v = self.load_const(item, file);
                    if let crate::keys::Answer::Known(Some(hash)) = self.try_hash(v) {
                        if self.find_in_set(r, v, hash, 0) == crate::keys::Find::Missing {
                            self.heap.set_insert_new(r, hash, v);
                        }
                    }
                }
                r.into()
            }
            Const::Code(code) => self.load(code.clone(), file).into(),
        }
    }
}

/// CPython interns constants that look like names (Objects/codeobject.c `all_name_chars`).
fn is_name_like(s: &str) -> bool {
    s.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

impl Process {
    /// Makes a process ready to run a program on its main thread.
    pub fn start_program(&mut self, file: &str, source: &str, code: Rc<Code>, main: abi::ThreadId, row: abi::RowId) {
        self.main = main;
        self.program = file.into();
        let number = self.add_file(file, source);
        let code = self.load(code, number);
        let mut sys = crate::nullsys::NullSys::default();
        let mut budget = crate::nullsys::unlimited();
        let mut thread = crate::fiber::Thread::new(main, row);
        let mut cx = crate::cx::Cx { vm: self, sys: &mut sys, budget: &mut budget, t: &mut thread };
        let module = cx.new_module("__main__");
        let globals = cx.vm.heap.get(module).dict.expect("a module has a dict");
        let name = cx.new_str(file);
        cx.dict_set_name(globals, crate::names::FILE, name);
        cx.vm.heap.inc_ref(globals);
        cx.vm.main_globals = Some(globals);
        let id = cx.vm.intrinsic("run_main").expect("an intrinsic");
        let args = crate::native::Args::from_slice(&[code.into(), globals.into()]);
        args.iter().for_each(|&v| cx.vm.heap.inc(v));
        let native = crate::native::NativeFrame { id, args, phase: 0, note: 0 };
        thread.fiber.stack.push(crate::fiber::Activation::Native(Box::new(native)));
        thread.fiber.next = Some(crate::native::Resumed::Start);
        self.threads.insert(main, thread);
    }
}
