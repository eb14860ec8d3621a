//! Finding, counting, replacing bytes.

use super::{byte, like, receiver, same_kind, wanted};
use crate::builtins::list::shared::done;
use crate::builtins::str::args::{again, most, needs_indices, span};
use crate::cx::Cx;
use crate::heap::Body;
use crate::native::{NativeFrame, NativeResult, Raise, Resumed};
use crate::value::Value;

/// The first place of a part in bytes.
pub(super) fn find_in(bytes: &[u8], part: &[u8]) -> Option<usize> {
    if part.is_empty() {
        return Some(0);
    }
    bytes.windows(part.len()).position(|w| w == part)
}

/// The last place of a part in bytes.
pub(super) fn rfind_in(bytes: &[u8], part: &[u8]) -> Option<usize> {
    if part.is_empty() {
        return Some(bytes.len());
    }
    bytes.windows(part.len()).rposition(|w| w == part)
}

/// What is looked for: bytes, or one byte given as an int.
fn sought(cx: &mut Cx<'_>, v: Value) -> Result<Vec<u8>, Raise> {
    if let Some(i) = cx.as_int(v) {
        return Ok(vec![byte(cx, &i, "byte must be in range(0, 256)")?]);
    }
    like(cx, v).ok_or_else(|| {
        let name = cx.type_name(v);
        cx.type_error(format!("argument should be integer or bytes-like object, not '{name}'"))
    })
}

fn position(cx: &mut Cx<'_>, f: &NativeFrame, last: bool) -> Result<Option<usize>, Raise> {
    let (bytes, part) = (receiver(cx, f), sought(cx, f.args[1])?);
    let Some(range) = span(cx, f.args[2], f.args[3], bytes.len())? else { return Ok(None) };
    let within = &bytes[range.clone()];
    let found = if last { rfind_in(within, &part) } else { find_in(within, &part) };
    Ok(found.map(|at| at + range.start))
}

fn found_or_minus_one(cx: &mut Cx<'_>, f: &NativeFrame, last: bool) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let at = position(cx, f, last)?;
    done(Value::int(at.map_or(-1, |at| at as i64)))
}

fn found_or_error(cx: &mut Cx<'_>, f: &NativeFrame, last: bool) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    match position(cx, f, last)? {
        Some(at) => done(Value::int(at as i64)),
        None => Err(cx.value_error("subsection not found")),
    }
}

pub(super) fn find(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    found_or_minus_one(cx, f, false)
}

pub(super) fn rfind(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    found_or_minus_one(cx, f, true)
}

pub(super) fn index(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    found_or_error(cx, f, false)
}

pub(super) fn rindex(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    found_or_error(cx, f, true)
}

pub(super) fn count(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let (bytes, part) = (receiver(cx, f), sought(cx, f.args[1])?);
    let n = match span(cx, f.args[2], f.args[3], bytes.len())? {
        None => 0,
        Some(range) if part.is_empty() => range.len() + 1,
        Some(range) => hits(&bytes[range], &part, usize::MAX).len(),
    };
    done(Value::int(n as i64))
}

/// Where a part that is not empty stands in bytes, without overlaps.
fn hits(bytes: &[u8], part: &[u8], most: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = 0;
    while found.len() < most {
        let Some(next) = find_in(&bytes[at..], part) else { break };
        found.push(at + next);
        at += next + part.len();
    }
    found
}

pub(super) fn contains(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let bytes = receiver(cx, f);
    let part = match cx.as_int(f.args[1]) {
        Some(_) => sought(cx, f.args[1])?,
        None => wanted(cx, f.args[1])?,
    };
    done(Value::bool(find_in(&bytes, &part).is_some()))
}

fn matches(cx: &mut Cx<'_>, f: &NativeFrame, method: &str, test: fn(&[u8], &[u8]) -> bool) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let bytes = receiver(cx, f);
    let range = span(cx, f.args[2], f.args[3], bytes.len())?;
    let holds = |part: &[u8]| range.clone().is_some_and(|r| test(&bytes[r], part));
    if let Some(part) = like(cx, f.args[1]) {
        return done(Value::bool(holds(&part)));
    }
    let Some(Body::Tuple(choices)) = cx.body(f.args[1]) else {
        let name = cx.type_name(f.args[1]);
        return Err(cx.type_error(format!("{method} first arg must be bytes or a tuple of bytes, not {name}")));
    };
    let choices = choices.clone();
    for &choice in choices.iter() {
        if holds(&wanted(cx, choice)?) {
            return done(Value::TRUE);
        }
    }
    done(Value::FALSE)
}

pub(super) fn startswith(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    matches(cx, f, "startswith", |bytes, part| bytes.starts_with(part))
}

pub(super) fn endswith(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    matches(cx, f, "endswith", |bytes, part| bytes.ends_with(part))
}

pub(super) fn replace(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let bytes = receiver(cx, f);
    let (old, new) = (wanted(cx, f.args[1])?, wanted(cx, f.args[2])?);
    let most = most(cx, f.args[3])?;
    let places: Vec<usize> =
        if old.is_empty() { (0..=bytes.len()).take(most).collect() } else { hits(&bytes, &old, most) };
    crate::sequences::check_length(cx, (places.len() as u64).saturating_mul(new.len() as u64))?;
    let (mut out, mut from) = (Vec::new(), 0);
    for at in places {
        out.extend_from_slice(&bytes[from..at]);
        out.extend_from_slice(&new);
        from = at + old.len();
    }
    out.extend_from_slice(&bytes[from..]);
    done(same_kind(cx, f, out))
}

pub(super) fn removeprefix(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (bytes, part) = (receiver(cx, f), wanted(cx, f.args[1])?);
    let rest = bytes.strip_prefix(part.as_slice()).unwrap_or(&bytes).to_vec();
    done(same_kind(cx, f, rest))
}

pub(super) fn removesuffix(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (bytes, part) = (receiver(cx, f), wanted(cx, f.args[1])?);
    let rest = bytes.strip_suffix(part.as_slice()).unwrap_or(&bytes).to_vec();
    done(same_kind(cx, f, rest))
}

pub(super) fn translate(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let table = match f.args[1].some() {
        None => None,
        Some(v) => Some(wanted(cx, v)?),
    };
    if table.as_ref().is_some_and(|t| t.len() != 256) {
        return Err(cx.value_error("translation table must be 256 characters long"));
    }
    let dropped = if f.args[2].is_set() { wanted(cx, f.args[2])? } else { Vec::new() };
    let bytes = receiver(cx, f);
    let kept = bytes.into_iter().filter(|b| !dropped.contains(b));
    let out = kept.map(|b| table.as_ref().map_or(b, |t| t[usize::from(b)])).collect();
    done(same_kind(cx, f, out))
}

pub(super) fn maketrans(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (from, to) = (wanted(cx, f.args[0])?, wanted(cx, f.args[1])?);
    if from.len() != to.len() {
        return Err(cx.value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (a, b) in from.into_iter().zip(to) {
        table[usize::from(a)] = b;
    }
    done(cx.new_bytes(&table))
}
