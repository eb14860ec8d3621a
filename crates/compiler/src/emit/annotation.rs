//! Annotations of functions, and of names in modules and classes.

use super::unit::UnitKind;
use super::{Dest, Emitter};
use crate::error::Res;
use bytecode::{Const, Instr, Reg};
use syntax::ast::{Arg, Arguments, Constant, Expr, ExprKind, Operator, Stmt, StmtKind};

/// The annotated parameters in the order in which CPython evaluates them
/// (`compiler_visit_annotations`).
pub(super) fn annotated_args(args: &Arguments) -> impl Iterator<Item = (&Arg, &Expr)> {
    let all = args.args.iter().chain(&args.posonlyargs).chain(&args.vararg);
    let all = all.chain(&args.kwonlyargs).chain(&args.kwarg);
    all.filter_map(|arg| arg.annotation.as_deref().map(|annotation| (arg, annotation)))
}

/// Whether a module's or class's body annotates anything.
pub(super) fn has_annotations(body: &[Stmt]) -> bool {
    body.iter().any(|stmt| match &stmt.kind {
        StmtKind::AnnAssign { .. } => true,
        StmtKind::For { body, orelse, .. }
        | StmtKind::While { body, orelse, .. }
        | StmtKind::If { body, orelse, .. } => has_annotations(body) || has_annotations(orelse),
        StmtKind::With { body, .. } => has_annotations(body),
        StmtKind::Try { body, handlers, orelse, finalbody, .. } => {
            let handled = handlers.iter().any(|handler| has_annotations(&handler.body));
            handled || [body, orelse, finalbody].into_iter().any(|body| has_annotations(body))
        }
        _ => false,
    })
}

impl<'a> Emitter<'a> {
    /// A dict of a function's annotations.
    pub(super) fn annotations(&mut self, args: &'a Arguments, returns: Option<&'a Expr>) -> Res {
        let base = self.b.regs.mark();
        let mut count = 0;
        for (arg, annotation) in annotated_args(args) {
            let name = self.mangled(&arg.arg).into_owned();
            self.constant(Const::Str(name), Dest::Temp);
            self.annotation(annotation)?;
            count += 1;
        }
        if let Some(annotation) = returns {
            self.constant(Const::Str("return".into()), Dest::Temp);
            self.annotation(annotation)?;
            count += 1;
        }
        let dst = self.settle(base, Dest::Temp);
        self.b.emit(Instr::BuildDict { dst, base, count });
        Ok(())
    }

    /// An annotation's value, or its text under `from __future__ import annotations`.
    fn annotation(&mut self, annotation: &'a Expr) -> Res<Reg> {
        if !self.cx.future.annotations {
            return match &annotation.kind {
                ExprKind::Starred { value } => self.starred_annotation(value),
                _ => self.temp(annotation),
            };
        }
        let text = text(annotation, false).unwrap_or_else(|| {
            let message = "with `from __future__ import annotations` only names, attributes, subscripts, `|`, \
                           strings, ints and None are supported in annotations; name the type first";
            self.refuse("this annotation as text", annotation.range, message);
            String::new()
        });
        self.within(annotation.range, |s| Ok(s.constant(Const::Str(text), Dest::Temp)))
    }

    /// `*args: *Ts`: the one item that the iterable holds (PEP 646).
    fn starred_annotation(&mut self, value: &'a Expr) -> Res<Reg> {
        let base = self.b.regs.mark();
        let src = self.operand(value, &[])?;
        let base = self.settle(base, Dest::Temp);
        self.b.emit(Instr::Unpack { base, src, count: 1 });
        Ok(base)
    }

    /// `target: annotation = value`
    pub(super) fn ann_assign(
        &mut self,
        target: &'a Expr,
        annotation: &'a Expr,
        value: Option<&'a Expr>,
        simple: bool,
    ) -> Res {
        if let Some(value) = value {
            self.assign_one(target, value)?;
        }
        let in_namespace = matches!(self.unit.kind, UnitKind::Module | UnitKind::Class);
        match &target.kind {
            ExprKind::Name { id } => {
                self.check_name(id, "assign to", target.range)?;
                if simple && in_namespace {
                    return self.store_annotation(id, annotation);
                }
            }
            ExprKind::Attribute { value: obj, attr } => {
                self.check_name(&attr.name, "assign to", target.range)?;
                if value.is_none() {
                    self.effect(obj)?;
                }
            }
            ExprKind::Subscript { value: obj, slice } if value.is_none() => {
                self.effect(obj)?;
                self.effect(slice)?;
            }
            _ => {}
        }
        if !simple && in_namespace && !self.cx.future.annotations {
            self.effect(annotation)?;
        }
        Ok(())
    }

    fn store_annotation(&mut self, name: &str, annotation: &'a Expr) -> Res {
        let mark = self.b.regs.mark();
        let src = self.annotation(annotation)?;
        let obj = self.load_name("__annotations__", Dest::Temp);
        let mangled = self.mangled(name).into_owned();
        let key = self.constant(Const::Str(mangled), Dest::Temp);
        self.b.emit(Instr::StoreSubscript { obj, key, src });
        self.b.regs.release(mark);
        Ok(())
    }
}

/// The text of a simple annotation, as `ast.unparse` writes it; none for other expressions.
/// `tight` asks for parentheses around what binds less than an attribute.
fn text(expr: &Expr, tight: bool) -> Option<String> {
    Some(match &expr.kind {
        ExprKind::Name { id } => id.clone(),
        ExprKind::Attribute { value, attr } => format!("{}.{}", text(value, true)?, attr.name),
        ExprKind::Subscript { value, slice } => format!("{}[{}]", text(value, true)?, subscript(slice)?),
        ExprKind::BinOp { left, op: Operator::BitOr, right } if !tight => {
            // The right operand of a left-associative operator needs parentheses if it is one.
            let nested = matches!(right.kind, ExprKind::BinOp { .. });
            let right = text(right, false)?;
            format!("{} | {}", text(left, false)?, if nested { format!("({right})") } else { right })
        }
        ExprKind::List { elts } => format!("[{}]", list(elts)?),
        ExprKind::Constant { value: Constant::None } => "None".into(),
        ExprKind::Constant { value: Constant::Ellipsis } => "...".into(),
        ExprKind::Constant { value: Constant::True } => "True".into(),
        ExprKind::Constant { value: Constant::False } => "False".into(),
        ExprKind::Constant { value: Constant::Int(value) } if !tight => value.to_string(),
        ExprKind::Constant { value: Constant::Str(value) } if is_plain(value) => format!("'{value}'"),
        _ => return None,
    })
}

/// A subscript, whose tuple has no parentheses.
fn subscript(slice: &Expr) -> Option<String> {
    match &slice.kind {
        ExprKind::Tuple { elts } if elts.len() > 1 => list(elts),
        ExprKind::Tuple { .. } => None,
        _ => text(slice, false),
    }
}

fn list(elts: &[Expr]) -> Option<String> {
    let parts: Option<Vec<String>> = elts.iter().map(|elt| text(elt, false)).collect();
    parts.map(|parts| parts.join(", "))
}

/// Whether `repr` of the text is the text in single quotes.
fn is_plain(text: &str) -> bool {
    text.chars().all(|c| (' '..='~').contains(&c) && c != '\'' && c != '\\')
}
