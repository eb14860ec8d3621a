//! Where the values of expressions stand.

use super::{Dest, Emitter};
use crate::error::Res;
use bytecode::{Const, Instr, Reg};
use syntax::ast::{Arguments, Expr, ExprKind};

impl<'a> Emitter<'a> {
    /// The register that `dest` means now; takes a temporary if it means one.
    pub(super) fn dst(&mut self, dest: Dest) -> Reg {
        match dest {
            Dest::Temp => self.b.regs.take(),
            Dest::Local(reg) => reg,
        }
    }

    /// Gives back the temporaries from `mark` on and returns where the result goes: to `mark`, or
    /// to a local.
    pub(super) fn settle(&mut self, mark: Reg, dest: Dest) -> Reg {
        self.b.regs.release(mark);
        self.dst(dest)
    }

    /// A constant.
    pub(super) fn constant(&mut self, value: Const, dest: Dest) -> Reg {
        let k = self.b.constant(value);
        let dst = self.dst(dest);
        self.b.emit(Instr::Const { dst, k });
        dst
    }

    /// The value in a new temporary, which stands at the mark.
    pub(super) fn temp(&mut self, expr: &'a Expr) -> Res<Reg> {
        self.expr(expr, Dest::Temp)
    }

    /// The value of an optional expression in a new temporary; `None` where there is none.
    pub(super) fn temp_or_none(&mut self, expr: Option<&'a Expr>) -> Res<Reg> {
        match expr {
            Some(expr) => self.temp(expr),
            None => Ok(self.constant(Const::None, Dest::Temp)),
        }
    }

    /// The value where it stands: a local in its register, anything else in a new temporary.
    /// `later` are the expressions that are evaluated before the value is used.
    pub(super) fn operand(&mut self, expr: &'a Expr, later: &[&'a Expr]) -> Res<Reg> {
        let name = match &expr.kind {
            ExprKind::NamedExpr { target, .. } => target,
            _ => expr,
        };
        let ExprKind::Name { id } = &name.kind else { return self.temp(expr) };
        let Some(reg) = self.local(id) else { return self.temp(expr) };
        if self.scope().has_walrus && later.iter().any(|later| may_bind(later, id)) {
            return self.temp(expr);
        }
        if let ExprKind::NamedExpr { target, value } = &expr.kind {
            self.named(expr, target, value)?;
        }
        self.within(expr.range, |s| {
            s.check_bound(reg);
            Ok(reg)
        })
    }

    /// Evaluates for the effect alone.
    pub(super) fn effect(&mut self, expr: &'a Expr) -> Res {
        let mark = self.b.regs.mark();
        match &expr.kind {
            ExprKind::Constant { .. } => {
                self.check_literal(expr);
                self.b.emit(Instr::Nop);
            }
            ExprKind::NamedExpr { target, value } => self.named(expr, target, value)?,
            _ => {
                let reg = self.operand(expr, &[])?;
                if !self.is_local(reg) {
                    self.b.emit(Instr::Drop { reg });
                }
            }
        }
        self.b.regs.release(mark);
        Ok(())
    }
}

/// Whether evaluating `expr` may bind `name` by `:=` in the same code object. (A comprehension's
/// `:=` goes through a cell.)
fn may_bind(expr: &Expr, name: &str) -> bool {
    let any = |exprs: &[Expr]| exprs.iter().any(|expr| may_bind(expr, name));
    let some = |expr: &Option<Box<Expr>>| expr.as_deref().is_some_and(|expr| may_bind(expr, name));
    match &expr.kind {
        ExprKind::NamedExpr { target, value } => {
            matches!(&target.kind, ExprKind::Name { id } if id == name) || may_bind(value, name)
        }
        ExprKind::Name { .. } | ExprKind::Constant { .. } => false,
        ExprKind::Lambda { args, .. } => defaults(args).any(|default| may_bind(default, name)),
        ExprKind::ListComp { generators, .. }
        | ExprKind::SetComp { generators, .. }
        | ExprKind::DictComp { generators, .. }
        | ExprKind::GeneratorExp { generators, .. } => may_bind(&generators[0].iter, name),
        ExprKind::BinOp { left, right, .. } => may_bind(left, name) || may_bind(right, name),
        ExprKind::Compare { left, comparators, .. } => may_bind(left, name) || any(comparators),
        ExprKind::Call { func, args, keywords } => {
            may_bind(func, name) || any(args) || keywords.iter().any(|keyword| may_bind(&keyword.value, name))
        }
        ExprKind::IfExp { test, body, orelse } => [test, body, orelse].iter().any(|part| may_bind(part, name)),
        ExprKind::Dict { keys, values } => keys.iter().flatten().any(|key| may_bind(key, name)) || any(values),
        ExprKind::BoolOp { values: elts, .. }
        | ExprKind::JoinedStr { values: elts }
        | ExprKind::Set { elts }
        | ExprKind::List { elts }
        | ExprKind::Tuple { elts } => any(elts),
        ExprKind::FormattedValue { value, format_spec, .. } => may_bind(value, name) || some(format_spec),
        ExprKind::Subscript { value, slice } => may_bind(value, name) || may_bind(slice, name),
        ExprKind::Slice { lower, upper, step } => some(lower) || some(upper) || some(step),
        ExprKind::Yield { value } => some(value),
        ExprKind::UnaryOp { operand: value, .. }
        | ExprKind::Await { value }
        | ExprKind::YieldFrom { value }
        | ExprKind::Attribute { value, .. }
        | ExprKind::Starred { value } => may_bind(value, name),
    }
}

fn defaults(args: &Arguments) -> impl Iterator<Item = &Expr> {
    args.defaults.iter().chain(args.kw_defaults.iter().flatten())
}
