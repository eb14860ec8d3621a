//! Headers of blocks without colon, blocks without indentation, `try` without handler.

use super::view::View;
use crate::mistake::Mistake;
use crate::tokens::TokenKind;

/// The headers whose colon CPython demands whatever stands in its place.
const FORCED: [&str; 4] = ["else", "try", "finally", "def"];
/// The headers whose colon CPython misses only at the end of the line.
const AT_LINE_END: [&str; 9] = ["if", "elif", "while", "for", "with", "class", "except", "match", "case"];

/// "expected ':'" at a token, where CPython says so.
pub(super) fn colon(view: View, at: usize) -> Option<Mistake> {
    if view.bracket(at).is_some() {
        return None;
    }
    let keyword = header(view, at);
    let forced = view.is_any(keyword, &FORCED);
    let at_end = view.is_any(keyword, &AT_LINE_END) && view.kind(at) == TokenKind::Newline;
    (forced || at_end).then(|| view.here("expected ':'", at))
}

/// The keyword of the header that a token belongs to, behind an `async`.
fn header(view: View, at: usize) -> usize {
    let first = view.statement(at);
    if view.is(first, "async") {
        first + 1
    } else {
        first
    }
}

/// The parser's mistakes about blocks, which it tells in words of its own.
pub(super) fn from_words(view: View, words: &str, at: usize) -> Option<Mistake> {
    if words.starts_with("Expected an indented block after") {
        return Some(no_block(view, at));
    }
    if words.starts_with("Expected `except` or `finally`") {
        return Some(no_handler(view, at));
    }
    match words {
        "Cannot have both 'except' and 'except*' on the same 'try'" => {
            let last = if view.is(at + 1, "*") { at + 1 } else { at };
            Some(view.over("cannot have both 'except' and 'except*' on the same 'try'", at, last))
        }
        "Expected one or more exception types" => Some(view.here("expected one or more exception types", at)),
        "Multiple exception types must be parenthesized when using `as`" => {
            let end = view.star_expressions(at).unwrap_or(at + 1);
            let last = if view.is(end, "as") && view.is_name(end + 1) { end + 1 } else { end - 1 };
            Some(view.over("multiple exception types must be parenthesized", at, last))
        }
        _ => None,
    }
}

/// A header whose block is missing; `at` is the token that should have been indented, or the end of
/// the header's line when nothing follows.
fn no_block(view: View, at: usize) -> Mistake {
    let newline = (0..=at.min(view.tokens.len() - 1)).rev().find(|index| view.kind(*index) == TokenKind::Newline);
    let newline = newline.unwrap_or(at);
    let keyword = header(view, newline.saturating_sub(1));
    let name = match view.text(keyword) {
        "def" => "function definition".to_owned(),
        "class" => "class definition".to_owned(),
        "except" if view.is(keyword + 1, "*") => "'except*' statement".to_owned(),
        word => format!("'{word}' statement"),
    };
    let message = format!("expected an indented block after {name} on line {}", view.line(keyword));
    let next = (newline + 1..view.tokens.len()).find(|index| view.kind(*index) != TokenKind::Dedent);
    match next.filter(|next| view.kind(*next) != TokenKind::End) {
        Some(next) => Mistake::indentation(message, view.start(next), view.start(next) + 1),
        None => view.here_as(view.tokens.len() - 1, Mistake::indentation, &*message),
    }
}

/// A `try` that neither `except` nor `finally` follows: CPython fails at what does, which may be the
/// end of a block around it.
fn no_handler(view: View, at: usize) -> Mistake {
    let message = "expected 'except' or 'finally' block";
    let first = (0..at).rev().take_while(|index| view.kind(*index) == TokenKind::Dedent).last().unwrap_or(at);
    let closes_try = |dedent: &usize| view.is(opener(view, *dedent), "try");
    if let Some(dedent) = (first..at).find(closes_try) {
        return view.here(message, dedent + 1);
    }
    let mut failed = at;
    while failed > 0 {
        let before = match view.kind(failed - 1) {
            TokenKind::Dedent => opener(view, failed - 1),
            _ => view.statement(failed - 1),
        };
        if view.is(before, "try") || before >= failed {
            break;
        }
        failed = before;
    }
    view.here(message, failed)
}

/// The first token of the statement whose block ends at a dedent.
fn opener(view: View, dedent: usize) -> usize {
    let mut depth = 0usize;
    for index in (0..=dedent).rev() {
        match view.kind(index) {
            TokenKind::Dedent => depth += 1,
            TokenKind::Indent => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return view.statement(index.saturating_sub(2));
        }
    }
    0
}
