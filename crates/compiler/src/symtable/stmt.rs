//! First pass: statements.

use super::collect::Collector;
use super::{usage, ScopeKind};
use crate::error::Res;
use syntax::ast::{Alias, Arguments, ClassDef, ExceptHandler, Expr, ExprKind, FunctionDef, Stmt, StmtKind};

impl<'a> Collector<'a> {
    /// Statements one after the other.
    pub(super) fn stmts(&mut self, stmts: &'a [Stmt]) -> Res {
        stmts.iter().try_for_each(|stmt| self.stmt(stmt))
    }

    fn stmt(&mut self, stmt: &'a Stmt) -> Res {
        match &stmt.kind {
            StmtKind::FunctionDef(def) => self.function(def, stmt),
            StmtKind::ClassDef(def) => self.class(def, stmt),
            StmtKind::Return { value } => self.exprs(value.as_deref()),
            StmtKind::Delete { targets } => {
                targets.iter().try_for_each(|target| self.target(target, usage::LOCAL | usage::DELETED))
            }
            StmtKind::Assign { targets, value } => {
                self.expr(value)?;
                targets.iter().try_for_each(|target| self.target(target, usage::LOCAL))
            }
            StmtKind::AugAssign { target, value, .. } => {
                self.target(target, usage::LOCAL)?;
                self.expr(value)
            }
            StmtKind::AnnAssign { target, annotation, value, simple } => {
                self.exprs(value.as_deref())?;
                self.annotated(target, *simple, value.is_some(), stmt)?;
                self.annotation(annotation)
            }
            StmtKind::Raise { exc, cause } => self.exprs(exc.as_deref().into_iter().chain(cause.as_deref())),
            StmtKind::Assert { test, msg } => self.exprs([&**test].into_iter().chain(msg.as_deref())),
            StmtKind::Import { names } => names.iter().try_for_each(|alias| self.import(alias)),
            StmtKind::ImportFrom { names, .. } => names.iter().try_for_each(|alias| self.import(alias)),
            StmtKind::Global { names } => self.declare(names, usage::GLOBAL, stmt.range),
            StmtKind::Nonlocal { names } => self.declare(names, usage::NONLOCAL, stmt.range),
            StmtKind::Expr { value } => self.expr(value),
            StmtKind::Pass | StmtKind::Break | StmtKind::Continue => Ok(()),
            _ => self.compound(stmt),
        }
    }

    /// A statement that holds others.
    fn compound(&mut self, stmt: &'a Stmt) -> Res {
        match &stmt.kind {
            StmtKind::For { target, iter, body, orelse, .. } => {
                self.expr(iter)?;
                self.target(target, usage::LOCAL)?;
                self.stmts(body)?;
                self.stmts(orelse)
            }
            StmtKind::While { test, body, orelse } | StmtKind::If { test, body, orelse } => {
                self.expr(test)?;
                self.stmts(body)?;
                self.stmts(orelse)
            }
            StmtKind::With { items, body, .. } => {
                for item in items {
                    self.expr(&item.context_expr)?;
                    item.optional_vars.iter().try_for_each(|target| self.target(target, usage::LOCAL))?;
                }
                self.stmts(body)
            }
            StmtKind::Try { body, handlers, orelse, finalbody, .. } => {
                self.stmts(body)?;
                self.stmts(orelse)?;
                handlers.iter().try_for_each(|handler| self.handler(handler))?;
                self.stmts(finalbody)
            }
            StmtKind::Match { subject, cases } => {
                self.expr(subject)?;
                cases.iter().try_for_each(|case| self.case(case))
            }
            _ => Ok(()),
        }
    }

    fn handler(&mut self, handler: &'a ExceptHandler) -> Res {
        self.exprs(&handler.typ)?;
        if let Some(name) = &handler.name {
            self.define(name, usage::LOCAL | usage::DELETED, handler.range)?;
        }
        self.stmts(&handler.body)
    }

    fn function(&mut self, def: &'a FunctionDef, stmt: &'a Stmt) -> Res {
        self.define(&def.name.name, usage::LOCAL, stmt.range)?;
        self.exprs(&def.decorator_list)?;
        self.defaults(&def.args)?;
        self.annotations(&def.args)?;
        def.returns.iter().try_for_each(|annotation| self.annotation(annotation))?;
        self.enter(def, ScopeKind::Function);
        self.scope().coroutine = def.is_async;
        self.params(&def.args)?;
        self.stmts(&def.body)?;
        self.leave();
        Ok(())
    }

    fn class(&mut self, def: &'a ClassDef, stmt: &'a Stmt) -> Res {
        self.define(&def.name.name, usage::LOCAL, stmt.range)?;
        self.exprs(&def.decorator_list)?;
        self.exprs(&def.bases)?;
        self.keywords(&def.keywords)?;
        self.enter(def, ScopeKind::Class);
        let outer = self.private.replace(&def.name.name);
        self.stmts(&def.body)?;
        self.private = outer;
        self.leave();
        Ok(())
    }

    fn annotations(&mut self, args: &'a Arguments) -> Res {
        let positional = args.posonlyargs.iter().chain(&args.args);
        for arg in positional.chain(&args.vararg).chain(&args.kwonlyargs).chain(&args.kwarg) {
            arg.annotation.iter().try_for_each(|annotation| self.annotation(annotation))?;
        }
        Ok(())
    }

    fn annotation(&mut self, annotation: &'a Expr) -> Res {
        match self.lazy_annotations {
            true => Ok(()),
            false => self.expr(annotation),
        }
    }

    /// The target of an annotated assignment.
    fn annotated(&mut self, target: &'a Expr, simple: bool, has_value: bool, stmt: &'a Stmt) -> Res {
        let ExprKind::Name { id } = &target.kind else { return self.target(target, usage::LOCAL) };
        let mangled = self.mangled(id);
        let before = self.scope().usage(&mangled);
        let declared = before & (usage::GLOBAL | usage::NONLOCAL) != 0;
        if declared && simple && self.scope().kind != ScopeKind::Module {
            let word = if before & usage::GLOBAL != 0 { "global" } else { "nonlocal" };
            return self.error(stmt.range, format!("annotated name '{id}' can't be {word}"));
        }
        match (simple, has_value) {
            (true, true) => self.define(id, usage::LOCAL | usage::ANNOT, target.range),
            (true, false) => self.define(id, usage::DECLARED | usage::ANNOT, target.range),
            (false, true) => self.define(id, usage::LOCAL, target.range),
            (false, false) => Ok(()),
        }
    }

    fn import(&mut self, alias: &'a Alias) -> Res {
        if alias.name == "*" {
            return match self.scope().kind {
                ScopeKind::Module => Ok(()),
                _ => self.error(alias.range, "import * only allowed at module level"),
            };
        }
        let dotted = alias.name.split('.').next().unwrap_or_default();
        self.define(alias.asname.as_deref().unwrap_or(dotted), usage::IMPORT, alias.range)
    }
}
