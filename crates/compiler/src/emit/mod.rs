//! Tree to instructions. One [`Emitter`] writes one code object; functions, class bodies and
//! comprehensions in it have emitters of their own.
//!
//! # Registers
//! The result of an expression that is asked for as a temporary stands at the first free register
//! when the expression began, so that the parts of a call or display come to stand side by side.
//! A local is used as an operand where it stands, unless a later part of the same expression may
//! bind it anew (`:=`).

mod annotation;
mod assign;
mod augment;
mod block;
mod bool_op;
mod call;
mod class;
mod comprehension;
mod delete;
mod display;
mod expr;
mod fstring;
mod function;
mod import;
mod loops;
mod name;
mod operand;
mod percent;
mod stmt;
mod suspend;
mod try_;
mod unit;
mod warning;
mod with_;

use crate::build::Builder;
use crate::error::{refusal, CompileError, Refusal, Res, SourceLines};
use crate::future::{future, Future};
use crate::symtable::{Scope, ScopeId, SymbolTable};
use crate::{place, Compiled, Options, SyntaxWarning};
use block::Block;
use bytecode::Reg;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use syntax::ast::Module;
use unit::{Unit, UnitKind};

/// What all emitters of a program share.
struct Context<'a> {
    table: SymbolTable,
    lines: SourceLines<'a>,
    filename: &'a str,
    options: Options,
    future: Future,
    /// The first thing that is not supported: it counts once no SyntaxError is left to be found.
    refused: RefCell<Option<Refusal>>,
    /// How many statements were written, all copies of `finally` bodies counted.
    written: Cell<usize>,
    warnings: RefCell<Vec<SyntaxWarning>>,
}

/// Where the value of an expression goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dest {
    /// To the next free temporary.
    Temp,
    /// To a local.
    Local(Reg),
}

/// Writes one code object.
struct Emitter<'a> {
    cx: &'a Context<'a>,
    scope: ScopeId,
    unit: Unit<'a>,
    b: Builder,
    /// The constructs around the present place that must be left in order, the innermost last.
    blocks: Vec<Block<'a>>,
    /// Registers of locals, cells and free variables by mangled name.
    registers: BTreeMap<String, Reg>,
}

/// Compiles a program.
pub(crate) fn module(module: &Module, source: &str, filename: &str, options: Options) -> Res<Compiled> {
    let lines = SourceLines::new(source);
    let future = future(module, &lines)?;
    let table = SymbolTable::build(module, &lines, future.annotations)?;
    let cx = Context {
        table,
        lines,
        filename,
        options,
        future,
        refused: RefCell::new(None),
        written: Cell::new(0),
        warnings: Default::default(),
    };
    let unit = Unit {
        kind: UnitKind::Module,
        name: "<module>".into(),
        qualname: "<module>".into(),
        first_line: 1,
        private: None,
        doc: None,
        counts: Default::default(),
        flags: 0,
    };
    let mut emitter = Emitter::new(&cx, SymbolTable::MODULE, unit);
    emitter.module_body(&module.body)?;
    let code = emitter.finish()?;
    match cx.refused.into_inner() {
        Some(refusal) => Err(Box::new(CompileError::Refused(refusal))),
        None => Ok(Compiled { code, warnings: cx.warnings.into_inner() }),
    }
}

impl<'a> Emitter<'a> {
    /// The block that is being written.
    fn scope(&self) -> &'a Scope {
        self.cx.table.scope(self.scope)
    }

    /// Runs `write` with `range` as the stretch of source of what it writes.
    fn within<T>(&mut self, range: syntax::Range, write: impl FnOnce(&mut Self) -> Res<T>) -> Res<T> {
        let outer = std::mem::replace(&mut self.b.at, place(range));
        let result = write(self);
        self.b.at = outer;
        result
    }

    /// A SyntaxError at `range`.
    fn error<T>(&self, range: syntax::Range, message: impl Into<String>) -> Res<T> {
        Err(self.cx.lines.error(range, message))
    }

    /// Notes that `feature` is not supported, if nothing was noted before.
    fn refuse(&self, feature: &'static str, range: syntax::Range, message: &str) {
        self.cx.refused.borrow_mut().get_or_insert_with(|| refusal(feature, range, message));
    }
}
