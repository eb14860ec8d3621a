//! Statements.

use super::loops::For;
use super::try_::Try;
use super::{Dest, Emitter};
use crate::build::LIMIT;
use crate::error::{CompileError, Res};
use crate::place;
use crate::symtable::ScopeKind;
use bytecode::{Common, Instr, NO_REG};
use syntax::ast::{Expr, Stmt, StmtKind};

/// The most statements of a program, those of `finally` counted as often as they are written.
const MAX_STATEMENTS: usize = 200_000;

impl<'a> Emitter<'a> {
    /// Statements one after the other.
    pub(super) fn stmts(&mut self, stmts: &'a [Stmt]) -> Res {
        stmts.iter().try_for_each(|stmt| self.stmt(stmt))
    }

    /// A statement. Its stretch of source is that of what follows too, until there is another.
    pub(super) fn stmt(&mut self, stmt: &'a Stmt) -> Res {
        self.count(stmt)?;
        self.b.at = place(stmt.range);
        match &stmt.kind {
            StmtKind::Return { value } => {
                self.check_return(stmt, value.is_some())?;
                self.return_(stmt, value.as_deref())
            }
            StmtKind::Delete { targets } => targets.iter().try_for_each(|target| self.delete(target)),
            StmtKind::Assign { targets, value } => self.assign(targets, value),
            StmtKind::AugAssign { target, op, value } => self.aug_assign(target, *op, value),
            StmtKind::AnnAssign { target, annotation, value, simple } => {
                self.ann_assign(target, annotation, value.as_deref(), *simple)
            }
            StmtKind::Raise { exc, cause } => self.raise(exc.as_deref(), cause.as_deref()),
            StmtKind::Assert { test, msg } => self.assert(test, msg.as_deref()),
            StmtKind::Import { names } => self.import(stmt, names),
            StmtKind::ImportFrom { module, names, level } => {
                self.import_from(stmt, module.as_deref().unwrap_or_default(), names, *level)
            }
            StmtKind::Expr { value } => self.effect(value),
            StmtKind::Global { .. } | StmtKind::Nonlocal { .. } => Ok(()),
            StmtKind::Pass => {
                self.b.emit(Instr::Nop);
                Ok(())
            }
            StmtKind::Break => self.leave_loop(stmt, true),
            StmtKind::Continue => self.leave_loop(stmt, false),
            _ => self.compound(stmt),
        }
    }

    /// Copies of `finally` bodies in `finally` bodies would grow without end.
    fn count(&self, stmt: &Stmt) -> Res {
        let written = self.cx.written.get() + 1;
        self.cx.written.set(written);
        if written <= MAX_STATEMENTS && self.b.len() <= LIMIT {
            return Ok(());
        }
        self.refuse_size(stmt.range);
        let refusal = self.cx.refused.take().expect("it was noted just now");
        Err(Box::new(CompileError::Refused(refusal)))
    }

    /// A statement that holds others.
    fn compound(&mut self, stmt: &'a Stmt) -> Res {
        match &stmt.kind {
            StmtKind::FunctionDef(def) => self.function_def(stmt, def),
            StmtKind::ClassDef(def) => self.class_def(stmt, def),
            StmtKind::For { target, iter, body, orelse, is_async } => {
                let parts = For { target, iter, body, orelse };
                if *is_async {
                    self.async_for(stmt, parts)
                } else {
                    self.for_(parts)
                }
            }
            StmtKind::While { test, body, orelse } => self.while_(test, body, orelse),
            StmtKind::If { test, body, orelse } => self.if_(test, body, orelse),
            StmtKind::With { items, body, is_async } => self.with(stmt, items, body, *is_async),
            StmtKind::Try { is_star: true, .. } => {
                self.refuse("except*", stmt.range, "`except*` is not supported; catch ExceptionGroup with `except`");
                Ok(())
            }
            StmtKind::Try { body, handlers, orelse, finalbody, .. } => {
                self.try_(Try { body, handlers, orelse, finalbody })
            }
            StmtKind::Match { .. } => {
                self.refuse("match statement", stmt.range, "`match` is not supported; use if and elif");
                Ok(())
            }
            _ => unreachable!("simple statements are written elsewhere"),
        }
    }

    fn check_return(&self, stmt: &Stmt, has_value: bool) -> Res {
        let scope = self.scope();
        if scope.kind != ScopeKind::Function {
            return self.error(stmt.range, "'return' outside function");
        }
        if has_value && scope.coroutine && scope.generator {
            return self.error(stmt.range, "'return' with value in async generator");
        }
        Ok(())
    }

    fn if_(&mut self, test: &'a Expr, body: &'a [Stmt], orelse: &'a [Stmt]) -> Res {
        let (other, end) = (self.b.label(), self.b.label());
        self.jump_if(test, other, false)?;
        self.stmts(body)?;
        if !orelse.is_empty() {
            self.b.go(end);
        }
        self.b.bind(other);
        self.stmts(orelse)?;
        self.b.bind(end);
        Ok(())
    }

    fn raise(&mut self, exc: Option<&'a Expr>, cause: Option<&'a Expr>) -> Res {
        let mark = self.b.regs.mark();
        let raised = match exc {
            Some(exc) => self.operand(exc, cause.as_slice())?,
            None => NO_REG,
        };
        let cause = match cause {
            Some(cause) => self.operand(cause, &[])?,
            None => NO_REG,
        };
        self.b.emit(Instr::Raise { exc: raised, cause });
        self.b.regs.release(mark);
        Ok(())
    }

    /// `assert test, msg`
    fn assert(&mut self, test: &'a Expr, msg: Option<&'a Expr>) -> Res {
        self.warn_always_true(test);
        let end = self.b.label();
        self.jump_if(test, end, true)?;
        let base = self.b.regs.take();
        self.b.emit(Instr::LoadCommon { which: Common::AssertionError, dst: base });
        if let Some(msg) = msg {
            self.b.regs.take();
            self.temp(msg)?;
            let dst = self.settle(base, Dest::Temp);
            self.b.emit(Instr::Call { argc: 1, dst, base });
        }
        self.b.emit(Instr::Raise { exc: base, cause: NO_REG });
        self.b.regs.release(base);
        self.b.bind(end);
        Ok(())
    }
}
