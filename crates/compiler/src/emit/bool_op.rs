//! Truth: `and`, `or`, conditional expressions, chained comparisons, and jumps on conditions
//! (`compiler_jump_if` of CPython's `Python/compile.c`).

use super::expr::{compare_op, negatable};
use super::{Dest, Emitter};
use crate::build::Label;
use crate::error::Res;
use crate::fold::{fold, truth};
use crate::place;
use bytecode::{Instr, Reg};
use syntax::ast::{BoolOperator, CompareOperator, Expr, ExprKind, UnaryOperator};

impl<'a> Emitter<'a> {
    /// Jumps to `target` if the truth of `expr` is `wanted`, else goes on.
    pub(super) fn jump_if(&mut self, expr: &'a Expr, target: Label, wanted: bool) -> Res {
        match &expr.kind {
            ExprKind::UnaryOp { op: UnaryOperator::Not, operand } => match negatable(operand) {
                Some(_) => self.b.at = place(operand.range),
                None => return self.jump_if(operand, target, !wanted),
            },
            ExprKind::BoolOp { op, values } => return self.jump_if_bool_op(*op, values, target, wanted),
            ExprKind::IfExp { test, body, orelse } => {
                let (other, end) = (self.b.label(), self.b.label());
                self.jump_if(test, other, false)?;
                self.jump_if(body, target, wanted)?;
                self.b.go(end);
                self.b.bind(other);
                self.jump_if(orelse, target, wanted)?;
                self.b.bind(end);
                return Ok(());
            }
            ExprKind::Compare { left, ops, comparators } => {
                // As in CPython, what follows in the statement stands here too.
                self.b.at = place(expr.range);
                if ops.len() > 1 {
                    self.warn_identity(left, ops, comparators);
                    return self.jump_if_chain(left, ops, comparators, target, wanted);
                }
            }
            _ => {}
        }
        if let Some(value) = fold(expr) {
            if truth(&value) == wanted {
                self.b.go(target);
            }
            return Ok(());
        }
        let mark = self.b.regs.mark();
        let cond = self.operand(expr, &[])?;
        self.b.regs.release(mark);
        self.jump_on(cond, target, wanted);
        Ok(())
    }

    /// As [`Emitter::jump_if`], in a value: a comparison is no place for what follows.
    fn truth(&mut self, expr: &'a Expr, target: Label, wanted: bool) -> Res {
        let ExprKind::Compare { .. } = &expr.kind else { return self.jump_if(expr, target, wanted) };
        let mark = self.b.regs.mark();
        let cond = self.temp(expr)?;
        self.b.regs.release(mark);
        self.jump_on(cond, target, wanted);
        Ok(())
    }

    fn jump_on(&mut self, cond: Reg, target: Label, wanted: bool) {
        self.b.jump(if wanted { Instr::JumpIf { cond, to: 0 } } else { Instr::JumpIfNot { cond, to: 0 } }, target);
    }

    fn jump_if_bool_op(&mut self, op: BoolOperator, values: &'a [Expr], target: Label, wanted: bool) -> Res {
        let (last, rest) = values.split_last().expect("an operator has operands");
        let decides = op == BoolOperator::Or;
        let end = self.b.label();
        let decided = if decides == wanted { target } else { end };
        for value in rest {
            self.jump_if(value, decided, decides)?;
        }
        self.jump_if(last, target, wanted)?;
        self.b.bind(end);
        Ok(())
    }

    /// `a and b`, `a or b` as a value.
    pub(super) fn bool_op(&mut self, op: BoolOperator, values: &'a [Expr], dest: Dest) -> Res<Reg> {
        let mark = self.b.regs.mark();
        let end = self.b.label();
        let (last, rest) = values.split_last().expect("an operator has operands");
        for value in rest {
            self.unless_decided(value, op, end)?;
        }
        self.temp(last)?;
        self.b.bind(end);
        Ok(self.deliver(mark, dest))
    }

    /// The value at `mark`, delivered to `dest`.
    pub(super) fn deliver(&mut self, mark: Reg, dest: Dest) -> Reg {
        match dest {
            Dest::Temp => mark,
            Dest::Local(dst) => {
                self.b.regs.release(mark);
                self.b.emit(Instr::Move { dst, src: mark });
                dst
            }
        }
    }

    /// An operand that is not the last: if it decides, its value is left at the mark and `end` is
    /// next, else it is dropped. An operator of the other kind within it asks for the truth of
    /// no value twice, as in CPython.
    fn unless_decided(&mut self, value: &'a Expr, op: BoolOperator, end: Label) -> Res {
        let decides = op == BoolOperator::Or;
        if let ExprKind::BoolOp { op: inner, values } = &value.kind {
            let (last, rest) = values.split_last().expect("an operator has operands");
            let next = self.b.label();
            for part in rest {
                match *inner == op {
                    true => self.unless_decided(part, op, end)?,
                    false => self.within(value.range, |s| s.truth(part, next, !decides))?,
                }
            }
            self.unless_decided(last, op, end)?;
            self.b.bind(next);
            return Ok(());
        }
        let cond = self.temp(value)?;
        let jump = if decides { Instr::JumpIfPeek { cond, to: 0 } } else { Instr::JumpIfNotPeek { cond, to: 0 } };
        self.b.jump(jump, end);
        self.b.emit(Instr::Drop { reg: cond });
        self.b.regs.release(cond);
        Ok(())
    }

    /// `body if test else orelse`.
    pub(super) fn if_exp(&mut self, test: &'a Expr, body: &'a Expr, orelse: &'a Expr, dest: Dest) -> Res<Reg> {
        let mark = self.b.regs.mark();
        let (other, end) = (self.b.label(), self.b.label());
        self.jump_if(test, other, false)?;
        self.expr(body, dest)?;
        self.b.go(end);
        self.b.bind(other);
        self.b.regs.release(mark);
        let dst = self.expr(orelse, dest)?;
        self.b.bind(end);
        Ok(dst)
    }

    /// A chained comparison as a value.
    pub(super) fn chain(&mut self, left: &'a Expr, ops: &[CompareOperator], rest: &'a [Expr], dest: Dest) -> Res<Reg> {
        let result = self.b.regs.take();
        let end = self.b.label();
        let mut failed = Vec::new();
        let mut a = self.operand(left, &later(rest))?;
        for (index, op) in ops[..ops.len() - 1].iter().enumerate() {
            let (middle, b) = self.middle(*op, rest, index)?;
            self.b.emit(Instr::Compare { op: compare_op(*op), dst: result, a, b });
            let fail = self.b.label();
            self.b.jump(Instr::JumpIfNotPeek { cond: result, to: 0 }, fail);
            self.b.emit(Instr::Drop { reg: result });
            failed.push((fail, middle));
            a = middle;
        }
        let op = *ops.last().expect("a comparison has an operator");
        let b = self.comparator(op, &rest[rest.len() - 1], &[])?;
        self.b.emit(Instr::Compare { op: compare_op(op), dst: result, a, b });
        self.drop_middles(failed, end, end);
        self.b.bind(end);
        self.b.regs.release(result + 1);
        Ok(self.deliver(result, dest))
    }

    /// A chained comparison as a condition.
    fn jump_if_chain(
        &mut self,
        left: &'a Expr,
        ops: &[CompareOperator],
        rest: &'a [Expr],
        target: Label,
        wanted: bool,
    ) -> Res {
        let mark = self.b.regs.mark();
        let end = self.b.label();
        let mut failed = Vec::new();
        let mut a = self.operand(left, &later(rest))?;
        for (index, op) in ops[..ops.len() - 1].iter().enumerate() {
            let (middle, b) = self.middle(*op, rest, index)?;
            let cond = self.b.regs.take();
            self.b.emit(Instr::Compare { op: compare_op(*op), dst: cond, a, b });
            let fail = self.b.label();
            self.jump_on(cond, fail, false);
            failed.push((fail, middle));
            a = middle;
        }
        let op = *ops.last().expect("a comparison has an operator");
        let b = self.comparator(op, &rest[rest.len() - 1], &[])?;
        let cond = self.settle(mark, Dest::Temp);
        self.b.emit(Instr::Compare { op: compare_op(op), dst: cond, a, b });
        self.jump_on(cond, target, wanted);
        self.drop_middles(failed, if wanted { end } else { target }, end);
        self.b.bind(end);
        self.b.regs.release(mark);
        Ok(())
    }

    /// An operand between two operators: where it stays for the second one, and where it is for the first.
    fn middle(&mut self, op: CompareOperator, rest: &'a [Expr], index: usize) -> Res<(Reg, Reg)> {
        let middle = self.comparator(op, &rest[index], &later(&rest[index + 1..]))?;
        if self.is_local(middle) {
            return Ok((middle, middle));
        }
        let copy = self.b.regs.take();
        self.b.emit(Instr::Copy { dst: copy, src: middle });
        Ok((middle, copy))
    }

    /// Where a chained comparison failed early: drops the operand that waits for its second
    /// operator and goes to `target`. The path that leads here goes to `end`.
    fn drop_middles(&mut self, failed: Vec<(Label, Reg)>, target: Label, end: Label) {
        self.b.go(end);
        for (fail, middle) in failed {
            self.b.bind(fail);
            if !self.is_local(middle) {
                self.b.emit(Instr::Drop { reg: middle });
            }
            self.b.go(target);
        }
    }
}

fn later(exprs: &[Expr]) -> Vec<&Expr> {
    exprs.iter().collect()
}
