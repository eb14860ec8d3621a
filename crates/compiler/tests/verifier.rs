//! The verifier finds what is wrong with code, shown on good code that is broken in one place.

mod common;

use bytecode::{Code, Handler, Instr};

/// The code of the first function of a program, changed.
fn broken(source: &str, change: impl FnOnce(&mut Code)) -> String {
    let module = common::compiled(source);
    let mut code = common::inner(&module).next().expect("a function").clone();
    change(&mut code);
    compiler::verify(&code).expect_err("the verifier finds it")
}

/// Puts another instruction in the place of the first that is as wanted.
fn replace(code: &mut Code, wanted: fn(&Instr) -> bool, by: Instr) {
    let at = code.instrs.iter().position(wanted).expect("there is one");
    code.instrs[at] = by;
}

#[track_caller]
fn says(found: String, words: &str) {
    assert!(found.contains(words), "{found}");
}

#[test]
fn a_temporary_that_is_never_consumed() {
    let found = broken("def f(a):\n a()\n", |code| replace(code, |i| matches!(i, Instr::Drop { .. }), Instr::Nop));
    says(found, "is filled already");
}

#[test]
fn a_temporary_that_is_left_at_the_return() {
    let found = broken("def f(a):\n for x in a: return x\n", |code| {
        replace(code, |i| matches!(i, Instr::Drop { .. }), Instr::Nop);
    });
    says(found, "leaves {2} behind");
}

#[test]
fn a_temporary_that_is_read_twice() {
    let found = broken("def f(a): return a.b\n", |code| {
        let at = code.instrs.len() - 1;
        code.instrs.insert(at, Instr::Drop { reg: 1 });
        code.ranges.push(Default::default());
    });
    says(found, "register 1 may be empty");
}

#[test]
fn paths_that_meet_with_other_temporaries() {
    let found = broken("def f(a):\n return a and a\n", |code| {
        replace(code, |i| matches!(i, Instr::JumpIfNotPeek { .. }), Instr::JumpIfNot { cond: 1, to: 4 });
    });
    assert!(found.contains("paths meet") || found.contains("may be empty"), "{found}");
}

#[test]
fn a_local_that_may_have_no_value() {
    let found = broken("def f(a):\n if a: x = 1\n return x\n", |code| {
        replace(code, |i| matches!(i, Instr::CheckBound { .. }), Instr::Nop);
    });
    says(found, "register 1 may be empty");
}

#[test]
fn a_local_that_a_loop_deletes() {
    let found = broken("def f(a):\n x = 1\n for y in a:\n  x()\n  del x\n", |code| {
        replace(code, |i| matches!(i, Instr::CheckBound { .. }), Instr::Nop);
    });
    says(found, "may be empty");
}

#[test]
fn a_handler_that_is_not_told_to_be_done() {
    let found = broken("def f(a):\n try: a()\n except: a.b\n", |code| {
        replace(code, |i| matches!(i, Instr::PopExc), Instr::Nop);
    });
    assert!(found.contains("other exceptions") || found.contains("handling 1"), "{found}");
}

#[test]
fn a_jump_to_nowhere() {
    let found = broken("def f(a):\n while a: a()\n", |code| {
        replace(code, |i| matches!(i, Instr::JumpBack { .. }), Instr::Jump { to: 0 });
    });
    says(found, "jumps to the wrong side");
}

#[test]
fn code_without_an_end() {
    let found = broken("def f(a): pass\n", |code| replace(code, |i| matches!(i, Instr::Return { .. }), Instr::Nop));
    says(found, "ends without a return");
}

#[test]
fn a_register_that_is_not_there() {
    says(broken("def f(a): return a()\n", |code| code.registers = 2), "there is no register");
}

#[test]
fn a_name_that_is_not_there() {
    says(broken("def f(a): return a.b\n", |code| code.names.clear()), "there is no name 0");
}

#[test]
fn regions_that_overlap() {
    let found = broken("def f(a):\n try: a()\n except: a.b\n", |code| {
        let first = code.handlers[0];
        code.handlers.insert(0, Handler { start: first.start + 1, end: first.end + 1, ..first });
    });
    says(found, "doesn't lie within");
}

#[test]
fn an_outer_region_before_an_inner_one() {
    let found = broken("def f(a):\n try:\n  try: a()\n  finally: a.b\n finally: a.c\n", |code| {
        let last = code.handlers.len() - 1;
        code.handlers.swap(0, last);
    });
    says(found, "doesn't lie within");
}

#[test]
fn a_handler_that_drops_what_is_needed() {
    let found = broken("def f(a):\n for x in a:\n  try: x()\n  except: pass\n", |code| {
        code.handlers.iter_mut().for_each(|entry| entry.drop_from -= 1);
    });
    assert!(found.contains("paths meet") || found.contains("may be empty"), "{found}");
}
