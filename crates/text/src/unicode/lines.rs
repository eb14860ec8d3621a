//! Line ends, as `str.splitlines` and `bytes.splitlines` see them, and the white space of bytes.

/// Whether `c` ends a line of a `str`.
pub fn is_line_break(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// White space of `bytes.split`, `bytes.strip` and `bytes.isspace`.
pub fn is_ascii_space(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

/// `text.splitlines(keep_ends)`.
pub fn splitlines(text: &str, keep_ends: bool) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !is_line_break(c) {
            continue;
        }
        let mut end = at + c.len_utf8();
        if c == '\r' && chars.next_if(|(_, next)| *next == '\n').is_some() {
            end += 1;
        }
        lines.push(&text[start..if keep_ends { end } else { at }]);
        start = end;
    }
    if start < text.len() {
        lines.push(&text[start..]);
    }
    lines
}

/// `data.splitlines(keep_ends)`: only `\n`, `\r` and `\r\n` end a line of bytes.
pub fn splitlines_bytes(data: &[u8], keep_ends: bool) -> Vec<&[u8]> {
    let mut lines = Vec::new();
    let mut start = 0;
    while start < data.len() {
        let rest = &data[start..];
        let Some(at) = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else {
            lines.push(rest);
            break;
        };
        let width = if rest[at..].starts_with(b"\r\n") { 2 } else { 1 };
        lines.push(&rest[..if keep_ends { at + width } else { at }]);
        start += at + width;
    }
    lines
}
