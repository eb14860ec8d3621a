//! What a code object is, apart from its instructions.

use super::{Context, Emitter};
use crate::anchors::anchors;
use crate::build::{BoundSet, Builder, LIMIT};
use crate::error::{refusal, Res};
use crate::symtable::{usage, Place, Scope, ScopeId, ScopeKind, Symbol};
use bytecode::{Code, Flags, Instr, ParamCounts, Range, Reg};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What a code object is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnitKind {
    /// A file.
    Module,
    /// A class body.
    Class,
    /// `def`.
    Function,
    /// `async def`.
    AsyncFunction,
    /// `lambda`.
    Lambda,
    /// A comprehension or generator expression.
    Comprehension,
}

/// A code object, apart from its instructions.
pub(super) struct Unit<'a> {
    pub(super) kind: UnitKind,
    pub(super) name: String,
    pub(super) qualname: String,
    pub(super) first_line: u32,
    /// The class whose private names are mangled.
    pub(super) private: Option<&'a str>,
    pub(super) doc: Option<String>,
    pub(super) counts: ParamCounts,
    /// Flags that don't follow from the block.
    pub(super) flags: u16,
}

/// The registers below the temporaries.
struct Layout {
    /// Parameters, other locals, cells that are no parameters.
    locals: Vec<String>,
    cells: Vec<Reg>,
    free: Vec<String>,
}

impl Layout {
    fn new(scope: &Scope) -> Self {
        let mut locals = scope.params.clone();
        if scope.kind == ScopeKind::Function {
            let fresh = |name: &str| !scope.params.iter().any(|param| param == name);
            let touched = |symbol: &&Symbol| symbol.usage & usage::TOUCHED != 0;
            let plain = scope.symbols.iter().filter(|symbol| symbol.place == Place::Local).filter(touched);
            locals.extend(plain.map(|symbol| &symbol.name).filter(|name| fresh(name)).cloned());
            locals.extend(scope.cells().into_iter().filter(|name| fresh(name)).map(String::from));
        }
        if scope.needs_class_cell {
            locals.push("__class__".into());
        }
        let is_cell =
            |name: &str| scope.needs_class_cell || scope.symbol(name).is_some_and(|symbol| symbol.place == Place::Cell);
        let cells = (0..).zip(&locals).filter(|(_, name)| is_cell(name)).map(|(reg, _)| reg).collect();
        Layout { cells, free: scope.free().into_iter().map(String::from).collect(), locals }
    }

    fn registers(&self) -> BTreeMap<String, Reg> {
        self.locals.iter().chain(&self.free).cloned().zip(0..).collect()
    }
}

/// Parameters are bound at the entry.
fn bound_at_entry(scope: &Scope) -> BoundSet {
    let mut bound = BoundSet::default();
    (0..).zip(&scope.params).for_each(|(reg, _)| bound.insert(reg));
    bound
}

/// Locals that may be emptied somewhere.
fn fragile(scope: &Scope, registers: &BTreeMap<String, Reg>) -> BoundSet {
    let mut fragile = BoundSet::default();
    let deleted = scope.symbols.iter().filter(|symbol| symbol.usage & usage::DELETED != 0);
    deleted.filter_map(|symbol| registers.get(&symbol.name)).for_each(|reg| fragile.insert(*reg));
    fragile
}

impl<'a> Emitter<'a> {
    /// An emitter for the code of a block. Cells are made before anything else.
    pub(super) fn new(cx: &'a Context<'a>, scope: ScopeId, unit: Unit<'a>) -> Self {
        let block = cx.table.scope(scope);
        let layout = Layout::new(block);
        let registers = layout.registers();
        let first_temp = (layout.locals.len() + layout.free.len()) as u32;
        let at = Range { line: unit.first_line, col: 0, end_line: unit.first_line, end_col: 0 };
        let b = Builder::new(first_temp, at, bound_at_entry(block), fragile(block, &registers));
        let mut emitter = Emitter { cx, scope, unit, b, blocks: Vec::new(), registers };
        for reg in layout.cells {
            emitter.b.emit(Instr::MakeCell { reg });
        }
        emitter
    }

    /// The finished code object.
    pub(super) fn finish(self) -> Res<Code> {
        let Emitter { cx, scope, unit, b, .. } = self;
        let block = cx.table.scope(scope);
        let built = b.finish().unwrap_or_else(|what| {
            let place = syntax::Range { start_line: unit.first_line, end_line: unit.first_line, ..Default::default() };
            refuse_size(cx, &unit, what, place);
            crate::build::Built::default()
        });
        let layout = Layout::new(block);
        Ok(Code {
            flags: flags(block, &unit, cx.options.hidden),
            name: unit.name,
            qualname: unit.qualname,
            filename: cx.filename.into(),
            first_line: unit.first_line,
            doc: unit.doc,
            params: unit.counts,
            first_temp: (layout.locals.len() + layout.free.len()) as Reg,
            locals: layout.locals,
            cells: layout.cells,
            free: layout.free,
            registers: built.registers,
            instrs: built.instrs,
            anchors: if cx.options.hidden { Vec::new() } else { anchors(&cx.lines, &built.ranges) },
            ranges: built.ranges,
            handlers: built.handlers,
            consts: built.consts,
            names: built.names,
        })
    }

    /// Notes that the code grows too long at `range`.
    pub(super) fn refuse_size(&self, range: syntax::Range) {
        refuse_size(self.cx, &self.unit, "instructions", range);
    }

    /// The finished code object as a constant of the code around.
    pub(super) fn finish_const(self) -> Res<bytecode::Const> {
        Ok(bytecode::Const::Code(Rc::new(self.finish()?)))
    }

    /// The qualified name of what is called `name` in this code. `mangled` is the name as a symbol.
    pub(super) fn qualify(&self, name: &str, mangled: &str) -> String {
        let explicit = self.scope().symbol(mangled).is_some_and(|symbol| symbol.place == Place::GlobalExplicit);
        match self.unit.kind {
            UnitKind::Module => name.into(),
            _ if explicit => name.into(),
            UnitKind::Class | UnitKind::Comprehension => format!("{}.{name}", self.unit.qualname),
            _ => format!("{}.<locals>.{name}", self.unit.qualname),
        }
    }
}

/// Notes that a code object needs too many of `what`.
fn refuse_size(cx: &Context, unit: &Unit, what: &str, range: syntax::Range) {
    let message = format!("{} needs more than {LIMIT} {what}; split it into smaller functions", unit.qualname);
    cx.refused.borrow_mut().get_or_insert(refusal("code of that size", range, message));
}

/// The flags of a code object (`compute_code_flags` of CPython's `Python/compile.c`).
fn flags(block: &Scope, unit: &Unit, hidden: bool) -> Flags {
    let kind = match block.kind {
        ScopeKind::Module => Flags::MODULE,
        ScopeKind::Class => Flags::CLASS_BODY,
        ScopeKind::Function => match (block.generator, block.coroutine) {
            (true, true) => Flags::ASYNC_GENERATOR,
            (true, false) => Flags::GENERATOR,
            (false, true) => Flags::COROUTINE,
            (false, false) => 0,
        },
    };
    Flags(kind | unit.flags | if hidden { Flags::HIDDEN } else { 0 })
}
