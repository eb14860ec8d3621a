//! Syntax tree to code objects.
//!
//! The steps, each in its folder: `future` reads the `from __future__` imports, `symtable` decides where
//! every name lives, `emit` writes the instructions through a `build::Builder`. The evaluation order,
//! the names of code objects and the stretch of source of every instruction that can raise are CPython
//! 3.11's (`Python/compile.c`); the instructions are those of [`bytecode`].
//!
//! [`disassemble`] prints code for people, [`verify`] proves that it keeps the rules on registers.

mod anchors;
mod build;
mod dis;
mod emit;
mod error;
mod fold;
mod future;
mod mangle;
mod regs;
mod symtable;
mod verify;

pub use dis::disassemble;
pub use error::{CompileError, Refusal};
pub use syntax::PythonVersion;
pub use verify::verify;

use bytecode::{Code, Range};
use syntax::ast::Module;

/// How to compile.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The Python that the program is written for.
    pub version: PythonVersion,
    /// Sets [`bytecode::Flags::HIDDEN`] on every code object: for the machine's own helpers.
    pub hidden: bool,
}

/// What CPython warns of when it compiles a program (the category is SyntaxWarning).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxWarning {
    /// CPython's words.
    pub message: String,
    /// The line it is about.
    pub line: u32,
}

/// A compiled program.
#[derive(Clone, Debug, PartialEq)]
pub struct Compiled {
    /// The module's code.
    pub code: Code,
    /// CPython's warnings, in its order. What stands in a `finally` comes once for every copy of it, as there.
    pub warnings: Vec<SyntaxWarning>,
}

/// Compiles a program, see [`compile_with_warnings`], and lets the warnings go.
///
/// # Errors
/// As [`compile_with_warnings`].
pub fn compile(module: &Module, source: &str, filename: &str, options: Options) -> Result<Code, CompileError> {
    compile_with_warnings(module, source, filename, options).map(|compiled| compiled.code)
}

/// Compiles a program. `source` is its text, for the line that an error shows; `filename` is what
/// tracebacks show.
///
/// # Errors
/// CPython's SyntaxError where CPython's compiler (not its parser) finds a mistake, else a refusal if the
/// program uses what is not supported.
pub fn compile_with_warnings(
    module: &Module,
    source: &str,
    filename: &str,
    options: Options,
) -> Result<Compiled, CompileError> {
    emit::module(module, source, filename, options).map_err(|error| *error)
}

/// A stretch of source as code objects have it.
pub(crate) fn place(range: syntax::Range) -> Range {
    Range { line: range.start_line, col: range.start_col, end_line: range.end_line, end_col: range.end_col }
}
