//! Augmented assignments: the target's parts are evaluated once.

use super::expr::binary_op;
use super::{Dest, Emitter};
use crate::error::Res;
use bytecode::{Instr, Reg};
use syntax::ast::{Expr, ExprKind, Operator};

impl<'a> Emitter<'a> {
    /// `target op= value`
    pub(super) fn aug_assign(&mut self, target: &'a Expr, op: Operator, value: &'a Expr) -> Res {
        let mark = self.b.regs.mark();
        match &target.kind {
            ExprKind::Name { id } => {
                self.check_name(id, "assign to", target.range)?;
                let a = self.operand(target, &[value])?;
                let b = self.operand(value, &[])?;
                let local = self.local(id);
                let dst = self.settle(mark, local.map_or(Dest::Temp, Dest::Local));
                self.b.emit(Instr::Inplace { op: binary_op(op), dst, a, b });
                match local {
                    Some(reg) => self.b.set_bound(reg),
                    None => self.within(target.range, |s| {
                        s.store_name(id, dst);
                        Ok(())
                    })?,
                }
            }
            ExprKind::Attribute { value: obj, attr } => {
                self.check_name(&attr.name, "assign to", target.range)?;
                let kept = self.operand(obj, &[value])?;
                let obj = self.doubled(kept);
                let name = self.attr_name(attr);
                let at = Self::target_range(target);
                let a = self.take_for(obj);
                self.b.emit_at(at, Instr::LoadAttr { dst: a, obj, name });
                let src = self.operated(op, a, value)?;
                self.b.emit_at(at, Instr::StoreAttr { obj: kept, name, src });
            }
            ExprKind::Subscript { value: obj, slice } => {
                let kept = self.operand(obj, &[slice, value])?;
                let kept_key = self.operand(slice, &[value])?;
                let (obj, key) = (self.doubled(kept), self.doubled(kept_key));
                let at = Self::target_range(target);
                let a = self.b.regs.take();
                self.b.emit_at(at, Instr::Subscript { dst: a, obj, key });
                let src = self.operated(op, a, value)?;
                self.b.emit_at(at, Instr::StoreSubscript { obj: kept, key: kept_key, src });
            }
            _ => unreachable!("the parser allows nothing else as a target"),
        }
        self.b.regs.release(mark);
        Ok(())
    }

    /// A register to be read besides `reg`, which stays.
    fn doubled(&mut self, reg: Reg) -> Reg {
        if self.is_local(reg) {
            return reg;
        }
        let copy = self.b.regs.take();
        self.b.emit(Instr::Copy { dst: copy, src: reg });
        copy
    }

    /// A temporary for what an instruction that consumes `reg` gives.
    fn take_for(&mut self, reg: Reg) -> Reg {
        match self.is_local(reg) {
            true => self.b.regs.take(),
            false => reg,
        }
    }

    /// `a op= value`, in the place of `a`.
    fn operated(&mut self, op: Operator, a: Reg, value: &'a Expr) -> Res<Reg> {
        let b = self.operand(value, &[])?;
        self.b.emit(Instr::Inplace { op: binary_op(op), dst: a, a, b });
        Ok(a)
    }
}
