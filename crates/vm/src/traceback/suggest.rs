//! "Did you mean" (Python/suggestions.c).

use super::{innermost_frame, names_of};
use crate::classes;
use crate::cx::Cx;
use crate::value::{Ref, Value};

const MAX_CANDIDATES: usize = 750;
const MAX_LENGTH: usize = 40;
const MOVE: usize = 2;
const CASE: usize = 1;

/// The name that CPython would suggest for this exception.
pub(super) fn suggestion(cx: &mut Cx<'_>, e: Ref) -> Option<String> {
    let [name, object] = cx.vm.heap.exception(e).extra;
    let is = |cx: &Cx<'_>, class| cx.is_instance(e.into(), class);
    if is(cx, classes::ATTRIBUTE_ERROR) {
        let wanted = text(cx, name)?;
        if !object.is_set() {
            return None;
        }
        let names = cx.attribute_names(object);
        let mut candidates = texts(cx, &names);
        candidates.sort();
        best(&wanted, &candidates)
    } else if is(cx, classes::NAME_ERROR) {
        let wanted = text(cx, name)?;
        for_name(cx, e, &wanted)
    } else {
        None
    }
}

/// Locals of the innermost frame, then its globals, then builtins.
fn for_name(cx: &mut Cx<'_>, e: Ref, wanted: &str) -> Option<String> {
    let frame = innermost_frame(cx, e)?;
    let locals: Vec<Value> = names_of(&frame).into_iter().map(Value::from).collect();
    let locals = texts(cx, &locals);
    if let Some(found) = best(wanted, &locals) {
        return Some(found);
    }
    let globals = cx.vm.main_globals;
    for dict in globals.into_iter().chain([cx.vm.builtins]) {
        let keys: Vec<Value> = cx.vm.heap.dict(dict).iter().map(|e| e.key).collect();
        let mut candidates = texts(cx, &keys);
        if dict == cx.vm.builtins {
            candidates.extend(crate::manifest::missing_builtin_names().map(String::from));
        }
        if let Some(found) = best(wanted, &candidates) {
            return Some(found);
        }
    }
    None
}

fn text(cx: &Cx<'_>, v: Value) -> Option<String> {
    v.is_set().then(|| cx.as_str(v)).flatten().map(|s| s.as_str().to_string())
}

fn texts(cx: &Cx<'_>, values: &[Value]) -> Vec<String> {
    values.iter().filter_map(|&v| text(cx, v)).collect()
}

/// `calculate_suggestions`
fn best(wanted: &str, candidates: &[String]) -> Option<String> {
    if candidates.len() >= MAX_CANDIDATES {
        return None;
    }
    let mut found: Option<(usize, &String)> = None;
    for candidate in candidates.iter().filter(|c| *c != wanted) {
        let most = (wanted.len() + candidate.len() + 3) * MOVE / 6;
        let most = found.map_or(most, |(d, _)| most.min(d.saturating_sub(1)));
        let distance = distance(wanted.as_bytes(), candidate.as_bytes(), most);
        if distance <= most && found.is_none_or(|(d, _)| distance < d) {
            found = Some((distance, candidate));
        }
    }
    found.map(|(_, c)| c.clone())
}

/// `levenshtein_distance`: anything above `most` stands for "too far".
fn distance<'a>(mut a: &'a [u8], mut b: &'a [u8], most: usize) -> usize {
    while let (Some(x), Some(y)) = (a.first(), b.first()) {
        if x != y {
            break;
        }
        (a, b) = (&a[1..], &b[1..]);
    }
    while let (Some(x), Some(y)) = (a.last(), b.last()) {
        if x != y {
            break;
        }
        (a, b) = (&a[..a.len() - 1], &b[..b.len() - 1]);
    }
    if a.is_empty() || b.is_empty() {
        return (a.len() + b.len()) * MOVE;
    }
    if a.len() > MAX_LENGTH || b.len() > MAX_LENGTH {
        return most + 1;
    }
    if b.len() < a.len() {
        (a, b) = (b, a);
    }
    if (b.len() - a.len()) * MOVE > most {
        return most + 1;
    }
    let mut row: Vec<usize> = (1..=a.len()).map(|i| i * MOVE).collect();
    let mut result = 0;
    for (j, &y) in b.iter().enumerate() {
        let mut diagonal = j * MOVE;
        result = diagonal;
        let mut least = usize::MAX;
        for (i, &x) in a.iter().enumerate() {
            let substitute = diagonal + substitution(y, x);
            diagonal = row[i];
            let insert_or_delete = result.min(diagonal) + MOVE;
            result = substitute.min(insert_or_delete);
            row[i] = result;
            least = least.min(result);
        }
        if least > most {
            return most + 1;
        }
    }
    result
}

fn substitution(a: u8, b: u8) -> usize {
    if a & 31 != b & 31 {
        MOVE
    } else if a == b {
        0
    } else if a.eq_ignore_ascii_case(&b) {
        CASE
    } else {
        MOVE
    }
}
