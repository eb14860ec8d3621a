//! The table of all natives: built once, shared, the same on every host.

use crate::native::{ClassDef, Def, NativeFn, NativeId};
use crate::signature::Signature;
use crate::value::Ref;
use bytecode::{Code, PythonVersion};
use std::collections::BTreeMap;

/// A native as the machine runs it.
pub struct Native {
    /// Its declaration.
    pub def: Def,
    /// Its parameters.
    pub signature: Signature,
    /// What messages call it: `print`, `list.append`.
    pub shown: String,
    /// The class it belongs to, if a built-in one.
    pub owner: Option<Ref>,
    /// Its module's name, if it is a module's function.
    pub module: &'static str,
}

/// A class of a native module.
pub struct LibraryClass {
    /// Its dotted name: `_asyncio.Future`. Looked up by it.
    pub name: &'static str,
    /// The name of its base: a library class made before it or a built-in.
    pub base: &'static str,
    /// Whether its instances have attributes and it may be subclassed.
    pub open: bool,
    /// Its methods.
    pub methods: &'static [Def],
}

/// A module of the library.
pub struct ModuleDef {
    /// Its name.
    pub name: &'static str,
    /// Its native functions.
    pub functions: &'static [Def],
    /// Its native classes, bases first.
    pub classes: &'static [LibraryClass],
    /// Fills in the rest: constants.
    pub init: Option<fn(&mut crate::cx::Cx<'_>, Ref)>,
    /// Reads the code of its Python half, run after all this.
    pub code: Option<fn() -> Code>,
    /// True if it is a package.
    pub package: bool,
}

/// What a call of a function in a module's Python half costs under profile `python`, all that it runs of the library
/// included.
#[derive(Clone, Copy, Debug)]
pub struct Price {
    /// The module.
    pub module: &'static str,
    /// The function's qualified name.
    pub function: &'static str,
    /// Nanoseconds.
    pub nanos: u32,
}

/// Names that a module of the library has in one Python only.
#[derive(Clone, Copy, Debug)]
pub struct Dated {
    /// The module; empty for modules themselves.
    pub module: &'static str,
    /// The Python that has them.
    pub only: PythonVersion,
    /// The names, with spaces between them.
    pub names: &'static str,
}

/// All natives and modules.
pub struct Registry {
    natives: Vec<Native>,
    modules: BTreeMap<&'static str, &'static ModuleDef>,
    first: BTreeMap<*const Def, NativeId>,
    prices: &'static [Price],
    dated: &'static [Dated],
    /// Methods of the built-in classes.
    pub classes: Vec<&'static ClassDef>,
    /// Functions of `builtins`.
    pub builtins: &'static [Def],
    /// Functions only the prelude sees.
    pub intrinsics: &'static [Def],
}

impl Registry {
    /// A registry of the machine's own natives and a library's modules.
    pub fn new(library: &'static [ModuleDef]) -> Registry {
        let mut r = Registry {
            natives: Vec::new(),
            modules: BTreeMap::new(),
            first: BTreeMap::new(),
            prices: &[],
            dated: &[],
            classes: crate::builtins::classes(),
            builtins: crate::builtins::functions(),
            intrinsics: crate::builtins::intrinsics(),
        };
        r.add(r.builtins, "builtins", None, "");
        r.add(r.intrinsics, "builtins", None, "");
        for class in r.classes.clone() {
            let name = crate::classes::ALL[class.class.index()].name;
            r.add(class.methods, "builtins", Some(class.class), name.rsplit('.').next().unwrap_or(name));
        }
        for module in library {
            r.add(module.functions, module.name, None, "");
            for class in module.classes {
                let short = class.name.rsplit('.').next().unwrap_or(class.name);
                r.add(class.methods, module.name, None, short);
            }
            r.modules.insert(module.name, module);
        }
        r
    }

    /// The same with prices for functions of the library's Python halves.
    #[must_use]
    pub fn priced(mut self, prices: &'static [Price]) -> Registry {
        self.prices = prices;
        self
    }

    /// The same with the names that only one Python has.
    #[must_use]
    pub fn dated(mut self, dated: &'static [Dated]) -> Registry {
        self.dated = dated;
        self
    }

    /// The names of a module (or of modules: `""`) that this Python has not, though another has.
    pub fn names_elsewhere(&self, module: &str, version: PythonVersion) -> impl Iterator<Item = &'static str> + use<> {
        let dated = self.dated;
        let module = module.to_string();
        let of_module = dated.iter().filter(move |d| d.module == module && d.only != version);
        of_module.flat_map(|d| d.names.split_whitespace())
    }

    /// Nanoseconds a call of a function costs, if it has a price. `file`: as its code names it, `<frozen MODULE>`.
    pub(crate) fn price(&self, file: &str, function: &str) -> Option<u32> {
        let module = file.strip_prefix("<frozen ")?.strip_suffix('>')?;
        self.prices.iter().find(|p| p.module == module && p.function == function).map(|p| p.nanos)
    }

    fn add(&mut self, defs: &'static [Def], module: &'static str, owner: Option<Ref>, class: &str) {
        if let Some(def) = defs.first() {
            self.first.insert(def, NativeId(self.natives.len() as u16));
        }
        for def in defs {
            let shown = match class {
                "" => def.name.to_string(),
                class if def.name == "__new__" => class.to_string(),
                class => format!("{class}.{}", def.name),
            };
            self.natives.push(Native { def: *def, signature: Signature::parse(def.signature), shown, owner, module });
        }
    }

    /// The number of the first native of a table.
    pub fn id_of(&self, defs: &'static [Def]) -> NativeId {
        defs.first().and_then(|d| self.first.get(&(d as *const Def))).copied().unwrap_or(NativeId(0))
    }

    /// A native.
    pub fn get(&self, id: NativeId) -> &Native {
        &self.natives[id.0 as usize]
    }

    /// How many natives there are.
    pub fn len(&self) -> usize {
        self.natives.len()
    }

    /// Never: the machine's own natives are always there.
    pub fn is_empty(&self) -> bool {
        self.natives.is_empty()
    }

    /// The Rust function behind a native.
    pub fn function(&self, id: NativeId) -> NativeFn {
        self.get(id).def.run
    }

    /// A function of a native module, by name.
    pub fn function_of(&self, module: &str, name: &str) -> Option<NativeId> {
        let functions = self.module(module)?.functions;
        let at = functions.iter().position(|def| def.name == name)?;
        Some(NativeId(self.id_of(functions).0 + at as u16))
    }

    /// A module of the library.
    pub fn module(&self, name: &str) -> Option<&'static ModuleDef> {
        self.modules.get(name).copied()
    }
}
