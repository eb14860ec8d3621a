//! Patterns of `match`.

use ruff_python_ast as r;
use ruff_text_size::Ranged;

use super::{Lower, Lowered};
use crate::ast::{Constant, Pattern, PatternKind};
use crate::mistake::Mistake;

impl Lower<'_> {
    pub(super) fn pattern(&mut self, pattern: &r::Pattern) -> Lowered<Pattern> {
        self.enter(pattern.range())?;
        let kind = self.pattern_kind(pattern)?;
        self.leave();
        Ok(Pattern { kind, range: self.range(pattern.range()) })
    }

    /// Patterns of a sequence, mapping or class; the parser takes them without a comma between, too.
    fn patterns(&mut self, patterns: &[r::Pattern]) -> Lowered<Vec<Pattern>> {
        for pair in patterns.windows(2) {
            let between = self.tokens_between(pair[0].end(), pair[1].start());
            if !between.iter().any(|token| self.text(token) == ",") {
                let at = pair[1].start().to_usize();
                let end = self.tokens_between(pair[1].start(), pair[1].end()).first().map_or(at, |first| first.end);
                return Err(Box::new(Mistake::between("invalid syntax", at, end)));
            }
        }
        Ok(each!(patterns, |pattern| self.pattern(pattern)))
    }

    fn pattern_kind(&mut self, pattern: &r::Pattern) -> Lowered<PatternKind> {
        let name = |name: &Option<r::Identifier>| name.as_ref().map(|name| name.id.to_string());
        match pattern {
            r::Pattern::MatchValue(p) => Ok(PatternKind::MatchValue { value: self.boxed(&p.value)? }),
            r::Pattern::MatchSingleton(p) => Ok(PatternKind::MatchSingleton { value: singleton(p.value) }),
            r::Pattern::MatchSequence(p) => Ok(PatternKind::MatchSequence { patterns: self.patterns(&p.patterns)? }),
            r::Pattern::MatchMapping(p) => Ok(PatternKind::MatchMapping {
                keys: self.exprs(&p.keys)?,
                patterns: self.patterns(&p.patterns)?,
                rest: name(&p.rest),
            }),
            r::Pattern::MatchClass(p) => self.class_pattern(p),
            r::Pattern::MatchStar(p) => Ok(PatternKind::MatchStar { name: name(&p.name) }),
            r::Pattern::MatchAs(p) => {
                let inner = p.pattern.as_deref().map(|inner| self.pattern(inner)).transpose()?;
                Ok(PatternKind::MatchAs { pattern: inner.map(Box::new), name: name(&p.name) })
            }
            r::Pattern::MatchOr(p) => {
                let patterns = each!(&p.patterns, |pattern| self.pattern(pattern));
                Ok(PatternKind::MatchOr { patterns })
            }
        }
    }

    fn class_pattern(&mut self, pattern: &r::PatternMatchClass) -> Lowered<PatternKind> {
        let keywords = &pattern.arguments.keywords;
        let kwd_patterns = each!(keywords, |keyword: &r::PatternKeyword| self.pattern(&keyword.pattern));
        Ok(PatternKind::MatchClass {
            cls: self.boxed(&pattern.cls)?,
            patterns: self.patterns(&pattern.arguments.patterns)?,
            kwd_attrs: keywords.iter().map(|keyword| keyword.attr.id.to_string()).collect(),
            kwd_patterns,
        })
    }
}

fn singleton(value: r::Singleton) -> Constant {
    match value {
        r::Singleton::None => Constant::None,
        r::Singleton::True => Constant::True,
        r::Singleton::False => Constant::False,
    }
}
