//! SyntaxWarnings: what can be compiled but can't be meant (`check_caller`, `check_subscripter`, `check_index`,
//! `check_compare`, `compiler_assert` of CPython's `Python/compile.c`).

use super::Emitter;
use crate::fold::fold;
use crate::SyntaxWarning;
use bytecode::Const;
use syntax::ast::{CompareOperator, Expr, ExprKind};

impl<'a> Emitter<'a> {
    /// Notes a warning at the line that is being written.
    fn warn(&self, message: String) {
        self.cx.warnings.borrow_mut().push(SyntaxWarning { message, line: self.b.at.line });
    }

    /// `1()`
    pub(super) fn warn_called(&self, func: &Expr) {
        if let Some(name) = type_name(func).filter(|name| *name != "function") {
            self.warn(format!("'{name}' object is not callable; perhaps you missed a comma?"));
        }
    }

    /// `1[0]`, `[1]["a"]`
    pub(super) fn warn_subscripted(&self, value: &Expr, slice: &Expr) {
        let Some(name) = type_name(value) else { return };
        match name {
            "NoneType" | "ellipsis" | "int" | "bool" | "float" | "set" | "generator" | "function" => {
                self.warn(format!("'{name}' object is not subscriptable; perhaps you missed a comma?"));
            }
            "str" | "bytes" | "tuple" | "list" => {
                let Some(index) = type_name(slice).filter(|index| !matches!(*index, "int" | "bool")) else { return };
                let words = "indices must be integers or slices, not";
                self.warn(format!("{name} {words} {index}; perhaps you missed a comma?"));
            }
            _ => {}
        }
    }

    /// `x is 1`
    pub(super) fn warn_identity(&self, left: &Expr, ops: &[CompareOperator], rest: &[Expr]) {
        let operands: Vec<bool> = std::iter::once(left).chain(rest).map(is_unique).collect();
        for (op, pair) in ops.iter().zip(operands.windows(2)) {
            let message = match op {
                CompareOperator::Is => "\"is\" with a literal. Did you mean \"==\"?",
                CompareOperator::IsNot => "\"is not\" with a literal. Did you mean \"!=\"?",
                _ => continue,
            };
            if pair.contains(&false) {
                self.warn(message.into());
            }
        }
    }

    /// `assert (x, "message")`
    pub(super) fn warn_always_true(&self, test: &Expr) {
        if matches!(&test.kind, ExprKind::Tuple { elts } if !elts.is_empty()) {
            self.warn("assertion is always true, perhaps remove parentheses?".into());
        }
    }
}

/// Whether the expression may be compared by identity: it is no literal, or one that there is only one of.
fn is_unique(expr: &Expr) -> bool {
    matches!(fold(expr), None | Some(Const::None | Const::Bool(_) | Const::Ellipsis))
}

/// The name of the type that the expression surely has (`infer_type`).
fn type_name(expr: &Expr) -> Option<&'static str> {
    match &expr.kind {
        ExprKind::Tuple { .. } => Some("tuple"),
        ExprKind::List { .. } | ExprKind::ListComp { .. } => Some("list"),
        ExprKind::Dict { .. } | ExprKind::DictComp { .. } => Some("dict"),
        ExprKind::Set { .. } | ExprKind::SetComp { .. } => Some("set"),
        ExprKind::GeneratorExp { .. } => Some("generator"),
        ExprKind::Lambda { .. } => Some("function"),
        ExprKind::JoinedStr { .. } | ExprKind::FormattedValue { .. } => Some("str"),
        _ => match fold(expr)? {
            Const::None => Some("NoneType"),
            Const::Bool(_) => Some("bool"),
            Const::Ellipsis => Some("ellipsis"),
            Const::Int(_) | Const::BigInt(_) => Some("int"),
            Const::Float(_) => Some("float"),
            Const::Str(_) => Some("str"),
            Const::Bytes(_) => Some("bytes"),
            Const::Tuple(_) => Some("tuple"),
            Const::FrozenSet(_) => Some("frozenset"),
            Const::Code(_) => None,
        },
    }
}
