//! What instructions do to registers.

use bytecode::{Instr, MakeFlags, Reg, NO_REG};

/// What an instruction does to registers. What it takes and does not write is empty afterwards, if
/// it is a temporary.
#[derive(Debug, Default)]
pub(super) struct Effects {
    /// Read, and consumed if they are temporaries.
    pub(super) takes: Vec<Reg>,
    /// Read and kept.
    pub(super) keeps: Vec<Reg>,
    /// Taken if they hold something.
    pub(super) may_take: Vec<Reg>,
    /// Written, where the instruction goes on without a jump.
    pub(super) writes: Vec<Reg>,
    /// Taken, but only where the instruction jumps.
    pub(super) taken_by_jump: Vec<Reg>,
}

impl Effects {
    /// `count` registers from `base` on are read.
    fn run(mut self, base: Reg, count: u16) -> Self {
        self.takes.extend(base..base + count);
        self
    }

    fn take(mut self, reg: Reg) -> Self {
        self.takes.extend((reg != NO_REG).then_some(reg));
        self
    }

    fn keep(mut self, reg: Reg) -> Self {
        self.keeps.extend((reg != NO_REG).then_some(reg));
        self
    }

    fn may_take(mut self, reg: Reg) -> Self {
        self.may_take.push(reg);
        self
    }

    fn write(mut self, reg: Reg) -> Self {
        self.writes.push(reg);
        self
    }
}

/// The effects of an instruction.
pub(super) fn effects(instr: &Instr) -> Effects {
    let e = Effects::default();
    match *instr {
        Instr::Nop | Instr::Jump { .. } | Instr::JumpBack { .. } | Instr::PopExc | Instr::SetupAnnotations => e,
        Instr::Const { dst, .. }
        | Instr::LoadGlobal { dst, .. }
        | Instr::LoadName { dst, .. }
        | Instr::LoadCommon { dst, .. }
        | Instr::Import { dst, .. } => e.write(dst),
        Instr::DelGlobal { .. } | Instr::DelName { .. } => e,
        Instr::Move { dst, src } => e.take(src).write(dst),
        Instr::Copy { dst, src } => e.keep(src).write(dst),
        Instr::Drop { reg } => e.take(reg),
        Instr::StoreGlobal { src, .. }
        | Instr::StoreName { src, .. }
        | Instr::Return { src }
        | Instr::ImportStar { module: src }
        | Instr::Reraise { exc: src } => e.take(src),
        Instr::LoadClassDeref { dst, cell, .. } | Instr::LoadDeref { dst, cell } => e.keep(cell).write(dst),
        Instr::StoreDeref { cell, src } => e.keep(cell).take(src),
        Instr::DelDeref { cell } => e.keep(cell),
        Instr::Raise { exc, cause } => e.take(exc).take(cause),
        Instr::CheckBound { .. } | Instr::DelLocal { .. } | Instr::MakeCell { .. } => e,
        _ => objects(instr, e),
    }
}

fn objects(instr: &Instr, e: Effects) -> Effects {
    match *instr {
        Instr::LoadAttr { dst, obj, .. } => e.take(obj).write(dst),
        Instr::LoadMethod { dst, obj, .. } => e.take(obj).write(dst).write(dst + 1),
        Instr::StoreAttr { obj, src, .. } => e.take(obj).take(src),
        Instr::DelAttr { obj, .. } => e.take(obj),
        Instr::Subscript { dst, obj, key } => e.take(obj).take(key).write(dst),
        Instr::StoreSubscript { obj, key, src } => e.take(obj).take(key).take(src),
        Instr::DelSubscript { obj, key } => e.take(obj).take(key),
        Instr::Binary { dst, a, b, .. } | Instr::Inplace { dst, a, b, .. } | Instr::Compare { dst, a, b, .. } => {
            e.take(a).take(b).write(dst)
        }
        Instr::Unary { dst, a, .. } => e.take(a).write(dst),
        Instr::JumpIf { cond, .. } | Instr::JumpIfNot { cond, .. } => e.take(cond),
        Instr::JumpIfPeek { cond, .. } | Instr::JumpIfNotPeek { cond, .. } => e.keep(cond),
        Instr::Call { argc, dst, base } | Instr::CallKw { argc, dst, base, .. } => {
            e.take(base).may_take(base + 1).run(base + 2, u16::from(argc)).write(dst)
        }
        Instr::CallEx { dst, base } => e.take(base).may_take(base + 1).take(base + 2).may_take(base + 3).write(dst),
        Instr::ImportFrom { dst, module, .. } => e.keep(module).write(dst),
        Instr::MatchExc { dst, exc, types } => e.keep(exc).take(types).write(dst),
        _ => containers(instr, e),
    }
}

fn containers(instr: &Instr, e: Effects) -> Effects {
    match *instr {
        Instr::BuildSlice { dst, base } => e.run(base, 3).write(dst),
        Instr::BuildTuple { dst, base, count }
        | Instr::BuildList { dst, base, count }
        | Instr::BuildSet { dst, base, count }
        | Instr::BuildString { dst, base, count } => e.run(base, count).write(dst),
        Instr::BuildDict { dst, base, count } => e.run(base, 2 * count).write(dst),
        Instr::ListAppend { list: kept, src }
        | Instr::SetAdd { set: kept, src }
        | Instr::ListExtend { list: kept, src }
        | Instr::SetUpdate { set: kept, src }
        | Instr::DictUpdate { dict: kept, src } => e.keep(kept).take(src),
        Instr::DictSet { dict, key, src } => e.keep(dict).take(key).take(src),
        Instr::DictMerge { dict, src, func } => e.keep(dict).keep(func).take(src),
        Instr::ListToTuple { dst, src } => e.take(src).write(dst),
        Instr::FormatValue { dst, src, spec, .. } => e.take(src).take(spec).write(dst),
        Instr::Unpack { base, src, count } => (base..base + count).fold(e.take(src), Effects::write),
        Instr::UnpackEx { before, base, src, after } => {
            (base..=base + u16::from(before) + after).fold(e.take(src), Effects::write)
        }
        Instr::MakeFunction { flags, dst, base, .. } => {
            let parts = [MakeFlags::DEFAULTS, MakeFlags::KW_DEFAULTS, MakeFlags::ANNOTATIONS, MakeFlags::CLOSURE];
            let filled = parts.into_iter().zip(0..).filter(|(part, _)| flags.has(*part));
            filled.fold(e, |e, (_, index)| e.take(base + index)).write(dst)
        }
        _ => suspensions(instr, e),
    }
}

fn suspensions(instr: &Instr, mut e: Effects) -> Effects {
    match *instr {
        Instr::GetIter { dst, src }
        | Instr::GetYieldFromIter { dst, src }
        | Instr::GetAwaitable { dst, src }
        | Instr::GetAIter { dst, src }
        | Instr::Yield { dst, src }
        | Instr::YieldFrom { dst, iter: src } => e.take(src).write(dst),
        Instr::GetANext { dst, iter } => e.keep(iter).write(dst),
        Instr::ForIter { dst, iter, .. } => {
            e.taken_by_jump.push(iter);
            e.keep(iter).write(dst)
        }
        Instr::EndAsyncFor { exc, iter, .. } => e.take(exc).take(iter),
        Instr::WithEnter { base, src } | Instr::AsyncWithEnter { base, src } => e.take(src).write(base).write(base + 1),
        Instr::WithExit { dst, exit, exc } | Instr::AsyncWithExit { dst, exit, exc } => {
            e.take(exit).keep(exc).write(dst)
        }
        _ => unreachable!("{instr:?} has no effects written down"),
    }
}
