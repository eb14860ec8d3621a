//! Constructs that must be left in order: what `return`, `break` and `continue` do on their way
//! (`compiler_unwind_fblock` of CPython's `Python/compile.c`). A `finally` body is written again for
//! every way out.

use super::{Dest, Emitter};
use crate::build::{Label, RegionId};
use crate::error::Res;
use bytecode::{Instr, Range, Reg};
use syntax::ast::{Expr, Stmt};

/// A construct around the present place.
#[derive(Clone, Copy, Debug)]
pub(super) enum Block<'a> {
    /// The body of a `while`.
    While { head: Label, exit: Label },
    /// The body of a `for`, whose iterator is kept.
    For { head: Label, exit: Label, iter: Reg },
    /// The body of a `try` with `except`.
    Try { region: RegionId },
    /// The body of a `try` with `finally`.
    FinallyTry { region: RegionId, body: &'a [Stmt] },
    /// A `finally` body that runs because of an exception, which is kept.
    FinallyEnd { exc: Reg },
    /// The body of a `with`, whose `__exit__` is kept.
    With { region: RegionId, exit: Reg, is_async: bool, at: Range },
    /// The body of an `except`; with a name there is a region around it.
    Handler { region: Option<RegionId>, name: Option<&'a str> },
    /// A value to be returned that waits for `finally` bodies.
    Value { reg: Reg },
}

impl Block<'_> {
    fn region(&self) -> Option<RegionId> {
        match self {
            Block::Try { region } | Block::FinallyTry { region, .. } | Block::With { region, .. } => Some(*region),
            Block::Handler { region, .. } => *region,
            _ => None,
        }
    }
}

impl<'a> Emitter<'a> {
    /// How many exceptions are being handled here.
    pub(super) fn handling(&self) -> u16 {
        let handling = |block: &&Block| matches!(block, Block::FinallyEnd { .. } | Block::Handler { .. });
        self.blocks.iter().filter(handling).count() as u16
    }

    /// How many regions lie around this place.
    pub(super) fn protecting(&self) -> usize {
        self.blocks.iter().filter(|block| block.region().is_some()).count()
    }

    /// Opens a region in the present blocks.
    pub(super) fn open_region(&mut self) -> RegionId {
        let (depth, level) = (self.handling(), self.protecting());
        self.b.open_region(depth, level)
    }

    /// `return value`
    pub(super) fn return_(&mut self, stmt: &'a Stmt, value: Option<&'a Expr>) -> Res {
        let mark = self.b.regs.mark();
        let constant = |expr: &&'a Expr| crate::fold::fold(expr).is_some();
        let kept = match value.filter(|value| !constant(value)) {
            // What is done on the way out may bind a local anew.
            Some(value) if self.binds_on_the_way() => Some(self.temp(value)?),
            Some(value) => Some(self.operand(value, &[])?),
            None => None,
        };
        // As in CPython, a constant on the statement's line is the place of what is done on the way.
        let place = value.filter(|value| constant(value) && value.range.start_line == stmt.range.start_line);
        self.b.at = crate::place(place.map_or(stmt.range, |value| value.range));
        let blocks = std::mem::take(&mut self.blocks);
        self.leave(&blocks, 0, kept.filter(|reg| !self.is_local(*reg)))?;
        let src = match kept {
            Some(reg) => reg,
            None => self.temp_or_none(value)?,
        };
        self.b.emit(Instr::Return { src });
        self.enter_again(blocks);
        self.b.regs.release(mark);
        Ok(())
    }

    /// Whether leaving all blocks may bind or unbind a local.
    fn binds_on_the_way(&self) -> bool {
        let binds = |block: &Block| {
            matches!(block, Block::FinallyTry { .. } | Block::With { .. } | Block::Handler { name: Some(_), .. })
        };
        self.blocks.iter().any(binds)
    }

    /// `break` and `continue`
    pub(super) fn leave_loop(&mut self, stmt: &'a Stmt, breaks: bool) -> Res {
        let is_loop = |block: &Block| matches!(block, Block::While { .. } | Block::For { .. });
        let Some(index) = self.blocks.iter().rposition(is_loop) else {
            let message = if breaks { "'break' outside loop" } else { "'continue' not properly in loop" };
            return self.error(stmt.range, message);
        };
        let mark = self.b.regs.mark();
        let blocks = std::mem::take(&mut self.blocks);
        self.leave(&blocks, index + 1, None)?;
        match blocks[index] {
            Block::While { exit, .. } if breaks => self.b.go(exit),
            Block::For { exit, iter, .. } if breaks => {
                self.b.emit(Instr::Drop { reg: iter });
                self.b.go(exit);
            }
            Block::While { head, .. } | Block::For { head, .. } => self.b.go_back(head),
            _ => unreachable!("a loop was looked for"),
        }
        self.enter_again(blocks);
        self.b.regs.release(mark);
        Ok(())
    }

    /// Leaves the blocks from the innermost down to number `first`. `value` is what is returned.
    fn leave(&mut self, blocks: &[Block<'a>], first: usize, value: Option<Reg>) -> Res {
        for (index, block) in blocks.iter().enumerate().skip(first).rev() {
            self.blocks = blocks[..index].to_vec();
            self.leave_block(*block, value)?;
        }
        Ok(())
    }

    fn leave_block(&mut self, block: Block<'a>, value: Option<Reg>) -> Res {
        if let Some(region) = block.region() {
            self.b.close_region(region);
        }
        match block {
            Block::While { .. } | Block::Try { .. } => {}
            Block::For { iter: reg, .. } | Block::Value { reg } => self.b.emit(Instr::Drop { reg }),
            Block::FinallyTry { body, .. } => {
                self.blocks.extend(value.map(|reg| Block::Value { reg }));
                self.stmts(body)?;
            }
            Block::FinallyEnd { exc } => {
                self.b.emit(Instr::Drop { reg: exc });
                self.b.emit(Instr::PopExc);
            }
            Block::With { exit, is_async, at, .. } => {
                self.b.at = at;
                self.exit_without_exception(exit, is_async);
            }
            Block::Handler { name, .. } => {
                self.b.emit(Instr::PopExc);
                if let Some(name) = name {
                    self.forget_name(name);
                }
            }
        }
        Ok(())
    }

    /// What follows is in these blocks again.
    fn enter_again(&mut self, blocks: Vec<Block<'a>>) {
        blocks.iter().filter_map(Block::region).for_each(|region| self.b.reopen_region(region));
        self.blocks = blocks;
    }

    /// Leaves a `with` whose body ended well.
    pub(super) fn exit_without_exception(&mut self, exit: Reg, is_async: bool) {
        let mark = self.b.regs.mark();
        let dst = self.exit_call(exit, bytecode::NO_REG, is_async);
        self.b.emit(Instr::Drop { reg: dst });
        self.b.regs.release(mark);
    }

    /// Calls `__exit__` or awaits `__aexit__`; the result is in a new temporary.
    pub(super) fn exit_call(&mut self, exit: Reg, exc: Reg, is_async: bool) -> Reg {
        let dst = self.b.regs.take();
        if !is_async {
            self.b.emit(Instr::WithExit { dst, exit, exc });
            return dst;
        }
        self.b.emit(Instr::AsyncWithExit { dst, exit, exc });
        self.delegate(dst, Dest::Temp)
    }
}
