//! The instructions. Each is eight bytes: an opcode and at most three 16-bit operands.

use serde::{Deserialize, Serialize};

/// A register of the frame.
pub type Reg = u16;

/// The index of an instruction in its code object.
pub type Target = u16;

/// "No register" where an operand is optional.
pub const NO_REG: Reg = u16::MAX;

/// Binary arithmetic, in the order of CPython's `NB_*` (Include/opcode.h).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[repr(u8)]
#[allow(missing_docs, reason = "the names are Python's operators")]
pub enum BinOp {
    Add,
    Sub,
    Mul,
    MatMul,
    Div,
    FloorDiv,
    Mod,
    Pow,
    LShift,
    RShift,
    And,
    Or,
    Xor,
}

/// Comparisons.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[repr(u8)]
#[allow(missing_docs, reason = "the names are Python's operators")]
pub enum CmpOp {
    Lt,
    Le,
    Eq,
    Ne,
    Gt,
    Ge,
    In,
    NotIn,
    Is,
    IsNot,
}

/// Unary operators.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[repr(u8)]
#[allow(missing_docs, reason = "the names are Python's operators")]
pub enum UnOp {
    Neg,
    Pos,
    Invert,
    Not,
}

/// An f-string's conversion.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[repr(u8)]
pub enum Conversion {
    /// None.
    None,
    /// `!s`
    Str,
    /// `!r`
    Repr,
    /// `!a`
    Ascii,
}

/// Objects that code needs without a name lookup.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[repr(u8)]
pub enum Common {
    /// `AssertionError`, for `assert`.
    AssertionError,
    /// `__build_class__`, for `class`.
    BuildClass,
}

/// Which of `MakeFunction`'s four registers are filled.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct MakeFlags(pub u8);

impl MakeFlags {
    /// `base`: a tuple of positional defaults.
    pub const DEFAULTS: u8 = 1;
    /// `base + 1`: a dict of keyword-only defaults.
    pub const KW_DEFAULTS: u8 = 2;
    /// `base + 2`: a dict of annotations.
    pub const ANNOTATIONS: u8 = 4;
    /// `base + 3`: a tuple of cells, in the order of `Code::free`.
    pub const CLOSURE: u8 = 8;

    /// True if `flag` is set.
    pub fn has(self, flag: u8) -> bool {
        self.0 & flag != 0
    }
}

#[allow(missing_docs, reason = "the fields are named in each variant's line")]
/// One instruction. `dst` is written; other registers are read (see the crate's rules on temporaries).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Instr {
    /// Nothing (keeps a line for the eye of the traceback).
    Nop,
    /// `dst = consts[k]`
    Const { dst: Reg, k: u16 },
    /// `dst = src`
    Move { dst: Reg, src: Reg },
    /// `dst = src`, and a temporary `src` is kept.
    Copy { dst: Reg, src: Reg },
    /// Drops what a temporary holds.
    Drop { reg: Reg },
    /// Raises UnboundLocalError if the local is unset.
    CheckBound { reg: Reg },
    /// `del` of a local; UnboundLocalError if it is unset.
    DelLocal { reg: Reg },
    /// `dst = names[name]` from globals, then builtins.
    LoadGlobal { dst: Reg, name: u16 },
    /// Stores into globals. Module bodies use these too: their locals are their globals.
    StoreGlobal { name: u16, src: Reg },
    /// Deletes from globals.
    DelGlobal { name: u16 },
    /// A class body's load: its namespace, then globals, then builtins.
    LoadName { dst: Reg, name: u16 },
    /// A class body's store.
    StoreName { name: u16, src: Reg },
    /// A class body's delete.
    DelName { name: u16 },
    /// A class body's load of a free variable: its namespace first, then the cell.
    LoadClassDeref { dst: Reg, name: u16, cell: Reg },
    /// Puts a new cell, holding the register's value (if any), into the register.
    MakeCell { reg: Reg },
    /// `dst =` the cell's content; NameError or UnboundLocalError if it is empty.
    LoadDeref { dst: Reg, cell: Reg },
    /// Stores into the cell.
    StoreDeref { cell: Reg, src: Reg },
    /// Empties the cell; an error if it is empty.
    DelDeref { cell: Reg },
    /// `dst = obj.name`
    LoadAttr { dst: Reg, obj: Reg, name: u16 },
    /// `dst, dst + 1 =` function and self, or the attribute and unset: for a [`Instr::Call`] with base `dst`.
    LoadMethod { dst: Reg, obj: Reg, name: u16 },
    /// `obj.name = src`
    StoreAttr { obj: Reg, name: u16, src: Reg },
    /// `del obj.name`
    DelAttr { obj: Reg, name: u16 },
    /// `dst = obj[key]`
    Subscript { dst: Reg, obj: Reg, key: Reg },
    /// `obj[key] = src`
    StoreSubscript { obj: Reg, key: Reg, src: Reg },
    /// `del obj[key]`
    DelSubscript { obj: Reg, key: Reg },
    /// `dst = slice(base, base + 1, base + 2)`
    BuildSlice { dst: Reg, base: Reg },
    /// `dst = a op b`
    Binary { op: BinOp, dst: Reg, a: Reg, b: Reg },
    /// `dst = a`, changed by `op= b` in place where its type can.
    Inplace { op: BinOp, dst: Reg, a: Reg, b: Reg },
    /// `dst = a op b`, not always a bool.
    Compare { op: CmpOp, dst: Reg, a: Reg, b: Reg },
    /// `dst = op a`
    Unary { op: UnOp, dst: Reg, a: Reg },
    /// Goes to a later instruction.
    Jump { to: Target },
    /// Goes to an earlier instruction: a point of the eval breaker.
    JumpBack { to: Target },
    /// Goes on at `to` if `cond` is true.
    JumpIf { cond: Reg, to: Target },
    /// Goes on at `to` if `cond` is false.
    JumpIfNot { cond: Reg, to: Target },
    /// As `JumpIf`, but `cond` is kept (for `or`).
    JumpIfPeek { cond: Reg, to: Target },
    /// As `JumpIfNot`, but `cond` is kept (for `and` and chained comparisons).
    JumpIfNotPeek { cond: Reg, to: Target },
    /// `dst = base(...)`: the callable in `base`, self or unset in `base + 1` (unset for a plain
    /// call), `argc` arguments from `base + 2`.
    Call { argc: u8, dst: Reg, base: Reg },
    /// As `Call`; the last arguments are keywords, named by the tuple of strings `consts[names]`.
    CallKw { argc: u8, dst: Reg, base: Reg, names: u16 },
    /// `dst = base(*args, **kwargs)`: callable in `base`, self or unset in `base + 1`, a tuple (or any iterable)
    /// in `base + 2`, a dict or unset in `base + 3` (a register of the frame in any case).
    CallEx { dst: Reg, base: Reg },
    /// `dst = (base, …)`
    BuildTuple { dst: Reg, base: Reg, count: u16 },
    /// `dst = [base, …]`
    BuildList { dst: Reg, base: Reg, count: u16 },
    /// `dst = {base, …}`
    BuildSet { dst: Reg, base: Reg, count: u16 },
    /// `dst = {base: base + 1, …}` with `count` pairs.
    BuildDict { dst: Reg, base: Reg, count: u16 },
    /// Appends; the list is kept.
    ListAppend { list: Reg, src: Reg },
    /// Adds; the set is kept.
    SetAdd { set: Reg, src: Reg },
    /// `dict[key] = src`; the dict is kept. For displays and comprehensions.
    DictSet { dict: Reg, key: Reg, src: Reg },
    /// Extends by an iterable (`[*a]`, `f(*a)`); the list is kept.
    ListExtend { list: Reg, src: Reg },
    /// Adds all of an iterable; the set is kept.
    SetUpdate { set: Reg, src: Reg },
    /// `{**a}`; the dict is kept.
    DictUpdate { dict: Reg, src: Reg },
    /// `f(**a)`: as `DictUpdate`, but a key that is there already is a TypeError that names the
    /// callable in `func` (kept). The dict is kept.
    DictMerge { dict: Reg, src: Reg, func: Reg },
    /// `dst = tuple(src)` of a list that nobody else holds.
    ListToTuple { dst: Reg, src: Reg },
    /// `dst = format(conversion(src), spec)`; `spec` may be [`NO_REG`].
    FormatValue { conversion: Conversion, dst: Reg, src: Reg, spec: Reg },
    /// `dst = ''.join(base, …)`, all strings.
    BuildString { dst: Reg, base: Reg, count: u16 },
    /// Fills `base …` with the items of `src`; ValueError unless there are `count`.
    Unpack { base: Reg, src: Reg, count: u16 },
    /// Fills `base …` with `before` items, a list of the rest, and `after` items.
    UnpackEx { before: u8, base: Reg, src: Reg, after: u16 },
    /// `dst = iter(src)`
    GetIter { dst: Reg, src: Reg },
    /// `dst = next(iter)`, `iter` is kept; at its end drops `iter` and goes on at `to`.
    ForIter { dst: Reg, iter: Reg, to: Target },
    /// `dst =` a function of code `consts[code]`; see [`MakeFlags`]. Name and doc come from the code.
    MakeFunction { flags: MakeFlags, dst: Reg, code: u16, base: Reg },
    /// `dst =` a common object.
    LoadCommon { which: Common, dst: Reg },
    /// Leaves the frame with a value.
    Return { src: Reg },
    /// Yields `src` (wrapped, in an async generator); what is sent arrives in `dst`.
    Yield { dst: Reg, src: Reg },
    /// `dst =` what `yield from` may delegate to: a generator as it is, else `iter(src)`; a
    /// coroutine only within a coroutine.
    GetYieldFromIter { dst: Reg, src: Reg },
    /// `dst =` the awaitable's iterator (`__await__`), or TypeError.
    GetAwaitable { dst: Reg, src: Reg },
    /// Delegates to `iter` (kept while it goes on): yields what it yields, sends and throws into it; at its end
    /// `dst =` its value and `iter` is dropped.
    YieldFrom { dst: Reg, iter: Reg },
    /// `dst = src.__aiter__()`
    GetAIter { dst: Reg, src: Reg },
    /// `dst =` the awaitable's iterator of `iter.__anext__()`; `iter` is kept.
    GetANext { dst: Reg, iter: Reg },
    /// In the handler of an `async for`: if `exc` is StopAsyncIteration, forgets it (as [`Instr::PopExc`]),
    /// drops `iter` and goes on at `to`; else raises it again.
    EndAsyncFor { exc: Reg, iter: Reg, to: Target },
    /// `base =` the bound `__exit__`, `base + 1 = src.__enter__()`.
    WithEnter { base: Reg, src: Reg },
    /// `base =` the bound `__aexit__`, `base + 1 =` the awaitable's iterator of `src.__aenter__()`.
    AsyncWithEnter { base: Reg, src: Reg },
    /// `dst = exit(type, exc, tb)`, or `exit(None, None, None)` if `exc` is [`NO_REG`]. `exit` is
    /// consumed, `exc` is kept.
    WithExit { dst: Reg, exit: Reg, exc: Reg },
    /// As `WithExit`, but `dst =` the awaitable's iterator.
    AsyncWithExit { dst: Reg, exit: Reg, exc: Reg },
    /// `raise exc from cause`; either may be [`NO_REG`] (`raise` alone raises the handled exception again).
    Raise { exc: Reg, cause: Reg },
    /// Raises a handler's exception again, its traceback as it was.
    Reraise { exc: Reg },
    /// The innermost handled exception of this frame is handled.
    PopExc,
    /// `dst =` whether `exc` (kept) is an instance of the class or tuple in `types`.
    MatchExc { dst: Reg, exc: Reg, types: Reg },
    /// `dst = __import__(names[name], consts[fromlist], level)`
    Import { level: u8, dst: Reg, name: u16, fromlist: u16 },
    /// `dst =` an attribute of the module (kept), or ImportError.
    ImportFrom { dst: Reg, module: Reg, name: u16 },
    /// `from module import *` into globals.
    ImportStar { module: Reg },
    /// Makes sure that `__annotations__` is there (module and class bodies).
    SetupAnnotations,
}

impl Instr {
    /// Where the instruction may jump to.
    pub fn jump_target(&self) -> Option<Target> {
        match *self {
            Instr::Jump { to }
            | Instr::JumpBack { to }
            | Instr::JumpIf { to, .. }
            | Instr::JumpIfNot { to, .. }
            | Instr::JumpIfPeek { to, .. }
            | Instr::JumpIfNotPeek { to, .. }
            | Instr::ForIter { to, .. }
            | Instr::EndAsyncFor { to, .. } => Some(to),
            _ => None,
        }
    }

    /// Whether the instruction behind it may be the next.
    pub fn falls_through(&self) -> bool {
        !matches!(
            self,
            Instr::Jump { .. }
                | Instr::JumpBack { .. }
                | Instr::EndAsyncFor { .. }
                | Instr::Raise { .. }
                | Instr::Reraise { .. }
                | Instr::Return { .. }
        )
    }
}
