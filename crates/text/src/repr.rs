//! `repr` of text and bytes, and `ascii`.

use crate::unicode::is_printable;

/// `repr(text)`: quoted, with escapes for what is not printable.
pub fn str_repr(text: &str) -> String {
    quoted(text, is_printable)
}

/// `ascii(text)`: as [`str_repr`], with escapes for everything beyond ASCII.
pub fn ascii_repr(text: &str) -> String {
    quoted(text, |c| c.is_ascii() && is_printable(c))
}

/// `ascii(value)` made from `repr(value)`: escapes what is beyond ASCII and leaves the rest alone.
pub fn escape_non_ascii(repr: &str) -> String {
    let mut out = String::with_capacity(repr.len());
    for c in repr.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            push_code(&mut out, c);
        }
    }
    out
}

/// `repr(data)` of a bytes object.
pub fn bytes_repr(data: &[u8]) -> String {
    let quote = choose_quote(data.contains(&b'\''), data.contains(&b'"'));
    let mut out = String::with_capacity(data.len() + 3);
    out.push('b');
    out.push(quote);
    for byte in data {
        push_char(&mut out, char::from(*byte), quote, |c| matches!(c, ' '..='~'));
    }
    out.push(quote);
    out
}

fn quoted(text: &str, keep: fn(char) -> bool) -> String {
    let quote = choose_quote(text.contains('\''), text.contains('"'));
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for c in text.chars() {
        push_char(&mut out, c, quote, keep);
    }
    out.push(quote);
    out
}

/// Single quotes, unless only they occur inside.
fn choose_quote(single: bool, double: bool) -> char {
    if single && !double {
        '"'
    } else {
        '\''
    }
}

fn push_char(out: &mut String, c: char, quote: char, keep: fn(char) -> bool) {
    match c {
        '\t' => out.push_str("\\t"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\\' => out.push_str("\\\\"),
        _ if c == quote => out.extend(['\\', c]),
        _ if keep(c) => out.push(c),
        _ => push_code(out, c),
    }
}

/// The shortest of `\xhh`, `\uhhhh` and `\Uhhhhhhhh` that names the character.
fn push_code(out: &mut String, c: char) {
    let code = u32::from(c);
    out.push_str(&match code {
        0..=0xff => format!("\\x{code:02x}"),
        0x100..=0xffff => format!("\\u{code:04x}"),
        _ => format!("\\U{code:08x}"),
    });
}
