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
