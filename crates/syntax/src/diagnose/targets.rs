//! What can't be assigned to, deleted or annotated.

use super::view::View;
use crate::mistake::Mistake;

/// A stretch of tokens: the first, and the one behind the last.
type Stretch = (usize, usize);

/// `f() = 1`, `for f() in x`, `with a as f()`.
pub(super) fn assigned(view: View, (first, end): Stretch) -> Mistake {
    if let Some(mistake) = last_element(view, first) {
        return mistake;
    }
    let name = view.expression_name(first, end);
    let (outer, behind) = unwrapped(view, first, end);
    if name == "yield expression" && behind == end && view.is(end, "=") {
        if view.bracket(first).is_some() {
            return view.generic(end);
        }
        return view.over("assignment to yield expression not possible", first, end - 1);
    }
    let here = may_be_compared(name) && meant_comparison(view, outer, behind);
    let hint = if here { " here. Maybe you meant '==' instead of '='?" } else { "" };
    view.over(format!("cannot assign to {name}{hint}"), first, end - 1)
}

/// `a, f(), b = 1`: of a bare tuple CPython looks at the element before the `=` first.
fn last_element(view: View, first: usize) -> Option<Mistake> {
    let start = view.bracket(first).is_none().then(|| view.statement(first))?;
    let end = view.star_expressions(start).filter(|end| view.is(*end, "="))?;
    let comma = (start..end).rev().find(|at| view.is(*at, ",") && view.bracket(*at).is_none())?;
    mistaken_equal(view, comma + 1, end)
}

/// The stretch with the parentheses around it.
fn unwrapped(view: View, mut first: usize, mut end: usize) -> Stretch {
    while first > 0 && view.is(first - 1, "(") && view.closing(first - 1) == Some(end) && !called(view, first - 1) {
        (first, end) = (first - 1, end + 1);
    }
    (first, end)
}

/// Whether a bracket is a call's or a subscript's.
pub(super) fn called(view: View, open: usize) -> bool {
    use crate::tokens::TokenKind::{Number, String};
    let Some(before) = open.checked_sub(1) else { return false };
    let kind = view.kind(before);
    view.is_name(before) || view.is_any(before, &[")", "]", "}"]) || matches!(kind, Number | String)
}

/// CPython asks about `==` where an operand stands alone before the `=`.
fn may_be_compared(name: &str) -> bool {
    let never = ["expression", "comparison", "conditional expression", "lambda", "starred", "named expression"];
    let shown = ["tuple", "list", "generator expression", "None", "True", "False"];
    !shown.contains(&name) && (name == "expression" || !never.contains(&name))
}

/// Whether CPython's rule for a mistaken `=` fits: the target begins a statement or an element of
/// it, has no logical operator, and an operand follows that is not assigned to itself.
fn meant_comparison(view: View, first: usize, equal: usize) -> bool {
    let begins = first == 0 || view.is_layout(first - 1) || view.is_any(first - 1, &[";", ",", "(", "[", "{", ":"]);
    begins && view.bitwise_or(first) == Some(equal) && is_single_equal(view, equal)
}

/// Whether an operand stands behind an `=`, and no further assignment behind it.
fn is_single_equal(view: View, equal: usize) -> bool {
    let behind = if view.is(equal, "=") { view.bitwise_or(equal + 1) } else { None };
    behind.is_some_and(|behind| !view.is_any(behind, &["=", ":="]))
}

/// An `=` at `equal` where a condition or an element is read, with what stands before it from
/// `first` on; none where CPython's rules for it don't fit.
pub(super) fn mistaken_equal(view: View, first: usize, equal: usize) -> Option<Mistake> {
    if !is_single_equal(view, equal) || view.bitwise_or(first) != Some(equal) {
        return None;
    }
    if view.is_name(first) && first + 1 == equal {
        return Some(meant_equal(view, first, equal));
    }
    let name = view.expression_name(first, equal);
    let hint = format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?");
    may_be_compared(name).then(|| view.over(hint, first, equal - 1))
}

fn meant_equal(view: View, first: usize, equal: usize) -> Mistake {
    let end = view.bitwise_or(equal + 1).unwrap_or(equal + 1);
    view.over("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", first, end - 1)
}

/// `f() += 1`.
pub(super) fn augmented(view: View, (first, end): Stretch) -> Mistake {
    let name = view.expression_name(first, end);
    if name == "yield expression" && view.bracket(first).is_none() {
        return view.generic(end);
    }
    view.over(format!("'{name}' is an illegal expression for augmented assignment"), first, end - 1)
}

/// `f(): int`.
pub(super) fn annotated(view: View, (first, end): Stretch) -> Mistake {
    let name = view.expression_name(first, end);
    let colon = (end..view.tokens.len()).find(|at| view.is(*at, ":")).unwrap_or(end);
    if view.expression(colon + 1).is_none() {
        return view.generic(colon);
    }
    match name {
        "tuple" | "list" => {
            // CPython marks a bare tuple's first element alone.
            let bare = view.closing(first) != Some(end - 1) || !view.is_any(first, &["(", "["]);
            let last = if bare { view.expression(first).unwrap_or(end) } else { end };
            view.over(format!("only single target (not {name}) can be annotated"), first, last - 1)
        }
        _ => view.over("illegal target for annotation", first, end - 1),
    }
}

/// `del f()`.
pub(super) fn deleted(view: View, (first, end): Stretch) -> Mistake {
    view.over(format!("cannot delete {}", view.expression_name(first, end)), first, end - 1)
}

/// `(f() := 1)`.
pub(super) fn named(view: View, (first, end): Stretch) -> Mistake {
    let name = view.expression_name(first, end);
    view.over(format!("cannot use assignment expressions with {name}"), first, end - 1)
}

/// `f(a.b=1)`.
pub(super) fn keyword(view: View, (first, end): Stretch) -> Mistake {
    let constant = view.is_any(first, &["None", "True", "False"]) && end == first + 1;
    let message = match constant {
        true => format!("cannot assign to {}", view.text(first)),
        false => "expression cannot contain assignment, perhaps you meant \"==\"?".to_owned(),
    };
    view.over(message, first, end)
}
