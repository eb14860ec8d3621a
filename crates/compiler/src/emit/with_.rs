//! `with`.

use super::block::Block;
use super::unit::UnitKind;
use super::{Dest, Emitter};
use crate::error::Res;
use crate::place;
use bytecode::Instr;
use syntax::ast::{Stmt, WithItem};

impl<'a> Emitter<'a> {
    /// `with items: body`, and `async with`
    pub(super) fn with(&mut self, stmt: &'a Stmt, items: &'a [WithItem], body: &'a [Stmt], is_async: bool) -> Res {
        if is_async && self.unit.kind != UnitKind::AsyncFunction {
            return self.error(stmt.range, "'async with' outside async function");
        }
        let Some((item, rest)) = items.split_first() else { return self.stmts(body) };
        let exit = self.b.regs.mark();
        let src = self.operand(&item.context_expr, &[])?;
        self.b.regs.release(exit);
        let entered = self.b.regs.take_many(2) + 1;
        if is_async {
            self.b.emit(Instr::AsyncWithEnter { base: exit, src });
            self.delegate(entered, Dest::Temp);
        } else {
            self.b.emit(Instr::WithEnter { base: exit, src });
        }
        self.b.regs.release(entered);
        let region = self.open_region();
        self.blocks.push(Block::With { region, exit, is_async, at: place(stmt.range) });
        self.b.regs.take();
        match &item.optional_vars {
            Some(target) => self.store(target, entered)?,
            None => self.b.emit(Instr::Drop { reg: entered }),
        }
        self.b.regs.release(entered);
        self.with(stmt, rest, body, is_async)?;
        self.blocks.pop();
        self.b.close_region(region);
        self.b.at = place(stmt.range);
        self.exit_without_exception(exit, is_async);
        let end = self.b.label();
        self.b.go(end);
        let exc = self.b.bind_handler(region);
        let suppressed = self.exit_call(exit, exc, is_async);
        let swallowed = self.b.label();
        self.b.jump(Instr::JumpIf { cond: suppressed, to: 0 }, swallowed);
        self.b.emit(Instr::Reraise { exc });
        self.b.bind(swallowed);
        self.b.emit(Instr::Drop { reg: exc });
        self.b.emit(Instr::PopExc);
        self.b.regs.release(exit);
        self.b.bind(end);
        Ok(())
    }
}
