//! Statements.

use ruff_python_ast as r;
use ruff_text_size::{Ranged, TextRange};

use super::{Lower, Lowered};
use crate::ast::{Alias, ClassDef, ExceptHandler, FunctionDef, MatchCase, Stmt, StmtKind, WithItem};
use crate::mistake::Mistake;

impl Lower<'_> {
    pub(super) fn suite(&mut self, body: &[r::Stmt]) -> Lowered<Vec<Stmt>> {
        Ok(each!(body, |stmt| self.stmt(stmt)))
    }

    fn stmt(&mut self, stmt: &r::Stmt) -> Lowered<Stmt> {
        self.enter(stmt.range())?;
        let lowered = match stmt {
            r::Stmt::FunctionDef(def) => self.function(def),
            r::Stmt::ClassDef(def) => self.class(def),
            r::Stmt::If(stmt) => self.if_stmt(stmt),
            _ => self.other(stmt),
        };
        self.leave();
        lowered
    }

    fn other(&mut self, stmt: &r::Stmt) -> Lowered<Stmt> {
        let is_block = matches!(
            stmt,
            r::Stmt::For(_) | r::Stmt::While(_) | r::Stmt::With(_) | r::Stmt::Match(_) | r::Stmt::Try(_)
        );
        let range = if is_block { self.block_range(stmt.range()) } else { self.range(stmt.range()) };
        Ok(Stmt { kind: self.stmt_kind(stmt)?, range })
    }

    fn stmt_kind(&mut self, stmt: &r::Stmt) -> Lowered<StmtKind> {
        match stmt {
            r::Stmt::For(_) | r::Stmt::While(_) | r::Stmt::With(_) | r::Stmt::Match(_) | r::Stmt::Try(_) => {
                self.block(stmt)
            }
            r::Stmt::Assign(_) | r::Stmt::AugAssign(_) | r::Stmt::AnnAssign(_) => self.assignment(stmt),
            r::Stmt::Import(_) | r::Stmt::ImportFrom(_) | r::Stmt::Global(_) | r::Stmt::Nonlocal(_) => {
                Ok(self.naming(stmt))
            }
            r::Stmt::Return(s) => Ok(StmtKind::Return { value: self.maybe(s.value.as_deref())? }),
            r::Stmt::Delete(s) => Ok(StmtKind::Delete { targets: self.exprs(&s.targets)? }),
            r::Stmt::Raise(s) => {
                Ok(StmtKind::Raise { exc: self.maybe(s.exc.as_deref())?, cause: self.maybe(s.cause.as_deref())? })
            }
            r::Stmt::Assert(s) => {
                Ok(StmtKind::Assert { test: self.boxed(&s.test)?, msg: self.maybe(s.msg.as_deref())? })
            }
            r::Stmt::Expr(s) => Ok(StmtKind::Expr { value: self.boxed(&s.value)? }),
            r::Stmt::Pass(_) => Ok(StmtKind::Pass),
            r::Stmt::Break(_) => Ok(StmtKind::Break),
            r::Stmt::Continue(_) => Ok(StmtKind::Continue),
            _ => unreachable!("the parser reported this statement as newer than the program's Python: {stmt:?}"),
        }
    }

    fn block(&mut self, stmt: &r::Stmt) -> Lowered<StmtKind> {
        match stmt {
            r::Stmt::For(s) => Ok(StmtKind::For {
                target: self.boxed(&s.target)?,
                iter: self.boxed(&s.iter)?,
                body: self.suite(&s.body)?,
                orelse: self.suite(&s.orelse)?,
                is_async: s.is_async,
            }),
            r::Stmt::While(s) => Ok(StmtKind::While {
                test: self.boxed(&s.test)?,
                body: self.suite(&s.body)?,
                orelse: self.suite(&s.orelse)?,
            }),
            r::Stmt::With(s) => Ok(StmtKind::With {
                items: each!(&s.items, |item| self.with_item(item)),
                body: self.suite(&s.body)?,
                is_async: s.is_async,
            }),
            r::Stmt::Match(s) => {
                Ok(StmtKind::Match { subject: self.boxed(&s.subject)?, cases: each!(&s.cases, |case| self.case(case)) })
            }
            r::Stmt::Try(s) => Ok(StmtKind::Try {
                body: self.suite(&s.body)?,
                handlers: each!(&s.handlers, |handler| self.handler(handler)),
                orelse: self.suite(&s.orelse)?,
                finalbody: self.suite(&s.finalbody)?,
                is_star: s.is_star,
            }),
            _ => unreachable!("{stmt:?} is no block of these"),
        }
    }

    fn assignment(&mut self, stmt: &r::Stmt) -> Lowered<StmtKind> {
        match stmt {
            r::Stmt::Assign(s) => {
                Ok(StmtKind::Assign { targets: self.exprs(&s.targets)?, value: self.boxed(&s.value)? })
            }
            r::Stmt::AugAssign(s) => Ok(StmtKind::AugAssign {
                target: self.boxed(&s.target)?,
                op: super::expr::operator(s.op),
                value: self.boxed(&s.value)?,
            }),
            r::Stmt::AnnAssign(s) => Ok(StmtKind::AnnAssign {
                target: self.boxed(&s.target)?,
                annotation: self.boxed(&s.annotation)?,
                value: self.maybe(s.value.as_deref())?,
                simple: s.simple,
            }),
            _ => unreachable!("{stmt:?} is no assignment"),
        }
    }

    /// The statements that hold names alone.
    fn naming(&self, stmt: &r::Stmt) -> StmtKind {
        let words = |names: &[r::Identifier]| names.iter().map(|name| name.id.to_string()).collect();
        match stmt {
            r::Stmt::Import(s) => StmtKind::Import { names: self.aliases(&s.names) },
            r::Stmt::ImportFrom(s) => StmtKind::ImportFrom {
                module: s.module.as_ref().map(|name| name.id.to_string()),
                names: self.aliases(&s.names),
                level: s.level,
            },
            r::Stmt::Global(s) => StmtKind::Global { names: words(&s.names) },
            r::Stmt::Nonlocal(s) => StmtKind::Nonlocal { names: words(&s.names) },
            _ => unreachable!("{stmt:?} holds more than names"),
        }
    }

    fn aliases(&self, names: &[r::Alias]) -> Vec<Alias> {
        let alias = |alias: &r::Alias| Alias {
            name: alias.name.id.to_string(),
            asname: alias.asname.as_ref().map(|name| name.id.to_string()),
            range: self.range(alias.range),
        };
        names.iter().map(alias).collect()
    }

    /// CPython's `def` begins at that keyword, the parser's at the first decorator.
    fn undecorated(&self, range: TextRange, decorators: &[r::Decorator]) -> TextRange {
        match decorators.last() {
            None => range,
            Some(last) => TextRange::new(self.word_from(last.end()), range.end()),
        }
    }

    fn decorators(&mut self, decorators: &[r::Decorator]) -> Lowered<Vec<crate::ast::Expr>> {
        Ok(each!(decorators, |decorator: &r::Decorator| self.expr(&decorator.expression)))
    }

    fn function(&mut self, def: &r::StmtFunctionDef) -> Lowered<Stmt> {
        let range = self.block_range(self.undecorated(def.range, &def.decorator_list));
        let function = FunctionDef {
            name: self.identifier(&def.name),
            args: self.arguments(&def.parameters)?,
            body: self.suite(&def.body)?,
            decorator_list: self.decorators(&def.decorator_list)?,
            returns: def.returns.as_deref().map(|returns| self.expr(returns)).transpose()?,
            is_async: def.is_async,
        };
        Ok(Stmt { kind: StmtKind::FunctionDef(Box::new(function)), range })
    }

    fn class(&mut self, def: &r::StmtClassDef) -> Lowered<Stmt> {
        let range = self.block_range(self.undecorated(def.range, &def.decorator_list));
        let (bases, keywords) = match &def.arguments {
            Some(arguments) => (self.exprs(&arguments.args)?, self.keywords(&arguments.keywords)?),
            None => (Vec::new(), Vec::new()),
        };
        let class = ClassDef {
            name: self.identifier(&def.name),
            bases,
            keywords,
            body: self.suite(&def.body)?,
            decorator_list: self.decorators(&def.decorator_list)?,
        };
        Ok(Stmt { kind: StmtKind::ClassDef(Box::new(class)), range })
    }

    /// The parser keeps an `elif` chain as a list; CPython nests each in the `orelse` of the one
    /// before, and each stretches to the end of the whole.
    fn if_stmt(&mut self, stmt: &r::StmtIf) -> Lowered<Stmt> {
        let body = self.suite(&stmt.body)?;
        let test = self.expr(&stmt.test)?;
        let mut orelse = Vec::new();
        let room = crate::guard::MAX_DEPTH.saturating_sub(self.depth);
        if stmt.elif_else_clauses.len() > room {
            let (start, end) = (stmt.start().to_usize(), stmt.end().to_usize());
            let message = format!("more than {room} elif branches here; use a dictionary or several functions");
            return Err(Box::new(Mistake::unsupported("very long elif chains", message, start, end)));
        }
        for (index, clause) in stmt.elif_else_clauses.iter().enumerate().rev() {
            self.depth += index + 1;
            let (test, body) = (clause.test.as_ref().map(|test| self.expr(test)).transpose(), self.suite(&clause.body));
            self.depth -= index + 1;
            let body = body?;
            orelse = match test? {
                None => body,
                Some(test) => {
                    let range = self.block_range(TextRange::new(clause.start(), stmt.end()));
                    vec![Stmt { kind: StmtKind::If { test: Box::new(test), body, orelse }, range }]
                }
            };
        }
        let range = self.block_range(stmt.range);
        Ok(Stmt { kind: StmtKind::If { test: Box::new(test), body, orelse }, range })
    }

    fn with_item(&mut self, item: &r::WithItem) -> Lowered<WithItem> {
        Ok(WithItem {
            context_expr: self.expr(&item.context_expr)?,
            optional_vars: item.optional_vars.as_deref().map(|vars| self.expr(vars)).transpose()?,
        })
    }

    fn handler(&mut self, handler: &r::ExceptHandler) -> Lowered<ExceptHandler> {
        let r::ExceptHandler::ExceptHandler(handler) = handler;
        Ok(ExceptHandler {
            typ: handler.type_.as_deref().map(|typ| self.expr(typ)).transpose()?,
            name: handler.name.as_ref().map(|name| name.id.to_string()),
            body: self.suite(&handler.body)?,
            range: self.block_range(handler.range),
        })
    }

    fn case(&mut self, case: &r::MatchCase) -> Lowered<MatchCase> {
        Ok(MatchCase {
            pattern: self.pattern(&case.pattern)?,
            guard: case.guard.as_deref().map(|guard| self.expr(guard)).transpose()?,
            body: self.suite(&case.body)?,
        })
    }
}
