//! From the parser's tree to ours.
//!
//! This is the only place that knows the parser's tree; a later version of the parser is met here
//! alone. A few ranges are put right where the parser's differ from CPython's.

use ruff_python_ast as r;
use ruff_text_size::{TextRange, TextSize};

use crate::ast::{Identifier, Module};
use crate::guard::MAX_DEPTH;
use crate::mistake::Mistake;
use crate::range::Range;
use crate::source::Source;
use crate::tokens::{Token, TokenKind};

/// What lowering a part of the tree gives: our part, or a refusal.
type Lowered<T> = Result<T, Box<Mistake>>;

/// Lowers items one by one. A plain loop: an iterator's adapters would be frames on the stack, and
/// lowering recurses.
macro_rules! each {
    ($items:expr, $lower:expr) => {{
        let mut lowered = Vec::with_capacity($items.len());
        for item in $items {
            lowered.push($lower(item)?);
        }
        lowered
    }};
}

mod expr;
mod fstring;
mod literal;
mod params;
mod pattern;
mod stmt;

/// Makes our tree of the parser's.
pub(crate) fn lower(source: &Source, tokens: &[Token], module: &r::ModModule) -> Result<Module, Mistake> {
    let mut lower = Lower { source, tokens, depth: 0 };
    let body = lower.suite(&module.body).map_err(|mistake| *mistake)?;
    Ok(Module { body })
}

struct Lower<'a> {
    source: &'a Source,
    tokens: &'a [Token],
    /// How many nodes stand around the one that is being lowered.
    depth: usize,
}

impl Lower<'_> {
    fn range(&self, range: TextRange) -> Range {
        self.source.range(range.start().to_usize(), range.end().to_usize())
    }

    fn identifier(&self, name: &r::Identifier) -> Identifier {
        Identifier { name: name.id.to_string(), range: self.range(name.range) }
    }

    /// The offset of the first word at or behind `offset`.
    fn word_from(&self, offset: TextSize) -> TextSize {
        let offset = offset.to_usize();
        let index = self.tokens.partition_point(|token| token.start < offset);
        let word = self.tokens[index..].iter().find(|token| token.kind == TokenKind::Name);
        TextSize::new(word.map_or(offset, |token| token.start) as u32)
    }

    /// The range of something that ends with a block: a semicolon behind its last statement belongs
    /// to it, though not to that statement.
    fn block_range(&self, range: TextRange) -> Range {
        let end = range.end().to_usize();
        let behind = self.tokens.get(self.tokens.partition_point(|token| token.start < end));
        let end = behind.filter(|token| self.text(token) == ";").map_or(end, |token| token.end);
        self.source.range(range.start().to_usize(), end)
    }

    /// The tokens between two offsets.
    fn tokens_between(&self, start: TextSize, end: TextSize) -> &[Token] {
        let index = |offset: TextSize| self.tokens.partition_point(|token| token.start < offset.to_usize());
        &self.tokens[index(start)..index(end)]
    }

    fn text(&self, token: &Token) -> &str {
        &self.source.text()[token.start..token.end]
    }

    /// Goes one node deeper, or refuses; [`Lower::leave`] undoes it.
    fn enter(&mut self, at: TextRange) -> Lowered<()> {
        if self.depth < MAX_DEPTH {
            self.depth += 1;
            return Ok(());
        }
        let message = format!("this program is nested more than {MAX_DEPTH} levels deep; split it up");
        let (start, end) = (at.start().to_usize(), at.end().to_usize());
        Err(Box::new(Mistake::unsupported("deeply nested programs", message, start, end)))
    }

    fn leave(&mut self) {
        self.depth -= 1;
    }
}
