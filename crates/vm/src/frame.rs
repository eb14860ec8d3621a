//! Frames: one activation of Python code each, on the heap, never on the host's stack.

use crate::value::{Ref, Value};
use bytecode::{Code, Reg};
use std::fmt;
use std::rc::Rc;

/// A code object whose constants and names are values of one heap.
pub struct Loaded {
    /// The code.
    pub code: Rc<Code>,
    /// Its constants as values; functions' codes are code objects.
    pub consts: Vec<Value>,
    /// Its names, interned.
    pub names: Vec<Ref>,
    /// Names of its locals and free variables, interned.
    pub locals: Vec<Ref>,
    /// Which of the machine's files it comes from; 0 is the program. `u16::MAX` for the machine's own code.
    pub file: u16,
    /// Nanoseconds each instruction costs.
    pub costs: Vec<u32>,
    /// Nanoseconds a call costs in place of all that it runs: for the twin of an overlay.
    pub price: Option<u32>,
}

impl fmt::Debug for Loaded {
    /// Names the code only: the instructions' own texts would be a part of the download, for no user to see.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Loaded").field("code", &self.code.qualname).finish_non_exhaustive()
    }
}

impl Loaded {
    /// True for the library's code and the machine's own helpers.
    pub(crate) fn is_library(&self) -> bool {
        self.file == u16::MAX
    }

    pub(crate) fn each(&self, see: &mut dyn FnMut(Value)) {
        self.consts.iter().for_each(|&v| see(v));
        self.names.iter().chain(&self.locals).for_each(|&r| see(r.into()));
    }
}

/// What a frame that waits for a callee does with the result.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pending {
    /// It is not waiting.
    Nothing,
    /// Stores the value.
    Store(Reg),
    /// Stores the value, once the registers of the call are let go of. Before 3.11 the caller holds a call's arguments until it
    /// is over (Python/ceval.c `call_function`); since then the callee takes them.
    StoreAfter {
        /// Where the value goes.
        dst: Reg,
        /// The call's first register, the callee's.
        base: Reg,
        /// How many there are.
        count: u16,
    },
    /// Drops the value.
    Discard,
    /// `for`: stores the item, or drops the iterator and jumps.
    ForIter {
        /// Where the item goes.
        dst: Reg,
        /// The iterator.
        iter: Reg,
        /// Where the loop ends.
        to: u16,
    },
    /// Delegates: yields what the callee yields; its end is stored.
    YieldFrom {
        /// Where the value goes.
        dst: Reg,
        /// The iterator.
        iter: Reg,
    },
    /// A truth test.
    Jump {
        /// Jumps if the truth is this.
        when: bool,
        /// Where to.
        to: u16,
    },
    /// Stores the value; then the same instruction runs again on it.
    StoreAndRepeat(Reg),
    /// A comparison whose truth decides its opposite: `not in`.
    StoreNot(Reg),
}

/// Whose frame it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Owner {
    /// A call's.
    Call,
    /// A generator's, coroutine's or async generator's.
    Generator(Ref),
}

/// One activation of Python code.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The code.
    pub loaded: Rc<Loaded>,
    /// The code object. Counted, as are all values here.
    pub code: Ref,
    /// Registers: locals, free cells, temporaries.
    pub regs: Vec<Value>,
    /// The next instruction.
    pub pc: usize,
    /// The globals dict.
    pub globals: Ref,
    /// A class body's namespace.
    pub namespace: Option<Ref>,
    /// The function, or unset for a module or class body.
    pub function: Value,
    /// The exceptions being handled, innermost last.
    pub handled: Vec<Value>,
    /// What it does with a callee's result.
    pub pending: Pending,
    /// Whose it is.
    pub owner: Owner,
    /// Its frame object, if a traceback or the program has asked for it.
    pub object: Option<Ref>,
    /// Its work is paid for by a price: neither its instructions nor what it calls of the library cost anything more.
    pub covered: bool,
    /// Its row of the picture: an outermost call of plain code in which the thread has parked.
    pub row: Option<abi::RowId>,
}

impl Frame {
    /// Shows every value the frame refers to, in the order in which it lets go of them: locals forward.
    pub fn each(&self, see: &mut dyn FnMut(Value)) {
        // Variables that are cells, but for parameters, come after the others (Objects/codeobject.c: the order of
        // `co_localsplusnames`).
        let cells = &self.loaded.code.cells;
        let late = |reg: usize| reg >= self.loaded.code.parameters() && cells.contains(&(reg as Reg));
        let locals = self.loaded.code.locals.len();
        (0..locals).filter(|&reg| !late(reg)).for_each(|reg| see(self.regs[reg]));
        (0..locals).filter(|&reg| late(reg)).for_each(|reg| see(self.regs[reg]));
        self.regs[locals..].iter().for_each(|&v| see(v));
        self.handled.iter().for_each(|&v| see(v));
        see(self.function);
        if let Some(n) = self.namespace {
            see(n.into());
        }
        see(self.globals.into());
        see(self.code.into());
        if let Some(o) = self.object {
            see(o.into());
        }
        if let Owner::Generator(g) = self.owner {
            see(g.into());
        }
    }

    /// The instruction that runs or waits: the one before `pc`.
    pub fn at(&self) -> usize {
        self.pc.saturating_sub(1)
    }

    /// The line it stands at; 0 if unknown.
    pub fn line(&self) -> u32 {
        self.loaded.code.range(self.at()).line
    }

    /// True for the machine's own helpers, which no traceback shows.
    pub fn is_hidden(&self) -> bool {
        self.loaded.code.flags.has(bytecode::Flags::HIDDEN)
    }
}
