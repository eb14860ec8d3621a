//! How far an expression goes, from its tokens.
//!
//! These walks know operands, operators and brackets, which is enough to find the stretches that
//! CPython marks; they never recurse but into what stands behind a lambda or an `else`.

use super::view::View;
use crate::tokens::TokenKind;

const BINARY: [&str; 13] = ["+", "-", "*", "/", "//", "%", "@", "**", "<<", ">>", "&", "|", "^"];
const COMPARISONS: [&str; 6] = ["==", "!=", "<", "<=", ">", ">="];

impl<'a> View<'a> {
    /// The token behind the operand (an atom with its attributes, calls and subscripts) at `from`.
    fn operand(self, from: usize) -> Option<usize> {
        let mut at = match self.kind(from) {
            TokenKind::Number => from + 1,
            TokenKind::String => (from..).find(|index| self.kind(*index) != TokenKind::String)?,
            TokenKind::Name if self.is_name(from) || self.is_any(from, &["None", "True", "False"]) => from + 1,
            TokenKind::Op if self.is(from, "...") => from + 1,
            TokenKind::Op if self.is_any(from, &["(", "[", "{"]) => self.closing(from)? + 1,
            _ => return None,
        };
        loop {
            if self.is(at, ".") && self.is_name(at + 1) {
                at += 2;
            } else if self.is_any(at, &["(", "["]) {
                at = self.closing(at)? + 1;
            } else {
                return Some(at);
            }
        }
    }

    /// The token behind the longest sequence of operands at `from` that `operator` joins; it gives
    /// the number of tokens of the operator at a place.
    fn joined(self, from: usize, prefixes: &[&str], operator: impl Fn(usize) -> usize) -> Option<usize> {
        let mut at = from;
        let mut end = None;
        loop {
            while self.is_any(at, prefixes) {
                at += 1;
            }
            let Some(behind) = self.operand(at) else { return end };
            end = Some(behind);
            match operator(behind) {
                0 => return end,
                length => at = behind + length,
            }
        }
    }

    /// The token behind the `bitwise_or` of CPython's grammar at `from`.
    pub(super) fn bitwise_or(self, from: usize) -> Option<usize> {
        self.joined(from, &["-", "+", "~", "await"], |at| usize::from(self.is_any(at, &BINARY)))
    }

    /// The token behind the `disjunction` of CPython's grammar at `from`.
    pub(super) fn disjunction(self, from: usize) -> Option<usize> {
        self.joined(from, &["-", "+", "~", "await", "not"], |at| self.any_operator(at))
    }

    fn any_operator(self, at: usize) -> usize {
        let two = (self.is(at, "not") && self.is(at + 1, "in")) || (self.is(at, "is") && self.is(at + 1, "not"));
        let one =
            self.is_any(at, &BINARY) || self.is_any(at, &COMPARISONS) || self.is_any(at, &["and", "or", "in", "is"]);
        if two {
            2
        } else {
            usize::from(one)
        }
    }

    /// The token behind the `expression` of CPython's grammar at `from`.
    pub(super) fn expression(self, from: usize) -> Option<usize> {
        if self.is(from, "lambda") {
            let colon = (from..self.tokens.len()).take_while(|at| !self.is_layout(*at)).find(|at| self.is(*at, ":"))?;
            return self.expression(colon + 1);
        }
        let end = self.disjunction(from)?;
        let conditional = || {
            let other = self.disjunction(end + 1).filter(|other| self.is(*other, "else"))?;
            self.expression(other + 1)
        };
        if self.is(end, "if") {
            Some(conditional().unwrap_or(end))
        } else {
            Some(end)
        }
    }

    /// The token behind the `star_expressions` of CPython's grammar at `from`.
    pub(super) fn star_expressions(self, from: usize) -> Option<usize> {
        let item = |at: usize| if self.is(at, "*") { self.bitwise_or(at + 1) } else { self.expression(at) };
        let mut end = item(from)?;
        while self.is(end, ",") {
            match item(end + 1) {
                Some(next) => end = next,
                None => return Some(end + 1),
            }
        }
        Some(end)
    }

    /// The tokens from `first` up to `end` without the parentheses that only group them.
    pub(super) fn inner(self, mut first: usize, mut end: usize) -> (usize, usize) {
        let groups = |first, end| !matches!(self.parenthesized_name(first, end), "tuple" | "generator expression");
        while self.is(first, "(") && self.closing(first) == Some(end - 1) && groups(first, end) {
            (first, end) = (first + 1, end - 1);
        }
        (first, end)
    }

    /// CPython's name for the expression of the tokens from `first` up to `end`, as in "cannot
    /// assign to …"; parentheses around the whole don't count.
    pub(super) fn expression_name(self, first: usize, end: usize) -> &'static str {
        if self.is(first, "(") && self.closing(first) == Some(end - 1) {
            return self.parenthesized_name(first, end);
        }
        let has = |texts: &[&str]| self.top_level(first, end).any(|at| self.is_any(at, texts));
        if self.is(first, "yield") {
            "yield expression"
        } else if self.is(first, "*") {
            "starred"
        } else if self.is(first, "lambda") {
            "lambda"
        } else if has(&[":="]) {
            "named expression"
        } else if has(&[","]) {
            "tuple"
        } else if has(&["if"]) {
            "conditional expression"
        } else if has(&["and", "or"]) || self.is(first, "not") {
            "expression"
        } else if has(&COMPARISONS) || has(&["in", "is"]) {
            "comparison"
        } else if self.is_any(first, &["-", "+", "~"])
            || self.top_level(first + 1, end).any(|at| self.is_any(at, &BINARY))
        {
            "expression"
        } else if self.is(first, "await") {
            "await expression"
        } else {
            self.operand_name(first, end)
        }
    }

    /// The tokens from `first` up to `end` that stand in no bracket of their own.
    fn top_level(self, first: usize, end: usize) -> impl Iterator<Item = usize> + use<'a> {
        let mut depth = 0usize;
        (first..end).filter(move |at| {
            let opens = self.is_any(*at, &["(", "[", "{"]);
            let closes = self.is_any(*at, &[")", "]", "}"]);
            depth = if opens {
                depth + 1
            } else if closes {
                depth.saturating_sub(1)
            } else {
                depth
            };
            !opens && !closes && depth == 0
        })
    }

    fn operand_name(self, first: usize, end: usize) -> &'static str {
        let last = end - 1;
        let bracket = if self.is_any(last, &[")", "]", "}"]) { self.bracket(last) } else { None };
        match (bracket, self.kind(last)) {
            (Some(open), _) if open == first => self.display_name(first, last),
            (Some(open), _) if self.is(open, "(") => "function call",
            (Some(_), _) => "subscript",
            (None, TokenKind::Name) if last > first => "attribute",
            (None, TokenKind::Name) => match self.text(first) {
                "None" => "None",
                "True" => "True",
                "False" => "False",
                _ => "name",
            },
            (None, TokenKind::Op) => "ellipsis",
            (None, TokenKind::String) if (first..end).any(|at| is_f_string(self.text(at))) => "f-string expression",
            (None, _) => "literal",
        }
    }

    fn display_name(self, open: usize, close: usize) -> &'static str {
        let has = |text: &str| self.top_level(open + 1, close).any(|at| self.is(at, text));
        let dict = || close == open + 1 || has(":") || has("**");
        match (self.text(open), has("for")) {
            ("[", true) => "list comprehension",
            ("[", false) => "list",
            ("{", true) if has(":") => "dict comprehension",
            ("{", true) => "set comprehension",
            ("{", false) if dict() => "dict literal",
            ("{", false) => "set display",
            (_, _) => self.parenthesized_name(open, close + 1),
        }
    }

    fn parenthesized_name(self, first: usize, end: usize) -> &'static str {
        let has = |text: &str| self.top_level(first + 1, end - 1).any(|at| self.is(at, text));
        if has("for") {
            "generator expression"
        } else if has(",") || end == first + 2 {
            "tuple"
        } else {
            self.expression_name(first + 1, end - 1)
        }
    }
}

/// Whether a string token is an f-string.
pub(super) fn is_f_string(text: &str) -> bool {
    text.split(['"', '\'']).next().is_some_and(|prefix| prefix.contains(['f', 'F']))
}
