//! The registers of a code object while it is written: temporaries are a stack.

use bytecode::Reg;

/// Hands out temporaries. A construct notes [`Registers::mark`], takes what it needs, and gives
/// all of it back with [`Registers::release`]; so the result of an expression always stands at
/// the mark that held when it began, and the arguments of a call stand side by side.
#[derive(Debug)]
pub(crate) struct Registers {
    top: u32,
    high: u32,
}

impl Registers {
    /// Temporaries from `first` on.
    pub(crate) fn new(first: u32) -> Self {
        Registers { top: first, high: first }
    }

    /// The next temporary that will be handed out.
    pub(crate) fn mark(&self) -> Reg {
        self.top as Reg
    }

    /// Takes one temporary.
    pub(crate) fn take(&mut self) -> Reg {
        self.take_many(1)
    }

    /// Takes `count` temporaries side by side; the first of them is returned.
    pub(crate) fn take_many(&mut self, count: usize) -> Reg {
        let first = self.top;
        self.top += count as u32;
        self.high = self.high.max(self.top);
        first as Reg
    }

    /// Gives back all temporaries from `mark` on.
    pub(crate) fn release(&mut self, mark: Reg) {
        self.top = u32::from(mark);
    }

    /// How many registers the frame needs.
    pub(crate) fn needed(&self) -> u32 {
        self.high
    }
}
