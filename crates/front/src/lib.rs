//! A program's text to what a machine takes: parser and compiler behind one function.
//!
//! Natively it stands in front of the machine. The page has it in a WebAssembly module of its own, which is fetched when
//! a text is to run that did not come compiled.

use bytecode::{Compiled, Mistake, Outcome, Program, PythonVersion};
use compiler::{CompileError, SyntaxWarning};
use std::rc::Rc;
use syntax::{ErrorKind, SyntaxError};

/// Compiles a program, or finds why it is none: CPython's mistake, or a refusal of ours.
pub fn compile(program: &Program, version: PythonVersion) -> Outcome {
    let grammar = match version {
        PythonVersion::V310 => syntax::PythonVersion::V310,
        PythonVersion::V311 => syntax::PythonVersion::V311,
    };
    let tree = syntax::parse(&program.source, grammar).map_err(|e| syntax_mistake(&e, &program.name))?;
    let options = compiler::Options { version: grammar, hidden: false };
    let compiled = compiler::compile_with_warnings(&tree, &program.source, &program.name, options);
    let compiled = compiled.map_err(|e| match e {
        CompileError::Syntax(e) => syntax_mistake(&e, &program.name),
        CompileError::Refused(r) => Mistake::Refused {
            feature: r.feature.to_string(),
            message: r.message.clone(),
            line: r.range.line,
            column: r.range.col + 1,
        },
    })?;
    let warnings = warnings_text(program, &compiled.warnings);
    Ok(Compiled { version, code: Rc::new(compiled.code), warnings })
}

/// What CPython prints for its compiler's warnings (Lib/warnings.py `_formatwarnmsg_impl`): each once a line.
fn warnings_text(program: &Program, warnings: &[SyntaxWarning]) -> String {
    let mut shown: Vec<&SyntaxWarning> = Vec::new();
    let mut text = String::new();
    for warning in warnings.iter() {
        if shown.contains(&warning) {
            continue;
        }
        shown.push(warning);
        text += &format!("{}:{}: SyntaxWarning: {}\n", program.name, warning.line, warning.message);
        let line = (warning.line as usize).checked_sub(1).and_then(|i| program.source.split('\n').nth(i));
        if let Some(line) = line.map(str::trim).filter(|line| !line.is_empty()) {
            text += &format!("  {line}\n");
        }
    }
    text
}

fn syntax_mistake(e: &SyntaxError, file: &str) -> Mistake {
    let kind = match e.kind {
        ErrorKind::Syntax => "SyntaxError",
        ErrorKind::Indentation => "IndentationError",
        ErrorKind::Tab => "TabError",
        ErrorKind::Unsupported { feature } => {
            return Mistake::Refused {
                feature: feature.to_string(),
                message: e.message.clone(),
                line: e.line,
                column: e.column,
            }
        }
    };
    let base = file.rsplit('/').next().unwrap_or(file);
    Mistake::Syntax {
        kind: kind.to_string(),
        message: format!("{} ({base}, line {})", e.message, e.line),
        shown: e.render(file),
        line: e.line,
    }
}
