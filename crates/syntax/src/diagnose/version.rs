//! Syntax that is newer than the program's Python.

use ruff_python_parser::{UnsupportedSyntaxError, UnsupportedSyntaxErrorKind as Kind};
use ruff_text_size::Ranged;

use super::grammar::tokens;
use super::view::View;
use crate::mistake::Mistake;

/// CPython's mistake for newer syntax, and the token that CPython's parser failed at.
pub(super) fn mistake(view: View, error: &UnsupportedSyntaxError) -> (Mistake, usize) {
    let (first, end) = tokens(view, error.range());
    match error.kind {
        Kind::UnparenthesizedExceptionTypes => {
            let named = view.is(end, "as") && view.is_name(end + 1);
            let last = if named { end + 1 } else { end - 1 };
            (view.over("multiple exception types must be parenthesized", first, last), end)
        }
        Kind::UnpackingInComprehension(_) if view.is(first, "**") => {
            (view.here("dict unpacking cannot be used in dict comprehension", first), end)
        }
        Kind::UnpackingInComprehension(_) => {
            (view.over("iterable unpacking cannot be used in comprehension", first, end - 1), end)
        }
        Kind::TypeParameterList if view.is(view.statement(first), "class") => (view.generic(first), first),
        Kind::TypeParameterList => (view.here("expected '('", first), first),
        Kind::TypeAliasStatement => (view.generic(first + 1), first + 1),
        Kind::ExceptStar => {
            let star = (first..end).find(|at| view.is(*at, "*")).unwrap_or(first);
            (view.generic(star), star)
        }
        Kind::StarAnnotation | Kind::StarExpressionInIndex => (view.generic(first), first),
        Kind::TemplateStrings => (view.generic(first + 1), first + 1),
        _ => (view.generic(first), first),
    }
}

/// Words that CPython's grammar has since 3.11, and how many tokens behind what they mark 3.10 finds invalid syntax.
const SINCE_311: [(&str, usize); 11] = [
    ("* argument may appear only once", 0),
    ("/ may appear only once", 0),
    ("/ must be ahead of *", 0),
    ("at least one argument must precede /", 0),
    ("arguments cannot follow var-keyword argument", 0),
    ("var-positional argument cannot have default value", 0),
    ("var-keyword argument cannot have default value", 0),
    ("Function parameters cannot be parenthesized", 0),
    ("Lambda expression parameters cannot be parenthesized", 0),
    ("expected default value expression", 1),
    ("expected '('", 0),
];

/// What 3.10 says of a mistake. It knows fewer words, and no `except*`.
pub(super) fn before_311(view: View, found: Mistake) -> Mistake {
    let star = (1..view.tokens.len()).find(|at| view.is(*at, "*") && view.is(at - 1, "except"));
    if let Some(star) = star.filter(|star| view.start(star - 1) <= found.start()) {
        return view.generic(star);
    }
    if found.message().starts_with("f-string: expression required before") {
        return found.saying("f-string: empty expression not allowed");
    }
    let newer = SINCE_311.iter().find(|(words, _)| *words == found.message());
    let marked = view.tokens.iter().position(|token| token.start >= found.start());
    match (newer, marked) {
        (Some((_, behind)), Some(marked)) => view.generic(marked + behind),
        _ => found,
    }
}
