//! `try`.

use super::block::Block;
use super::Emitter;
use crate::build::Label;
use crate::error::Res;
use crate::place;
use bytecode::{Instr, Range, Reg};
use syntax::ast::{ExceptHandler, Stmt};

/// A `try` statement.
#[derive(Clone, Copy)]
pub(super) struct Try<'a> {
    pub(super) body: &'a [Stmt],
    pub(super) handlers: &'a [ExceptHandler],
    pub(super) orelse: &'a [Stmt],
    pub(super) finalbody: &'a [Stmt],
}

/// What has no place in the source.
const NOWHERE: Range = Range { line: 0, col: 0, end_line: 0, end_col: 0 };

impl<'a> Emitter<'a> {
    /// A `try` statement.
    pub(super) fn try_(&mut self, parts: Try<'a>) -> Res {
        match parts.finalbody {
            [] => self.try_except(parts),
            finalbody => self.try_finally(parts, finalbody),
        }
    }

    fn try_finally(&mut self, parts: Try<'a>, finalbody: &'a [Stmt]) -> Res {
        let mark = self.b.regs.mark();
        let region = self.open_region();
        self.blocks.push(Block::FinallyTry { region, body: finalbody });
        match parts.handlers {
            [] => self.stmts(parts.body)?,
            _ => self.try_except(parts)?,
        }
        self.blocks.pop();
        self.b.close_region(region);
        let end = self.b.label();
        self.stmts(finalbody)?;
        self.b.go(end);
        let at = self.b.at;
        let exc = self.b.bind_handler(region);
        self.blocks.push(Block::FinallyEnd { exc });
        self.stmts(finalbody)?;
        self.blocks.pop();
        self.b.emit(Instr::Reraise { exc });
        self.b.regs.release(mark);
        self.b.at = at;
        self.b.bind(end);
        Ok(())
    }

    fn try_except(&mut self, parts: Try<'a>) -> Res {
        let mark = self.b.regs.mark();
        let end = self.b.label();
        let region = self.open_region();
        self.blocks.push(Block::Try { region });
        self.stmts(parts.body)?;
        self.blocks.pop();
        self.b.close_region(region);
        self.stmts(parts.orelse)?;
        self.b.go(end);
        let exc = self.b.bind_handler(region);
        for (index, handler) in parts.handlers.iter().enumerate() {
            if handler.typ.is_none() && index + 1 < parts.handlers.len() {
                return self.error(handler.range, "default 'except:' must be last");
            }
            self.handler(handler, exc, end)?;
        }
        self.b.emit(Instr::Reraise { exc });
        self.b.regs.release(mark);
        self.b.bind(end);
        Ok(())
    }

    /// One `except`. If it doesn't match, the next instruction is what follows.
    fn handler(&mut self, handler: &'a ExceptHandler, exc: Reg, end: Label) -> Res {
        self.b.at = place(handler.range);
        let next = self.b.label();
        if let Some(types) = &handler.typ {
            let types = self.operand(types, &[])?;
            let dst = self.settle(exc + 1, super::Dest::Temp);
            self.b.emit(Instr::MatchExc { dst, exc, types });
            self.b.jump(Instr::JumpIfNot { cond: dst, to: 0 }, next);
        }
        self.b.regs.release(exc);
        match &handler.name {
            Some(name) => self.named_handler(handler, name, exc, end)?,
            None => {
                self.b.emit(Instr::Drop { reg: exc });
                self.blocks.push(Block::Handler { region: None, name: None });
                self.stmts(&handler.body)?;
                self.blocks.pop();
                self.b.emit(Instr::PopExc);
                self.b.go(end);
            }
        }
        self.b.regs.release(exc + 1);
        self.b.bind(next);
        self.b.at = place(handler.range);
        Ok(())
    }

    /// The body of `except … as name`: however it is left, the name is unbound.
    fn named_handler(&mut self, handler: &'a ExceptHandler, name: &'a str, exc: Reg, end: Label) -> Res {
        self.check_name(name, "assign to", handler.range)?;
        self.store_name(name, exc);
        self.blocks.push(Block::Handler { region: None, name: None });
        let region = self.open_region();
        self.blocks.pop();
        self.blocks.push(Block::Handler { region: Some(region), name: Some(name) });
        self.stmts(&handler.body)?;
        self.blocks.pop();
        self.b.close_region(region);
        self.b.emit(Instr::PopExc);
        self.forget_name(name);
        self.b.go(end);
        let again = self.b.bind_handler(region);
        self.b.at = NOWHERE;
        self.forget_name(name);
        self.b.emit(Instr::Reraise { exc: again });
        Ok(())
    }
}
