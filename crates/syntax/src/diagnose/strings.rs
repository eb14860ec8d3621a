//! What may stand in a string literal.

use super::scan::is_f_string;
use super::view::View;
use super::{escape, fstring};
use crate::mistake::Mistake;
use crate::tokens::TokenKind;

/// A literal's prefix and content.
#[derive(Clone, Copy)]
pub(super) struct Literal<'a> {
    /// Whether backslashes mean nothing.
    pub(super) raw: bool,
    /// Whether it is bytes.
    pub(super) bytes: bool,
    /// What stands between the quotes.
    pub(super) content: &'a str,
    /// The byte offset of the content in the program.
    pub(super) at: usize,
}

/// The first mistake in the strings that begin before `limit`. A mistake of the parser's at
/// `failure` within an f-string must be explained by that string.
pub(super) fn check(view: View, limit: usize, failure: Option<usize>) -> Result<(), Mistake> {
    let mut at = 0;
    while at < view.tokens.len() && view.start(at) <= limit {
        let behind = (at..).find(|index| view.kind(*index) != TokenKind::String).unwrap_or(at);
        run(view, at, behind, failure)?;
        at = behind + 1;
    }
    Ok(())
}

/// Looks at the literals that stand beside each other from `first` up to `behind`.
fn run(view: View, first: usize, behind: usize, failure: Option<usize>) -> Result<(), Mistake> {
    for at in first..behind {
        let literal = literal(view, at);
        let failed = failure.is_some_and(|failure| view.start(at) < failure && failure < view.end(at));
        one(view, at, literal, behind, failed)?;
        if self::literal(view, first).bytes != literal.bytes {
            return Err(view.here("cannot mix bytes and nonbytes literals", behind));
        }
        if failed && is_f_string(view.text(at)) {
            let message = "write this f-string's expressions more simply, or as variables";
            return Err(Mistake::unsupported("this f-string", message, view.start(at), view.end(at)));
        }
    }
    Ok(())
}

fn literal(view: View<'_>, at: usize) -> Literal<'_> {
    let text = view.text(at);
    let prefix = text.find(['"', '\'']).unwrap_or(0);
    let (letters, quoted) = text.split_at(prefix);
    let triple = quoted.len() >= 6 && (quoted.starts_with("\"\"\"") || quoted.starts_with("'''"));
    let size = if triple { 3 } else { 1 };
    Literal {
        raw: letters.contains(['r', 'R']),
        bytes: letters.contains(['b', 'B']),
        content: &quoted[size..quoted.len() - size],
        at: view.start(at) + prefix + size,
    }
}

/// Looks at one literal; CPython's words are placed at the token `behind` the literals.
fn one(view: View, at: usize, literal: Literal, behind: usize, failed: bool) -> Result<(), Mistake> {
    if literal.bytes && !literal.content.is_ascii() {
        return Err(view.here("bytes can only contain ASCII literal characters", at));
    }
    let told = |problem: escape::Problem| match problem {
        escape::Problem::Words(words) => view.here(words, behind),
        escape::Problem::Refused(feature, message) => {
            Mistake::unsupported(feature, message, view.start(at), view.end(at))
        }
    };
    if is_f_string(view.text(at)) {
        let inner = fstring::Inner { source: view.source, failed };
        return fstring::check(literal, inner).map_err(|problem| match problem {
            fstring::Problem::Text(problem) => told(problem),
            fstring::Problem::Expression(error) => Mistake::finished(*error, view.start(at)),
        });
    }
    escape::check(literal.content, literal).map_err(told)
}
