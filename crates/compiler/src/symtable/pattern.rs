//! First pass: `match`, whose captures bind names.

use super::collect::Collector;
use super::usage;
use crate::error::Res;
use syntax::ast::{MatchCase, Pattern, PatternKind};

impl<'a> Collector<'a> {
    /// A `case`.
    pub(super) fn case(&mut self, case: &'a MatchCase) -> Res {
        self.pattern(&case.pattern)?;
        self.exprs(&case.guard)?;
        self.stmts(&case.body)
    }

    fn pattern(&mut self, pattern: &'a Pattern) -> Res {
        match &pattern.kind {
            PatternKind::MatchValue { value } => self.expr(value),
            PatternKind::MatchSingleton { .. } => Ok(()),
            PatternKind::MatchSequence { patterns } | PatternKind::MatchOr { patterns } => self.patterns(patterns),
            PatternKind::MatchMapping { keys, patterns, rest } => {
                self.exprs(keys)?;
                self.patterns(patterns)?;
                self.capture(rest.as_deref(), pattern)
            }
            PatternKind::MatchClass { cls, patterns, kwd_patterns, .. } => {
                self.expr(cls)?;
                self.patterns(patterns)?;
                self.patterns(kwd_patterns)
            }
            PatternKind::MatchStar { name } => self.capture(name.as_deref(), pattern),
            PatternKind::MatchAs { pattern: inner, name } => {
                inner.iter().try_for_each(|inner| self.pattern(inner))?;
                self.capture(name.as_deref(), pattern)
            }
        }
    }

    fn patterns(&mut self, patterns: &'a [Pattern]) -> Res {
        patterns.iter().try_for_each(|pattern| self.pattern(pattern))
    }

    fn capture(&mut self, name: Option<&str>, pattern: &Pattern) -> Res {
        match name {
            Some(name) => self.define(name, usage::LOCAL, pattern.range),
            None => Ok(()),
        }
    }
}
