//! Reading and writing registers, with counts.

use crate::cx::Cx;
use crate::frame::Frame;
use crate::value::Value;
use bytecode::Reg;

impl Frame {
    /// The value in a register, as it is.
    #[inline(always)]
    pub(crate) fn peek(&self, reg: Reg) -> Value {
        self.regs[reg as usize]
    }

    /// Consumes a temporary that holds no object.
    #[inline(always)]
    pub(crate) fn consume_plain(&mut self, reg: Reg) {
        if self.is_temp(reg) {
            self.regs[reg as usize] = Value::UNSET;
        }
    }

    fn is_temp(&self, reg: Reg) -> bool {
        reg >= self.loaded.code.first_temp
    }
}

impl Cx<'_> {
    /// Writes a register, drops what it held.
    #[inline(always)]
    pub(crate) fn set(&mut self, f: &mut Frame, reg: Reg, v: Value) {
        self.vm.heap.inc(v);
        let old = std::mem::replace(&mut f.regs[reg as usize], v);
        self.vm.heap.dec(old);
    }

    /// Empties a register.
    #[inline(always)]
    pub(crate) fn clear(&mut self, f: &mut Frame, reg: Reg) {
        let old = std::mem::replace(&mut f.regs[reg as usize], Value::UNSET);
        self.vm.heap.dec(old);
    }

    /// Reads an operand: a temporary is consumed. The value lives until the next instruction at least.
    #[inline(always)]
    pub(crate) fn take(&mut self, f: &mut Frame, reg: Reg) -> Value {
        let v = f.regs[reg as usize];
        if f.is_temp(reg) {
            f.regs[reg as usize] = Value::UNSET;
            self.vm.heap.dec(v);
        }
        v
    }

    /// Reads `count` temporaries from `base` on and consumes them.
    pub(crate) fn take_range(&mut self, f: &mut Frame, base: Reg, count: usize) -> crate::native::Args {
        let base = base as usize;
        let values = crate::native::Args::from_slice(&f.regs[base..base + count]);
        for reg in base..base + count {
            let v = std::mem::replace(&mut f.regs[reg], Value::UNSET);
            self.vm.heap.dec(v);
        }
        values
    }
}
