//! Case, padding, stripping.

use super::args::{again, needs_indices, receiver, size};
use super::exact_str;
use crate::builtins::list::shared::done;
use crate::cx::Cx;
use crate::native::{def, Def, NativeFrame, NativeResult, Raise, Resumed};
use text::unicode;

pub(super) const METHODS: &[Def] = &[
    def("lower", "self, /", lower),
    def("upper", "self, /", upper),
    def("casefold", "self, /", casefold),
    def("title", "self, /", title),
    def("capitalize", "self, /", capitalize),
    def("swapcase", "self, /", swapcase),
    def("center", "self, width, fillchar=, /", center),
    def("ljust", "self, width, fillchar=, /", ljust),
    def("rjust", "self, width, fillchar=, /", rjust),
    def("zfill", "self, width, /", zfill),
    def("strip", "self, chars=, /", strip),
    def("lstrip", "self, chars=, /", lstrip),
    def("rstrip", "self, chars=, /", rstrip),
    def("expandtabs", "self, tabsize=", expandtabs),
];

macro_rules! mapped {
    ($($name:ident)*) => { $(
        fn $name(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
            let text = unicode::$name(receiver(cx, f).as_str());
            done(cx.new_str(&text))
        }
    )* };
}

mapped! { lower upper casefold title capitalize swapcase }

/// How much padding a width asks for, and with what.
fn padding(cx: &mut Cx<'_>, f: &NativeFrame) -> Result<(usize, char), Raise> {
    let width = size(cx, f.args[1])?;
    let fill = match f.args.get(2).filter(|v| v.is_set()) {
        None => ' ',
        Some(&v) => match cx.as_str(v) {
            Some(s) if s.len() == 1 => s.char_at(0).expect("one character"),
            Some(_) => return Err(cx.type_error("The fill character must be exactly one character long")),
            None => {
                let name = cx.type_name(v);
                return Err(cx.type_error(format!("The fill character must be a unicode character, not {name}")));
            }
        },
    };
    let missing = usize::try_from(width).unwrap_or(0).saturating_sub(receiver(cx, f).len());
    crate::sequences::check_length(cx, missing as u64)?;
    Ok((missing, fill))
}

fn padded(cx: &mut Cx<'_>, f: &NativeFrame, left: fn(usize, i64) -> usize) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let (missing, fill) = padding(cx, f)?;
    if missing == 0 {
        return done(exact_str(cx, f.args[0]));
    }
    let before = left(missing, size(cx, f.args[1])?);
    let run = |n: usize| -> String { std::iter::repeat_n(fill, n).collect() };
    let text = [&run(before), receiver(cx, f).as_str(), &run(missing - before)].concat();
    done(cx.new_str(&text))
}

/// The odd one goes to the left only if the width is odd too.
fn center(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    padded(cx, f, |missing, width| missing / 2 + (missing & width as usize & 1))
}

fn ljust(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    padded(cx, f, |_, _| 0)
}

fn rjust(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    padded(cx, f, |missing, _| missing)
}

fn zfill(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let (missing, _) = padding(cx, f)?;
    if missing == 0 {
        return done(exact_str(cx, f.args[0]));
    }
    let s = receiver(cx, f);
    let sign = usize::from(s.as_str().starts_with(['+', '-']));
    let (sign, digits) = s.as_str().split_at(sign);
    let text = [sign, &"0".repeat(missing), digits].concat();
    done(cx.new_str(&text))
}

fn stripped(cx: &mut Cx<'_>, f: &NativeFrame, method: &str, left: bool, right: bool) -> NativeResult {
    let s = receiver(cx, f);
    let set: Option<Vec<char>> = match f.args[1].some() {
        None => None,
        Some(v) => match cx.as_str(v) {
            Some(chars) => Some(chars.as_str().chars().collect()),
            None => return Err(cx.type_error(format!("{method} arg must be None or str"))),
        },
    };
    let drop = |c: char| set.as_ref().map_or_else(|| unicode::is_space(c), |set| set.contains(&c));
    let mut rest = s.as_str();
    if left {
        rest = rest.trim_start_matches(drop);
    }
    if right {
        rest = rest.trim_end_matches(drop);
    }
    if rest.len() == s.as_str().len() {
        return done(exact_str(cx, f.args[0]));
    }
    done(cx.new_str(rest))
}

fn strip(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    stripped(cx, f, "strip", true, true)
}

fn lstrip(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    stripped(cx, f, "lstrip", true, false)
}

fn rstrip(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    stripped(cx, f, "rstrip", false, true)
}

fn expandtabs(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    if needs_indices(cx, f) {
        return again(cx, f);
    }
    let s = receiver(cx, f);
    let tab = if f.args[1].is_set() { usize::try_from(size(cx, f.args[1])?).unwrap_or(0) } else { 8 };
    let tabs = s.as_str().matches('\t').count();
    crate::sequences::check_length(cx, (tabs as u64).saturating_mul(tab as u64))?;
    let (mut out, mut column) = (String::new(), 0);
    for c in s.as_str().chars() {
        match c {
            '\t' if tab == 0 => {}
            '\t' => {
                let spaces = tab - column % tab;
                out.extend(std::iter::repeat_n(' ', spaces));
                column += spaces;
            }
            _ => {
                out.push(c);
                column = if matches!(c, '\n' | '\r') { 0 } else { column + 1 };
            }
        }
    }
    done(cx.new_str(&out))
}
