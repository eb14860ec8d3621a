//! Python source to a tree and diagnostics, over a well-kept parser.
//!
//! [`parse`] gives the tree of [`ast`], which is CPython 3.11's, or the one error that CPython
//! would report, in its words and at its place. Mistakes that need a symbol table (`return`
//! outside a function, a name both global and local) are the compiler's to find.

pub mod ast;
mod diagnose;
mod error;
mod guard;
mod lower;
mod mistake;
mod range;
mod source;
mod tokens;
mod version;

pub use error::{ErrorKind, SyntaxError};
pub use guard::MAX_DEPTH;
pub use range::{char_column, Range};
pub use version::PythonVersion;

use mistake::Mistake;
use source::Source;

/// Reads a program.
///
/// Ranges and lines count in the text without a byte order mark and with `\n` at the end of every
/// line, which is what CPython reads too.
///
/// # Errors
/// The first mistake that CPython of that version reports for a file, or a refusal
/// ([`ErrorKind::Unsupported`]) of what we can't read although CPython can: `\N{...}` and lone
/// surrogates in strings, and programs nested more than [`MAX_DEPTH`] levels deep.
pub fn parse(source: &str, version: PythonVersion) -> Result<ast::Module, SyntaxError> {
    let source = Source::new(source);
    read(&source, version).map_err(|mistake| mistake.into_error(&source))
}

/// Looks for mistakes in an f-string's expression, which CPython reads as a text of its own.
fn check_expression(text: &str) -> Result<(), SyntaxError> {
    let source = Source::new(text);
    let tokens = tokens::tokenize(&source);
    if let Some(tokens::Stop::Always(mistake)) = tokens.stop {
        return Err(mistake.into_error(&source));
    }
    let parsed = PythonVersion::V311.parse(&source.text()[..tokens.guarded(&source)]);
    diagnose::check(&source, &tokens, &parsed).map_err(|mistake| {
        let told = mistake.is_finished();
        let mut error = mistake.into_error(&source);
        if !told {
            error.message = format!("f-string: {}", error.message);
        }
        error
    })
}

fn read(source: &Source, version: PythonVersion) -> Result<ast::Module, Mistake> {
    let tokens = tokens::tokenize(source);
    if let Some(tokens::Stop::Always(mistake)) = &tokens.stop {
        return Err(earlier_indent(source, &tokens, version).unwrap_or_else(|| mistake.clone()));
    }
    guard::check(source, &tokens.list)?;
    let parsed = version.parse(&source.text()[..tokens.guarded(source)]);
    diagnose::check(source, &tokens, &parsed)
        .map_err(|found| diagnose::in_words_of(version, source, &tokens, found))?;
    let ruff_python_ast::Mod::Module(module) = parsed.syntax() else {
        unreachable!("a module was asked for");
    };
    lower::lower(source, &tokens.list, module)
}

/// An unexpected indentation that is the program's first mistake.
fn earlier_indent(source: &Source, tokens: &tokens::Tokens, version: PythonVersion) -> Option<Mistake> {
    let (at, mistake) = diagnose::unexpected_indent(source, tokens)?;
    let before = &tokens.list[..at];
    guard::check(source, before).ok()?;
    let parsed = version.parse(&source.text()[..tokens.list[at].start]);
    parsed.errors().is_empty().then_some(mistake)
}
