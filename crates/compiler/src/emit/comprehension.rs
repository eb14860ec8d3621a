//! Comprehensions and generator expressions: functions of their own, called with an iterator.

use super::unit::{Unit, UnitKind};
use super::{Dest, Emitter};
use crate::error::Res;
use crate::symtable::CompKind;
use bytecode::{Const, Instr, ParamCounts, Reg};
use syntax::ast::{Comprehension, Expr, ExprKind};

/// A comprehension's parts.
struct Parts<'a> {
    kind: CompKind,
    /// The item, or the value of a dict's item.
    elt: &'a Expr,
    /// The key of a dict's item.
    key: Option<&'a Expr>,
    generators: &'a [Comprehension],
}

impl<'a> Parts<'a> {
    fn new(expr: &'a Expr) -> Self {
        let (kind, elt, key, generators) = match &expr.kind {
            ExprKind::ListComp { elt, generators } => (CompKind::List, elt, None, generators),
            ExprKind::SetComp { elt, generators } => (CompKind::Set, elt, None, generators),
            ExprKind::GeneratorExp { elt, generators } => (CompKind::Generator, elt, None, generators),
            ExprKind::DictComp { key, value, generators } => (CompKind::Dict, value, Some(&**key), generators),
            _ => unreachable!("only comprehensions are asked for"),
        };
        Parts { kind, elt, key, generators }
    }
}

impl<'a> Emitter<'a> {
    /// A comprehension: makes its function, calls it with the iterator of its first iterable, and
    /// awaits the result of an asynchronous one.
    pub(super) fn comprehension(&mut self, expr: &'a Expr, dest: Dest) -> Res<Reg> {
        let parts = Parts::new(expr);
        let id = self.cx.table.scope_of(expr);
        let awaited = self.cx.table.scope(id).coroutine && parts.kind != CompKind::Generator;
        if awaited && !matches!(self.unit.kind, UnitKind::AsyncFunction | UnitKind::Comprehension) {
            return self.error(expr.range, "asynchronous comprehension outside of an asynchronous function");
        }
        let outermost = &parts.generators[0];
        let code = self.comprehension_code(expr, &parts)?;
        let base = self.b.regs.mark();
        self.make_function(code, id, Default::default(), Dest::Temp);
        self.b.regs.take();
        let src = self.iterable(&outermost.iter)?;
        let iter = self.settle(base + 2, Dest::Temp);
        self.b.emit(match outermost.is_async {
            true => Instr::GetAIter { dst: iter, src },
            false => Instr::GetIter { dst: iter, src },
        });
        if !awaited {
            let dst = self.settle(base, dest);
            self.b.emit(Instr::Call { argc: 1, dst, base });
            return Ok(dst);
        }
        self.b.regs.release(base);
        self.b.emit(Instr::Call { argc: 1, dst: base, base });
        Ok(self.await_value(base, dest))
    }

    fn comprehension_code(&mut self, expr: &'a Expr, parts: &Parts<'a>) -> Res<Const> {
        let name = parts.kind.code_name();
        let unit = Unit {
            kind: UnitKind::Comprehension,
            name: name.into(),
            qualname: self.qualify(name, name),
            first_line: expr.range.start_line,
            private: self.unit.private,
            doc: None,
            counts: ParamCounts { positional: 1, positional_only: 1, keyword_only: 0 },
            flags: 0,
        };
        let mut inner = Emitter::new(self.cx, self.cx.table.scope_of(expr), unit);
        inner.b.at = crate::place(expr.range);
        inner.comprehension_body(parts)?;
        inner.finish_const()
    }

    fn comprehension_body(&mut self, parts: &Parts<'a>) -> Res {
        let result = self.b.regs.mark();
        let (dst, base, count) = (result, result, 0);
        match parts.kind {
            CompKind::List => self.b.emit(Instr::BuildList { dst, base, count }),
            CompKind::Set => self.b.emit(Instr::BuildSet { dst, base, count }),
            CompKind::Dict => self.b.emit(Instr::BuildDict { dst, base, count }),
            CompKind::Generator => {}
        }
        if parts.kind != CompKind::Generator {
            self.b.regs.take();
        }
        let iter = self.b.regs.take();
        self.b.emit(Instr::Move { dst: iter, src: self.registers[".0"] });
        self.comprehension_loop(parts, 0, iter, result)?;
        let src = match parts.kind {
            CompKind::Generator => self.constant(Const::None, Dest::Temp),
            _ => result,
        };
        self.b.emit(Instr::Return { src });
        Ok(())
    }

    /// The loop number `index`, over the iterator in `iter`, which is the last temporary taken.
    fn comprehension_loop(&mut self, parts: &Parts<'a>, index: usize, iter: Reg, result: Reg) -> Res {
        let generator = &parts.generators[index];
        let end = self.b.label();
        let head = match generator.is_async {
            true => self.async_step(&generator.target, iter)?,
            false => self.step(&generator.target, iter, end)?,
        };
        let next = self.b.label();
        for test in &generator.ifs {
            self.jump_if(test, next, false)?;
        }
        match parts.generators.get(index + 1) {
            Some(inner) => {
                let mark = self.b.regs.mark();
                let src = self.iterable(&inner.iter)?;
                let inner_iter = self.settle(mark, Dest::Temp);
                self.b.emit(match inner.is_async {
                    true => Instr::GetAIter { dst: inner_iter, src },
                    false => Instr::GetIter { dst: inner_iter, src },
                });
                self.comprehension_loop(parts, index + 1, inner_iter, result)?;
            }
            None => self.comprehension_item(parts, result)?,
        }
        self.b.bind(next);
        self.b.go_back(head.start);
        self.finish_step(head, iter, end);
        Ok(())
    }

    fn comprehension_item(&mut self, parts: &Parts<'a>, result: Reg) -> Res {
        let mark = self.b.regs.mark();
        let key = match parts.key {
            Some(key) => self.operand(key, &[parts.elt])?,
            None => mark,
        };
        let src = self.operand(parts.elt, &[])?;
        match parts.kind {
            CompKind::List => self.b.emit(Instr::ListAppend { list: result, src }),
            CompKind::Set => self.b.emit(Instr::SetAdd { set: result, src }),
            CompKind::Dict => self.b.emit(Instr::DictSet { dict: result, key, src }),
            CompKind::Generator => {
                let dst = self.settle(mark, Dest::Temp);
                self.b.emit(Instr::Yield { dst, src });
                self.b.emit(Instr::Drop { reg: dst });
            }
        }
        self.b.regs.release(mark);
        Ok(())
    }
}
