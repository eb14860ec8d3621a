//! Case, padding, stripping and the predicates of bytes: ASCII only.

use super::{like, receiver, same_kind, split, wanted};
use crate::builtins::list::shared::done;
use crate::builtins::str::args::{again, needs_indices, size};
use crate::cx::Cx;
use crate::native::{NativeFrame, NativeResult, Raise, Resumed};
use crate::value::Value;
use text::unicode::is_ascii_space;

macro_rules! mapped {
    ($($name:ident $map:expr;)*) => { $(
        pub(super) fn $name(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
            let map: fn(Vec<u8>) -> Vec<u8> = $map;
            let bytes = map(receiver(cx, f));
            done(same_kind(cx, f, bytes))
        }
    )* };
}

mapped! {
    lower |b| b.to_ascii_lowercase();
    upper |b| b.to_ascii_uppercase();
    title |b| titled(&b);
    capitalize |b| {
        let mut b = b.to_ascii_lowercase();
        if let Some(first) = b.first_mut() {
            first.make_ascii_uppercase();
        }
        b
    };
    swapcase |b| b.into_iter().map(swapped).collect();
}

fn swapped(b: u8) -> u8 {
    if b.is_ascii_uppercase() {
        b.to_ascii_lowercase()
    } else {
        b.to_ascii_uppercase()
    }
}

fn titled(bytes: &[u8]) -> Vec<u8> {
    let mut after_letter = false;
    let mut out = Vec::with_capacity(bytes.len());
    for b in bytes {
        out.push(if after_letter { b.to_ascii_lowercase() } else { b.to_ascii_uppercase() });
        after_letter = b.is_ascii_alphabetic();
    }
    out
}

macro_rules! predicates {
    ($($name:ident $test:expr;)*) => { $(
        pub(super) fn $name(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
            let test: fn(&[u8]) -> bool = $test;
            done(Value::bool(test(&receiver(cx, f))))
        }
    )* };
}

predicates! {
    isalpha |b| !b.is_empty() && b.iter().all(u8::is_ascii_alphabetic);
    isalnum |b| !b.is_empty() && b.iter().all(u8::is_ascii_alphanumeric);
    isdigit |b| !b.is_empty() && b.iter().all(u8::is_ascii_digit);
    isspace |b| !b.is_empty() && b.iter().all(|&b| is_ascii_space(b));
    isascii |b| b.is_ascii();
    islower |b| b.iter().any(u8::is_ascii_lowercase) && !b.iter().any(u8::is_ascii_uppercase);
    isupper |b| b.iter().any(u8::is_ascii_uppercase) && !b.iter().any(u8::is_ascii_lowercase);
    istitle |b| b.iter().any(u8::is_ascii_alphabetic) && titled(b) == b;
}

fn missing(cx: &mut Cx<'_>, f: &NativeFrame) -> Result<usize, Raise> {
    let width = usize::try_from(size(cx, f.args[1])?).unwrap_or(0);
    let missing = width.saturating_sub(receiver(cx, f).len());
    crate::sequences::check_length(cx, missing as u64)?;
    Ok(missing)
}

fn padded(cx: &mut Cx<'_>, f: &NativeFrame, method: &str, left: fn(usize, i64) -> usize) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let fill = match f.args[2].is_set() {
        false => b' ',
        true => match like(cx, f.args[2]) {
            Some(fill) if fill.len() == 1 => fill[0],
            _ => {
                let name = cx.type_name(f.args[2]);
                return Err(
                    cx.type_error(format!("{method}() argument 2 must be a byte string of length 1, not {name}"))
                );
            }
        },
    };
    let missing = missing(cx, f)?;
    let before = left(missing, size(cx, f.args[1])?);
    let bytes = [vec![fill; before], receiver(cx, f), vec![fill; missing - before]].concat();
    done(same_kind(cx, f, bytes))
}

/// The odd one goes to the left only if the width is odd too.
pub(super) fn center(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    padded(cx, f, "center", |missing, width| missing / 2 + (missing & width as usize & 1))
}

pub(super) fn ljust(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    padded(cx, f, "ljust", |_, _| 0)
}

pub(super) fn rjust(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    padded(cx, f, "rjust", |missing, _| missing)
}

pub(super) fn zfill(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let missing = missing(cx, f)?;
    let bytes = receiver(cx, f);
    let sign = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    let bytes = [&bytes[..sign], &vec![b'0'; missing], &bytes[sign..]].concat();
    done(same_kind(cx, f, bytes))
}

fn stripped(cx: &mut Cx<'_>, f: &NativeFrame, left: bool, right: bool) -> NativeResult {
    let set = match f.args[1].some() {
        None => None,
        Some(v) => Some(wanted(cx, v)?),
    };
    let bytes = receiver(cx, f);
    let mut rest = bytes.as_slice();
    match set {
        None => {
            rest = if left { split::trim_start(rest) } else { rest };
            rest = if right { split::trim_end(rest) } else { rest };
        }
        Some(set) => {
            while let Some((_, after)) = rest.split_first().filter(|(b, _)| left && set.contains(b)) {
                rest = after;
            }
            while let Some((_, before)) = rest.split_last().filter(|(b, _)| right && set.contains(b)) {
                rest = before;
            }
        }
    }
    let rest = rest.to_vec();
    done(same_kind(cx, f, rest))
}

pub(super) fn strip(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    stripped(cx, f, true, true)
}

pub(super) fn lstrip(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    stripped(cx, f, true, false)
}

pub(super) fn rstrip(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    stripped(cx, f, false, true)
}

pub(super) fn expandtabs(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let tab = if f.args[1].is_set() { usize::try_from(size(cx, f.args[1])?).unwrap_or(0) } else { 8 };
    let bytes = receiver(cx, f);
    let tabs = bytes.iter().filter(|&&b| b == b'\t').count();
    crate::sequences::check_length(cx, (tabs as u64).saturating_mul(tab as u64))?;
    let (mut out, mut column) = (Vec::new(), 0);
    for b in bytes {
        match b {
            b'\t' if tab == 0 => {}
            b'\t' => {
                let spaces = tab - column % tab;
                out.extend(std::iter::repeat_n(b' ', spaces));
                column += spaces;
            }
            _ => {
                out.push(b);
                column = if matches!(b, b'\n' | b'\r') { 0 } else { column + 1 };
            }
        }
    }
    done(same_kind(cx, f, out))
}
