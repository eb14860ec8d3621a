//! F-strings, as CPython 3.11 has them: all parts but the expressions have the whole string's range.

use ruff_python_ast as r;
use ruff_text_size::Ranged;

use super::{Lower, Lowered};
use crate::ast::{Constant, Conversion, Expr, ExprKind};
use crate::range::Range;

/// The parts of an f-string while they are collected: text that touches becomes one constant.
struct Parts {
    /// The whole string's range, with all literals that it is put together from.
    range: Range,
    /// The range of the literal that is being read.
    literal: Range,
    values: Vec<Expr>,
    text: String,
}

impl Parts {
    fn new(range: Range, literal: Range) -> Self {
        Parts { range, literal, values: Vec::new(), text: String::new() }
    }

    /// Makes a constant of the text collected so far.
    fn flush(&mut self, range: Range) {
        if !self.text.is_empty() {
            let value = Constant::Str(std::mem::take(&mut self.text));
            self.values.push(Expr { kind: ExprKind::Constant { value }, range });
        }
    }

    fn finish(mut self, range: Range) -> Expr {
        self.flush(range);
        Expr { kind: ExprKind::JoinedStr { values: self.values }, range }
    }
}

impl Lower<'_> {
    pub(super) fn f_string(&mut self, string: &r::ExprFString) -> Lowered<ExprKind> {
        let mut parts = Parts::new(self.range(string.range), self.range(string.range));
        for part in &string.value {
            parts.literal = self.range(part.range());
            match part {
                r::FStringPart::Literal(literal) => parts.text.push_str(&literal.value),
                r::FStringPart::FString(f_string) => self.elements(&f_string.elements, &mut parts)?,
            }
        }
        let range = parts.range;
        Ok(parts.finish(range).kind)
    }

    fn elements(&mut self, elements: &[r::InterpolatedStringElement], parts: &mut Parts) -> Lowered<()> {
        for element in elements {
            match element {
                r::InterpolatedStringElement::Literal(literal) => parts.text.push_str(&literal.value),
                r::InterpolatedStringElement::Interpolation(element) => self.interpolation(element, parts)?,
            }
        }
        Ok(())
    }

    fn interpolation(&mut self, element: &r::InterpolatedElement, parts: &mut Parts) -> Lowered<()> {
        let (range, literal) = (parts.range, parts.literal);
        self.enter(element.range)?;
        let mut value = self.boxed(&element.expression)?;
        if matches!(&*element.expression, r::Expr::Tuple(tuple) if !tuple.parenthesized) {
            value.range = self.field(element, literal);
        }
        let format_spec = match &element.format_spec {
            None => None,
            Some(spec) => {
                let mut inner = Parts::new(range, literal);
                self.elements(&spec.elements, &mut inner)?;
                Some(Box::new(inner.finish(literal)))
            }
        };
        self.leave();
        let mut conversion = match element.conversion {
            r::ConversionFlag::None => Conversion::None,
            r::ConversionFlag::Str => Conversion::Str,
            r::ConversionFlag::Repr => Conversion::Repr,
            r::ConversionFlag::Ascii => Conversion::Ascii,
        };
        if let Some(debug) = &element.debug_text {
            // `{x=}` shows the text as written, and the value's repr unless it says otherwise.
            parts.text.push_str(&self.debug_text(element, debug));
            if conversion == Conversion::None && format_spec.is_none() {
                conversion = Conversion::Repr;
            }
        }
        parts.flush(range);
        parts.values.push(Expr { kind: ExprKind::FormattedValue { value, conversion, format_spec }, range });
        Ok(())
    }

    /// CPython reads the expression in parentheses that it puts in the places of the opening brace
    /// and of the sign behind the expression; a bare tuple takes them for its own. When the brace's
    /// line ends behind it, CPython counts that line's columns from where the literal begins.
    fn field(&self, element: &r::InterpolatedElement, literal: Range) -> Range {
        let (start, end) = (element.start().to_usize(), element.expression.end().to_usize());
        let behind = &self.source.text()[end..];
        let blanks = behind.len() - behind.trim_start().len();
        let mut range = self.source.range(start, end + blanks + 1);
        let after_brace = self.source.text()[start + 1..].trim_start_matches([' ', '\t', '\x0c']);
        if after_brace.starts_with('\n') {
            range.start_col = if range.start_line == literal.start_line { literal.start_col } else { 0 };
        }
        range
    }

    /// What stands between the brace and what follows the `=`.
    fn debug_text(&self, element: &r::InterpolatedElement, debug: &r::DebugText) -> String {
        let start = element.start().to_usize() + 1;
        let text = debug.as_str();
        match self.source.text().get(start..start + text.len()) {
            Some(written) if written == text => written.to_owned(),
            _ => text.to_owned(),
        }
    }
}
