//! The line of carets under a source line (Python/traceback.c `tb_displayline`, PEP 657).

use bytecode::Code;

const INDENT: usize = 4;

/// The line with carets and its end, or nothing where CPython shows none.
pub(super) fn carets(line: &str, code: &Code, pc: usize) -> String {
    let range = code.range(pc);
    if range.line == 0 || range.end_line == 0 {
        return String::new();
    }
    let chars: Vec<char> = line.chars().collect();
    let leading = chars.iter().take_while(|c| matches!(c, ' ' | '\t' | '\u{c}')).count();
    let start = char_offset(line, range.col);
    let (end, anchors) = if range.line == range.end_line {
        (char_offset(line, range.end_col), code.anchors(pc).map(|(l, r)| (start + l, start + r)))
    } else {
        (chars.iter().rposition(|c| !matches!(c, ' ' | '\t' | '\u{c}')).map_or(0, |i| i + 1), None)
    };
    if end - start.min(end) == chars.len() - leading && anchors.is_none() {
        return String::new();
    }
    let shown = |at: usize| super::width::width(&chars[..at.min(chars.len())]) + at.saturating_sub(chars.len());
    let (start, end) = (shown(start), shown(end));
    let anchors = anchors.map(|(left, right)| (shown(left), shown(right)));
    let mut text = " ".repeat(INDENT + start.saturating_sub(leading));
    for i in start..end {
        text.push(match anchors {
            Some((left, right)) if i < left || i >= right => '~',
            _ => '^',
        });
    }
    text.push('\n');
    text
}

fn char_offset(line: &str, byte: u32) -> usize {
    line.char_indices().take_while(|&(i, _)| i < byte as usize).count()
}
