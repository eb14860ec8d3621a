//! The code of every construct, as the disassembler prints it.

#[path = "../common/mod.rs"]
mod common;

mod assignments;
mod calls;
mod classes;
mod comprehensions;
mod exceptions;
mod expressions;
mod functions;
mod loops;
mod suspensions;
mod withs;

use bytecode::Code;
use expect_test::Expect;

/// Compares the code of a program, without its stretches of source: `positions.rs` is about these.
fn check(source: &str, expected: Expect) {
    compare(&common::compiled(source), expected);
}

/// As [`check`], for the first function in the program only.
fn check_function(source: &str, expected: Expect) {
    let code = common::compiled(source);
    compare(common::inner(&code).next().expect("a function"), expected);
}

fn compare(code: &Code, expected: Expect) {
    let text = compiler::disassemble(code);
    let lines: Vec<String> = text.lines().map(without_place).collect();
    expected.assert_eq(&(lines.join("\n") + "\n"));
}

/// An instruction's line has its number in four columns and its place in twelve.
fn without_place(line: &str) -> String {
    match line.split_at_checked(20) {
        Some((start, instr)) if start[..4].trim().parse::<u32>().is_ok() => format!("{}{instr}", &start[..6]),
        _ => line.to_owned(),
    }
}
