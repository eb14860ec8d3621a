//! Parameters of functions and lambdas.

use ruff_python_parser::ParseErrorType as E;
use ruff_text_size::TextRange;

use super::grammar::tokens;
use super::view::View;
use crate::mistake::Mistake;

/// Whether a mistake of the parser's is about parameters.
pub(super) fn is_about(error: &E) -> bool {
    use E::{
        ExpectedKeywordParam, NonDefaultParamAfterDefaultParam, ParamAfterVarKeywordParam, VarParameterWithDefault,
    };
    matches!(
        error,
        ExpectedKeywordParam | NonDefaultParamAfterDefaultParam | ParamAfterVarKeywordParam | VarParameterWithDefault
    )
}

/// CPython's mistake for one of these.
pub(super) fn mistake(view: View, error: &E, at: usize, range: TextRange) -> Mistake {
    match error {
        E::ExpectedKeywordParam => bare_star(view, at),
        E::NonDefaultParamAfterDefaultParam => {
            let (first, end) = tokens(view, range);
            view.over("non-default argument follows default argument", first, end - 1)
        }
        E::VarParameterWithDefault => {
            let star = (0..at).rev().find(|index| view.is_any(*index, &["*", "**"])).unwrap_or(at);
            let which = if view.is(star, "*") { "var-positional" } else { "var-keyword" };
            view.here(format!("{which} argument cannot have default value"), at)
        }
        _ => view.here("arguments cannot follow var-keyword argument", at),
    }
}

/// A `*` without parameters behind it. CPython marks the star of a function and what follows the
/// star of a lambda.
fn bare_star(view: View, at: usize) -> Mistake {
    let star = if view.is(at, "*") { at } else { (0..at).rev().find(|index| view.is(*index, "*")).unwrap_or(at) };
    let behind = if view.is(star + 1, ",") { star + 2 } else { star + 1 };
    if !view.is_any(behind, &[")", ":", "**"]) {
        return view.generic(behind);
    }
    let lambda = view.bracket(star).is_none_or(|open| !(open > 1 && view.is(open - 2, "def")));
    view.here("named arguments must follow bare *", if lambda { behind } else { star })
}

/// `def f(a, (b, c))`: a bracket of names at `at` among parameters.
pub(super) fn parenthesized(view: View, at: usize) -> Option<Mistake> {
    let close = view.closing(at).filter(|_| view.is(at, "("))?;
    let names = close > at + 1 && (at + 1..close).all(|index| view.is_name(index) || view.is(index, ","));
    let in_def = view.bracket(at).is_some_and(|open| open > 1 && view.is(open - 2, "def"));
    let colon = |index: &usize| view.is(*index, ":") || view.is_layout(*index);
    let lambda = (0..at).rev().take_while(|index| !colon(index)).any(|index| view.is(index, "lambda"));
    let who = match (in_def, lambda) {
        (true, false) => "Function",
        (_, true) => "Lambda expression",
        (false, false) => return None,
    };
    names.then(|| view.over(format!("{who} parameters cannot be parenthesized"), at, close))
}

const SLASH_FIRST: &str = "Position-only parameter separator not allowed as first parameter";
const SLASH_TWICE: &str = "Only one '/' separator allowed";
const SLASH_LATE: &str = "'/' parameter must appear before '*' parameter";
const STAR_TWICE: &str = "Only one '*' parameter allowed";

/// Whether these words of the parser's are about parameters.
pub(super) fn knows(words: &str) -> bool {
    [SLASH_FIRST, SLASH_TWICE, SLASH_LATE, STAR_TWICE].contains(&words)
}

/// CPython's mistake for these words.
pub(super) fn from_words(view: View, words: &str, at: usize) -> Mistake {
    let open = view.bracket(at).unwrap_or_else(|| view.statement(at));
    let starred = (open..at).any(|index| view.is(index, "*"));
    match words {
        STAR_TWICE => view.here("* argument may appear only once", at),
        SLASH_FIRST | SLASH_TWICE | SLASH_LATE if starred => view.here("/ must be ahead of *", at),
        SLASH_TWICE => view.here("/ may appear only once", at),
        _ => view.here("at least one argument must precede /", at),
    }
}
