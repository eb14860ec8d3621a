//! `yield`, `yield from` and `await`.

use super::unit::UnitKind;
use super::{Dest, Emitter};
use crate::error::Res;
use crate::symtable::ScopeKind;
use bytecode::{Const, Instr, Reg};
use syntax::ast::Expr;

impl<'a> Emitter<'a> {
    /// `yield value`
    pub(super) fn yield_(&mut self, expr: &'a Expr, value: Option<&'a Expr>, dest: Dest) -> Res<Reg> {
        self.check_yield(expr)?;
        let mark = self.b.regs.mark();
        let src = match value {
            Some(value) => self.operand(value, &[])?,
            None => self.constant(Const::None, Dest::Temp),
        };
        let dst = self.settle(mark, dest);
        self.b.emit(Instr::Yield { dst, src });
        Ok(dst)
    }

    /// `yield from value`
    pub(super) fn yield_from(&mut self, expr: &'a Expr, value: &'a Expr, dest: Dest) -> Res<Reg> {
        self.check_yield(expr)?;
        if self.unit.kind == UnitKind::AsyncFunction {
            return self.error(expr.range, "'yield from' inside async function");
        }
        let mark = self.b.regs.mark();
        let src = self.operand(value, &[])?;
        let iter = self.settle(mark, Dest::Temp);
        self.b.emit(Instr::GetYieldFromIter { dst: iter, src });
        Ok(self.delegate(iter, dest))
    }

    /// `await value`
    pub(super) fn await_(&mut self, expr: &'a Expr, value: &'a Expr, dest: Dest) -> Res<Reg> {
        if self.scope().kind != ScopeKind::Function {
            return self.error(expr.range, "'await' outside function");
        }
        if !matches!(self.unit.kind, UnitKind::AsyncFunction | UnitKind::Comprehension) {
            return self.error(expr.range, "'await' outside async function");
        }
        let mark = self.b.regs.mark();
        let src = self.operand(value, &[])?;
        self.b.regs.release(mark);
        Ok(self.await_value(src, dest))
    }

    /// Awaits what stands in `src`, whose temporary is given back already.
    pub(super) fn await_value(&mut self, src: Reg, dest: Dest) -> Reg {
        let iter = self.b.regs.take();
        self.b.emit(Instr::GetAwaitable { dst: iter, src });
        self.delegate(iter, dest)
    }

    /// Delegates to the iterator in the last temporary taken.
    pub(super) fn delegate(&mut self, iter: Reg, dest: Dest) -> Reg {
        let dst = self.settle(iter, dest);
        self.b.emit(Instr::YieldFrom { dst, iter });
        dst
    }

    fn check_yield(&self, expr: &Expr) -> Res {
        match self.scope().kind {
            ScopeKind::Function => Ok(()),
            _ => self.error(expr.range, "'yield' outside function"),
        }
    }
}
