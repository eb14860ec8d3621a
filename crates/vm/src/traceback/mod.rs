//! Tracebacks and exception reports as CPython 3.11 prints them (Python/traceback.c, Python/pythonrun.c).

mod carets;
mod suggest;
mod width;

use crate::classes;
use crate::cx::Cx;
use crate::frame::Loaded;
use crate::heap::Body;

use crate::value::{Ref, Value};
use std::rc::Rc;

/// The same line is shown so many times before it is counted (`TB_RECURSIVE_CUTOFF`).
const CUTOFF: usize = 3;

/// Text between an exception and the one it was raised because of.
const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";

/// Text between an exception and the one during whose handling it was raised.
const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";

/// How an exception is linked to the one shown after it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Link {
    /// It is the last one.
    None,
    /// It is the cause.
    Cause,
    /// It is the context.
    Context,
}

/// An exception and those before it, first to be shown first.
pub(crate) fn chain(cx: &Cx<'_>, e: Ref) -> Vec<(Ref, Link)> {
    let mut chain = vec![(e, Link::None)];
    let mut at = e;
    loop {
        let body = cx.vm.heap.exception(at);
        let (next, link) = match (body.cause.as_ref(), body.context.as_ref()) {
            (Some(cause), _) => (cause, Link::Cause),
            (None, Some(context)) if !body.suppress_context => (context, Link::Context),
            _ => break,
        };
        if chain.iter().any(|&(seen, _)| seen == next) {
            break;
        }
        chain.push((next, link));
        at = next;
    }
    chain.reverse();
    chain
}

/// One link of a traceback.
struct Entry {
    code: Rc<Loaded>,
    pc: usize,
}

impl Entry {
    fn line(&self) -> u32 {
        match self.code.code.range(self.pc).line {
            0 => self.code.code.first_line,
            line => line,
        }
    }
}

/// Who prints an exception: their words differ.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Printer {
    /// The interpreter, in C (Python/pythonrun.c).
    Interpreter,
    /// The library's module (Lib/traceback.py): nothing is suggested, and the program's own classes go without a module.
    Library,
}

/// What is printed for one exception of a chain. `message`: its `str`, or `None` if that failed.
pub(crate) fn exception_text(cx: &mut Cx<'_>, e: Ref, message: Option<&str>, link: Link, printer: Printer) -> String {
    let mut text = traceback_text(cx, e);
    text += &last_line(cx, e, message, printer);
    text.push('\n');
    text += &notes(cx, e);
    match link {
        Link::None => {}
        Link::Cause => text += CAUSE,
        Link::Context => text += CONTEXT,
    }
    text
}

/// `Type: message`, with a suggestion where CPython makes one.
fn last_line(cx: &mut Cx<'_>, e: Ref, message: Option<&str>, printer: Printer) -> String {
    if printer == Printer::Library {
        let shown = cx.vm.class_shown(cx.vm.heap.get(e).class);
        return named(cx, &shown, message, printer);
    }
    let shown = class_printed(cx, e);
    let suggestion = suggest::suggestion(cx, e).map_or_else(String::new, |s| format!(". Did you mean: '{s}'?"));
    match message {
        Some(_) => named(cx, &shown, message, printer) + &suggestion,
        None => named(cx, &shown, message, printer),
    }
}

/// An exception's class as the interpreter names it: 3.10 names the program's own module too.
fn class_printed(cx: &Cx<'_>, e: Ref) -> String {
    let class = cx.vm.heap.get(e).class;
    let shown = cx.vm.class_shown(class);
    let is_own = cx.vm.class(class).is_heap_type && shown == *cx.vm.class(class).qualname;
    if cx.is_before_311() && is_own {
        return format!("__main__.{shown}");
    }
    shown
}

/// `Type: message` without a suggestion.
fn named(cx: &Cx<'_>, shown: &str, message: Option<&str>, printer: Printer) -> String {
    match message {
        Some("") => shown.to_string(),
        Some(message) => format!("{shown}: {message}"),
        None if printer == Printer::Library && cx.is_before_311() => {
            let short = shown.rsplit('.').next().unwrap_or(shown);
            format!("{shown}: <unprintable {short} object>")
        }
        None => format!("{shown}: <exception str() failed>"),
    }
}

fn notes(cx: &mut Cx<'_>, e: Ref) -> String {
    if cx.is_before_311() {
        return String::new();
    }
    let name = cx.intern("__notes__");
    let list = cx.vm.own_attribute(cx.vm.heap.get(e), name);
    let notes = list.and_then(|l| cx.sequence(l)).map(<[Value]>::to_vec).unwrap_or_default();
    notes.into_iter().filter_map(|n| cx.as_str(n)).map(|n| format!("{}\n", n.as_str())).collect()
}

/// `Traceback (most recent call last):` and its lines, those of the library's own frames left out; nothing without a
/// traceback.
pub(crate) fn traceback_text(cx: &Cx<'_>, e: Ref) -> String {
    if !cx.vm.heap.exception(e).traceback.is_set() {
        return String::new();
    }
    let entries = entries(cx, e);
    let mut text = String::from("Traceback (most recent call last):\n");
    let mut repeated = 0;
    for (i, entry) in entries.iter().enumerate() {
        let same = i > 0 && is_same(&entries[i - 1], entry);
        if !same {
            text += &repetition(repeated);
            repeated = 0;
        }
        repeated += 1;
        if repeated <= CUTOFF {
            text += &entry_text(cx, entry);
        }
    }
    text + &repetition(repeated)
}

fn is_same(a: &Entry, b: &Entry) -> bool {
    a.code.code.filename == b.code.code.filename && a.line() == b.line() && a.code.code.name == b.code.code.name
}

fn repetition(count: usize) -> String {
    match count.saturating_sub(CUTOFF) {
        0 => String::new(),
        1 => "  [Previous line repeated 1 more time]\n".to_string(),
        n => format!("  [Previous line repeated {n} more times]\n"),
    }
}

fn entries(cx: &Cx<'_>, e: Ref) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut at = cx.vm.heap.exception(e).traceback.as_ref();
    while let Some(r) = at {
        let Body::Traceback(t) = &cx.vm.heap.get(r).body else { break };
        if t.code.file != u16::MAX {
            entries.push(Entry { code: t.code.clone(), pc: t.pc });
        }
        at = t.next.as_ref();
    }
    entries
}

fn entry_text(cx: &Cx<'_>, entry: &Entry) -> String {
    let code = &entry.code.code;
    let mut text = format!("  File \"{}\", line {}, in {}\n", code.filename, entry.line(), code.name);
    if let Some(line) = source_line(cx, entry.code.file, entry.line()).filter(|_| !cx.vm.modules_gone) {
        text += &format!("    {}\n", line.trim_matches(|c: char| matches!(c, ' ' | '\t' | '\u{c}')));
        if !cx.is_before_311() {
            text += &carets::carets(line, code, entry.pc);
        }
    }
    text
}

/// A line of a source file, without its end.
pub(crate) fn source_line<'a>(cx: &'a Cx<'_>, file: u16, line: u32) -> Option<&'a str> {
    let file = cx.vm.files.get(file as usize)?;
    file.text.split('\n').nth((line as usize).checked_sub(1)?).map(|l| l.strip_suffix('\r').unwrap_or(l))
}

/// `Exception ignored in: …` (Python/errors.c `_PyErr_WriteUnraisableMsg`).
pub(crate) fn unraisable_text(cx: &mut Cx<'_>, e: Ref, message: Option<&str>, what: &str, shown: &str) -> String {
    let mut text = format!("Exception ignored {what}: {shown}\n");
    text += &traceback_text(cx, e);
    let shown = class_printed(cx, e);
    text += &named(cx, &shown, message, Printer::Interpreter);
    text.push('\n');
    text
}

/// The innermost place in the program's own file that an exception's traceback names.
pub(crate) fn innermost_place(cx: &Cx<'_>, e: Ref) -> Option<bytecode::Range> {
    let entries = entries(cx, e);
    entries.iter().rev().find(|entry| entry.code.file == 0).map(|entry| entry.code.code.range(entry.pc))
}

/// Whether an exception ends the process quietly with a status.
pub(crate) fn exit_code(cx: &Cx<'_>, e: Value) -> Option<Value> {
    let r = e.as_ref().filter(|_| cx.is_instance(e, classes::SYSTEM_EXIT))?;
    Some(cx.vm.heap.exception(r).extra[0].or(Value::NONE))
}

/// A frame's locals that a suggestion may name.
pub(crate) fn names_of(loaded: &Loaded) -> Vec<Ref> {
    loaded.locals.clone()
}

/// The globals dict of the innermost frame of a traceback, and that frame's code.
pub(crate) fn innermost_frame(cx: &Cx<'_>, e: Ref) -> Option<Rc<Loaded>> {
    entries(cx, e).pop().map(|entry| entry.code)
}
