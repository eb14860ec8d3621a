//! Loops.

use super::block::Block;
use super::display::constant_iterable;
use super::unit::UnitKind;
use super::{Dest, Emitter};
use crate::build::{Label, RegionId};
use crate::error::Res;
use bytecode::{Instr, Reg};
use syntax::ast::{Expr, ExprKind, Stmt};

/// The step of a loop over an iterator.
pub(super) struct Step {
    /// Where every turn begins.
    pub(super) start: Label,
    /// The region around an asynchronous step.
    region: Option<RegionId>,
}

/// A `for`.
pub(super) struct For<'a> {
    pub(super) target: &'a Expr,
    pub(super) iter: &'a Expr,
    pub(super) body: &'a [Stmt],
    pub(super) orelse: &'a [Stmt],
}

impl<'a> Emitter<'a> {
    /// `while test: body`
    pub(super) fn while_(&mut self, test: &'a Expr, body: &'a [Stmt], orelse: &'a [Stmt]) -> Res {
        let at = self.b.at;
        let head = self.b.loop_head();
        let (exhausted, exit) = (self.b.label(), self.b.label());
        self.blocks.push(Block::While { head, exit });
        self.jump_if(test, exhausted, false)?;
        self.stmts(body)?;
        self.blocks.pop();
        self.b.go_back(head);
        self.b.at = at;
        self.b.bind(exhausted);
        self.stmts(orelse)?;
        self.b.bind(exit);
        Ok(())
    }

    /// `for target in iter: body`
    pub(super) fn for_(&mut self, parts: For<'a>) -> Res {
        let at = self.b.at;
        let mark = self.b.regs.mark();
        let src = self.iterable(parts.iter)?;
        let iter = self.settle(mark, Dest::Temp);
        self.b.emit(Instr::GetIter { dst: iter, src });
        let (exhausted, exit) = (self.b.label(), self.b.label());
        let step = self.step(parts.target, iter, exhausted)?;
        self.blocks.push(Block::For { head: step.start, exit, iter });
        self.stmts(parts.body)?;
        self.blocks.pop();
        self.b.go_back(step.start);
        self.b.at = at;
        self.finish_step(step, iter, exhausted);
        self.b.regs.release(mark);
        self.stmts(parts.orelse)?;
        self.b.bind(exit);
        Ok(())
    }

    /// `async for target in iter: body`
    pub(super) fn async_for(&mut self, stmt: &'a Stmt, parts: For<'a>) -> Res {
        if self.unit.kind != UnitKind::AsyncFunction {
            return self.error(stmt.range, "'async for' outside async function");
        }
        let at = self.b.at;
        let mark = self.b.regs.mark();
        let src = self.operand(parts.iter, &[])?;
        let iter = self.settle(mark, Dest::Temp);
        self.b.emit(Instr::GetAIter { dst: iter, src });
        let (exhausted, exit) = (self.b.label(), self.b.label());
        let step = self.async_step(parts.target, iter)?;
        self.blocks.push(Block::For { head: step.start, exit, iter });
        self.stmts(parts.body)?;
        self.blocks.pop();
        self.b.go_back(step.start);
        self.b.at = crate::place(parts.iter.range);
        self.finish_step(step, iter, exhausted);
        self.b.at = at;
        self.b.regs.release(mark);
        self.stmts(parts.orelse)?;
        self.b.bind(exit);
        Ok(())
    }

    /// What a loop iterates: a display of constants is one constant.
    pub(super) fn iterable(&mut self, iter: &'a Expr) -> Res<Reg> {
        match constant_iterable(iter) {
            Some(value) => self.within(iter.range, |s| Ok(s.constant(value, Dest::Temp))),
            None => self.operand(iter, &[]),
        }
    }

    /// The start of a turn: the next item goes to the target, or the loop ends at `exhausted`.
    pub(super) fn step(&mut self, target: &'a Expr, iter: Reg, exhausted: Label) -> Res<Step> {
        let start = self.b.loop_head();
        let local = self.local_target(target)?;
        let dst = local.unwrap_or(self.b.regs.mark());
        self.b.jump(Instr::ForIter { dst, iter, to: 0 }, exhausted);
        self.receive(target, local)?;
        Ok(Step { start, region: None })
    }

    /// The start of a turn of an asynchronous loop.
    pub(super) fn async_step(&mut self, target: &'a Expr, iter: Reg) -> Res<Step> {
        let start = self.b.loop_head();
        let region = self.b.open_region(self.handling(), self.protecting());
        let local = self.local_target(target)?;
        let next = self.b.regs.take();
        self.b.emit(Instr::GetANext { dst: next, iter });
        self.b.regs.release(next);
        self.b.emit(Instr::YieldFrom { dst: local.unwrap_or(next), iter: next });
        self.b.close_region(region);
        self.receive(target, local)?;
        Ok(Step { start, region: Some(region) })
    }

    /// Ends a loop behind its last turn: `exhausted` stands here, and the iterator is gone.
    pub(super) fn finish_step(&mut self, step: Step, iter: Reg, exhausted: Label) {
        if let Some(region) = step.region {
            let exc = self.b.bind_handler(region);
            self.b.jump(Instr::EndAsyncFor { exc, iter, to: 0 }, exhausted);
        }
        self.b.regs.release(iter);
        self.b.bind(exhausted);
    }

    /// The register of a target that is a local.
    fn local_target(&self, target: &'a Expr) -> Res<Option<Reg>> {
        let ExprKind::Name { id } = &target.kind else { return Ok(None) };
        self.check_name(id, "assign to", target.range)?;
        Ok(self.local(id))
    }

    /// The item has arrived: in the target's own register, or in the next temporary.
    fn receive(&mut self, target: &'a Expr, local: Option<Reg>) -> Res {
        match local {
            Some(reg) => {
                self.b.set_bound(reg);
                Ok(())
            }
            None => {
                let src = self.b.regs.take();
                self.store(target, src)?;
                self.b.regs.release(src);
                Ok(())
            }
        }
    }
}
