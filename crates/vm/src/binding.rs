//! Binding arguments to the parameters of a Python function, in CPython's words.
//!
//! Source: Python/ceval.c `initialize_locals`, `missing_arguments`, `too_many_positional`.

use crate::cx::Cx;
use crate::heap::Function;
use crate::interp::invoke::keyword_names;
use crate::native::Raise;
use crate::value::{Ref, Value};
use bytecode::Flags;

/// Fills the parameter registers.
///
/// # Errors
/// TypeError.
pub(crate) fn bind(
    cx: &mut Cx<'_>,
    function: &Function,
    args: &[Value],
    names: Value,
    regs: &mut [Value],
) -> Result<(), Raise> {
    let loaded = function.loaded.clone();
    let code = &loaded.code;
    let positional = code.params.positional as usize;
    let all = positional + code.params.keyword_only as usize;
    let keywords = keyword_names(cx, names);
    let given = args.len() - keywords.len();
    let taken = given.min(positional);
    regs[..taken].copy_from_slice(&args[..taken]);
    if code.flags.has(Flags::VARARGS) {
        regs[all] = cx.new_tuple(&args[taken..given]);
    }
    let rest = code.flags.has(Flags::VARKEYWORDS).then(|| cx.new_dict());
    if let Some(dict) = rest {
        regs[all + usize::from(code.flags.has(Flags::VARARGS))] = dict.into();
    }
    for (&name, &value) in keywords.iter().zip(&args[given..]) {
        bind_keyword(cx, function, name, value, rest, regs, &keywords)?;
    }
    if given > positional && !code.flags.has(Flags::VARARGS) {
        return Err(too_many(cx, function, given, regs));
    }
    fill_defaults(cx, function, taken, regs)
}

fn bind_keyword(
    cx: &mut Cx<'_>,
    function: &Function,
    name: Ref,
    value: Value,
    rest: Option<Ref>,
    regs: &mut [Value],
    keywords: &[Ref],
) -> Result<(), Raise> {
    let loaded = function.loaded.clone();
    let params = loaded.code.params;
    let all = (params.positional + params.keyword_only) as usize;
    let only = params.positional_only as usize;
    let text = cx.name(name);
    match (only..all).find(|&i| loaded.locals[i] == name || *loaded.code.locals[i] == *text) {
        Some(i) if regs[i].is_set() => {
            let shown = shown(cx, function);
            Err(cx.type_error(format!("{shown}() got multiple values for argument '{text}'")))
        }
        Some(i) => {
            regs[i] = value;
            Ok(())
        }
        None => match rest {
            Some(dict) => {
                cx.dict_set_name(dict, name, value);
                Ok(())
            }
            None => Err(unexpected_keyword(cx, function, &text, keywords)),
        },
    }
}

fn unexpected_keyword(cx: &mut Cx<'_>, function: &Function, text: &str, keywords: &[Ref]) -> Raise {
    let shown = shown(cx, function);
    let code = &function.loaded.code;
    let only = &code.locals[..code.params.positional_only as usize];
    let given: Vec<_> = keywords.iter().map(|&k| cx.name(k)).collect();
    let named: Vec<&str> = only.iter().map(|n| n.as_str()).filter(|n| given.iter().any(|g| **g == **n)).collect();
    if !named.is_empty() {
        let list = named.join(", ");
        let message = format!("{shown}() got some positional-only arguments passed as keyword arguments: '{list}'");
        return cx.type_error(message);
    }
    cx.type_error(format!("{shown}() got an unexpected keyword argument '{text}'"))
}

fn fill_defaults(cx: &mut Cx<'_>, function: &Function, taken: usize, regs: &mut [Value]) -> Result<(), Raise> {
    let loaded = function.loaded.clone();
    let code = &loaded.code;
    let positional = code.params.positional as usize;
    let defaults: Vec<Value> = function.defaults.as_ref().map_or(Vec::new(), |r| cx.vm.heap.tuple(r).to_vec());
    let first = positional.saturating_sub(defaults.len());
    let missing: Vec<&str> = (taken..first).filter(|&i| !regs[i].is_set()).map(|i| code.locals[i].as_str()).collect();
    if !missing.is_empty() {
        return Err(missing_error(cx, function, "positional", &missing));
    }
    for i in first.max(taken)..positional {
        if !regs[i].is_set() {
            regs[i] = defaults[i - first];
        }
    }
    let mut missing = Vec::new();
    let keyword_only = code.params.keyword_only as usize;
    for (i, reg) in regs.iter_mut().enumerate().skip(positional).take(keyword_only).filter(|(_, v)| !v.is_set()) {
        let default = function.kw_defaults.as_ref().and_then(|d| cx.dict_get_name(d, loaded.locals[i]));
        match default {
            Some(v) => *reg = v,
            None => missing.push(code.locals[i].as_str()),
        }
    }
    if missing.is_empty() {
        Ok(())
    } else {
        Err(missing_error(cx, function, "keyword-only", &missing))
    }
}

fn missing_error(cx: &mut Cx<'_>, function: &Function, kind: &str, missing: &[&str]) -> Raise {
    let quoted: Vec<String> = missing.iter().map(|n| format!("'{n}'")).collect();
    let list = match quoted.as_slice() {
        [one] => one.clone(),
        [a, b] => format!("{a} and {b}"),
        [init @ .., last] => format!("{}, and {last}", init.join(", ")),
        [] => String::new(),
    };
    let (n, s) = (missing.len(), if missing.len() == 1 { "" } else { "s" });
    let shown = shown(cx, function);
    cx.type_error(format!("{shown}() missing {n} required {kind} argument{s}: {list}"))
}

fn too_many(cx: &mut Cx<'_>, function: &Function, given: usize, regs: &[Value]) -> Raise {
    let code = &function.loaded.code;
    let positional = code.params.positional as usize;
    let defaults = function.defaults.as_ref().map_or(0, |r| cx.vm.heap.tuple(r).len());
    let keyword_only =
        (positional..positional + code.params.keyword_only as usize).filter(|&i| regs[i].is_set()).count();
    let (takes, plural) = if defaults > 0 {
        (format!("from {} to {positional}", positional - defaults), true)
    } else {
        (positional.to_string(), positional != 1)
    };
    let s = if plural { "s" } else { "" };
    let extra = match keyword_only {
        0 => String::new(),
        n => format!(
            " positional argument{} (and {n} keyword-only argument{})",
            if given == 1 { "" } else { "s" },
            if n == 1 { "" } else { "s" }
        ),
    };
    let were = if given == 1 && keyword_only == 0 { "was" } else { "were" };
    let shown = shown(cx, function);
    cx.type_error(format!("{shown}() takes {takes} positional argument{s} but {given}{extra} {were} given"))
}

fn shown(cx: &Cx<'_>, function: &Function) -> String {
    cx.as_str(function.qualname).map_or_else(String::new, |s| s.as_str().to_string())
}
