//! Which part of an expression a traceback stresses: the operator, or the brackets.
//!
//! Source: Python/traceback.c `extract_anchors_from_expr`. It parses the text between the carets again, and so do we.

use syntax::ast::{ExprKind, StmtKind};

/// Start and end, in characters from the text's start.
pub(crate) fn anchors(segment: &str) -> Option<(usize, usize)> {
    let tree = syntax::parse(segment, syntax::PythonVersion::V311).ok()?;
    let [statement] = tree.body.as_slice() else { return None };
    let StmtKind::Expr { value } = &statement.kind else { return None };
    let text: Vec<char> = segment.chars().collect();
    let offset = |column: u32| segment.char_indices().take_while(|&(i, _)| i < column as usize).count();
    match &value.kind {
        ExprKind::BinOp { left, right, .. } => {
            let (from, to) = (offset(left.range.end_col), offset(right.range.start_col));
            let at = (from..to).find(|&i| !text[i].is_whitespace())?;
            let two = at + 1 < to && !text[at + 1].is_whitespace();
            Some((at, at + 1 + usize::from(two)))
        }
        ExprKind::Subscript { value, slice, .. } => {
            Some((offset(value.range.end_col), offset(slice.range.end_col) + 1))
        }
        _ => None,
    }
}
