//! What the suites share.

#![allow(dead_code, reason = "not every suite uses everything")]

use bytecode::{Code, Const};
use compiler::{compile, CompileError, Options};

/// Compiles a program as `<test>`.
pub fn try_compile(source: &str) -> Result<Code, CompileError> {
    let module = syntax::parse(source, syntax::PythonVersion::V311).map_err(CompileError::Syntax)?;
    compile(&module, source, "<test>", Options::default())
}

/// Compiles a program that is well, and proves that its code keeps the rules.
pub fn compiled(source: &str) -> Code {
    let code = try_compile(source).unwrap_or_else(|error| panic!("{error}\n{source}"));
    if let Err(broken) = compiler::verify(&code) {
        panic!("{broken}\n{source}\n{}", compiler::disassemble(&code));
    }
    code
}

/// The code objects in a code object, in order.
pub fn inner(code: &Code) -> impl Iterator<Item = &Code> {
    code.consts.iter().filter_map(|value| match value {
        Const::Code(inner) => Some(&**inner),
        _ => None,
    })
}

/// The programs of a data file, each with its record.
pub fn sections(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let parts = text.split("===\n").skip(1);
    parts.map(|part| part.split_once("---\n").expect("a program and its record"))
}
