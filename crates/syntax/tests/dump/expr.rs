//! Expressions and their parts.

use super::{list, node, quote};
use syntax::ast::*;

/// `line:column-line:column`.
pub fn place(range: Range) -> String {
    format!("{}:{}-{}:{}", range.start_line, range.start_col, range.end_line, range.end_col)
}

/// An expression that may be missing.
pub fn maybe(of: &Option<Box<Expr>>) -> String {
    of.as_deref().map_or("None".into(), expr)
}

/// Expressions in a list.
pub fn exprs(items: &[Expr]) -> String {
    list(items, expr)
}

/// Keyword arguments in a list.
pub fn keywords(items: &[Keyword]) -> String {
    let keyword = |of: &Keyword| {
        let arg = of.arg.as_deref().map_or("None".into(), quote);
        node("keyword", Some(of.range), &[arg, expr(&of.value)])
    };
    list(items, keyword)
}

/// A name of an import.
pub fn alias(of: &Alias) -> String {
    node("alias", Some(of.range), &[quote(&of.name), of.asname.as_deref().map_or("None".into(), quote)])
}

/// Parameters.
pub fn arguments(of: &Arguments) -> String {
    let one = |arg: &Arg| node("arg", Some(arg.range), &[quote(&arg.arg), maybe(&arg.annotation)]);
    let maybe_one = |arg: &Option<Arg>| arg.as_ref().map_or("None".into(), one);
    let fields = [
        list(&of.posonlyargs, one),
        list(&of.args, one),
        maybe_one(&of.vararg),
        list(&of.kwonlyargs, one),
        list(&of.kw_defaults, |default| default.as_ref().map_or("None".into(), expr)),
        maybe_one(&of.kwarg),
        exprs(&of.defaults),
    ];
    node("arguments", None, &fields)
}

/// A literal's value.
pub fn constant(of: &Constant) -> String {
    match of {
        Constant::None => "None".into(),
        Constant::True => "True".into(),
        Constant::False => "False".into(),
        Constant::Ellipsis => "Ellipsis".into(),
        Constant::Int(value) => format!("int:{value}"),
        Constant::BigInt(digits) => format!("int:{digits}"),
        Constant::Float(value) => format!("float:{:016x}", value.to_bits()),
        Constant::Complex(imag) => format!("complex:{:016x}", imag.to_bits()),
        Constant::Str(text) => quote(text),
        Constant::Bytes(bytes) => bytes.iter().fold("bytes:".into(), |hex, byte| hex + &format!("{byte:02x}")),
    }
}

fn generators(of: &[Comprehension]) -> String {
    let one = |of: &Comprehension| {
        let is_async = u8::from(of.is_async).to_string();
        node("comprehension", None, &[expr(&of.target), expr(&of.iter), exprs(&of.ifs), is_async])
    };
    list(of, one)
}

/// An expression.
pub fn expr(of: &Expr) -> String {
    let (name, fields) = match &of.kind {
        ExprKind::BoolOp { op, values } => ("BoolOp", vec![format!("{op:?}"), exprs(values)]),
        ExprKind::NamedExpr { target, value } => ("NamedExpr", vec![expr(target), expr(value)]),
        ExprKind::BinOp { left, op, right } => ("BinOp", vec![expr(left), format!("{op:?}"), expr(right)]),
        ExprKind::UnaryOp { op, operand } => ("UnaryOp", vec![format!("{op:?}"), expr(operand)]),
        ExprKind::Lambda { args, body } => ("Lambda", vec![arguments(args), expr(body)]),
        ExprKind::IfExp { test, body, orelse } => ("IfExp", vec![expr(test), expr(body), expr(orelse)]),
        ExprKind::Compare { left, ops, comparators } => {
            ("Compare", vec![expr(left), list(ops, |op| format!("{op:?}")), exprs(comparators)])
        }
        ExprKind::Call { func, args, keywords: named } => ("Call", vec![expr(func), exprs(args), keywords(named)]),
        ExprKind::Await { value } => ("Await", vec![expr(value)]),
        ExprKind::Yield { value } => ("Yield", vec![maybe(value)]),
        ExprKind::YieldFrom { value } => ("YieldFrom", vec![expr(value)]),
        ExprKind::FormattedValue { value, conversion, format_spec } => {
            ("FormattedValue", vec![expr(value), conversion_code(*conversion).into(), maybe(format_spec)])
        }
        ExprKind::JoinedStr { values } => ("JoinedStr", vec![exprs(values)]),
        ExprKind::Constant { value } => ("Constant", vec![constant(value)]),
        ExprKind::Attribute { value, attr } => ("Attribute", vec![expr(value), quote(&attr.name)]),
        ExprKind::Subscript { value, slice } => ("Subscript", vec![expr(value), expr(slice)]),
        ExprKind::Starred { value } => ("Starred", vec![expr(value)]),
        ExprKind::Name { id } => ("Name", vec![quote(id)]),
        ExprKind::Slice { lower, upper, step } => ("Slice", vec![maybe(lower), maybe(upper), maybe(step)]),
        collection => display(collection),
    };
    node(name, Some(of.range), &fields)
}

fn display(kind: &ExprKind) -> (&'static str, Vec<String>) {
    match kind {
        ExprKind::Dict { keys, values } => {
            let key = |key: &Option<Expr>| key.as_ref().map_or("None".into(), expr);
            ("Dict", vec![list(keys, key), exprs(values)])
        }
        ExprKind::Set { elts } => ("Set", vec![exprs(elts)]),
        ExprKind::List { elts } => ("List", vec![exprs(elts)]),
        ExprKind::Tuple { elts } => ("Tuple", vec![exprs(elts)]),
        ExprKind::ListComp { elt, generators: loops } => ("ListComp", vec![expr(elt), generators(loops)]),
        ExprKind::SetComp { elt, generators: loops } => ("SetComp", vec![expr(elt), generators(loops)]),
        ExprKind::GeneratorExp { elt, generators: loops } => ("GeneratorExp", vec![expr(elt), generators(loops)]),
        ExprKind::DictComp { key, value, generators: loops } => {
            ("DictComp", vec![expr(key), expr(value), generators(loops)])
        }
        other => panic!("{other:?} is no display"),
    }
}

fn conversion_code(conversion: Conversion) -> &'static str {
    match conversion {
        Conversion::None => "-1",
        Conversion::Str => "115",
        Conversion::Repr => "114",
        Conversion::Ascii => "97",
    }
}
