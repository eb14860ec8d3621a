//! Each kind of the parser's mistakes, and who knows CPython's words for it.

use ruff_python_ast::token::TokenKind as Kind;
use ruff_python_ast::Mod;
use ruff_python_parser::{ParseError, ParseErrorType as E, Parsed};
use ruff_text_size::{Ranged, TextRange};

use super::view::View;
use super::{blocks, forms, params, targets, version};
use crate::mistake::Mistake;

/// CPython's mistake for the parser's first, and the token that CPython's parser failed at.
pub(super) fn first(view: View, parsed: &Parsed<Mod>) -> (Mistake, usize) {
    let error = parsed.errors().first();
    let newer = parsed.unsupported_syntax_errors().iter().min_by_key(|error| error.range().start());
    match (error, newer) {
        (Some(error), Some(newer)) if newer.range().start() < error.location.start() => version::mistake(view, newer),
        (Some(error), _) => {
            let at = view.at(error.location.start());
            (mistake(view, error, at), at)
        }
        (None, Some(newer)) => version::mistake(view, newer),
        (None, None) => unreachable!("asked for the mistake of a program without one"),
    }
}

fn mistake(view: View, error: &ParseError, at: usize) -> Mistake {
    let range = error.location;
    match &error.error {
        E::InvalidAssignmentTarget => targets::assigned(view, tokens(view, range)),
        E::InvalidAugmentedAssignmentTarget => targets::augmented(view, tokens(view, range)),
        E::InvalidAnnotatedAssignmentTarget => targets::annotated(view, tokens(view, range)),
        E::InvalidDeleteTarget => targets::deleted(view, tokens(view, range)),
        E::InvalidNamedAssignmentTarget => targets::named(view, tokens(view, range)),
        E::UnexpectedIndentation => view.generic(at),
        E::ExpectedToken { expected, .. } => expected_token(view, *expected, at),
        E::PositionalAfterKeywordArgument | E::PositionalAfterKeywordUnpacking => {
            let (what, end) = match error.error {
                E::PositionalAfterKeywordArgument => ("keyword argument", view.bracket(at)),
                _ => ("keyword argument unpacking", view.bracket(at)),
            };
            let close = end.and_then(|open| view.closing(open)).unwrap_or(at);
            view.here(format!("positional argument follows {what}"), close)
        }
        E::InvalidArgumentUnpackingOrder => {
            view.here("iterable argument unpacking follows keyword argument unpacking", at)
        }
        E::UnparenthesizedGeneratorExpression => {
            let (first, end) = tokens(view, range);
            if !view.is_any(end, &[",", ")"]) {
                return view.generic(end);
            }
            view.over("Generator expression must be parenthesized", first, end - 1)
        }
        E::ExpectedExpression => forms::missing_expression(view, at),
        E::InvalidStarredExpressionUsage => forms::starred(view, at, tokens(view, range)),
        // CPython has read what stands before the comma when it fails.
        E::UnparenthesizedTupleExpression => view.generic(next_comma(view, at)),
        E::InvalidMatchPatternTarget if view.is(at.saturating_sub(1), "**") => view.generic(at),
        E::InvalidMatchPatternTarget => view.here("cannot use '_' as a target", at),
        E::ExpectedRealNumber | E::InvalidStarPatternUsage => view.generic(tokens(view, range).1),
        E::ExpectedImaginaryNumber if view.kind(at) == crate::tokens::TokenKind::Number => {
            view.here("imaginary number required in complex literal", at)
        }
        E::OtherError(words) => other(view, words, at, range),
        error if params::is_about(error) => params::mistake(view, error, at, range),
        _ => forms::mistake(view, at),
    }
}

/// The tokens of a stretch: the first, and the one behind the last.
pub(super) fn tokens(view: View, range: TextRange) -> (usize, usize) {
    let first = view.at(range.start());
    let end = (first..view.tokens.len()).find(|at| view.start(*at) >= range.end().to_usize());
    (first, end.unwrap_or(view.tokens.len()).max(first + 1))
}

fn next_comma(view: View, from: usize) -> usize {
    let end = view.expression(from).unwrap_or(from);
    (end..view.tokens.len()).find(|at| view.is(*at, ",") || view.is_layout(*at)).unwrap_or(end)
}

fn expected_token(view: View, expected: Kind, at: usize) -> Mistake {
    let key = || if expected == Kind::Colon { forms::dict_key(view, at) } else { None };
    let parenthesis = (expected == Kind::Lpar).then(|| view.here("expected '('", at));
    let colon = || if expected == Kind::Colon { blocks::colon(view, at) } else { None };
    let brackets = || match expected {
        Kind::Rpar | Kind::Colon => params::parenthesized(view, at),
        _ => None,
    };
    parenthesis.or_else(key).or_else(colon).or_else(brackets).unwrap_or_else(|| forms::mistake(view, at))
}

/// The mistakes that the parser tells only in words of its own.
fn other(view: View, words: &str, at: usize, range: TextRange) -> Mistake {
    if let Some(mistake) = blocks::from_words(view, words, at) {
        return mistake;
    }
    match words {
        "Expected a parameter name" => targets::keyword(view, tokens(view, range)),
        "Only single target (not tuple) can be annotated" | "Only single target (not list) can be annotated" => {
            targets::annotated(view, tokens(view, range))
        }
        "Star import must be the only import" => view.generic(at + 1),
        "Trailing comma not allowed" if view.is(view.statement(at), "from") => {
            view.here("trailing comma not allowed without surrounding parentheses", at + 1)
        }
        "Trailing comma not allowed" => view.generic(at + 1),
        "Positional patterns cannot follow keyword patterns" => {
            let close = view.bracket(at).and_then(|open| view.closing(open)).unwrap_or(at + 1);
            let last = (at..close).find(|end| view.is_any(*end, &[","])).unwrap_or(close);
            view.over("positional patterns follow keyword patterns", at, last - 1)
        }
        "Invalid mapping pattern key" => view.generic(tokens(view, range).1),
        "Expected a pattern" if view.is(at, "-") => view.generic(at + 1),
        "Expected an identifier" if view.is(at - 1, "as") && view.is(view.statement(at), "case") => {
            let end = view.expression(at).unwrap_or(at + 1);
            view.over("invalid pattern target", at, end - 1)
        }
        _ if params::knows(words) => params::from_words(view, words, at),
        _ => forms::mistake(view, at),
    }
}
