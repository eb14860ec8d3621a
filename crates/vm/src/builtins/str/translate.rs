//! `str.translate` and `str.maketrans`.

use super::args::{receiver, text};
use crate::builtins::list::shared::done;
use crate::classes;
use crate::cx::{Cx, Int};
use crate::keys::Find;
use crate::native::{def, Def, NativeFrame, NativeResult, Raise, Resumed};
use crate::value::{Ref, Value};

pub(super) const METHODS: &[Def] =
    &[def("translate", "self, table, /", translate), def("maketrans", "x, y=, z=, /", maketrans).static_method()];

fn translate(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let (s, table) = (receiver(cx, f), f.args[1]);
    let dict = table.as_ref().filter(|&r| cx.vm.heap.get(r).class == classes::DICT);
    let Some(dict) = dict else {
        let plain = super::exact_str(cx, f.args[0]);
        return Ok(cx.tail("str_translate", &[plain, table]));
    };
    let mut out = String::new();
    for c in s.as_str().chars() {
        let key = Value::int(i64::from(u32::from(c)));
        match cx.vm.find_in_dict(dict, key, i64::from(u32::from(c)), 0) {
            Find::Missing => out.push(c),
            Find::Found(slot) => {
                let to = cx.vm.heap.dict(dict).entry(slot).expect("a found entry").value;
                push_mapped(cx, &mut out, to)?;
            }
            Find::Ask { .. } => {
                let plain = super::exact_str(cx, f.args[0]);
                return Ok(cx.tail("str_translate", &[plain, table]));
            }
        }
    }
    done(cx.new_str(&out))
}

/// Writes what a character is mapped to: nothing, a code point or a text.
fn push_mapped(cx: &mut Cx<'_>, out: &mut String, to: Value) -> Result<(), Raise> {
    if to.is_none() {
        return Ok(());
    }
    if let Some(s) = cx.as_str(to) {
        out.push_str(s.as_str());
        return Ok(());
    }
    match cx.as_int(to) {
        Some(Int::Small(i)) if (0..0x11_0000).contains(&i) => {
            out.push(character(cx, i as u32)?);
            Ok(())
        }
        Some(_) => Err(cx.value_error("character mapping must be in range(0x110000)")),
        None => Err(cx.type_error("character mapping must return integer, None or str")),
    }
}

/// The character of a code point; our strings hold no surrogates.
pub(in crate::builtins) fn character(cx: &mut Cx<'_>, code: u32) -> Result<char, Raise> {
    match char::from_u32(code) {
        Some(c) => Ok(c),
        None => Err(cx.unsupported(&format!("the lone surrogate U+{code:04X} in a string"), "")),
    }
}

fn set(cx: &mut Cx<'_>, dict: Ref, code: i64, value: Value) {
    let key = Value::int(code);
    match cx.vm.find_in_dict(dict, key, code, 0) {
        Find::Found(slot) => cx.vm.heap.dict_replace(dict, slot, value),
        _ => cx.vm.heap.dict_insert_new(dict, code, key, value),
    }
}

fn maketrans(cx: &mut Cx<'_>, f: &mut NativeFrame, _: Resumed) -> NativeResult {
    let dict = cx.new_dict();
    if !f.args[1].is_set() {
        copy_table(cx, dict, f.args[0])?;
        return done(dict.into());
    }
    let Some(from) = cx.as_str(f.args[0]) else {
        return Err(cx.type_error("first maketrans argument must be a string if there is a second argument"));
    };
    let to = text(cx, f.args[1], "maketrans() argument 2")?;
    let dropped = super::args::optional_text(cx, f.args[2], "maketrans() argument 3")?;
    if from.len() != to.len() {
        return Err(cx.value_error("the first two maketrans arguments must have equal length"));
    }
    for (a, b) in from.as_str().chars().zip(to.as_str().chars()) {
        set(cx, dict, i64::from(u32::from(a)), Value::int(i64::from(u32::from(b))));
    }
    for c in dropped.iter().flat_map(|s| s.as_str().chars()) {
        set(cx, dict, i64::from(u32::from(c)), Value::NONE);
    }
    done(dict.into())
}

/// A table given as a dict: keys become code points.
fn copy_table(cx: &mut Cx<'_>, dict: Ref, table: Value) -> Result<(), Raise> {
    let given = table.as_ref().filter(|_| cx.is_instance(table, classes::DICT));
    let Some(given) = given else {
        return Err(cx.type_error("if you give only one argument to maketrans it must be a dict"));
    };
    let entries: Vec<(Value, Value)> = cx.vm.heap.dict(given).iter().map(|e| (e.key, e.value)).collect();
    for (key, value) in entries {
        let code = match (cx.as_str(key), cx.as_i64(key)) {
            (Some(s), _) if s.len() == 1 => i64::from(u32::from(s.char_at(0).expect("one character"))),
            (Some(_), _) => return Err(cx.value_error("string keys in translate table must be of length 1")),
            (None, Some(code)) => code,
            (None, None) => return Err(cx.type_error("keys in translate table must be strings or integers")),
        };
        set(cx, dict, code, value);
    }
    Ok(())
}
