//! `from __future__ import …`. Source of the rules: CPython's `Python/future.c`.

use crate::error::{Res, SourceLines};
use syntax::ast::{Alias, Constant, Expr, ExprKind, Module, Range, Stmt, StmtKind};

/// Features that are on in every Python 3, so that asking for them changes nothing.
const DONE: [&str; 8] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "generator_stop",
];

/// `<>` instead of `!=`: known, but not supported.
pub(crate) const BARRY: &str = "barry_as_FLUFL";

/// What a program asks of the future.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Future {
    /// `annotations`: they are kept as text (PEP 563).
    pub(crate) annotations: bool,
    /// The line of the last future import that stands where it may; 0 if there is none.
    pub(crate) last_line: u32,
}

/// Reads the program's future imports, which must stand at its beginning.
///
/// # Errors
/// CPython's SyntaxError for an unknown feature. (One that stands too late is found where it
/// stands.)
pub(crate) fn future(module: &Module, lines: &SourceLines) -> Res<Future> {
    let mut future = Future::default();
    for (index, stmt) in module.body.iter().enumerate() {
        match &stmt.kind {
            StmtKind::Expr { value } if index == 0 && is_text(value) => {}
            StmtKind::ImportFrom { names, level: 0, module: Some(module) } if module == "__future__" => {
                names.iter().try_for_each(|alias| feature(alias, stmt, &mut future, lines))?;
                future.last_line = stmt.range.start_line;
            }
            _ => break,
        }
    }
    Ok(future)
}

fn is_text(value: &Expr) -> bool {
    matches!(&value.kind, ExprKind::Constant { value: Constant::Str(_) })
}

fn feature(alias: &Alias, stmt: &Stmt, future: &mut Future, lines: &SourceLines) -> Res {
    match alias.name.as_str() {
        "annotations" => future.annotations = true,
        BARRY => {}
        name if DONE.contains(&name) => {}
        "braces" => return Err(lines.error(first_character(stmt), "not a chance")),
        name => return Err(lines.error(first_character(stmt), format!("future feature {name} is not defined"))),
    }
    Ok(())
}

/// What CPython marks of a statement that it has no end of.
fn first_character(stmt: &Stmt) -> Range {
    Range { end_line: stmt.range.start_line, end_col: stmt.range.start_col + 1, ..stmt.range }
}
