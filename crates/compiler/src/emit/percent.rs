//! `'…%s…' % (a, b)` is written like an f-string (`optimize_format` of CPython's
//! `Python/ast_opt.c`, since 3.11): it shows in the columns of errors.

use super::display::is_starred;
use super::{Dest, Emitter};
use crate::error::Res;
use crate::fold::fold;
use crate::place;
use bytecode::{Const, Conversion, Instr, Reg, NO_REG};
use syntax::ast::{Expr, ExprKind};

/// The most digits of a width or precision.
const MAX_DIGITS: usize = 2;

/// A part of the format.
enum Part {
    Text(String),
    /// A conversion and its format.
    Value(Conversion, String),
}

impl<'a> Emitter<'a> {
    /// `left % right`, if it can be written like an f-string.
    pub(super) fn percent(&mut self, left: &'a Expr, right: &'a Expr, dest: Dest) -> Res<Option<Reg>> {
        let ExprKind::Tuple { elts } = &right.kind else { return Ok(None) };
        let Some(Const::Str(format)) = fold(left).filter(|_| fold(right).is_none()) else { return Ok(None) };
        let Some(parts) = parse(&format).filter(|_| !elts.iter().any(is_starred)) else { return Ok(None) };
        let values = parts.iter().filter(|part| matches!(part, Part::Value(..))).count();
        // What is longer than this is left to the operator.
        if values != elts.len() || values == 0 || parts.len() > super::fstring::MANY {
            return Ok(None);
        }
        let base = self.b.regs.mark();
        let mut elts = elts.iter();
        for part in &parts {
            match part {
                Part::Text(text) => _ = self.constant(Const::Str(text.clone()), Dest::Temp),
                Part::Value(conversion, spec) => {
                    let value = elts.next().expect("as many values as conversions");
                    self.percent_value(value, *conversion, spec)?;
                }
            }
        }
        match parts.len() {
            1 => Ok(Some(self.deliver(base, dest))),
            _ => Ok(Some(self.join(base, dest))),
        }
    }

    fn percent_value(&mut self, value: &'a Expr, conversion: Conversion, spec: &str) -> Res {
        let mark = self.b.regs.mark();
        let src = self.operand(value, &[])?;
        let spec = match spec {
            "" => NO_REG,
            spec => self.constant(Const::Str(spec.into()), Dest::Temp),
        };
        let dst = self.settle(mark, Dest::Temp);
        self.b.emit_at(place(value.range), Instr::FormatValue { conversion, dst, src, spec });
        Ok(())
    }
}

/// The parts of a format that asks for nothing but `%s`, `%r`, `%a` with width and precision.
fn parse(format: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut text = String::new();
    let mut chars = format.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '%' {
            text.push(c);
        } else if chars.next_if_eq(&'%').is_some() {
            text.push('%');
        } else {
            if !text.is_empty() {
                parts.push(Part::Text(std::mem::take(&mut text)));
            }
            parts.push(conversion(&mut chars)?);
        }
    }
    if !text.is_empty() {
        parts.push(Part::Text(text));
    }
    Some(parts)
}

/// What follows a `%`.
fn conversion(chars: &mut std::iter::Peekable<std::str::Chars>) -> Option<Part> {
    let mut left = false;
    // The other flags mean nothing to strings.
    while let Some(flag) = chars.next_if(|c| "-+ #0".contains(*c)) {
        left |= flag == '-';
    }
    let width = digits(chars)?;
    let precision = match chars.next_if_eq(&'.') {
        Some(_) => Some(digits(chars)?),
        None => None,
    };
    let conversion = match chars.next()? {
        's' => Conversion::Str,
        'r' => Conversion::Repr,
        'a' => Conversion::Ascii,
        _ => return None,
    };
    let align = if !left && !width.is_empty() { ">" } else { "" };
    let precision = precision.map(|digits| format!(".{}", if digits.is_empty() { "0" } else { &digits }));
    Some(Part::Value(conversion, format!("{align}{width}{}", precision.unwrap_or_default())))
}

/// Digits, maybe none; none at all if there are too many.
fn digits(chars: &mut std::iter::Peekable<std::str::Chars>) -> Option<String> {
    let mut digits = String::new();
    while let Some(c) = chars.next_if(char::is_ascii_digit) {
        digits.push(c);
    }
    let value = digits.trim_start_matches('0');
    let short = value.len() <= MAX_DIGITS;
    short.then(|| if digits.is_empty() || !value.is_empty() { value.into() } else { "0".into() })
}
