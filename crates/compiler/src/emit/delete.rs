//! `del`.

use super::expr::attr_range;
use super::Emitter;
use crate::error::Res;
use bytecode::Instr;
use syntax::ast::{Expr, ExprKind};

impl<'a> Emitter<'a> {
    /// `del target`
    pub(super) fn delete(&mut self, target: &'a Expr) -> Res {
        self.within(target.range, |s| s.delete_within(target))
    }

    fn delete_within(&mut self, target: &'a Expr) -> Res {
        let mark = self.b.regs.mark();
        match &target.kind {
            ExprKind::Name { id } => {
                self.check_name(id, "delete", target.range)?;
                self.delete_name(id);
            }
            ExprKind::Attribute { value, attr } => {
                self.check_name(&attr.name, "delete", target.range)?;
                let obj = self.operand(value, &[])?;
                let name = self.attr_name(attr);
                let at = attr_range(self.b.at, target, attr);
                self.b.emit_at(at, Instr::DelAttr { obj, name });
            }
            ExprKind::Subscript { value, slice } => {
                let obj = self.operand(value, &[slice])?;
                let key = self.operand(slice, &[])?;
                self.b.emit(Instr::DelSubscript { obj, key });
            }
            ExprKind::Tuple { elts } | ExprKind::List { elts } => elts.iter().try_for_each(|elt| self.delete(elt))?,
            _ => unreachable!("the parser allows nothing else as a target"),
        }
        self.b.regs.release(mark);
        Ok(())
    }
}
