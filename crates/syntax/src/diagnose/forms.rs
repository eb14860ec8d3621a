//! Where an expression ends too early: a forgotten comma, `print` as a statement, `=` for `==`.

use super::targets;
use super::view::View;
use crate::mistake::Mistake;
use crate::tokens::TokenKind;

/// Behind these an expression may begin that CPython's rules for mistakes look at.
const BEFORE_EXPRESSIONS: [&str; 20] = [
    ",", "=", ":=", ":", "else", "return", "yield", "from", "assert", "del", "raise", "*", "**", "->", "with", "@",
    "if", "while", "elif", "in",
];

/// CPython's words for a token that fits nothing.
pub(super) fn mistake(view: View, at: usize) -> Mistake {
    if view.is(at, "=") {
        if let Some(mistake) = equal(view, at) {
            return mistake;
        }
    }
    let found = beginnings(view, at).into_iter().find_map(|first| beginning_at(view, first, at));
    let found = found.or_else(|| comprehension(view, at));
    // CPython has looked behind a `not` for an `in`.
    let failed = if view.is(at, "not") && at > view.statement(at) && !is_pattern(view, at) { at + 1 } else { at };
    found.unwrap_or_else(|| view.generic(failed))
}

/// The first token of the bracket or statement that a token stands in.
fn region(view: View, at: usize) -> usize {
    let start = view.bracket(at).map_or(0, |open| open + 1);
    start.max(if start == 0 { view.statement(at) } else { 0 })
}

/// The tokens before `at`, in its own bracket, where an expression may begin.
fn beginnings(view: View, at: usize) -> Vec<usize> {
    let start = region(view, at);
    let within = view.bracket(at);
    let defines = within.is_some_and(|open| open > 1 && view.is(open - 2, "def"));
    if !defines && (is_pattern(view, at) || view.is_any(view.statement(at), &["from", "import"])) {
        return Vec::new();
    }
    let mut found = if defines { Vec::new() } else { vec![start] };
    let mut index = start;
    while index < at {
        let never = (within.is_some() && view.is_any(index, &["in", "if"])) || (defines && view.is(index, ","));
        let has_in = (index..at).any(|part| view.is(part, "in"));
        let target = within.is_some() && (view.is(index, "as") || (view.is(index, "for") && !has_in));
        if target || (view.is_any(index, &BEFORE_EXPRESSIONS) && !never) {
            found.push(index + 1);
        }
        let closes = view.is_any(index, &["(", "[", "{"]).then(|| view.closing(index)).flatten();
        index = closes.unwrap_or(index) + 1;
    }
    found.retain(|first| *first < at);
    found
}

/// Whether a token stands in the pattern of a `case`.
fn is_pattern(view: View, at: usize) -> bool {
    let first = view.statement(at);
    let colon = |index: usize| (view.is(index, ":") || view.is(index, "if")) && view.bracket(index).is_none();
    let is_header = (at..view.tokens.len()).take_while(|index| !view.is_layout(*index)).any(colon);
    view.is(first, "case") && is_header && !(first + 1..at).any(colon)
}

/// The mistakes of CPython's `invalid_expression` for an expression that begins at `first` and
/// can't go on at `at`.
fn beginning_at(view: View, first: usize, at: usize) -> Option<Mistake> {
    legacy(view, first).or_else(|| comma(view, first, at)).or_else(|| no_else(view, first, at))
}

/// `print x`.
fn legacy(view: View, first: usize) -> Option<Mistake> {
    if !view.is_any(first, &["print", "exec"]) || view.is(first + 1, "(") {
        return None;
    }
    let name = view.text(first);
    let end = view.star_expressions(first + 1)?;
    let message = format!("Missing parentheses in call to '{name}'. Did you mean {name}(...)?");
    Some(view.over(message, first, end - 1))
}

/// `[a b]`: two expressions in a bracket with nothing between them.
fn comma(view: View, first: usize, at: usize) -> Option<Mistake> {
    let prefixed = view.kind(first) == TokenKind::Name && view.kind(first + 1) == TokenKind::String;
    if prefixed || is_soft_keyword(view, first) || view.bracket(at).is_none() || view.disjunction(first) != Some(at) {
        return None;
    }
    // Behind `**` CPython reads no whole expression.
    if first > 0 && view.is(first - 1, "**") && view.is(first.checked_sub(2)?, "{") {
        return None;
    }
    let end = view.expression(at)?;
    let (first, last) = (view.inner(first, at).0, view.inner(at, end).1 - 1);
    Some(view.over("invalid syntax. Perhaps you forgot a comma?", first, last))
}

/// CPython takes every beginning of a soft keyword for that keyword here.
fn is_soft_keyword(view: View, at: usize) -> bool {
    let text = view.text(at);
    view.kind(at) == TokenKind::Name && ["_", "case", "match"].iter().any(|word| word.starts_with(text))
}

/// `a if b` without `else`.
fn no_else(view: View, first: usize, at: usize) -> Option<Mistake> {
    let condition = view.disjunction(first).filter(|end| view.is(*end, "if"))?;
    let end = view.disjunction(condition + 1)?;
    let missing = end == at && !view.is_any(end, &["else", ":"]);
    let (first, last) = (view.inner(first, condition).0, view.inner(condition + 1, end).1 - 1);
    missing.then(|| view.over("expected 'else' after 'if' expression", first, last))
}

/// An `=` in a condition or a bracket.
fn equal(view: View, at: usize) -> Option<Mistake> {
    let start = region(view, at);
    let first = match view.bracket(at) {
        Some(open) if view.is(open, "(") && targets::called(view, open) => return None,
        Some(_) => (start..at).rev().find(|index| view.is_any(*index, &[",", ":"])).map_or(start, |index| index + 1),
        None if view.is_any(start, &["if", "elif", "while", "@"]) => start + 1,
        None => return None,
    };
    targets::mistaken_equal(view, first, at)
}

/// `[a, b for c in d]`, and `f(a=b for c in d)`.
fn comprehension(view: View, at: usize) -> Option<Mistake> {
    let open = view.bracket(at).filter(|_| view.is(at, "for"))?;
    let called = view.is(open, "(") && targets::called(view, open);
    if called {
        let equal =
            (open..at).rev().find(|index| view.is_any(*index, &["=", ","])).filter(|index| view.is(*index, "="))?;
        let message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
        return Some(view.over(message, equal - 1, equal));
    }
    let listed = view.is_any(open, &["[", "{"]) && view.star_expressions(open + 1) == Some(at);
    listed.then(|| view.over("did you forget parentheses around the comprehension target?", open + 1, at - 1))
}

/// `{a: b, c}`: CPython marks the last character of what should be a key.
pub(super) fn dict_key(view: View, at: usize) -> Option<Mistake> {
    let open = view.bracket(at).filter(|open| view.is(*open, "{") && view.is_any(at, &["}", ","]))?;
    let first = (open..at).rev().find(|index| view.is(*index, ",") && view.bracket(*index) == Some(open))? + 1;
    let end = view.expression(first).filter(|end| *end == at)?;
    Some(Mistake::between("':' expected after dictionary key", view.end(end - 1) - 1, view.end(end - 1)))
}

/// A token where an expression should begin.
pub(super) fn missing_expression(view: View, at: usize) -> Mistake {
    let Some(before) = at.checked_sub(1) else { return view.generic(at) };
    let open = view.bracket(at);
    let in_dict = open.is_some_and(|open| view.is(open, "{"));
    if in_dict && view.is(before, ":") && view.is_any(at, &["}", ","]) && !view.is(before - 1, "{") {
        return view.here("expression expected after dictionary key and ':'", before);
    }
    if view.is(before, "->") && view.is(at, ":") {
        return view.here("expected ':'", before);
    }
    let in_def = open.is_some_and(|open| open > 1 && view.is(open - 2, "def"));
    if in_def && view.is(before, "=") && view.is_any(at, &[")", ","]) {
        return view.here("expected default value expression", before);
    }
    let group = open.is_some_and(|open| view.is(open, "(") && open + 1 == at && !targets::called(view, open));
    if group && view.is(at, "**") && view.expression(at + 1).is_some_and(|end| view.is(end, ")")) {
        return view.over("cannot use double starred expression here", at, at);
    }
    if view.is(at, "=") {
        view.generic(at)
    } else {
        mistake(view, at)
    }
}

/// A starred expression where none may stand.
pub(super) fn starred(view: View, at: usize, (first, end): (usize, usize)) -> Mistake {
    let open = view.bracket(at);
    if view.is(at, "**") {
        let group = open.is_some_and(|open| view.is(open, "(") && open + 1 == at && view.is(end, ")"));
        return if group { view.here("cannot use double starred expression here", at) } else { view.generic(at) };
    }
    if open.is_some_and(|open| view.is(open, "{")) && view.is(first.saturating_sub(1), ":") {
        return view.over("cannot use a starred expression in a dictionary value", first, end - 1);
    }
    // A subscript may hold one, so what follows it is wrong.
    if open.is_some_and(|open| view.is(open, "[") && targets::called(view, open)) {
        return mistake(view, end);
    }
    match open.is_some_and(|open| view.is(open, "(") && open + 1 == at && view.closing(open) == Some(end)) {
        true => view.over("cannot use starred expression here", first, end - 1),
        false => view.generic(at),
    }
}
