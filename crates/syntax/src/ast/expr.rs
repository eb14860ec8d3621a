//! Expressions and what stands only within them.

use super::{Identifier, Range};

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Its stretch of source, without the parentheses around it (a tuple's and a generator
    /// expression's own parentheses belong to it).
    pub range: Range,
}

/// What an expression is.
#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// `a and b and c`.
    BoolOp {
        /// The operator.
        op: BoolOperator,
        /// The operands, at least two.
        values: Vec<Expr>,
    },
    /// `target := value`.
    NamedExpr {
        /// A name.
        target: Box<Expr>,
        /// The value.
        value: Box<Expr>,
    },
    /// `left op right`.
    BinOp {
        /// The left operand.
        left: Box<Expr>,
        /// The operator.
        op: Operator,
        /// The right operand.
        right: Box<Expr>,
    },
    /// `op operand`.
    UnaryOp {
        /// The operator.
        op: UnaryOperator,
        /// The operand.
        operand: Box<Expr>,
    },
    /// `lambda args: body`.
    Lambda {
        /// The parameters.
        args: Box<Arguments>,
        /// The result.
        body: Box<Expr>,
    },
    /// `body if test else orelse`.
    IfExp {
        /// The condition.
        test: Box<Expr>,
        /// The value when it is true.
        body: Box<Expr>,
        /// The value when it is false.
        orelse: Box<Expr>,
    },
    /// `{key: value, **mapping}`.
    Dict {
        /// The keys; none where a mapping is unpacked.
        keys: Vec<Option<Expr>>,
        /// The values, as many as keys.
        values: Vec<Expr>,
    },
    /// `{a, b}`.
    Set {
        /// The items, at least one.
        elts: Vec<Expr>,
    },
    /// `[elt for … in …]`.
    ListComp {
        /// The item.
        elt: Box<Expr>,
        /// The loops from outer to inner, at least one.
        generators: Vec<Comprehension>,
    },
    /// `{elt for … in …}`.
    SetComp {
        /// The item.
        elt: Box<Expr>,
        /// The loops from outer to inner, at least one.
        generators: Vec<Comprehension>,
    },
    /// `{key: value for … in …}`.
    DictComp {
        /// The key.
        key: Box<Expr>,
        /// The value.
        value: Box<Expr>,
        /// The loops from outer to inner, at least one.
        generators: Vec<Comprehension>,
    },
    /// `(elt for … in …)`.
    GeneratorExp {
        /// The item.
        elt: Box<Expr>,
        /// The loops from outer to inner, at least one.
        generators: Vec<Comprehension>,
    },
    /// `await value`.
    Await {
        /// What is awaited.
        value: Box<Expr>,
    },
    /// `yield value`.
    Yield {
        /// What is yielded.
        value: Option<Box<Expr>>,
    },
    /// `yield from value`.
    YieldFrom {
        /// What is delegated to.
        value: Box<Expr>,
    },
    /// `left op a op b`.
    Compare {
        /// The first operand.
        left: Box<Expr>,
        /// The operators, at least one.
        ops: Vec<CompareOperator>,
        /// The other operands, as many as operators.
        comparators: Vec<Expr>,
    },
    /// `func(args, keywords)`.
    Call {
        /// What is called.
        func: Box<Expr>,
        /// The positional arguments, starred ones among them.
        args: Vec<Expr>,
        /// The keyword arguments and `**` unpackings.
        keywords: Vec<Keyword>,
    },
    /// `{value!conversion:format_spec}` of an f-string.
    FormattedValue {
        /// The value.
        value: Box<Expr>,
        /// What is applied to the value first.
        conversion: Conversion,
        /// The format, always a [`ExprKind::JoinedStr`]; none when there is no colon.
        format_spec: Option<Box<Expr>>,
    },
    /// An f-string: constants that are strings, and formatted values.
    JoinedStr {
        /// The parts; no two constants stand beside each other, none is empty.
        values: Vec<Expr>,
    },
    /// A literal.
    Constant {
        /// Its value.
        value: Constant,
    },
    /// `value.attr`.
    Attribute {
        /// The object.
        value: Box<Expr>,
        /// The attribute and its place.
        attr: Identifier,
    },
    /// `value[slice]`.
    Subscript {
        /// The object.
        value: Box<Expr>,
        /// The index; a tuple when there are commas.
        slice: Box<Expr>,
    },
    /// `*value` in a call, a display or an assignment's target.
    Starred {
        /// What is unpacked, or bound to the rest.
        value: Box<Expr>,
    },
    /// A name.
    Name {
        /// The name, NFKC-normalized.
        id: String,
    },
    /// `[a, b]`.
    List {
        /// The items.
        elts: Vec<Expr>,
    },
    /// `a, b` or `(a, b)`.
    Tuple {
        /// The items.
        elts: Vec<Expr>,
    },
    /// `lower:upper:step` in a subscript.
    Slice {
        /// Before the first colon.
        lower: Option<Box<Expr>>,
        /// Behind the first colon.
        upper: Option<Box<Expr>>,
        /// Behind the second colon.
        step: Option<Box<Expr>>,
    },
}

/// The value of a literal.
#[derive(Clone, Debug, PartialEq)]
pub enum Constant {
    /// `None`.
    None,
    /// `True`.
    True,
    /// `False`.
    False,
    /// `...`.
    Ellipsis,
    /// An integer that fits in 64 bits; never negative, since the sign is an operator.
    Int(i64),
    /// A larger integer, in decimal digits without a leading zero.
    BigInt(String),
    /// A float.
    Float(f64),
    /// An imaginary number, by its imaginary part.
    Complex(f64),
    /// A string.
    Str(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

/// `and`, `or`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoolOperator {
    /// `and`.
    And,
    /// `or`.
    Or,
}

/// A binary operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `+`.
    Add,
    /// `-`.
    Sub,
    /// `*`.
    Mult,
    /// `@`.
    MatMult,
    /// `/`.
    Div,
    /// `%`.
    Mod,
    /// `**`.
    Pow,
    /// `<<`.
    LShift,
    /// `>>`.
    RShift,
    /// `|`.
    BitOr,
    /// `^`.
    BitXor,
    /// `&`.
    BitAnd,
    /// `//`.
    FloorDiv,
}

/// A unary operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOperator {
    /// `~`.
    Invert,
    /// `not`.
    Not,
    /// `+`.
    UAdd,
    /// `-`.
    USub,
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareOperator {
    /// `==`.
    Eq,
    /// `!=`.
    NotEq,
    /// `<`.
    Lt,
    /// `<=`.
    LtE,
    /// `>`.
    Gt,
    /// `>=`.
    GtE,
    /// `is`.
    Is,
    /// `is not`.
    IsNot,
    /// `in`.
    In,
    /// `not in`.
    NotIn,
}

/// What an f-string applies to a value before it formats it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conversion {
    /// Nothing (`-1` in CPython).
    None,
    /// `!s`.
    Str,
    /// `!r`, also what `{x=}` means without a format.
    Repr,
    /// `!a`.
    Ascii,
}

/// `for target in iter if …` of a comprehension.
#[derive(Clone, Debug, PartialEq)]
pub struct Comprehension {
    /// What is bound in each turn.
    pub target: Expr,
    /// What is iterated.
    pub iter: Expr,
    /// The conditions.
    pub ifs: Vec<Expr>,
    /// Whether it is `async for`.
    pub is_async: bool,
}

/// The parameters of a function or lambda.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Arguments {
    /// Positional-only parameters.
    pub posonlyargs: Vec<Arg>,
    /// Parameters by position or keyword.
    pub args: Vec<Arg>,
    /// `*args`.
    pub vararg: Option<Arg>,
    /// Keyword-only parameters.
    pub kwonlyargs: Vec<Arg>,
    /// The defaults of the keyword-only parameters, one each; none where it is required.
    pub kw_defaults: Vec<Option<Expr>>,
    /// `**kwargs`.
    pub kwarg: Option<Arg>,
    /// The defaults of the last positional parameters.
    pub defaults: Vec<Expr>,
}

/// A parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Arg {
    /// The name.
    pub arg: String,
    /// The annotation.
    pub annotation: Option<Box<Expr>>,
    /// The name with its annotation, without star or default.
    pub range: Range,
}

/// `arg=value` or `**value`.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyword {
    /// The parameter's name; none for `**`.
    pub arg: Option<String>,
    /// The value.
    pub value: Expr,
    /// Its stretch of source.
    pub range: Range,
}
