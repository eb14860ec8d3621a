//! Classes of instructions for the cost profiles: one cost a class, not one an instruction, so
//! that a profile outlives changes of the instruction set.

use crate::Instr;

/// What kind of work an instruction is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[repr(u8)]
pub enum CostClass {
    /// Moving values between registers; constants; drops.
    Move,
    /// Names: globals, class namespaces, cells.
    Name,
    /// Attributes.
    Attribute,
    /// Items and slices.
    Subscript,
    /// Arithmetic and comparison.
    Arithmetic,
    /// Jumps and truth tests.
    Jump,
    /// Calls, before what the callee costs.
    Call,
    /// Making a container, a string or a function, by element of fixed size.
    Build,
    /// A step of a loop or an unpacking.
    Iterate,
    /// Leaving or suspending a frame.
    Suspend,
    /// Raising and matching exceptions, entering and leaving `with`.
    Exception,
    /// An import statement.
    Import,
}

impl CostClass {
    /// How many classes there are.
    pub const COUNT: usize = 12;
}

impl Instr {
    /// The instruction's class.
    pub fn cost_class(&self) -> CostClass {
        use CostClass as C;
        match self {
            Instr::Nop
            | Instr::Const { .. }
            | Instr::Move { .. }
            | Instr::Copy { .. }
            | Instr::Drop { .. }
            | Instr::CheckBound { .. }
            | Instr::DelLocal { .. }
            | Instr::LoadCommon { .. }
            | Instr::SetupAnnotations => C::Move,
            Instr::LoadGlobal { .. }
            | Instr::StoreGlobal { .. }
            | Instr::DelGlobal { .. }
            | Instr::LoadName { .. }
            | Instr::StoreName { .. }
            | Instr::DelName { .. }
            | Instr::LoadClassDeref { .. }
            | Instr::MakeCell { .. }
            | Instr::LoadDeref { .. }
            | Instr::StoreDeref { .. }
            | Instr::DelDeref { .. } => C::Name,
            Instr::LoadAttr { .. } | Instr::LoadMethod { .. } | Instr::StoreAttr { .. } | Instr::DelAttr { .. } => {
                C::Attribute
            }
            Instr::Subscript { .. } | Instr::StoreSubscript { .. } | Instr::DelSubscript { .. } => C::Subscript,
            Instr::Binary { .. } | Instr::Inplace { .. } | Instr::Compare { .. } | Instr::Unary { .. } => C::Arithmetic,
            Instr::Jump { .. }
            | Instr::JumpBack { .. }
            | Instr::JumpIf { .. }
            | Instr::JumpIfNot { .. }
            | Instr::JumpIfPeek { .. }
            | Instr::JumpIfNotPeek { .. } => C::Jump,
            Instr::Call { .. } | Instr::CallKw { .. } | Instr::CallEx { .. } => C::Call,
            Instr::BuildSlice { .. }
            | Instr::BuildTuple { .. }
            | Instr::BuildList { .. }
            | Instr::BuildSet { .. }
            | Instr::BuildDict { .. }
            | Instr::ListAppend { .. }
            | Instr::SetAdd { .. }
            | Instr::DictSet { .. }
            | Instr::ListExtend { .. }
            | Instr::SetUpdate { .. }
            | Instr::DictUpdate { .. }
            | Instr::DictMerge { .. }
            | Instr::ListToTuple { .. }
            | Instr::FormatValue { .. }
            | Instr::BuildString { .. }
            | Instr::MakeFunction { .. } => C::Build,
            Instr::Unpack { .. }
            | Instr::UnpackEx { .. }
            | Instr::GetIter { .. }
            | Instr::ForIter { .. }
            | Instr::GetYieldFromIter { .. }
            | Instr::GetAwaitable { .. }
            | Instr::GetAIter { .. }
            | Instr::GetANext { .. } => C::Iterate,
            Instr::Return { .. } | Instr::Yield { .. } | Instr::YieldFrom { .. } => C::Suspend,
            Instr::EndAsyncFor { .. }
            | Instr::WithEnter { .. }
            | Instr::AsyncWithEnter { .. }
            | Instr::WithExit { .. }
            | Instr::AsyncWithExit { .. }
            | Instr::Raise { .. }
            | Instr::Reraise { .. }
            | Instr::PopExc
            | Instr::MatchExc { .. } => C::Exception,
            Instr::Import { .. } | Instr::ImportFrom { .. } | Instr::ImportStar { .. } => C::Import,
        }
    }
}
