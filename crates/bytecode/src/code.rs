//! Code objects: what the compiler makes, a pack holds and the vm loads.

use crate::{Instr, Reg, Target};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A piece of source: lines from 1, columns in UTF-8 bytes from 0, the end exclusive. As in
/// CPython's `co_positions` (PEP 657).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Range {
    /// First line; 0 if the instruction has no place.
    pub line: u32,
    /// First column.
    pub col: u32,
    /// Last line.
    pub end_line: u32,
    /// The column after the last.
    pub end_col: u32,
}

/// Which part of an instruction's stretch of source a traceback stresses: the operator of a binary expression, or the
/// brackets of a subscript (Python/traceback.c `extract_anchors_from_expr`). In characters from the stretch's start.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Anchors {
    /// The instruction.
    pub at: Target,
    /// The first character.
    pub start: u32,
    /// The one after the last.
    pub end: u32,
}

/// A constant.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub enum Const {
    /// `None`
    None,
    /// `True` or `False`
    Bool(bool),
    /// `...`
    Ellipsis,
    /// An int that fits.
    Int(i64),
    /// Any other int, in decimal.
    BigInt(String),
    /// A float.
    Float(f64),
    /// A str.
    Str(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A tuple of constants.
    Tuple(Vec<Const>),
    /// A frozenset of constants (for `x in {1, 2}`).
    FrozenSet(Vec<Const>),
    /// A function's, class body's or comprehension's code.
    Code(Rc<Code>),
}

/// What kind of function a code object makes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Flags(pub u16);

impl Flags {
    /// Has a `*args` parameter.
    pub const VARARGS: u16 = 1;
    /// Has a `**kwargs` parameter.
    pub const VARKEYWORDS: u16 = 2;
    /// A call makes a generator.
    pub const GENERATOR: u16 = 4;
    /// A call makes a coroutine.
    pub const COROUTINE: u16 = 8;
    /// A call makes an async generator.
    pub const ASYNC_GENERATOR: u16 = 16;
    /// A class body: names are looked up in its namespace.
    pub const CLASS_BODY: u16 = 32;
    /// A module body.
    pub const MODULE: u16 = 64;
    /// The machine's own helper: no traceback shows it, no step of it is counted as the program's.
    pub const HIDDEN: u16 = 128;
    /// A generator that may be awaited (`types.coroutine`).
    pub const ITERABLE_COROUTINE: u16 = 256;

    /// True if any bit of `flag` is set.
    pub fn has(self, flag: u16) -> bool {
        self.0 & flag != 0
    }

    /// True if a call makes an object that holds the frame instead of running it.
    pub fn is_suspendable(self) -> bool {
        self.has(Self::GENERATOR | Self::COROUTINE | Self::ASYNC_GENERATOR)
    }
}

/// How many parameters of each kind there are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct ParamCounts {
    /// Positional ones, positional-only included.
    pub positional: u16,
    /// How many of these are positional-only.
    pub positional_only: u16,
    /// Keyword-only ones.
    pub keyword_only: u16,
}

/// An entry of the exception table. Inner handlers stand before outer ones.
///
/// When an exception reaches an instruction in `start..end`, the vm drops the temporaries from
/// `drop_from` on, cuts the frame's stack of handled exceptions to `depth`, pushes the exception
/// there, stores it in `reg` and goes on at `handler`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Handler {
    /// First instruction covered.
    pub start: Target,
    /// The one after the last.
    pub end: Target,
    /// Where the handler begins.
    pub handler: Target,
    /// Where the exception is put.
    pub reg: Reg,
    /// First temporary to be dropped (those below belong to enclosing constructs).
    pub drop_from: Reg,
    /// How many exceptions the frame is handling around this entry.
    pub depth: u16,
}

/// A code object.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Code {
    /// `co_name`
    pub name: String,
    /// `co_qualname`
    pub qualname: String,
    /// `co_filename`, as tracebacks show it.
    pub filename: String,
    /// The line of `def`, `class`, or 1 for a module; with decorators that of the first.
    pub first_line: u32,
    /// The docstring.
    pub doc: Option<String>,
    /// What a call makes.
    pub flags: Flags,
    /// Parameters. Registers: positional, keyword-only, `*args`, `**kwargs`.
    pub params: ParamCounts,
    /// Names of the local registers, parameters first; cell variables are among them.
    pub locals: Vec<String>,
    /// Which local registers become cells.
    pub cells: Vec<Reg>,
    /// Names of the free variables; their cells stand in the registers after the locals.
    pub free: Vec<String>,
    /// The first temporary: `locals.len() + free.len()`.
    pub first_temp: Reg,
    /// How many registers a frame has.
    pub registers: Reg,
    /// The instructions.
    pub instrs: Vec<Instr>,
    /// One range an instruction.
    pub ranges: Vec<Range>,
    /// What tracebacks stress, for the instructions that have such a part; in their order.
    pub anchors: Vec<Anchors>,
    /// The exception table, inner entries first.
    pub handlers: Vec<Handler>,
    /// Constants.
    pub consts: Vec<Const>,
    /// Names of globals and attributes.
    pub names: Vec<String>,
}

impl Code {
    /// How many registers parameters take, `*args` and `**kwargs` included.
    pub fn parameters(&self) -> usize {
        let named = self.params.positional + self.params.keyword_only;
        named as usize + usize::from(self.flags.has(Flags::VARARGS)) + usize::from(self.flags.has(Flags::VARKEYWORDS))
    }

    /// The register of a free variable's cell.
    pub fn free_reg(&self, index: usize) -> Reg {
        (self.locals.len() + index) as Reg
    }

    /// Whether a module's or class's body binds this name somewhere.
    pub fn binds(&self, name: &str) -> bool {
        let is_name = |n: u16| self.names[usize::from(n)] == name;
        let stores = |instr: &Instr| match *instr {
            Instr::StoreGlobal { name, .. } | Instr::StoreName { name, .. } => is_name(name),
            _ => false,
        };
        self.instrs.iter().any(stores)
    }

    /// The range of the instruction at `pc`.
    pub fn range(&self, pc: usize) -> Range {
        self.ranges.get(pc).copied().unwrap_or_default()
    }

    /// What a traceback stresses of the instruction at `pc`: start and end, in characters from its stretch's start.
    pub fn anchors(&self, pc: usize) -> Option<(usize, usize)> {
        let found = self.anchors.binary_search_by_key(&(pc as Target), |anchors| anchors.at).ok()?;
        let Anchors { start, end, .. } = self.anchors[found];
        Some((start as usize, end as usize))
    }

    /// The handler for an exception raised at `pc`.
    pub fn handler_for(&self, pc: usize) -> Option<&Handler> {
        let pc = pc as Target;
        self.handlers.iter().find(|h| h.start <= pc && pc < h.end)
    }

    /// The same without positions and docstrings, nested functions included: for code that no traceback shows.
    pub fn without_positions(mut self) -> Code {
        self.ranges.clear();
        self.anchors.clear();
        self.doc = None;
        for constant in &mut self.consts {
            if let Const::Code(code) = constant {
                *code = Rc::new((**code).clone().without_positions());
            }
        }
        self
    }
}
