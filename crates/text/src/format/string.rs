//! `format(str, spec)`: `format_string_internal` of CPython's `formatter_unicode.c`.

use super::layout::pad;
use super::spec::{unknown_code, Align, FormatSpec, SignMode};
use crate::error::{Error, Result};
use crate::limits::checked_run;

/// Formats a string. `type_name` is what messages call its type.
pub fn format_str(value: &str, spec: &FormatSpec, type_name: &str) -> Result<String> {
    if let Some(code) = spec.code.filter(|code| *code != 's') {
        return Err(unknown_code(code, type_name));
    }
    match spec.sign {
        Some(SignMode::Space) => return Err(Error::value("Space not allowed in string format specifier")),
        Some(_) => return Err(Error::value("Sign not allowed in string format specifier")),
        None => {}
    }
    if spec.no_negative_zero {
        return Err(Error::value("Negative zero coercion (z) not allowed in string format specifier"));
    }
    if spec.alternate {
        return Err(Error::value("Alternate form (#) not allowed in string format specifier"));
    }
    if spec.align == Align::AfterSign {
        return Err(Error::value("'=' alignment not allowed in string format specifier"));
    }
    let shown = truncate(value, spec.precision);
    let width = checked_run(spec.width.unwrap_or(0))?;
    Ok(pad(shown, spec.fill, spec.align, width.saturating_sub(shown.chars().count())))
}

/// The first `count` characters, all without a count.
pub(crate) fn truncate(text: &str, count: Option<u64>) -> &str {
    let end = count
        .and_then(|count| usize::try_from(count).ok())
        .and_then(|count| text.char_indices().nth(count))
        .map_or(text.len(), |(at, _)| at);
    &text[..end]
}
