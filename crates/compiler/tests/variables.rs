//! The variables of every code object, their order, and what kind of function it is, compared with
//! CPython's code objects (recorded by `data/record.py`).

mod common;

use bytecode::{Code, Flags};

fn list(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
    format!("[{}]", quoted.join(", "))
}

fn variables(code: &Code, out: &mut String) {
    let mut cells: Vec<String> = code.cells.iter().map(|reg| code.locals[usize::from(*reg)].clone()).collect();
    cells.sort();
    let kinds = [
        (Flags::VARARGS, "*args"),
        (Flags::VARKEYWORDS, "**kwargs"),
        (Flags::GENERATOR, "generator"),
        (Flags::COROUTINE, "coroutine"),
        (Flags::ASYNC_GENERATOR, "async generator"),
    ];
    let kind: Vec<String> =
        kinds.into_iter().filter(|(flag, _)| code.flags.has(*flag)).map(|(_, k)| k.into()).collect();
    // A comprehension's only parameter can't be passed by name, which CPython doesn't note.
    let by_position =
        if code.locals.first().is_some_and(|name| name == ".0") { 0 } else { code.params.positional_only };
    let counts = format!("[{}, {by_position}, {}]", code.params.positional, code.params.keyword_only);
    let (locals, cells, free) = (list(&code.locals), list(&cells), list(&code.free));
    let line = format!("locals {locals} cells {cells} free {free} kind {} counts {counts}", list(&kind));
    out.push_str(&format!("{}: {line}\n", code.qualname));
    common::inner(code).for_each(|inner| variables(inner, out));
}

#[test]
fn variables_stand_in_cpythons_order() {
    for (source, record) in common::sections(include_str!("data/variables.txt")) {
        let mut found = String::new();
        variables(&common::compiled(source), &mut found);
        assert_eq!(found, record, "{source}");
    }
}
