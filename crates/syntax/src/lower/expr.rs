//! Expressions.

use ruff_python_ast as r;
use ruff_text_size::{Ranged, TextRange};

use super::{Lower, Lowered};
use crate::ast::{
    Arguments, BoolOperator, CompareOperator, Comprehension, Constant, Expr, ExprKind, Keyword, Operator, UnaryOperator,
};
use crate::mistake::Mistake;
use crate::tokens::TokenKind;

impl Lower<'_> {
    pub(super) fn expr(&mut self, expr: &r::Expr) -> Lowered<Expr> {
        self.enter(expr.range())?;
        let kind = self.expr_kind(expr)?;
        self.leave();
        Ok(Expr { kind, range: self.range(expr.range()) })
    }

    pub(super) fn boxed(&mut self, expr: &r::Expr) -> Lowered<Box<Expr>> {
        Ok(Box::new(self.expr(expr)?))
    }

    pub(super) fn maybe(&mut self, expr: Option<&r::Expr>) -> Lowered<Option<Box<Expr>>> {
        match expr {
            Some(expr) => Ok(Some(self.boxed(expr)?)),
            None => Ok(None),
        }
    }

    pub(super) fn exprs(&mut self, exprs: &[r::Expr]) -> Lowered<Vec<Expr>> {
        Ok(each!(exprs, |expr| self.expr(expr)))
    }

    fn expr_kind(&mut self, expr: &r::Expr) -> Lowered<ExprKind> {
        match expr {
            r::Expr::BoolOp(_) | r::Expr::BinOp(_) | r::Expr::UnaryOp(_) | r::Expr::Compare(_) => self.operation(expr),
            r::Expr::Named(_) | r::Expr::Lambda(_) | r::Expr::If(_) => self.special_form(expr),
            r::Expr::Await(_) | r::Expr::Yield(_) | r::Expr::YieldFrom(_) => self.suspension(expr),
            r::Expr::Dict(_) | r::Expr::Set(_) | r::Expr::List(_) | r::Expr::Tuple(_) => self.display(expr),
            r::Expr::ListComp(_) | r::Expr::SetComp(_) | r::Expr::DictComp(_) | r::Expr::Generator(_) => {
                self.comprehended(expr)
            }
            r::Expr::Call(call) => self.call(call),
            r::Expr::Attribute(_) | r::Expr::Subscript(_) | r::Expr::Slice(_) | r::Expr::Starred(_) => {
                self.access(expr)
            }
            r::Expr::FString(string) => self.f_string(string),
            r::Expr::Name(name) => Ok(ExprKind::Name { id: name.id.to_string() }),
            _ => Ok(ExprKind::Constant { value: self.constant(expr)? }),
        }
    }

    fn operation(&mut self, expr: &r::Expr) -> Lowered<ExprKind> {
        match expr {
            r::Expr::BoolOp(e) => Ok(ExprKind::BoolOp { op: bool_operator(e.op), values: self.exprs(&e.values)? }),
            r::Expr::BinOp(e) => {
                Ok(ExprKind::BinOp { left: self.boxed(&e.left)?, op: operator(e.op), right: self.boxed(&e.right)? })
            }
            r::Expr::UnaryOp(e) => Ok(ExprKind::UnaryOp { op: unary_operator(e.op), operand: self.boxed(&e.operand)? }),
            r::Expr::Compare(e) => Ok(ExprKind::Compare {
                left: self.boxed(&e.left)?,
                ops: e.ops.iter().map(|op| compare_operator(*op)).collect(),
                comparators: self.exprs(&e.comparators)?,
            }),
            _ => unreachable!("{expr:?} has no operator"),
        }
    }

    fn special_form(&mut self, expr: &r::Expr) -> Lowered<ExprKind> {
        match expr {
            r::Expr::Named(e) => {
                Ok(ExprKind::NamedExpr { target: self.boxed(&e.target)?, value: self.boxed(&e.value)? })
            }
            r::Expr::Lambda(e) => {
                let args = match e.parameters.as_deref() {
                    Some(args) => self.arguments(args)?,
                    None => Arguments::default(),
                };
                Ok(ExprKind::Lambda { args: Box::new(args), body: self.boxed(&e.body)? })
            }
            r::Expr::If(e) => Ok(ExprKind::IfExp {
                test: self.boxed(&e.test)?,
                body: self.boxed(&e.body)?,
                orelse: self.boxed(&e.orelse)?,
            }),
            _ => unreachable!("{expr:?} is no special form"),
        }
    }

    fn suspension(&mut self, expr: &r::Expr) -> Lowered<ExprKind> {
        match expr {
            r::Expr::Await(e) => Ok(ExprKind::Await { value: self.boxed(&e.value)? }),
            r::Expr::Yield(e) => {
                self.check_bare_yield(e)?;
                Ok(ExprKind::Yield { value: self.maybe(e.value.as_deref())? })
            }
            r::Expr::YieldFrom(e) => Ok(ExprKind::YieldFrom { value: self.boxed(&e.value)? }),
            _ => unreachable!("{expr:?} suspends nothing"),
        }
    }

    /// The parser lets an operator or a comma follow a `yield` without value.
    fn check_bare_yield(&self, expr: &r::ExprYield) -> Lowered<()> {
        let behind = self.tokens.partition_point(|token| token.start < expr.end().to_usize());
        let alone = behind > 0 && self.text(&self.tokens[behind - 1]) == "yield";
        match self.tokens.get(behind) {
            Some(token) if alone && expr.value.is_none() => match (token.kind, self.text(token)) {
                (TokenKind::Newline, _) | (_, ")" | "]" | "}" | "=" | ";") => Ok(()),
                _ => Err(Box::new(Mistake::between("invalid syntax", token.start, token.end))),
            },
            _ => Ok(()),
        }
    }

    fn display(&mut self, expr: &r::Expr) -> Lowered<ExprKind> {
        match expr {
            r::Expr::Dict(e) => {
                let keys = each!(&e.items, |item: &r::DictItem| self.key(item.key.as_ref()));
                let values = each!(&e.items, |item: &r::DictItem| self.expr(&item.value));
                Ok(ExprKind::Dict { keys, values })
            }
            r::Expr::Set(e) => Ok(ExprKind::Set { elts: self.exprs(&e.elts)? }),
            r::Expr::List(e) => Ok(ExprKind::List { elts: self.exprs(&e.elts)? }),
            r::Expr::Tuple(e) => Ok(ExprKind::Tuple { elts: self.exprs(&e.elts)? }),
            _ => unreachable!("{expr:?} is no display"),
        }
    }

    fn comprehended(&mut self, expr: &r::Expr) -> Lowered<ExprKind> {
        match expr {
            r::Expr::ListComp(e) => {
                Ok(ExprKind::ListComp { elt: self.boxed(&e.elt)?, generators: self.generators(&e.generators)? })
            }
            r::Expr::SetComp(e) => {
                Ok(ExprKind::SetComp { elt: self.boxed(&e.elt)?, generators: self.generators(&e.generators)? })
            }
            r::Expr::Generator(e) => {
                Ok(ExprKind::GeneratorExp { elt: self.boxed(&e.elt)?, generators: self.generators(&e.generators)? })
            }
            r::Expr::DictComp(e) => {
                let key = e.key.as_deref().expect("a dict unpacking in a comprehension was reported by the parser");
                let (key, value) = (self.boxed(key)?, self.boxed(&e.value)?);
                Ok(ExprKind::DictComp { key, value, generators: self.generators(&e.generators)? })
            }
            _ => unreachable!("{expr:?} is no comprehension"),
        }
    }

    fn key(&mut self, key: Option<&r::Expr>) -> Lowered<Option<Expr>> {
        match key {
            Some(key) => Ok(Some(self.expr(key)?)),
            None => Ok(None),
        }
    }

    fn generators(&mut self, generators: &[r::Comprehension]) -> Lowered<Vec<Comprehension>> {
        Ok(each!(generators, |generator| self.generator(generator)))
    }

    fn generator(&mut self, generator: &r::Comprehension) -> Lowered<Comprehension> {
        Ok(Comprehension {
            target: self.expr(&generator.target)?,
            iter: self.expr(&generator.iter)?,
            ifs: self.exprs(&generator.ifs)?,
            is_async: generator.is_async,
        })
    }

    fn call(&mut self, call: &r::ExprCall) -> Lowered<ExprKind> {
        let func = self.boxed(&call.func)?;
        let mut args = self.exprs(&call.arguments.args)?;
        if let [r::Expr::Generator(generator)] = &*call.arguments.args {
            if !generator.parenthesized {
                // The call's parentheses are the generator expression's own as well.
                args[0].range = self.range(call.arguments.range);
            }
        }
        Ok(ExprKind::Call { func, args, keywords: self.keywords(&call.arguments.keywords)? })
    }

    pub(super) fn keywords(&mut self, keywords: &[r::Keyword]) -> Lowered<Vec<Keyword>> {
        Ok(each!(keywords, |keyword| self.keyword(keyword)))
    }

    fn keyword(&mut self, keyword: &r::Keyword) -> Lowered<Keyword> {
        Ok(Keyword {
            arg: keyword.arg.as_ref().map(|arg| arg.id.to_string()),
            value: self.expr(&keyword.value)?,
            range: self.range(keyword.range),
        })
    }

    fn access(&mut self, expr: &r::Expr) -> Lowered<ExprKind> {
        match expr {
            r::Expr::Attribute(e) => {
                Ok(ExprKind::Attribute { value: self.boxed(&e.value)?, attr: self.identifier(&e.attr) })
            }
            r::Expr::Subscript(e) => {
                Ok(ExprKind::Subscript { value: self.boxed(&e.value)?, slice: self.boxed(&e.slice)? })
            }
            r::Expr::Slice(e) => Ok(ExprKind::Slice {
                lower: self.maybe(e.lower.as_deref())?,
                upper: self.maybe(e.upper.as_deref())?,
                step: self.maybe(e.step.as_deref())?,
            }),
            r::Expr::Starred(e) => Ok(ExprKind::Starred { value: self.boxed(&e.value)? }),
            _ => unreachable!("{expr:?} is no access"),
        }
    }

    /// A literal of one value.
    pub(super) fn constant(&mut self, expr: &r::Expr) -> Lowered<Constant> {
        match expr {
            r::Expr::StringLiteral(e) => Ok(Constant::Str(e.value.to_str().to_owned())),
            r::Expr::BytesLiteral(e) => Ok(Constant::Bytes(e.value.bytes().collect())),
            r::Expr::NumberLiteral(e) => self.number(&e.value, e.range),
            r::Expr::BooleanLiteral(e) => Ok(if e.value { Constant::True } else { Constant::False }),
            r::Expr::NoneLiteral(_) => Ok(Constant::None),
            r::Expr::EllipsisLiteral(_) => Ok(Constant::Ellipsis),
            _ => unreachable!("the parser reported this expression as newer than the program's Python: {expr:?}"),
        }
    }

    /// A stretch in the parser's offsets as text.
    pub(super) fn slice(&self, range: TextRange) -> &str {
        &self.source.text()[range.start().to_usize()..range.end().to_usize()]
    }
}

pub(super) fn operator(op: r::Operator) -> Operator {
    match op {
        r::Operator::Add => Operator::Add,
        r::Operator::Sub => Operator::Sub,
        r::Operator::Mult => Operator::Mult,
        r::Operator::MatMult => Operator::MatMult,
        r::Operator::Div => Operator::Div,
        r::Operator::Mod => Operator::Mod,
        r::Operator::Pow => Operator::Pow,
        r::Operator::LShift => Operator::LShift,
        r::Operator::RShift => Operator::RShift,
        r::Operator::BitOr => Operator::BitOr,
        r::Operator::BitXor => Operator::BitXor,
        r::Operator::BitAnd => Operator::BitAnd,
        r::Operator::FloorDiv => Operator::FloorDiv,
    }
}

fn bool_operator(op: r::BoolOp) -> BoolOperator {
    match op {
        r::BoolOp::And => BoolOperator::And,
        r::BoolOp::Or => BoolOperator::Or,
    }
}

fn unary_operator(op: r::UnaryOp) -> UnaryOperator {
    match op {
        r::UnaryOp::Invert => UnaryOperator::Invert,
        r::UnaryOp::Not => UnaryOperator::Not,
        r::UnaryOp::UAdd => UnaryOperator::UAdd,
        r::UnaryOp::USub => UnaryOperator::USub,
    }
}

fn compare_operator(op: r::CmpOp) -> CompareOperator {
    match op {
        r::CmpOp::Eq => CompareOperator::Eq,
        r::CmpOp::NotEq => CompareOperator::NotEq,
        r::CmpOp::Lt => CompareOperator::Lt,
        r::CmpOp::LtE => CompareOperator::LtE,
        r::CmpOp::Gt => CompareOperator::Gt,
        r::CmpOp::GtE => CompareOperator::GtE,
        r::CmpOp::Is => CompareOperator::Is,
        r::CmpOp::IsNot => CompareOperator::IsNot,
        r::CmpOp::In => CompareOperator::In,
        r::CmpOp::NotIn => CompareOperator::NotIn,
    }
}
