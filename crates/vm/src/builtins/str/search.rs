//! Finding, counting, replacing.

use super::args::{again, needs_indices, optional_text, receiver, span, text};
use super::exact_str;
use crate::builtins::list::shared::done;
use crate::cx::Cx;
use crate::heap::{Body, Str};
use crate::native::{def, Def, NativeFrame, NativeResult, Raise, Resumed};
use crate::value::Value;
use std::rc::Rc;

pub(super) const METHODS: &[Def] = &[
    def("find", "self, sub, start=, end=, /", find),
    def("rfind", "self, sub, start=, end=, /", rfind),
    def("index", "self, sub, start=, end=, /", index),
    def("rindex", "self, sub, start=, end=, /", rindex),
    def("count", "self, sub, start=, end=, /", count),
    def("startswith", "self, prefix, start=, end=, /", startswith),
    def("endswith", "self, suffix, start=, end=, /", endswith),
    def("replace", "self, old, new, count=, /", replace),
    def("partition", "self, sep, /", partition),
    def("rpartition", "self, sep, /", rpartition),
    def("removeprefix", "self, prefix, /", removeprefix),
    def("removesuffix", "self, suffix, /", removesuffix),
];

/// Where a text is found in another, as a code point index.
fn position(cx: &mut Cx<'_>, f: &NativeFrame, last: bool) -> Result<Option<usize>, Raise> {
    let s = receiver(cx, f);
    let sub = text(cx, f.args[1], "")?;
    let Some(range) = span(cx, f.args[2], f.args[3], s.len())? else { return Ok(None) };
    let part = s.slice(range.start, range.end);
    let found = if last { part.rfind(sub.as_str()) } else { part.find(sub.as_str()) };
    Ok(found.map(|byte| range.start + chars_before(part, byte)))
}

fn chars_before(text: &str, byte: usize) -> usize {
    if text.is_ascii() {
        byte
    } else {
        text[..byte].chars().count()
    }
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
        None => Err(cx.value_error("substring not found")),
    }
}

fn find(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    found_or_minus_one(cx, f, false)
}

fn rfind(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    found_or_minus_one(cx, f, true)
}

fn index(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    found_or_error(cx, f, false)
}

fn rindex(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    found_or_error(cx, f, true)
}

fn count(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let s = receiver(cx, f);
    let sub = text(cx, f.args[1], "")?;
    let n = match span(cx, f.args[2], f.args[3], s.len())? {
        None => 0,
        Some(range) if sub.is_empty() => range.len() + 1,
        Some(range) => s.slice(range.start, range.end).matches(sub.as_str()).count(),
    };
    done(Value::int(n as i64))
}

/// `startswith` and `endswith`: one text, or any of a tuple of them.
fn matches(cx: &mut Cx<'_>, f: &NativeFrame, method: &str, test: fn(&str, &str) -> bool) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let s = receiver(cx, f);
    let range = span(cx, f.args[2], f.args[3], s.len())?;
    let part = range.map(|r| s.slice(r.start, r.end));
    let holds = |wanted: &Rc<Str>| part.is_some_and(|part| test(part, wanted.as_str()));
    let given = f.args[1];
    if let Some(wanted) = cx.as_str(given) {
        return done(Value::bool(holds(&wanted)));
    }
    let Some(Body::Tuple(choices)) = cx.body(given) else {
        let name = cx.type_name(given);
        return Err(cx.type_error(format!("{method} first arg must be str or a tuple of str, not {name}")));
    };
    for choice in choices.iter().copied() {
        let Some(wanted) = cx.as_str(choice) else {
            let name = cx.type_name(choice);
            return Err(cx.type_error(format!("tuple for {method} must only contain str, not {name}")));
        };
        if holds(&wanted) {
            return done(Value::TRUE);
        }
    }
    done(Value::FALSE)
}

fn startswith(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    matches(cx, f, "startswith", |s, t| s.starts_with(t))
}

fn endswith(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    matches(cx, f, "endswith", |s, t| s.ends_with(t))
}

fn replace(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let s = receiver(cx, f);
    let old = text(cx, f.args[1], "replace() argument 1")?;
    let new = text(cx, f.args[2], "replace() argument 2")?;
    let most = super::args::most(cx, f.args[3])?;
    let hits = s.as_str().matches(old.as_str()).take(most).count();
    if hits == 0 {
        return done(exact_str(cx, f.args[0]));
    }
    crate::sequences::check_length(cx, (hits as u64).saturating_mul(new.as_str().len() as u64))?;
    let replaced = s.as_str().replacen(old.as_str(), new.as_str(), most);
    done(cx.new_str(&replaced))
}

fn parts(cx: &mut Cx<'_>, f: &NativeFrame, last: bool) -> NativeResult {
    let s = receiver(cx, f);
    let sep = text(cx, f.args[1], "")?;
    if sep.is_empty() {
        return Err(cx.value_error("empty separator"));
    }
    let split = if last { s.as_str().rsplit_once(sep.as_str()) } else { s.as_str().split_once(sep.as_str()) };
    let empty: Value = crate::names::EMPTY.into();
    let three = match split {
        Some((before, after)) => {
            let sep = exact_str(cx, f.args[1]);
            [cx.new_str(before), sep, cx.new_str(after)]
        }
        None if last => [empty, empty, exact_str(cx, f.args[0])],
        None => [exact_str(cx, f.args[0]), empty, empty],
    };
    done(cx.new_tuple(&three))
}

fn partition(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    parts(cx, f, false)
}

fn rpartition(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    parts(cx, f, true)
}

fn removeprefix(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let s = receiver(cx, f);
    let part = optional_text(cx, f.args[1], "removeprefix() argument")?;
    match part.and_then(|p| s.as_str().strip_prefix(p.as_str())) {
        Some(rest) => done(cx.new_str(rest)),
        None => done(exact_str(cx, f.args[0])),
    }
}

fn removesuffix(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let s = receiver(cx, f);
    let part = optional_text(cx, f.args[1], "removesuffix() argument")?;
    match part.and_then(|p| s.as_str().strip_suffix(p.as_str())) {
        Some(rest) => done(cx.new_str(rest)),
        None => done(exact_str(cx, f.args[0])),
    }
}
