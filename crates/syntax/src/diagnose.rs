//! From the parser's mistakes to CPython's words.
//!
//! CPython finds mistakes in three ways: its tokenizer stops, a string's content is wrong when the
//! parser comes by, or the grammar fits nothing and special rules look for what was meant. The
//! parser we use finds the last kind; the words and stretches here follow the rules named
//! `invalid_…` in CPython 3.11's grammar, found again by looking at the tokens around the place.

mod blocks;
mod escape;
mod forms;
mod fstring;
mod grammar;
mod params;
mod scan;
mod strings;
mod targets;
mod version;
mod view;

use ruff_python_ast::Mod;
use ruff_python_parser::Parsed;

use crate::mistake::Mistake;
use crate::source::Source;
use crate::tokens::{Stop, TokenKind, Tokens};
use crate::version::PythonVersion;
use view::View;

/// The first mistake of a program that the tokenizer alone does not tell, if it has any.
pub(crate) fn check(source: &Source, tokens: &Tokens, parsed: &Parsed<Mod>) -> Result<(), Mistake> {
    let view = View { source, tokens: &tokens.list };
    let parser_at = first_failure(parsed);
    let stop = match &tokens.stop {
        Some(Stop::WhenReached(mistake)) => Some(mistake),
        _ => None,
    };
    let tokenizer_at = stop.map_or(usize::MAX, Mistake::start);
    let limit = parser_at.unwrap_or(usize::MAX).min(tokenizer_at);
    if let Err(mistake) = strings::check(view, limit, parser_at) {
        let reached = view.behind(&mistake);
        return Err(unclosed(view, tokens, mistake, reached));
    }
    match (parser_at, stop) {
        (Some(at), Some(stop)) if tokenizer_at <= at || at >= tokens.list.last().map_or(0, |last| last.end) => {
            Err(stop.clone())
        }
        (Some(_), _) => {
            let (mistake, reached) = grammar::first(view, parsed);
            if let Some(stop) = stop.filter(|_| mistake.is_indentation() && reached + 1 >= view.tokens.len()) {
                return Err(stop.clone());
            }
            Err(unclosed(view, tokens, mistake, reached))
        }
        (None, Some(stop)) => Err(stop.clone()),
        (None, None) => Ok(()),
    }
}

/// What a version of Python says of a mistake for which 3.11 has words.
pub(crate) fn in_words_of(version: PythonVersion, source: &Source, tokens: &Tokens, found: Mistake) -> Mistake {
    match version {
        PythonVersion::V310 => version::before_311(View { source, tokens: &tokens.list }, found),
        PythonVersion::V311 => found,
    }
}

/// The first line that is indented without a reason, as the index of its token and the mistake.
/// CPython looks for no mistake behind it, not even for those of its tokenizer.
pub(crate) fn unexpected_indent(source: &Source, tokens: &Tokens) -> Option<(usize, Mistake)> {
    let view = View { source, tokens: &tokens.list };
    let unexpected = |at: &usize| view.kind(*at) == TokenKind::Indent && !(*at > 1 && view.is(at - 2, ":"));
    (0..tokens.list.len()).find(unexpected).map(|at| (at, view.generic(at)))
}

/// Where the parser found its first mistake, as a byte offset.
fn first_failure(parsed: &Parsed<Mod>) -> Option<usize> {
    let errors = parsed.errors().first().map(|error| error.location).into_iter();
    let unsupported = parsed.unsupported_syntax_errors().iter().map(|error| error.range);
    errors.chain(unsupported).map(|range| range.start().to_usize()).min()
}

/// A bracket that is never closed explains every mistake on a later line. CPython's parser has
/// looked at what an opened bracket holds, and behind what it marks.
fn unclosed(view: View, tokens: &Tokens, mistake: Mistake, reached: usize) -> Mistake {
    let Some(bracket) = tokens.open.last() else { return mistake };
    let line = view.source.place(bracket.at).0;
    let opens = view.is_any(reached, &["(", "[", "{"]) && view.closing(reached).is_none();
    let opens = opens && view.start(reached) >= bracket.at;
    let later = view.line(reached) > line || view.line(view.behind(&mistake)) > line;
    if opens || later || reached >= tokens.list.len() {
        return Mistake::unclosed(*bracket);
    }
    mistake
}
