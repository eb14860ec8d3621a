//! Which name means what in which block: the symbol table.
//!
//! Source of the rules: CPython's `Python/symtable.c`. One pass collects how every block uses
//! every name ([`collect`]), a second decides where each name lives ([`resolve`]). Names are
//! visited in the order in which code is written for them, so that a function's locals have
//! CPython's order (it shows in `locals()`).

mod collect;
mod comprehension;
mod define;
mod pattern;
mod resolve;
mod stmt;

use crate::error::{Res, SourceLines};
use std::any::TypeId;
use std::collections::BTreeMap;
use syntax::ast::Module;

/// How a block uses a name: bits.
pub(crate) mod usage {
    /// `global`.
    pub(crate) const GLOBAL: u16 = 1;
    /// Bound here.
    pub(crate) const LOCAL: u16 = 2;
    /// A parameter.
    pub(crate) const PARAM: u16 = 4;
    /// `nonlocal`.
    pub(crate) const NONLOCAL: u16 = 8;
    /// Read here.
    pub(crate) const USE: u16 = 16;
    /// A method reads it past the class that binds it.
    pub(crate) const FREE_CLASS: u16 = 32;
    /// Bound by an import.
    pub(crate) const IMPORT: u16 = 64;
    /// Annotated.
    pub(crate) const ANNOT: u16 = 128;
    /// Bound by the `for` of a comprehension.
    pub(crate) const COMP_ITER: u16 = 256;
    /// Emptied by `del` or at the end of `except … as`.
    pub(crate) const DELETED: u16 = 512;
    /// Annotated without a value: it belongs here, but nothing is bound.
    pub(crate) const DECLARED: u16 = 1024;
    /// Any way of belonging to the block.
    pub(crate) const BOUND: u16 = LOCAL | PARAM | IMPORT | DECLARED;
    /// Any way that code comes of.
    pub(crate) const TOUCHED: u16 = LOCAL | PARAM | IMPORT | USE;
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ScopeKind {
    /// A file.
    Module,
    /// A class body.
    Class,
    /// A function, lambda, comprehension or generator expression.
    Function,
}

/// Which comprehension a function block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CompKind {
    /// `[…]`
    List,
    /// `{…}`
    Set,
    /// `{… : …}`
    Dict,
    /// `(…)`
    Generator,
}

impl CompKind {
    /// The name of its code object.
    pub(crate) fn code_name(self) -> &'static str {
        match self {
            CompKind::List => "<listcomp>",
            CompKind::Set => "<setcomp>",
            CompKind::Dict => "<dictcomp>",
            CompKind::Generator => "<genexpr>",
        }
    }
}

/// Where a name lives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Place {
    /// In this block.
    Local,
    /// In this block, in a cell that inner functions share.
    Cell,
    /// In a cell of a function around.
    Free,
    /// Among the globals, by `global`.
    GlobalExplicit,
    /// Among the globals or builtins, because nothing binds it.
    #[default]
    GlobalImplicit,
}

/// A name of a block.
#[derive(Debug)]
pub(crate) struct Symbol {
    /// The name, mangled.
    pub(crate) name: String,
    /// How it is used, see [`usage`].
    pub(crate) usage: u16,
    /// Where it lives.
    pub(crate) place: Place,
}

/// The number of a block.
pub(crate) type ScopeId = usize;

/// A block.
#[derive(Debug)]
pub(crate) struct Scope {
    /// What it is.
    pub(crate) kind: ScopeKind,
    /// Which comprehension it is.
    pub(crate) comprehension: Option<CompKind>,
    /// Its names in order of first use.
    pub(crate) symbols: Vec<Symbol>,
    index: BTreeMap<String, usize>,
    /// Its parameters, mangled, in signature order.
    pub(crate) params: Vec<String>,
    children: Vec<ScopeId>,
    nested: bool,
    /// Holds `yield`.
    pub(crate) generator: bool,
    /// Is `async def`, or holds `await` or an async comprehension.
    pub(crate) coroutine: bool,
    /// Holds `:=`.
    pub(crate) has_walrus: bool,
    /// A method needs the class: `super()` or `__class__`.
    pub(crate) needs_class_cell: bool,
    comp_iter_target: bool,
    comp_iter_expr: u32,
    /// The places of `global`, `nonlocal` and of `:=` in comprehensions.
    directives: Vec<(String, syntax::Range)>,
}

impl Scope {
    /// The symbol of a mangled name.
    pub(crate) fn symbol(&self, name: &str) -> Option<&Symbol> {
        self.index.get(name).map(|index| &self.symbols[*index])
    }

    /// How the block uses a name.
    fn usage(&self, name: &str) -> u16 {
        self.symbol(name).map_or(0, |symbol| symbol.usage)
    }

    /// Names whose cells come from around, sorted.
    pub(crate) fn free(&self) -> Vec<&str> {
        self.sorted(|symbol| symbol.place == Place::Free || symbol.usage & usage::FREE_CLASS != 0)
    }

    /// Names that live in cells of this block, sorted.
    pub(crate) fn cells(&self) -> Vec<&str> {
        self.sorted(|symbol| symbol.place == Place::Cell)
    }

    fn sorted(&self, wanted: impl Fn(&Symbol) -> bool) -> Vec<&str> {
        let mut names: Vec<&str> = self.symbols.iter().filter(|s| wanted(s)).map(|s| s.name.as_str()).collect();
        names.sort_unstable();
        names
    }
}

/// All blocks of a program; the module is the first.
#[derive(Debug)]
pub(crate) struct SymbolTable {
    scopes: Vec<Scope>,
    by_node: BTreeMap<NodeKey, ScopeId>,
}

impl SymbolTable {
    /// The symbol table of a program. With `lazy_annotations` (PEP 563) the names in annotations don't
    /// count.
    ///
    /// # Errors
    /// CPython's SyntaxError for names that are declared in contradictory ways.
    pub(crate) fn build(module: &Module, lines: &SourceLines, lazy_annotations: bool) -> Res<Self> {
        let mut table = collect::collect(module, lines, lazy_annotations)?;
        resolve::resolve(&mut table.scopes, lines)?;
        Ok(table)
    }

    /// The number of the module's block.
    pub(crate) const MODULE: ScopeId = 0;

    /// A block.
    pub(crate) fn scope(&self, id: ScopeId) -> &Scope {
        &self.scopes[id]
    }

    /// The block that a node of the tree opens.
    pub(crate) fn scope_of<T: 'static>(&self, node: &T) -> ScopeId {
        self.by_node[&node_key(node)]
    }
}

/// What tells one node of the tree from another: its place in memory, as in CPython, and its type, since
/// a node may stand at the beginning of another. Only ever compared for equality, so it can't reach any result.
type NodeKey = (usize, TypeId);

fn node_key<T: 'static>(node: &T) -> NodeKey {
    (std::ptr::from_ref(node) as usize, TypeId::of::<T>())
}
