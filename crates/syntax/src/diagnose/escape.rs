//! Escape sequences, as far as they can be wrong or are refused.

use super::strings::Literal;

/// What is wrong with a text.
pub(super) enum Problem {
    /// CPython's words.
    Words(String),
    /// A feature that is refused, and what to do instead.
    Refused(&'static str, &'static str),
}

/// Looks at the escape sequences of `text`, which is a literal's content or a part of it.
pub(super) fn check(text: &str, literal: Literal) -> Result<(), Problem> {
    if literal.raw {
        return Ok(());
    }
    // CPython's decoder sees every character beyond ASCII as ten bytes, and its positions show it.
    let mut position = 0;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let mut length = c.len_utf8();
        if c == '\\' {
            length += escape(&rest[1..], position, literal.bytes)?;
        }
        let (read, behind) = rest.split_at(length);
        position += read.chars().map(|c| if c.is_ascii() { 1 } else { 10 }).sum::<usize>();
        rest = behind;
    }
    Ok(())
}

/// Looks at one sequence, given what follows its backslash; the number of bytes that it takes.
fn escape(behind: &str, position: usize, bytes: bool) -> Result<usize, Problem> {
    let Some(c) = behind.chars().next() else { return Ok(0) };
    let digits = match c {
        'x' => 2,
        'u' if !bytes => 4,
        'U' if !bytes => 8,
        'N' if !bytes => return Err(named(behind, position)),
        _ => return Ok(c.len_utf8()),
    };
    let found = behind[1..].chars().take(digits).take_while(char::is_ascii_hexdigit).count();
    if found < digits {
        let shape = ["x", "XX", "u", "XXXX", "U", "XXXXXXXX"];
        let index = if c == 'x' {
            0
        } else if c == 'u' {
            2
        } else {
            4
        };
        return Err(match bytes {
            true => Problem::Words(format!("(value error) invalid \\x escape at position {position}")),
            false => unicode(position, found + 1, &format!("truncated \\{}{} escape", shape[index], shape[index + 1])),
        });
    }
    match u32::from_str_radix(&behind[1..=digits], 16) {
        Ok(0xD800..=0xDFFF) => Err(Problem::Refused(
            "lone surrogates in a string",
            "strings hold whole characters here; write the character itself",
        )),
        Ok(code) if c == 'U' && code > 0x10_FFFF => Err(unicode(position, found + 1, "illegal Unicode character")),
        _ => Ok(digits + 1),
    }
}

fn unicode(position: usize, length: usize, what: &str) -> Problem {
    let end = position + length;
    Problem::Words(format!(
        "(unicode error) 'unicodeescape' codec can't decode bytes in position {position}-{end}: {what}"
    ))
}

fn named(behind: &str, position: usize) -> Problem {
    let closed = behind[1..].starts_with('{') && behind.find('}').is_some_and(|end| end > 2);
    if closed {
        return Problem::Refused(
            "\\N{...} in a string",
            "the table of Unicode names is left out; write the character itself or \\u with its number",
        );
    }
    let length = if behind[1..].starts_with('{') { 2 } else { 1 };
    unicode(position, length, "malformed \\N character escape")
}
