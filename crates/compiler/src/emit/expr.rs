//! Expressions.

use super::{Dest, Emitter};
use crate::error::Res;
use crate::fold::{fold, fold_container};
use crate::place;
use bytecode::{BinOp, CmpOp, Instr, Range, Reg, UnOp};
use syntax::ast::{CompareOperator, Constant, Expr, ExprKind, Identifier, Operator, UnaryOperator};
use syntax::PythonVersion;

impl<'a> Emitter<'a> {
    /// Evaluates an expression to `dest`; gives the register where the value is.
    pub(super) fn expr(&mut self, expr: &'a Expr, dest: Dest) -> Res<Reg> {
        if let Some(value) = fold(expr) {
            return self.within(expr.range, |s| Ok(s.constant(value, dest)));
        }
        self.within(expr.range, |s| s.value(expr, dest))
    }

    fn value(&mut self, expr: &'a Expr, dest: Dest) -> Res<Reg> {
        match &expr.kind {
            ExprKind::Name { id } => Ok(self.load_name(id, dest)),
            ExprKind::Constant { .. } => {
                self.check_literal(expr);
                Ok(self.constant(bytecode::Const::None, dest))
            }
            ExprKind::BoolOp { op, values } => self.bool_op(*op, values, dest),
            ExprKind::NamedExpr { target, value } => self.named_value(target, value, dest),
            ExprKind::BinOp { left, op, right } => self.bin_op(left, *op, right, dest),
            ExprKind::UnaryOp { op, operand } => self.unary(*op, operand, dest),
            ExprKind::Lambda { args, body } => self.lambda(expr, args, body, dest),
            ExprKind::IfExp { test, body, orelse } => self.if_exp(test, body, orelse, dest),
            ExprKind::Dict { keys, values } => self.dict(keys, values, dest),
            ExprKind::Set { elts } => self.set(elts, dest),
            ExprKind::List { elts } => self.list(elts, dest),
            ExprKind::Tuple { elts } => self.tuple(elts, dest),
            ExprKind::Compare { left, ops, comparators } => {
                self.warn_identity(left, ops, comparators);
                match (&ops[..], &comparators[..]) {
                    ([op], [right]) => self.compare(left, *op, right, dest),
                    _ => self.chain(left, ops, comparators, dest),
                }
            }
            ExprKind::Call { func, args, keywords } => self.call(expr, func, args, keywords, dest),
            ExprKind::FormattedValue { value, conversion, format_spec } => {
                self.formatted(value, *conversion, format_spec.as_deref(), dest)
            }
            ExprKind::JoinedStr { values } => self.joined(values, dest),
            ExprKind::Attribute { value, attr } => self.attribute(expr, value, attr, dest),
            ExprKind::Subscript { value, slice } => self.subscript(value, slice, dest),
            ExprKind::Slice { lower, upper, step } => {
                self.slice([lower.as_deref(), upper.as_deref(), step.as_deref()], dest)
            }
            ExprKind::Starred { .. } => self.error(expr.range, "can't use starred expression here"),
            ExprKind::Yield { value } => self.yield_(expr, value.as_deref(), dest),
            ExprKind::YieldFrom { value } => self.yield_from(expr, value, dest),
            ExprKind::Await { value } => self.await_(expr, value, dest),
            ExprKind::ListComp { .. }
            | ExprKind::SetComp { .. }
            | ExprKind::DictComp { .. }
            | ExprKind::GeneratorExp { .. } => self.comprehension(expr, dest),
        }
    }

    /// Refuses an imaginary number.
    pub(super) fn check_literal(&self, expr: &Expr) {
        if matches!(&expr.kind, ExprKind::Constant { value: Constant::Complex(_) }) {
            self.refuse("complex numbers", expr.range, "complex numbers are not supported; use two floats");
        }
    }

    fn bin_op(&mut self, left: &'a Expr, op: Operator, right: &'a Expr, dest: Dest) -> Res<Reg> {
        if op == Operator::Mod && self.cx.options.version != PythonVersion::V310 {
            if let Some(dst) = self.percent(left, right, dest)? {
                return Ok(dst);
            }
        }
        let mark = self.b.regs.mark();
        let a = self.operand(left, &[right])?;
        let b = self.operand(right, &[])?;
        let dst = self.settle(mark, dest);
        self.b.emit(Instr::Binary { op: binary_op(op), dst, a, b });
        Ok(dst)
    }

    fn unary(&mut self, op: UnaryOperator, operand: &'a Expr, dest: Dest) -> Res<Reg> {
        if let (UnaryOperator::Not, Some((left, opposite, right))) = (op, negatable(operand)) {
            return self.within(operand.range, |s| {
                s.warn_identity(left, &[opposite], std::slice::from_ref(right));
                s.compare(left, opposite, right, dest)
            });
        }
        let mark = self.b.regs.mark();
        let a = self.operand(operand, &[])?;
        let dst = self.settle(mark, dest);
        let op = match op {
            UnaryOperator::Invert => UnOp::Invert,
            UnaryOperator::Not => UnOp::Not,
            UnaryOperator::UAdd => UnOp::Pos,
            UnaryOperator::USub => UnOp::Neg,
        };
        self.b.emit(Instr::Unary { op, dst, a });
        Ok(dst)
    }

    /// One comparison.
    fn compare(&mut self, left: &'a Expr, op: CompareOperator, right: &'a Expr, dest: Dest) -> Res<Reg> {
        let mark = self.b.regs.mark();
        let a = self.operand(left, &[right])?;
        let b = self.comparator(op, right, &[])?;
        let dst = self.settle(mark, dest);
        self.b.emit(Instr::Compare { op: compare_op(op), dst, a, b });
        Ok(dst)
    }

    /// The right side of a comparison: a display of constants behind `in` is one constant.
    pub(super) fn comparator(&mut self, op: CompareOperator, right: &'a Expr, later: &[&'a Expr]) -> Res<Reg> {
        let membership = matches!(op, CompareOperator::In | CompareOperator::NotIn);
        match fold_container(right).filter(|_| membership) {
            Some(value) => self.within(right.range, |s| Ok(s.constant(value, Dest::Temp))),
            None => self.operand(right, later),
        }
    }

    fn attribute(&mut self, expr: &'a Expr, value: &'a Expr, attr: &Identifier, dest: Dest) -> Res<Reg> {
        let mark = self.b.regs.mark();
        let obj = self.operand(value, &[])?;
        let dst = self.settle(mark, dest);
        let name = self.attr_name(attr);
        self.b.emit_at(attr_range(place(expr.range), expr, attr), Instr::LoadAttr { dst, obj, name });
        Ok(dst)
    }

    /// The index of an attribute's name.
    pub(super) fn attr_name(&mut self, attr: &Identifier) -> u16 {
        let name = self.mangled(&attr.name);
        self.b.name(&name)
    }

    fn subscript(&mut self, value: &'a Expr, slice: &'a Expr, dest: Dest) -> Res<Reg> {
        self.warn_subscripted(value, slice);
        let mark = self.b.regs.mark();
        let obj = self.operand(value, &[slice])?;
        let key = self.operand(slice, &[])?;
        let dst = self.settle(mark, dest);
        self.b.emit(Instr::Subscript { dst, obj, key });
        Ok(dst)
    }

    fn slice(&mut self, parts: [Option<&'a Expr>; 3], dest: Dest) -> Res<Reg> {
        let base = self.b.regs.mark();
        for part in parts {
            self.temp_or_none(part)?;
        }
        let dst = self.settle(base, dest);
        self.b.emit(Instr::BuildSlice { dst, base });
        Ok(dst)
    }

    /// `target := value` as a statement.
    pub(super) fn named(&mut self, expr: &'a Expr, target: &'a Expr, value: &'a Expr) -> Res {
        let id = self.named_target(target)?;
        self.within(expr.range, |s| s.bind_name(id, |s, dest| s.expr(value, dest)))
    }

    /// `target := value`, whose value is used.
    fn named_value(&mut self, target: &'a Expr, value: &'a Expr, dest: Dest) -> Res<Reg> {
        let id = self.named_target(target)?;
        if self.local(id).is_some() {
            self.bind_name(id, |s, dest| s.expr(value, dest))?;
            return Ok(self.load_name(id, dest));
        }
        let dst = self.expr(value, dest)?;
        let mark = self.b.regs.mark();
        let copy = self.b.regs.take();
        self.b.emit(Instr::Copy { dst: copy, src: dst });
        self.store_name(id, copy);
        self.b.regs.release(mark);
        Ok(dst)
    }

    fn named_target(&self, target: &'a Expr) -> Res<&'a str> {
        let ExprKind::Name { id } = &target.kind else { unreachable!("the grammar allows a name only") };
        self.check_name(id, "assign to", target.range)?;
        Ok(id)
    }
}

/// The stretch of source of an attribute's instruction: `at`, but when the attribute stands on another
/// line than the expression began, it begins at the attribute's name
/// (`update_start_location_to_match_attr` of CPython's `Python/compile.c`).
pub(super) fn attr_range(at: Range, expr: &Expr, attr: &Identifier) -> Range {
    let end = expr.range;
    if at.line == end.end_line {
        return at;
    }
    let length = attr.name.chars().count() as u32;
    Range { line: end.end_line, col: end.end_col.saturating_sub(length), ..at }
}

/// A comparison whose opposite is one as well.
pub(super) fn negatable(expr: &Expr) -> Option<(&Expr, CompareOperator, &Expr)> {
    let ExprKind::Compare { left, ops, comparators } = &expr.kind else { return None };
    let ([op], [right]) = (&ops[..], &comparators[..]) else { return None };
    let opposite = match op {
        CompareOperator::Is => CompareOperator::IsNot,
        CompareOperator::IsNot => CompareOperator::Is,
        CompareOperator::In => CompareOperator::NotIn,
        CompareOperator::NotIn => CompareOperator::In,
        _ => return None,
    };
    Some((left, opposite, right))
}

/// The operator of an instruction.
pub(super) fn binary_op(op: Operator) -> BinOp {
    match op {
        Operator::Add => BinOp::Add,
        Operator::Sub => BinOp::Sub,
        Operator::Mult => BinOp::Mul,
        Operator::MatMult => BinOp::MatMul,
        Operator::Div => BinOp::Div,
        Operator::Mod => BinOp::Mod,
        Operator::Pow => BinOp::Pow,
        Operator::LShift => BinOp::LShift,
        Operator::RShift => BinOp::RShift,
        Operator::BitOr => BinOp::Or,
        Operator::BitXor => BinOp::Xor,
        Operator::BitAnd => BinOp::And,
        Operator::FloorDiv => BinOp::FloorDiv,
    }
}

/// The comparison of an instruction.
pub(super) fn compare_op(op: CompareOperator) -> CmpOp {
    match op {
        CompareOperator::Eq => CmpOp::Eq,
        CompareOperator::NotEq => CmpOp::Ne,
        CompareOperator::Lt => CmpOp::Lt,
        CompareOperator::LtE => CmpOp::Le,
        CompareOperator::Gt => CmpOp::Gt,
        CompareOperator::GtE => CmpOp::Ge,
        CompareOperator::Is => CmpOp::Is,
        CompareOperator::IsNot => CmpOp::IsNot,
        CompareOperator::In => CmpOp::In,
        CompareOperator::NotIn => CmpOp::NotIn,
    }
}
