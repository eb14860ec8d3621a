//! First pass: how every block uses every name. Expressions and blocks; statements stand in `stmt`.

use super::{node_key, usage, CompKind, NodeKey, Scope, ScopeId, ScopeKind, SymbolTable};
use crate::error::{Res, SourceLines};
use crate::mangle::mangle;
use std::collections::BTreeMap;
use syntax::ast::{Arguments, Expr, ExprKind, Keyword, Module};
use syntax::Range;

/// The pass's state.
pub(super) struct Collector<'a> {
    pub(super) scopes: Vec<Scope>,
    by_node: BTreeMap<NodeKey, ScopeId>,
    /// The blocks around the present place, the innermost last.
    pub(super) stack: Vec<ScopeId>,
    /// The class whose private names are mangled.
    pub(super) private: Option<&'a str>,
    pub(super) lines: &'a SourceLines<'a>,
    pub(super) lazy_annotations: bool,
}

/// Runs the pass.
pub(super) fn collect<'a>(module: &'a Module, lines: &'a SourceLines<'a>, lazy_annotations: bool) -> Res<SymbolTable> {
    let mut collector = Collector {
        scopes: Vec::new(),
        by_node: BTreeMap::new(),
        stack: Vec::new(),
        private: None,
        lines,
        lazy_annotations,
    };
    collector.enter(module, ScopeKind::Module);
    collector.stmts(&module.body)?;
    collector.leave();
    Ok(SymbolTable { scopes: collector.scopes, by_node: collector.by_node })
}

impl<'a> Collector<'a> {
    /// Opens the block of a node.
    pub(super) fn enter<T: 'static>(&mut self, node: &T, kind: ScopeKind) {
        let id = self.scopes.len();
        let around = self.stack.last().map(|around| &self.scopes[*around]);
        let scope = Scope {
            kind,
            comprehension: None,
            symbols: Vec::new(),
            index: BTreeMap::new(),
            params: Vec::new(),
            children: Vec::new(),
            nested: around.is_some_and(|scope| scope.nested || scope.kind == ScopeKind::Function),
            generator: false,
            coroutine: false,
            has_walrus: false,
            needs_class_cell: false,
            comp_iter_target: false,
            comp_iter_expr: around.map_or(0, |scope| scope.comp_iter_expr),
            directives: Vec::new(),
        };
        self.scopes.push(scope);
        self.by_node.insert(node_key(node), id);
        if let Some(around) = self.stack.last() {
            self.scopes[*around].children.push(id);
        }
        self.stack.push(id);
    }

    /// Closes the innermost block.
    pub(super) fn leave(&mut self) {
        self.stack.pop();
    }

    /// The innermost block.
    pub(super) fn scope(&mut self) -> &mut Scope {
        let id = *self.stack.last().expect("there is always the module");
        &mut self.scopes[id]
    }

    /// The name as the innermost class has it.
    pub(super) fn mangled(&self, name: &str) -> String {
        mangle(self.private, name).into_owned()
    }

    pub(super) fn error<T>(&self, range: Range, message: impl Into<String>) -> Res<T> {
        Err(self.lines.error(range, message))
    }

    /// Expressions one after the other.
    pub(super) fn exprs(&mut self, exprs: impl IntoIterator<Item = &'a Expr>) -> Res {
        for expr in exprs {
            self.expr(expr)?;
        }
        Ok(())
    }

    /// An expression that is read.
    pub(super) fn expr(&mut self, expr: &'a Expr) -> Res {
        match &expr.kind {
            ExprKind::Name { id } => self.read(id, expr.range),
            ExprKind::Constant { .. } => Ok(()),
            ExprKind::NamedExpr { target, value } => self.walrus(expr, target, value),
            ExprKind::Lambda { args, body } => {
                self.defaults(args)?;
                self.enter(expr, ScopeKind::Function);
                self.params(args)?;
                self.expr(body)?;
                self.leave();
                Ok(())
            }
            ExprKind::ListComp { elt, generators } => self.comprehension(expr, CompKind::List, generators, [elt]),
            ExprKind::SetComp { elt, generators } => self.comprehension(expr, CompKind::Set, generators, [elt]),
            ExprKind::GeneratorExp { elt, generators } => {
                self.comprehension(expr, CompKind::Generator, generators, [elt])
            }
            ExprKind::DictComp { key, value, generators } => {
                self.comprehension(expr, CompKind::Dict, generators, [key, value])
            }
            ExprKind::Yield { value } => {
                self.exprs(value.as_deref())?;
                self.yields(expr)
            }
            ExprKind::YieldFrom { value } => {
                self.expr(value)?;
                self.yields(expr)
            }
            ExprKind::Await { value } => {
                self.expr(value)?;
                self.scope().coroutine = true;
                Ok(())
            }
            _ => self.parts(expr),
        }
    }

    /// An expression whose parts are only read, in the order of evaluation.
    fn parts(&mut self, expr: &'a Expr) -> Res {
        match &expr.kind {
            ExprKind::BoolOp { values, .. } | ExprKind::JoinedStr { values } => self.exprs(values),
            ExprKind::BinOp { left, right, .. } => self.exprs([&**left, &**right]),
            ExprKind::UnaryOp { operand: value, .. }
            | ExprKind::Attribute { value, .. }
            | ExprKind::Starred { value } => self.expr(value),
            ExprKind::IfExp { test, body, orelse } => self.exprs([&**test, &**body, &**orelse]),
            ExprKind::Dict { keys, values } => {
                for (key, value) in keys.iter().zip(values) {
                    self.exprs(key)?;
                    self.expr(value)?;
                }
                Ok(())
            }
            ExprKind::Set { elts } | ExprKind::List { elts } | ExprKind::Tuple { elts } => self.exprs(elts),
            ExprKind::Compare { left, comparators, .. } => {
                self.expr(left)?;
                self.exprs(comparators)
            }

            ExprKind::Call { func, args, keywords } => {
                self.expr(func)?;
                self.exprs(args)?;
                self.keywords(keywords)
            }
            ExprKind::FormattedValue { value, format_spec, .. } => {
                self.expr(value)?;
                self.exprs(format_spec.as_deref())
            }
            ExprKind::Subscript { value, slice } => self.exprs([&**value, &**slice]),
            ExprKind::Slice { lower, upper, step } => {
                self.exprs([lower, upper, step].into_iter().filter_map(|part| part.as_deref()))
            }
            _ => Ok(()),
        }
    }

    /// The values of keyword arguments.
    pub(super) fn keywords(&mut self, keywords: &'a [Keyword]) -> Res {
        self.exprs(keywords.iter().map(|keyword| &keyword.value))
    }

    /// A target of an assignment, a loop or `del`.
    pub(super) fn target(&mut self, target: &'a Expr, how: u16) -> Res {
        match &target.kind {
            ExprKind::Name { id } => self.define(id, how, target.range),
            ExprKind::Tuple { elts } | ExprKind::List { elts } => elts.iter().try_for_each(|elt| self.target(elt, how)),
            ExprKind::Starred { value } => self.target(value, how),
            _ => self.parts(target),
        }
    }

    /// The defaults of a signature, which belong to the block around.
    pub(super) fn defaults(&mut self, args: &'a Arguments) -> Res {
        self.exprs(&args.defaults)?;
        self.exprs(args.kw_defaults.iter().flatten())
    }

    /// The parameters of the innermost block.
    pub(super) fn params(&mut self, args: &'a Arguments) -> Res {
        let positional = args.posonlyargs.iter().chain(&args.args);
        for arg in positional.chain(&args.kwonlyargs).chain(&args.vararg).chain(&args.kwarg) {
            self.define(&arg.arg, usage::PARAM, arg.range)?;
        }
        Ok(())
    }

    /// Notes a `yield`.
    fn yields(&mut self, expr: &'a Expr) -> Res {
        self.scope().generator = true;
        let place = match self.scope().comprehension {
            None => return Ok(()),
            Some(CompKind::List) => "list comprehension",
            Some(CompKind::Set) => "set comprehension",
            Some(CompKind::Dict) => "dict comprehension",
            Some(CompKind::Generator) => "generator expression",
        };
        self.error(expr.range, format!("'yield' inside {place}"))
    }
}
