//! Laying out a number: sign, prefix, grouped digits, what follows them, and the padding.

use super::spec::{Align, FormatSpec};
use crate::error::Result;
use crate::limits::checked_run;

/// A number in its parts, in the order in which they are written.
pub(super) struct Parts<'a> {
    /// The sign, empty for none.
    pub sign: &'a str,
    /// As in `0x`.
    pub prefix: &'a str,
    /// The digits that grouping applies to.
    pub digits: &'a str,
    /// The rest: point, fraction, exponent, percent sign; or a whole text without digits.
    pub rest: &'a str,
}

/// Writes `parts` as `spec` says; groups have `group` digits.
pub(super) fn lay_out(parts: &Parts<'_>, spec: &FormatSpec, group: usize) -> Result<String> {
    let width = checked_run(spec.width.unwrap_or(0))?;
    let fixed = parts.sign.len() + parts.prefix.len() + parts.rest.chars().count();
    // Zeros between sign and digits are digits: they are grouped too.
    let zero_width = if spec.fill == '0' && spec.align == Align::AfterSign { width.saturating_sub(fixed) } else { 0 };
    let digits = match spec.grouping {
        _ if parts.digits.is_empty() => String::new(),
        Some(grouping) => grouped(parts.digits, zero_width, group, grouping.separator()),
        None => parts.digits.to_owned(),
    };
    let head = [parts.sign, parts.prefix].concat();
    let body = [digits.as_str(), parts.rest].concat();
    let padding = width.saturating_sub(fixed + digits.len());
    Ok(match spec.align {
        Align::AfterSign => [head, run(spec.fill, padding), body].concat(),
        align => pad(&[head, body].concat(), spec.fill, align, padding),
    })
}

/// Puts `padding` fill characters around `text`.
pub(super) fn pad(text: &str, fill: char, align: Align, padding: usize) -> String {
    let before = match align {
        Align::Left => 0,
        Align::Right | Align::AfterSign => padding,
        Align::Center => padding / 2,
    };
    [run(fill, before).as_str(), text, run(fill, padding - before).as_str()].concat()
}

fn run(fill: char, count: usize) -> String {
    std::iter::repeat_n(fill, count).collect()
}

/// The digits with a separator between groups, with leading zeros to at least `width` characters. The result never
/// begins with a separator, so it may be one wider.
fn grouped(digits: &str, width: usize, group: usize, separator: char) -> String {
    // The least number of digits that, with their separators, fill the width.
    let filling = width - width.saturating_sub(1) / (group + 1);
    let count = digits.len().max(filling).max(1);
    let mut out = String::with_capacity(count + count / group);
    let zeros = count - digits.len();
    for (i, digit) in std::iter::repeat_n('0', zeros).chain(digits.chars()).enumerate() {
        if i > 0 && (count - i).is_multiple_of(group) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}
