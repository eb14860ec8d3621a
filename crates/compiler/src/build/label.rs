//! Places that jumps go to before it is known where they are.

use super::bound::BoundSet;
use bytecode::{Instr, Target};

/// A place in the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Label(pub(crate) usize);

/// What is known of a label.
#[derive(Debug, Default)]
pub(crate) struct LabelState {
    /// Where it is.
    pub(crate) place: Option<usize>,
    /// What is bound on all paths that jump to it; none if there is no such path.
    pub(crate) bound: Option<BoundSet>,
}

/// The instruction's target, if it jumps.
pub(crate) fn target_mut(instr: &mut Instr) -> Option<&mut Target> {
    match instr {
        Instr::Jump { to }
        | Instr::JumpBack { to }
        | Instr::JumpIf { to, .. }
        | Instr::JumpIfNot { to, .. }
        | Instr::JumpIfPeek { to, .. }
        | Instr::JumpIfNotPeek { to, .. }
        | Instr::ForIter { to, .. }
        | Instr::EndAsyncFor { to, .. } => Some(to),
        _ => None,
    }
}

/// Whether nothing follows the instruction but by jumps.
pub(crate) fn ends_path(instr: &Instr) -> bool {
    matches!(
        instr,
        Instr::Jump { .. }
            | Instr::JumpBack { .. }
            | Instr::Return { .. }
            | Instr::Raise { .. }
            | Instr::Reraise { .. }
            | Instr::EndAsyncFor { .. }
    )
}
