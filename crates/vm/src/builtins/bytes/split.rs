//! Splitting and joining bytes.

use super::search::{find_in, rfind_in};
use super::{like, receiver, same_kind, wanted};
use crate::builtins::list::shared::done;
use crate::builtins::str::args::{again, flag, most, needs_indices};
use crate::classes;
use crate::cx::Cx;
use crate::native::{NativeFrame, NativeResult, Resumed};
use crate::value::Value;
use text::unicode::is_ascii_space;

fn list_of(cx: &mut Cx<'_>, f: &NativeFrame, parts: Vec<Vec<u8>>) -> NativeResult {
    let items: Vec<Value> = parts.into_iter().map(|part| same_kind(cx, f, part)).collect();
    done(cx.new_list(items))
}

pub(super) fn split(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    split_from(cx, f, false)
}

pub(super) fn rsplit(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    split_from(cx, f, true)
}

fn split_from(cx: &mut Cx<'_>, f: &NativeFrame, right: bool) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let (bytes, most) = (receiver(cx, f), most(cx, f.args[2])?);
    let parts = match (f.args[1].some(), right) {
        (None, false) => words(&bytes, most),
        (None, true) => words_from_right(&bytes, most),
        (Some(sep), _) => {
            let sep = wanted(cx, sep)?;
            if sep.is_empty() {
                return Err(cx.value_error("empty separator"));
            }
            if right {
                pieces_from_right(&bytes, &sep, most)
            } else {
                pieces(&bytes, &sep, most)
            }
        }
    };
    list_of(cx, f, parts)
}

fn pieces(bytes: &[u8], sep: &[u8], most: usize) -> Vec<Vec<u8>> {
    let (mut parts, mut rest) = (Vec::new(), bytes);
    while parts.len() < most {
        let Some(at) = find_in(rest, sep) else { break };
        parts.push(rest[..at].to_vec());
        rest = &rest[at + sep.len()..];
    }
    parts.push(rest.to_vec());
    parts
}

fn pieces_from_right(bytes: &[u8], sep: &[u8], most: usize) -> Vec<Vec<u8>> {
    let (mut parts, mut rest) = (Vec::new(), bytes);
    while parts.len() < most {
        let Some(at) = rfind_in(rest, sep) else { break };
        parts.push(rest[at + sep.len()..].to_vec());
        rest = &rest[..at];
    }
    parts.push(rest.to_vec());
    parts.reverse();
    parts
}

/// Bytes without the white space before them.
pub(super) fn trim_start(bytes: &[u8]) -> &[u8] {
    let start = bytes.iter().position(|&b| !is_ascii_space(b)).unwrap_or(bytes.len());
    &bytes[start..]
}

/// Bytes without the white space after them.
pub(super) fn trim_end(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().rposition(|&b| !is_ascii_space(b)).map_or(0, |at| at + 1);
    &bytes[..end]
}

fn words(bytes: &[u8], most: usize) -> Vec<Vec<u8>> {
    let (mut parts, mut rest) = (Vec::new(), trim_start(bytes));
    while !rest.is_empty() {
        let end = if parts.len() < most { rest.iter().position(|&b| is_ascii_space(b)) } else { None };
        let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
        parts.push(word.to_vec());
        rest = trim_start(after);
    }
    parts
}

fn words_from_right(bytes: &[u8], most: usize) -> Vec<Vec<u8>> {
    let (mut parts, mut rest) = (Vec::new(), trim_end(bytes));
    while !rest.is_empty() {
        let gap = if parts.len() < most { rest.iter().rposition(|&b| is_ascii_space(b)) } else { None };
        let (before, word) = rest.split_at(gap.map_or(0, |at| at + 1));
        parts.push(word.to_vec());
        rest = trim_end(before);
    }
    parts.reverse();
    parts
}

pub(super) fn splitlines(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let (bytes, keep) = (receiver(cx, f), flag(cx, f.args[1])?);
    let parts = text::unicode::splitlines_bytes(&bytes, keep).into_iter().map(<[u8]>::to_vec).collect();
    list_of(cx, f, parts)
}

fn parts(cx: &mut Cx<'_>, f: &NativeFrame, last: bool) -> NativeResult {
    let (bytes, sep) = (receiver(cx, f), wanted(cx, f.args[1])?);
    if sep.is_empty() {
        return Err(cx.value_error("empty separator"));
    }
    let found = if last { rfind_in(&bytes, &sep) } else { find_in(&bytes, &sep) };
    let three = match found {
        Some(at) => [bytes[..at].to_vec(), sep.clone(), bytes[at + sep.len()..].to_vec()],
        None if last => [Vec::new(), Vec::new(), bytes],
        None => [bytes, Vec::new(), Vec::new()],
    };
    let three = three.map(|part| same_kind(cx, f, part));
    done(cx.new_tuple(&three))
}

pub(super) fn partition(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    parts(cx, f, false)
}

pub(super) fn rpartition(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    parts(cx, f, true)
}

pub(super) fn join(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let sep = receiver(cx, f);
    let items = match cx.sequence(f.args[1]) {
        Some(items) => items.to_vec(),
        None => match cx.plain_items(f.args[1]) {
            Some(items) => items,
            None => {
                let exact = match cx.body(f.args[0]) {
                    Some(crate::heap::Body::ByteArray(_)) => classes::BYTEARRAY,
                    _ => classes::BYTES,
                };
                return Ok(cx.tail("bytes_join", &[exact.into(), f.args[0], f.args[1]]));
            }
        },
    };
    let mut out = Vec::new();
    for (i, &item) in items.iter().enumerate() {
        let Some(part) = like(cx, item) else {
            let name = cx.type_name(item);
            return Err(cx.type_error(format!("sequence item {i}: expected a bytes-like object, {name} found")));
        };
        if i > 0 {
            out.extend_from_slice(&sep);
        }
        out.extend_from_slice(&part);
    }
    done(same_kind(cx, f, out))
}
