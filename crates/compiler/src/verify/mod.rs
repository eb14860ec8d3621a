//! Proves that code keeps the rules of [`bytecode`], on every path.
//!
//! - A temporary is written when it is empty and read when it is not, and is read once; where paths
//!   meet, the same temporaries are filled.
//! - A local is used only where it surely has a value.
//! - Jumps, registers, constants and names are in range; forward jumps go forward, backward
//!   jumps backward.
//! - Regions of the exception table lie within one another or apart, inner ones first, and
//!   leave alone what their handlers keep.

mod effects;
mod flow;
mod table;

use bytecode::{Code, Const};

/// Checks a code object and all in it.
///
/// # Errors
/// Which rule is broken, and where.
pub fn verify(code: &Code) -> Result<(), String> {
    let told = |what: String| format!("{}: {what}", code.qualname);
    table::check(code).map_err(told)?;
    flow::check(code).map_err(told)?;
    code.consts.iter().try_for_each(|value| match value {
        Const::Code(inner) => verify(inner),
        _ => Ok(()),
    })
}
