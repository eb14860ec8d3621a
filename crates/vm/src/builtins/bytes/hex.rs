//! `hex` and `fromhex` (Python/pystrhex.c).

use super::{of_class, receiver};
use crate::builtins::list::shared::done;
use crate::builtins::str::args::{again, needs_indices, size, text};
use crate::cx::Cx;
use crate::heap::Body;
use crate::native::{NativeFrame, NativeResult, Raise, Resumed};
use crate::value::Value;
use text::unicode::is_ascii_space;

pub(super) fn hex(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let digits: Vec<String> = receiver(cx, f).iter().map(|b| format!("{b:02x}")).collect();
    if !f.args[1].is_set() {
        return done(cx.new_str(&digits.concat()));
    }
    let sep = separator(cx, f.args[1])?;
    let group = if f.args[2].is_set() { size(cx, f.args[2])? } else { 1 };
    let count = usize::try_from(group.unsigned_abs()).unwrap_or(usize::MAX);
    if count == 0 || digits.is_empty() {
        return done(cx.new_str(&digits.concat()));
    }
    // A positive number counts the groups from the right, a negative one from the left.
    let odd = if group > 0 { digits.len() % count } else { 0 };
    let mut groups: Vec<String> = Vec::new();
    if odd > 0 {
        groups.push(digits[..odd].concat());
    }
    groups.extend(digits[odd..].chunks(count).map(<[String]>::concat));
    done(cx.new_str(&groups.join(&sep)))
}

fn separator(cx: &mut Cx<'_>, v: Value) -> Result<String, Raise> {
    let sep = match cx.body(v) {
        Some(Body::Str(s)) => s.as_str().to_string(),
        Some(Body::Bytes(b)) => b.iter().map(|&b| char::from(b)).collect(),
        _ => return Err(cx.type_error("sep must be str or bytes.")),
    };
    if sep.chars().count() != 1 {
        return Err(cx.value_error("sep must be length 1."));
    }
    if !sep.is_ascii() {
        return Err(cx.value_error("sep must be ASCII."));
    }
    Ok(sep)
}

pub(super) fn fromhex(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let class = cx.vm.as_class(f.args[0]).expect("a class method's class");
    let s = text(cx, f.args[1], "fromhex() argument")?;
    let chars: Vec<char> = s.as_str().chars().collect();
    let mut bytes = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if chars[at].is_ascii() && is_ascii_space(chars[at] as u8) {
            at += 1;
            continue;
        }
        let digit = |at: usize| chars.get(at).and_then(|c| c.to_digit(16));
        let (Some(high), Some(low)) = (digit(at), digit(at + 1)) else {
            let bad = if digit(at).is_none() { at } else { at + 1 };
            return Err(cx.value_error(format!("non-hexadecimal number found in fromhex() arg at position {bad}")));
        };
        bytes.push((high * 16 + low) as u8);
        at += 2;
    }
    done(of_class(cx, class, bytes))
}
