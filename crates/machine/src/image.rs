//! From a source to a process that is about to run it.

use crate::{Program, Settings};
use abi::{RowId, ThreadId};
use bytecode::Code;
use compiler::{CompileError, Compiled, SyntaxWarning};
use std::cell::RefCell;
use std::rc::Rc;
use syntax::{ErrorKind, SyntaxError};
use vm::{Process, PythonVersion, RefusedImport, Registry};

/// Why a program does not run at all.
pub(crate) enum Mistake {
    /// CPython refuses it too.
    Syntax {
        /// `SyntaxError`, `IndentationError`, `TabError`
        kind: String,
        /// The exception's text, as `str` gives it.
        message: String,
        /// All that CPython prints.
        shown: String,
        /// The line.
        line: u32,
    },
    /// We do.
    Refused {
        /// What it uses.
        feature: String,
        /// What it is, and the nearest supported way.
        message: String,
        /// The line.
        line: u32,
        /// The column, from 1.
        column: u32,
    },
}

fn parser_version(version: PythonVersion) -> syntax::PythonVersion {
    match version {
        PythonVersion::V310 => syntax::PythonVersion::V310,
        PythonVersion::V311 => syntax::PythonVersion::V311,
    }
}

/// Compiles a program.
pub(crate) fn compile(program: &Program, settings: &Settings) -> Result<Compiled, Mistake> {
    let version = parser_version(settings.version);
    let tree = syntax::parse(&program.source, version).map_err(|e| syntax_mistake(&e, &program.name))?;
    let options = compiler::Options { version, hidden: false };
    compiler::compile_with_warnings(&tree, &program.source, &program.name, options).map_err(|e| match e {
        CompileError::Syntax(e) => syntax_mistake(&e, &program.name),
        CompileError::Refused(r) => Mistake::Refused {
            feature: r.feature.to_string(),
            message: r.message.clone(),
            line: r.range.line,
            column: r.range.col + 1,
        },
    })
}

/// What CPython prints for its compiler's warnings (Lib/warnings.py `_formatwarnmsg_impl`): each once a line.
pub(crate) fn warnings_text(program: &Program, warnings: &[SyntaxWarning]) -> String {
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

thread_local! {
    /// Processes with nothing but the language in them, by version: the boot image that every machine's process
    /// starts as a clone of. A cache: what is in it is the same whenever it is made.
    static IMAGES: RefCell<Vec<(vm::Settings, Process)>> = const { RefCell::new(Vec::new()) };
}

fn image(settings: &vm::Settings) -> Process {
    IMAGES.with_borrow_mut(|images| {
        if let Some((_, image)) = images.iter().find(|(s, _)| s == settings) {
            return image.clone();
        }
        let registry =
            Registry::new(stdlib::modules(), crate::anchors::anchors).priced(stdlib::PRICES).dated(stdlib::DATED);
        let image = Process::boot(Rc::new(registry), settings.clone());
        images.push((settings.clone(), image.clone()));
        image
    })
}

/// A process whose main thread is about to run the program.
///
/// # Errors
/// An import that the program certainly reaches is not supported.
pub(crate) fn boot(
    program: &Program,
    code: Rc<Code>,
    settings: &Settings,
    thread: ThreadId,
    row: RowId,
) -> Result<Process, Mistake> {
    let vm_settings = vm::Settings {
        version: settings.version,
        clock_cost: settings.profile.clock_cost(),
        costs: settings.profile.costs().map(|cost| cost.saturating_mul(settings.slow_down)),
        native_cost_factor: if settings.profile == crate::Profile::Python { settings.slow_down } else { 0 },
        overlays: settings.overlays,
    };
    let mut process = image(&vm_settings);
    if let Some(RefusedImport { feature, message, line, column }) = process.refused_import(&program.name, &code) {
        return Err(Mistake::Refused { feature, message, line, column });
    }
    process.start_program(&program.name, &program.source, code, thread, row);
    Ok(process)
}
