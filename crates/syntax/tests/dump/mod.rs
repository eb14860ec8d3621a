//! The tree as one line a statement, in the words of `record.py`'s `dump`.

mod expr;

use expr::{alias, arguments, expr, exprs, keywords, maybe, place};
use syntax::ast::*;

/// `(Name place field field …)`, or the name alone when there is nothing to tell.
pub fn node(name: &str, range: Option<Range>, fields: &[String]) -> String {
    let place = range.map(place);
    let parts: Vec<&str> =
        std::iter::once(name).chain(place.as_deref()).chain(fields.iter().map(String::as_str)).collect();
    match parts.len() {
        1 => name.to_owned(),
        _ => format!("({})", parts.join(" ")),
    }
}

/// `[item item …]`.
pub fn list<T>(items: &[T], item: impl Fn(&T) -> String) -> String {
    format!("[{}]", items.iter().map(item).collect::<Vec<_>>().join(" "))
}

/// A string in quotes with everything but plain ASCII escaped.
pub fn quote(text: &str) -> String {
    let plain = |c| matches!(c, ' ' | '!' | '#'..='[' | ']'..='~');
    let escaped = text.chars().map(|c| if plain(c) { c.to_string() } else { format!("\\u{{{:x}}}", c as u32) });
    format!("\"{}\"", escaped.collect::<String>())
}

fn maybe_quote(text: &Option<String>) -> String {
    text.as_deref().map_or("None".into(), quote)
}

fn names(names: &[String]) -> String {
    list(names, |name| quote(name))
}

fn suite(body: &[Stmt]) -> String {
    list(body, stmt)
}

/// `Name` or `AsyncName`.
fn asynchronous(name: &str, is_async: bool) -> String {
    if is_async {
        format!("Async{name}")
    } else {
        name.to_owned()
    }
}

/// A statement.
pub fn stmt(stmt: &Stmt) -> String {
    let (name, fields) = match &stmt.kind {
        StmtKind::FunctionDef(def) => return function(def, stmt.range),
        StmtKind::ClassDef(def) => return class(def, stmt.range),
        StmtKind::Return { value } => ("Return".into(), vec![maybe(value)]),
        StmtKind::Delete { targets } => ("Delete".into(), vec![exprs(targets)]),
        StmtKind::Assign { targets, value } => ("Assign".into(), vec![exprs(targets), expr(value)]),
        StmtKind::AugAssign { target, op, value } => {
            ("AugAssign".into(), vec![expr(target), format!("{op:?}"), expr(value)])
        }
        StmtKind::AnnAssign { target, annotation, value, simple } => {
            let simple = u8::from(*simple).to_string();
            ("AnnAssign".into(), vec![expr(target), expr(annotation), maybe(value), simple])
        }
        StmtKind::Raise { exc, cause } => ("Raise".into(), vec![maybe(exc), maybe(cause)]),
        StmtKind::Assert { test, msg } => ("Assert".into(), vec![expr(test), maybe(msg)]),
        StmtKind::Import { names } => ("Import".into(), vec![list(names, alias)]),
        StmtKind::ImportFrom { module, names, level } => {
            ("ImportFrom".into(), vec![maybe_quote(module), list(names, alias), level.to_string()])
        }
        StmtKind::Global { names: list } => ("Global".into(), vec![names(list)]),
        StmtKind::Nonlocal { names: list } => ("Nonlocal".into(), vec![names(list)]),
        StmtKind::Expr { value } => ("Expr".into(), vec![expr(value)]),
        StmtKind::Pass => ("Pass".into(), vec![]),
        StmtKind::Break => ("Break".into(), vec![]),
        StmtKind::Continue => ("Continue".into(), vec![]),
        block => compound(block),
    };
    node(&name, Some(stmt.range), &fields)
}

fn compound(kind: &StmtKind) -> (String, Vec<String>) {
    match kind {
        StmtKind::For { target, iter, body, orelse, is_async } => {
            let fields = vec![expr(target), expr(iter), suite(body), suite(orelse)];
            (asynchronous("For", *is_async), fields)
        }
        StmtKind::While { test, body, orelse } => ("While".into(), vec![expr(test), suite(body), suite(orelse)]),
        StmtKind::If { test, body, orelse } => ("If".into(), vec![expr(test), suite(body), suite(orelse)]),
        StmtKind::With { items, body, is_async } => {
            (asynchronous("With", *is_async), vec![list(items, with_item), suite(body)])
        }
        StmtKind::Match { subject, cases } => ("Match".into(), vec![expr(subject), list(cases, case)]),
        StmtKind::Try { body, handlers, orelse, finalbody, is_star } => {
            let name = if *is_star { "TryStar" } else { "Try" };
            (name.into(), vec![suite(body), list(handlers, handler), suite(orelse), suite(finalbody)])
        }
        simple => panic!("{simple:?} is no compound statement"),
    }
}

fn function(def: &FunctionDef, range: Range) -> String {
    let returns = def.returns.as_ref().map_or("None".into(), expr);
    let fields = [quote(&def.name.name), arguments(&def.args), suite(&def.body), exprs(&def.decorator_list), returns];
    node(&asynchronous("FunctionDef", def.is_async), Some(range), &fields)
}

fn class(def: &ClassDef, range: Range) -> String {
    let fields = [
        quote(&def.name.name),
        exprs(&def.bases),
        keywords(&def.keywords),
        suite(&def.body),
        exprs(&def.decorator_list),
    ];
    node("ClassDef", Some(range), &fields)
}

fn with_item(item: &WithItem) -> String {
    let vars = item.optional_vars.as_ref().map_or("None".into(), expr);
    node("withitem", None, &[expr(&item.context_expr), vars])
}

fn handler(handler: &ExceptHandler) -> String {
    let typ = handler.typ.as_ref().map_or("None".into(), expr);
    node("ExceptHandler", Some(handler.range), &[typ, maybe_quote(&handler.name), suite(&handler.body)])
}

fn case(case: &MatchCase) -> String {
    let guard = case.guard.as_ref().map_or("None".into(), expr);
    node("match_case", None, &[pattern(&case.pattern), guard, suite(&case.body)])
}

fn pattern(of: &Pattern) -> String {
    let patterns = |of: &[Pattern]| list(of, pattern);
    let (name, fields) = match &of.kind {
        PatternKind::MatchValue { value } => ("MatchValue", vec![expr(value)]),
        PatternKind::MatchSingleton { value } => ("MatchSingleton", vec![expr::constant(value)]),
        PatternKind::MatchSequence { patterns: items } => ("MatchSequence", vec![patterns(items)]),
        PatternKind::MatchMapping { keys, patterns: items, rest } => {
            ("MatchMapping", vec![exprs(keys), patterns(items), maybe_quote(rest)])
        }
        PatternKind::MatchClass { cls, patterns: items, kwd_attrs, kwd_patterns } => {
            ("MatchClass", vec![expr(cls), patterns(items), names(kwd_attrs), patterns(kwd_patterns)])
        }
        PatternKind::MatchStar { name } => ("MatchStar", vec![maybe_quote(name)]),
        PatternKind::MatchAs { pattern: inner, name } => {
            ("MatchAs", vec![inner.as_deref().map_or("None".into(), pattern), maybe_quote(name)])
        }
        PatternKind::MatchOr { patterns: items } => ("MatchOr", vec![patterns(items)]),
    };
    node(name, Some(of.range), &fields)
}
