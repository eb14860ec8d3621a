//! Constant expressions, as far as CPython's `Python/ast_opt.c` folds them and it can be seen: signs,
//! arithmetic that can't fail, tuples.

use bytecode::Const;
use syntax::ast::{Constant, Expr, ExprKind, Operator, UnaryOperator};

/// The most bytes of a text that is made here.
const MAX_TEXT: usize = 4096;

/// The value of an expression that is a constant.
pub(crate) fn fold(expr: &Expr) -> Option<Const> {
    match &expr.kind {
        ExprKind::Constant { value } => literal(value),
        ExprKind::Name { id } if id == "__debug__" => Some(Const::Bool(true)),
        ExprKind::UnaryOp { op, operand } => unary(*op, fold(operand)?),
        ExprKind::BinOp { left, op, right } => binary(fold(left)?, *op, fold(right)?),
        ExprKind::Tuple { elts } => elts.iter().map(fold).collect::<Option<_>>().map(Const::Tuple),
        _ => None,
    }
}

/// The value of a literal; none for an imaginary number.
fn literal(value: &Constant) -> Option<Const> {
    Some(match value {
        Constant::None => Const::None,
        Constant::True => Const::Bool(true),
        Constant::False => Const::Bool(false),
        Constant::Ellipsis => Const::Ellipsis,
        Constant::Int(value) => Const::Int(*value),
        Constant::BigInt(digits) => Const::BigInt(digits.clone()),
        Constant::Float(value) => Const::Float(*value),
        Constant::Complex(_) => return None,
        Constant::Str(text) => Const::Str(text.clone()),
        Constant::Bytes(bytes) => Const::Bytes(bytes.clone()),
    })
}

/// What `in` looks into: a list or set of constants that nobody else can see.
pub(crate) fn fold_container(expr: &Expr) -> Option<Const> {
    match &expr.kind {
        ExprKind::List { elts } => all(elts).map(Const::Tuple),
        ExprKind::Set { elts } => all(elts).map(Const::FrozenSet),
        _ => None,
    }
}

/// The values of expressions that are all constants.
pub(crate) fn all(exprs: &[Expr]) -> Option<Vec<Const>> {
    exprs.iter().map(fold).collect()
}

/// Whether a constant is true.
pub(crate) fn truth(value: &Const) -> bool {
    match value {
        Const::None => false,
        Const::Bool(value) => *value,
        Const::Int(value) => *value != 0,
        Const::Float(value) => *value != 0.0,
        Const::Str(text) => !text.is_empty(),
        Const::Bytes(bytes) => !bytes.is_empty(),
        Const::Tuple(items) | Const::FrozenSet(items) => !items.is_empty(),
        Const::BigInt(_) | Const::Ellipsis | Const::Code(_) => true,
    }
}

fn unary(op: UnaryOperator, value: Const) -> Option<Const> {
    match (op, value) {
        (UnaryOperator::Not, value) => Some(Const::Bool(!truth(&value))),
        (UnaryOperator::USub, Const::Int(value)) => value.checked_neg().map(Const::Int),
        (UnaryOperator::USub, Const::Float(value)) => Some(Const::Float(-value)),
        (UnaryOperator::USub, Const::BigInt(digits)) => Some(negated(&digits)),
        (UnaryOperator::UAdd, value @ (Const::Int(_) | Const::Float(_) | Const::BigInt(_))) => Some(value),
        (UnaryOperator::Invert, Const::Int(value)) => Some(Const::Int(!value)),
        _ => None,
    }
}

/// The opposite of an int that doesn't fit in 64 bits (its opposite may).
fn negated(digits: &str) -> Const {
    let digits = match digits.strip_prefix('-') {
        Some(digits) => digits.to_owned(),
        None => format!("-{digits}"),
    };
    match digits.parse() {
        Ok(value) => Const::Int(value),
        Err(_) => Const::BigInt(digits),
    }
}

fn binary(left: Const, op: Operator, right: Const) -> Option<Const> {
    match (left, right) {
        (Const::Int(a), Const::Int(b)) => match op {
            Operator::Add => a.checked_add(b),
            Operator::Sub => a.checked_sub(b),
            Operator::Mult => a.checked_mul(b),
            Operator::BitAnd => Some(a & b),
            Operator::BitOr => Some(a | b),
            Operator::BitXor => Some(a ^ b),
            Operator::LShift if (0..62).contains(&b) => a.checked_mul(1 << b),
            Operator::Pow => u32::try_from(b).ok().and_then(|b| a.checked_pow(b)),
            _ => None,
        }
        .map(Const::Int),
        (Const::Str(a), Const::Str(b)) if op == Operator::Add => Some(Const::Str(a + &b)),
        (Const::Str(a), Const::Int(b)) | (Const::Int(b), Const::Str(a)) if op == Operator::Mult => {
            let times = usize::try_from(b).ok().filter(|times| a.len().saturating_mul(*times) <= MAX_TEXT)?;
            Some(Const::Str(a.repeat(times)))
        }
        (Const::Float(a), Const::Float(b)) => floats(a, op, b).map(Const::Float),
        _ => None,
    }
}

/// Only what IEEE 754 defines to the last bit.
fn floats(a: f64, op: Operator, b: f64) -> Option<f64> {
    match op {
        Operator::Add => Some(a + b),
        Operator::Sub => Some(a - b),
        Operator::Mult => Some(a * b),
        Operator::Div if b != 0.0 => Some(a / b),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{negated, unary};
    use bytecode::Const;
    use syntax::ast::UnaryOperator;

    #[test]
    fn the_smallest_int_fits() {
        assert_eq!(negated("9223372036854775808"), Const::Int(i64::MIN));
        assert_eq!(negated("9223372036854775809"), Const::BigInt("-9223372036854775809".into()));
        assert_eq!(negated("-9223372036854775809"), Const::BigInt("9223372036854775809".into()));
        assert_eq!(unary(UnaryOperator::USub, Const::Int(i64::MIN)), None);
    }
}
