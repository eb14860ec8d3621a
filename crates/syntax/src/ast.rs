//! The tree of a Python 3.11 program: CPython's `ast` module in Rust.
//!
//! Names, fields and ranges are those of CPython's `Python.asdl`, so that its documentation is
//! this file's as well. Three things differ: the async variants of a node are its `is_async`
//! field, contexts (`Load`, `Store`, `Del`) are left to where a node stands, and the `kind` of a
//! constant (`u"…"`) and type comments are not kept.
//!
//! The tree is owned data without references into the source. [`crate::parse`] bounds its depth,
//! so that walking, cloning and dropping it by plain recursion is safe on a small stack.

pub use crate::range::Range;

/// A whole file.
#[derive(Clone, Debug, PartialEq)]
pub struct Module {
    /// The file's statements.
    pub body: Vec<Stmt>,
}

/// A name together with the place where it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// The name, NFKC-normalized as CPython does.
    pub name: String,
    /// Where the name alone stands.
    pub range: Range,
}

/// A statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Stmt {
    /// What it is.
    pub kind: StmtKind,
    /// Its stretch of source; a decorated `def` or `class` begins at that keyword.
    pub range: Range,
}

/// What a statement is.
#[derive(Clone, Debug, PartialEq)]
pub enum StmtKind {
    /// `def` and `async def`.
    FunctionDef(Box<FunctionDef>),
    /// `class`.
    ClassDef(Box<ClassDef>),
    /// `return value`.
    Return {
        /// What is returned.
        value: Option<Box<Expr>>,
    },
    /// `del a, b`.
    Delete {
        /// What is deleted, at least one.
        targets: Vec<Expr>,
    },
    /// `a = b = value`.
    Assign {
        /// The targets from left to right, at least one.
        targets: Vec<Expr>,
        /// The value.
        value: Box<Expr>,
    },
    /// `target op= value`.
    AugAssign {
        /// A name, attribute or subscript.
        target: Box<Expr>,
        /// The operator.
        op: Operator,
        /// The right side.
        value: Box<Expr>,
    },
    /// `target: annotation = value`.
    AnnAssign {
        /// A name, attribute or subscript.
        target: Box<Expr>,
        /// The annotation.
        annotation: Box<Expr>,
        /// The value, if there is one.
        value: Option<Box<Expr>>,
        /// Whether the target is a bare name without parentheses (only these are declared).
        simple: bool,
    },
    /// `for` and `async for`.
    For {
        /// What is bound in each turn.
        target: Box<Expr>,
        /// What is iterated.
        iter: Box<Expr>,
        /// The loop's body.
        body: Vec<Stmt>,
        /// The `else` branch, or empty.
        orelse: Vec<Stmt>,
        /// Whether it is `async for`.
        is_async: bool,
    },
    /// `while`.
    While {
        /// The condition.
        test: Box<Expr>,
        /// The loop's body.
        body: Vec<Stmt>,
        /// The `else` branch, or empty.
        orelse: Vec<Stmt>,
    },
    /// `if`; an `elif` is an `If` alone in `orelse`, as in CPython.
    If {
        /// The condition.
        test: Box<Expr>,
        /// The branch taken when it is true.
        body: Vec<Stmt>,
        /// The other branch, or empty.
        orelse: Vec<Stmt>,
    },
    /// `with` and `async with`.
    With {
        /// The context managers, at least one.
        items: Vec<WithItem>,
        /// The body.
        body: Vec<Stmt>,
        /// Whether it is `async with`.
        is_async: bool,
    },
    /// `match`.
    Match {
        /// What is matched.
        subject: Box<Expr>,
        /// The cases, at least one.
        cases: Vec<MatchCase>,
    },
    /// `raise exc from cause`.
    Raise {
        /// The exception.
        exc: Option<Box<Expr>>,
        /// Its cause.
        cause: Option<Box<Expr>>,
    },
    /// `try`, with `except` or with `except*`.
    Try {
        /// The guarded body.
        body: Vec<Stmt>,
        /// The handlers.
        handlers: Vec<ExceptHandler>,
        /// The `else` branch, or empty.
        orelse: Vec<Stmt>,
        /// The `finally` branch, or empty.
        finalbody: Vec<Stmt>,
        /// Whether the handlers are `except*` (CPython's `TryStar`).
        is_star: bool,
    },
    /// `assert test, msg`.
    Assert {
        /// What must be true.
        test: Box<Expr>,
        /// What the AssertionError carries.
        msg: Option<Box<Expr>>,
    },
    /// `import a.b as c, d`.
    Import {
        /// The modules, at least one.
        names: Vec<Alias>,
    },
    /// `from module import a as b`.
    ImportFrom {
        /// The module's dotted name; none in `from . import a`.
        module: Option<String>,
        /// The names; `*` is an alias of that name.
        names: Vec<Alias>,
        /// The number of leading dots.
        level: u32,
    },
    /// `global a, b`.
    Global {
        /// The names.
        names: Vec<String>,
    },
    /// `nonlocal a, b`.
    Nonlocal {
        /// The names.
        names: Vec<String>,
    },
    /// An expression as a statement.
    Expr {
        /// The expression.
        value: Box<Expr>,
    },
    /// `pass`.
    Pass,
    /// `break`.
    Break,
    /// `continue`.
    Continue,
}

/// `def name(args) -> returns: body`, or `async def`.
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionDef {
    /// The function's name and its place.
    pub name: Identifier,
    /// The parameters.
    pub args: Arguments,
    /// The body, at least one statement.
    pub body: Vec<Stmt>,
    /// The decorators from top to bottom, without their `@`.
    pub decorator_list: Vec<Expr>,
    /// The annotation of the result.
    pub returns: Option<Expr>,
    /// Whether it is `async def`.
    pub is_async: bool,
}

/// `class name(bases, keywords): body`.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassDef {
    /// The class's name and its place.
    pub name: Identifier,
    /// The positional arguments, starred ones among them.
    pub bases: Vec<Expr>,
    /// The keyword arguments, `metaclass` among them.
    pub keywords: Vec<Keyword>,
    /// The body, at least one statement.
    pub body: Vec<Stmt>,
    /// The decorators from top to bottom, without their `@`.
    pub decorator_list: Vec<Expr>,
}

/// `context_expr as optional_vars` of a `with`.
#[derive(Clone, Debug, PartialEq)]
pub struct WithItem {
    /// The context manager.
    pub context_expr: Expr,
    /// What `as` binds.
    pub optional_vars: Option<Expr>,
}

/// `except typ as name: body`.
#[derive(Clone, Debug, PartialEq)]
pub struct ExceptHandler {
    /// What is caught; none in a bare `except:`.
    pub typ: Option<Expr>,
    /// The name that is bound for the body.
    pub name: Option<String>,
    /// The body, at least one statement.
    pub body: Vec<Stmt>,
    /// From `except` to the end of the body.
    pub range: Range,
}

/// `name as asname` of an import.
#[derive(Clone, Debug, PartialEq)]
pub struct Alias {
    /// The name; dotted in `import a.b`, `*` in a star import.
    pub name: String,
    /// What it is bound to.
    pub asname: Option<String>,
    /// Its stretch of source.
    pub range: Range,
}

/// `case pattern if guard: body`.
#[derive(Clone, Debug, PartialEq)]
pub struct MatchCase {
    /// The pattern.
    pub pattern: Pattern,
    /// The condition behind `if`.
    pub guard: Option<Expr>,
    /// The body, at least one statement.
    pub body: Vec<Stmt>,
}

/// A pattern of a `case`.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// What it is.
    pub kind: PatternKind,
    /// Its stretch of source.
    pub range: Range,
}

/// What a pattern is.
#[derive(Clone, Debug, PartialEq)]
pub enum PatternKind {
    /// A literal or dotted name, compared with `==`.
    MatchValue {
        /// The value.
        value: Box<Expr>,
    },
    /// `None`, `True` or `False`, compared with `is`.
    MatchSingleton {
        /// The constant.
        value: Constant,
    },
    /// `[a, *b]` or `(a, b)`.
    MatchSequence {
        /// The items, at most one `MatchStar` among them.
        patterns: Vec<Pattern>,
    },
    /// `{key: pattern, **rest}`.
    MatchMapping {
        /// The keys.
        keys: Vec<Expr>,
        /// The patterns of the values, as many as keys.
        patterns: Vec<Pattern>,
        /// The name behind `**`.
        rest: Option<String>,
    },
    /// `cls(patterns, kwd_attrs=kwd_patterns)`.
    MatchClass {
        /// The class.
        cls: Box<Expr>,
        /// The positional patterns.
        patterns: Vec<Pattern>,
        /// The attributes of the keyword patterns.
        kwd_attrs: Vec<String>,
        /// The keyword patterns, as many as attributes.
        kwd_patterns: Vec<Pattern>,
    },
    /// `*name` in a sequence; no name for `*_`.
    MatchStar {
        /// The name that is bound.
        name: Option<String>,
    },
    /// `pattern as name`, a capture (no pattern) or the wildcard `_` (neither).
    MatchAs {
        /// The pattern before `as`.
        pattern: Option<Box<Pattern>>,
        /// The name that is bound.
        name: Option<String>,
    },
    /// `a | b`.
    MatchOr {
        /// The alternatives, at least two.
        patterns: Vec<Pattern>,
    },
}

mod expr;
pub use expr::*;
