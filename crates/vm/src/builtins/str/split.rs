//! Splitting and joining.

use super::args::{again, flag, most, needs_indices, receiver};
use crate::builtins::list::shared::done;
use crate::classes;
use crate::cx::Cx;
use crate::native::{def, Def, NativeFrame, NativeResult, Resumed};
use crate::value::Value;
use text::unicode::is_space;

pub(super) const METHODS: &[Def] = &[
    def("split", "self, sep=, maxsplit=", split),
    def("rsplit", "self, sep=, maxsplit=", rsplit),
    def("splitlines", "self, keepends=", splitlines),
    def("join", "self, iterable, /", join),
];

fn list_of(cx: &mut Cx<'_>, parts: &[&str]) -> NativeResult {
    let items: Vec<Value> = parts.iter().map(|part| cx.new_str(part)).collect();
    done(cx.new_list(items))
}

fn split(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    split_from(cx, f, false)
}

fn rsplit(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    split_from(cx, f, true)
}

fn split_from(cx: &mut Cx<'_>, f: &NativeFrame, right: bool) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let s = receiver(cx, f);
    let most = most(cx, f.args[2])?;
    let Some(sep) = f.args[1].some() else {
        let parts = if right { words_from_right(s.as_str(), most) } else { words(s.as_str(), most) };
        return list_of(cx, &parts);
    };
    let Some(sep) = cx.as_str(sep) else {
        let name = cx.type_name(sep);
        return Err(cx.type_error(format!("must be str or None, not {name}")));
    };
    if sep.is_empty() {
        return Err(cx.value_error("empty separator"));
    }
    let pieces = most.saturating_add(1);
    let parts: Vec<&str> = if right {
        let mut parts: Vec<&str> = s.as_str().rsplitn(pieces, sep.as_str()).collect();
        parts.reverse();
        parts
    } else {
        s.as_str().splitn(pieces, sep.as_str()).collect()
    };
    list_of(cx, &parts)
}

/// Words between white space; what is left after `most` splits keeps the white space at its end.
fn words(text: &str, most: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text.trim_start_matches(is_space);
    while !rest.is_empty() {
        let end = if parts.len() < most { rest.find(is_space) } else { None };
        let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
        parts.push(word);
        rest = after.trim_start_matches(is_space);
    }
    parts
}

fn words_from_right(text: &str, most: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text.trim_end_matches(is_space);
    while !rest.is_empty() {
        let start = match rest.char_indices().rev().find(|(_, c)| is_space(*c)) {
            Some((at, c)) if parts.len() < most => at + c.len_utf8(),
            _ => 0,
        };
        let (before, word) = rest.split_at(start);
        parts.push(word);
        rest = before.trim_end_matches(is_space);
    }
    parts.reverse();
    parts
}

fn splitlines(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let s = receiver(cx, f);
    let keep = flag(cx, f.args[1])?;
    let parts = text::unicode::splitlines(s.as_str(), keep);
    list_of(cx, &parts)
}

fn join(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let sep = receiver(cx, f);
    let items = match cx.sequence(f.args[1]) {
        Some(items) => items.to_vec(),
        None => match cx.plain_items(f.args[1]) {
            Some(items) => items,
            None => return Ok(cx.tail("str_join", &[f.args[0], f.args[1]])),
        },
    };
    if let [one] = items.as_slice() {
        if cx.class_of(*one) == classes::STR {
            return done(*one);
        }
    }
    let mut out = String::new();
    for (i, &item) in items.iter().enumerate() {
        let Some(part) = cx.as_str(item) else {
            let name = cx.type_name(item);
            return Err(cx.type_error(format!("sequence item {i}: expected str instance, {name} found")));
        };
        if i > 0 {
            out.push_str(sep.as_str());
        }
        out.push_str(part.as_str());
    }
    done(cx.new_str(&out))
}
