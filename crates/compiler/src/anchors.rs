//! Which part of an expression a traceback stresses: the operator, or the brackets.
//!
//! Source: Python/traceback.c `extract_anchors_from_expr`. It parses the text between the carets again when it prints them;
//! here that is done once, and the code carries what came of it.

use crate::error::SourceLines;
use bytecode::{Anchors, Range, Target};
use std::collections::BTreeMap;
use syntax::ast::{ExprKind, StmtKind};

/// The anchors of the instructions with these stretches of source.
pub(crate) fn anchors(lines: &SourceLines<'_>, ranges: &[Range]) -> Vec<Anchors> {
    let mut known = BTreeMap::new();
    let mut found = Vec::new();
    for (at, &range) in ranges.iter().enumerate() {
        let segment = lines.segment(range);
        if let Some((start, end)) = *known.entry(segment).or_insert_with(|| of_segment(segment)) {
            found.push(Anchors { at: at as Target, start, end });
        }
    }
    found
}

/// Start and end, in characters from the text's start.
fn of_segment(segment: &str) -> Option<(u32, u32)> {
    // Most stretches are names and calls; the parser need not see them.
    if !segment.ends_with(']') && !segment.contains(['+', '-', '*', '/', '%', '@', '&', '|', '^', '<', '>']) {
        return None;
    }
    let tree = syntax::parse(segment, syntax::PythonVersion::V311).ok()?;
    let [statement] = tree.body.as_slice() else { return None };
    let StmtKind::Expr { value } = &statement.kind else { return None };
    let text: Vec<char> = segment.chars().collect();
    let offset = |column: u32| segment.char_indices().take_while(|&(i, _)| i < column as usize).count();
    let (start, end) = match &value.kind {
        ExprKind::BinOp { left, right, .. } => {
            let (from, to) = (offset(left.range.end_col), offset(right.range.start_col));
            let at = (from..to).find(|&i| !text[i].is_whitespace())?;
            let two = at + 1 < to && !text[at + 1].is_whitespace();
            (at, at + 1 + usize::from(two))
        }
        ExprKind::Subscript { value, slice, .. } => (offset(value.range.end_col), offset(slice.range.end_col) + 1),
        _ => return None,
    };
    Some((start as u32, end as u32))
}
