//! Instructions for people to read.

use super::{constant, register};
use bytecode::{BinOp, CmpOp, Code, Common, Conversion, Instr, MakeFlags, Reg, UnOp, NO_REG};

/// What the names in an instruction mean.
struct Words<'a>(&'a Code);

impl Words<'_> {
    fn reg(&self, reg: Reg) -> String {
        if reg == NO_REG {
            return "nothing".into();
        }
        register(self.0, reg)
    }

    fn name(&self, name: u16) -> &str {
        &self.0.names[usize::from(name)]
    }

    fn constant(&self, k: u16) -> String {
        constant(&self.0.consts[usize::from(k)])
    }

    /// `count` registers from `base` on.
    fn run(&self, base: Reg, count: u16) -> String {
        match count {
            0 => String::new(),
            1 => self.reg(base),
            _ => format!("{}..{}", self.reg(base), self.reg(base + count - 1)),
        }
    }
}

/// What an instruction does.
pub(super) fn text(code: &Code, instr: &Instr) -> String {
    let w = Words(code);
    match *instr {
        Instr::Nop => "nop".into(),
        Instr::Const { dst, k } => format!("{} = {}", w.reg(dst), w.constant(k)),
        Instr::Move { dst, src } => format!("{} = {}", w.reg(dst), w.reg(src)),
        Instr::Copy { dst, src } => format!("{} = copy of {}", w.reg(dst), w.reg(src)),
        Instr::Drop { reg } => format!("drop {}", w.reg(reg)),
        Instr::CheckBound { reg } => format!("check that {} is bound", w.reg(reg)),
        Instr::DelLocal { reg } => format!("delete {}", w.reg(reg)),
        Instr::MakeCell { reg } => format!("make {} a cell", w.reg(reg)),
        Instr::LoadDeref { dst, cell } => format!("{} = content of {}", w.reg(dst), w.reg(cell)),
        Instr::StoreDeref { cell, src } => format!("content of {} = {}", w.reg(cell), w.reg(src)),
        Instr::DelDeref { cell } => format!("delete content of {}", w.reg(cell)),
        Instr::Jump { to } => format!("jump to {to}"),
        Instr::JumpBack { to } => format!("jump back to {to}"),
        Instr::JumpIf { cond, to } => format!("if {} jump to {to}", w.reg(cond)),
        Instr::JumpIfNot { cond, to } => format!("unless {} jump to {to}", w.reg(cond)),
        Instr::JumpIfPeek { cond, to } => format!("if {} (kept) jump to {to}", w.reg(cond)),
        Instr::JumpIfNotPeek { cond, to } => format!("unless {} (kept) jump to {to}", w.reg(cond)),
        Instr::Return { src } => format!("return {}", w.reg(src)),
        Instr::SetupAnnotations => "set up __annotations__".into(),
        _ => names(&w, instr),
    }
}

fn names(w: &Words, instr: &Instr) -> String {
    match *instr {
        Instr::LoadGlobal { dst, name } => format!("{} = global {}", w.reg(dst), w.name(name)),
        Instr::StoreGlobal { name, src } => format!("global {} = {}", w.name(name), w.reg(src)),
        Instr::DelGlobal { name } => format!("delete global {}", w.name(name)),
        Instr::LoadName { dst, name } => format!("{} = name {}", w.reg(dst), w.name(name)),
        Instr::StoreName { name, src } => format!("name {} = {}", w.name(name), w.reg(src)),
        Instr::DelName { name } => format!("delete name {}", w.name(name)),
        Instr::LoadClassDeref { dst, name, cell } => {
            format!("{} = name {} or content of {}", w.reg(dst), w.name(name), w.reg(cell))
        }
        Instr::LoadAttr { dst, obj, name } => format!("{} = {}.{}", w.reg(dst), w.reg(obj), w.name(name)),
        Instr::LoadMethod { dst, obj, name } => {
            format!("{} = method {}.{}", w.run(dst, 2), w.reg(obj), w.name(name))
        }
        Instr::StoreAttr { obj, name, src } => format!("{}.{} = {}", w.reg(obj), w.name(name), w.reg(src)),
        Instr::DelAttr { obj, name } => format!("delete {}.{}", w.reg(obj), w.name(name)),
        Instr::Subscript { dst, obj, key } => format!("{} = {}[{}]", w.reg(dst), w.reg(obj), w.reg(key)),
        Instr::StoreSubscript { obj, key, src } => format!("{}[{}] = {}", w.reg(obj), w.reg(key), w.reg(src)),
        Instr::DelSubscript { obj, key } => format!("delete {}[{}]", w.reg(obj), w.reg(key)),
        Instr::Import { level, dst, name, fromlist } => {
            let dots = ".".repeat(usize::from(level));
            format!("{} = import {dots}{} for {}", w.reg(dst), w.name(name), w.constant(fromlist))
        }
        Instr::ImportFrom { dst, module, name } => {
            format!("{} = import {} from {}", w.reg(dst), w.name(name), w.reg(module))
        }
        Instr::ImportStar { module } => format!("import * from {}", w.reg(module)),
        _ => operators(w, instr),
    }
}

fn operators(w: &Words, instr: &Instr) -> String {
    match *instr {
        Instr::Binary { op, dst, a, b } => format!("{} = {} {} {}", w.reg(dst), w.reg(a), binary(op), w.reg(b)),
        Instr::Inplace { op, dst, a, b } => format!("{} = {} {}= {}", w.reg(dst), w.reg(a), binary(op), w.reg(b)),
        Instr::Compare { op, dst, a, b } => format!("{} = {} {} {}", w.reg(dst), w.reg(a), compare(op), w.reg(b)),
        Instr::Unary { op, dst, a } => format!("{} = {}{}", w.reg(dst), unary(op), w.reg(a)),
        Instr::Call { argc, dst, base } => {
            format!("{} = call {}({})", w.reg(dst), w.run(base, 2), w.run(base + 2, u16::from(argc)))
        }
        Instr::CallKw { argc, dst, base, names } => {
            let args = w.run(base + 2, u16::from(argc));
            format!("{} = call {}({args}) with {}", w.reg(dst), w.run(base, 2), w.constant(names))
        }
        Instr::CallEx { dst, base } => {
            format!("{} = call {}(*{}, **{})", w.reg(dst), w.run(base, 2), w.reg(base + 2), w.reg(base + 3))
        }
        Instr::MakeFunction { flags, dst, code, base } => {
            let parts = [
                (MakeFlags::DEFAULTS, "defaults"),
                (MakeFlags::KW_DEFAULTS, "keyword defaults"),
                (MakeFlags::ANNOTATIONS, "annotations"),
                (MakeFlags::CLOSURE, "closure"),
            ];
            let filled = parts.into_iter().zip(0..).filter(|((part, _), _)| flags.has(*part));
            let filled: String = filled.map(|((_, name), i)| format!(", {name} {}", w.reg(base + i))).collect();
            format!("{} = function {}{filled}", w.reg(dst), w.constant(code))
        }
        Instr::LoadCommon { which: Common::AssertionError, dst } => format!("{} = AssertionError", w.reg(dst)),
        Instr::LoadCommon { which: Common::BuildClass, dst } => format!("{} = __build_class__", w.reg(dst)),
        _ => containers(w, instr),
    }
}

fn containers(w: &Words, instr: &Instr) -> String {
    match *instr {
        Instr::BuildSlice { dst, base } => format!("{} = slice({})", w.reg(dst), w.run(base, 3)),
        Instr::BuildTuple { dst, base, count } => format!("{} = tuple({})", w.reg(dst), w.run(base, count)),
        Instr::BuildList { dst, base, count } => format!("{} = list({})", w.reg(dst), w.run(base, count)),
        Instr::BuildSet { dst, base, count } => format!("{} = set({})", w.reg(dst), w.run(base, count)),
        Instr::BuildDict { dst, base, count } => format!("{} = dict({})", w.reg(dst), w.run(base, 2 * count)),
        Instr::BuildString { dst, base, count } => format!("{} = join({})", w.reg(dst), w.run(base, count)),
        Instr::ListAppend { list, src } => format!("append {} to {}", w.reg(src), w.reg(list)),
        Instr::SetAdd { set, src } => format!("add {} to {}", w.reg(src), w.reg(set)),
        Instr::DictSet { dict, key, src } => format!("put {}: {} into {}", w.reg(key), w.reg(src), w.reg(dict)),
        Instr::ListExtend { list, src } => format!("extend {} by {}", w.reg(list), w.reg(src)),
        Instr::SetUpdate { set, src } => format!("update set {} by {}", w.reg(set), w.reg(src)),
        Instr::DictUpdate { dict, src } => format!("update dict {} by {}", w.reg(dict), w.reg(src)),
        Instr::DictMerge { dict, src, func } => {
            format!("merge {} into {} for {}", w.reg(src), w.reg(dict), w.reg(func))
        }
        Instr::ListToTuple { dst, src } => format!("{} = tuple of list {}", w.reg(dst), w.reg(src)),
        Instr::FormatValue { conversion, dst, src, spec } => {
            let conversion = match conversion {
                Conversion::None => "",
                Conversion::Str => "!s",
                Conversion::Repr => "!r",
                Conversion::Ascii => "!a",
            };
            format!("{} = format {}{conversion} by {}", w.reg(dst), w.reg(src), w.reg(spec))
        }
        Instr::Unpack { base, src, count } => format!("{} = items of {}", w.run(base, count), w.reg(src)),
        Instr::UnpackEx { before, base, src, after } => {
            let all = w.run(base, u16::from(before) + 1 + after);
            format!("{all} = items of {}, {before} and {after} around the rest", w.reg(src))
        }
        _ => suspensions(w, instr),
    }
}

fn suspensions(w: &Words, instr: &Instr) -> String {
    match *instr {
        Instr::GetIter { dst, src } => format!("{} = iterator of {}", w.reg(dst), w.reg(src)),
        Instr::ForIter { dst, iter, to } => format!("{} = next of {}, or jump to {to}", w.reg(dst), w.reg(iter)),
        Instr::Yield { dst, src } => format!("{} = yield {}", w.reg(dst), w.reg(src)),
        Instr::GetYieldFromIter { dst, src } => format!("{} = delegate {}", w.reg(dst), w.reg(src)),
        Instr::GetAwaitable { dst, src } => format!("{} = awaitable {}", w.reg(dst), w.reg(src)),
        Instr::YieldFrom { dst, iter } => format!("{} = yield from {}", w.reg(dst), w.reg(iter)),
        Instr::GetAIter { dst, src } => format!("{} = async iterator of {}", w.reg(dst), w.reg(src)),
        Instr::GetANext { dst, iter } => format!("{} = awaitable next of {}", w.reg(dst), w.reg(iter)),
        Instr::EndAsyncFor { exc, iter, to } => {
            format!("if {} is the end of {} jump to {to}, else raise it again", w.reg(exc), w.reg(iter))
        }
        Instr::WithEnter { base, src } => format!("{} = enter {}", w.run(base, 2), w.reg(src)),
        Instr::AsyncWithEnter { base, src } => format!("{} = async enter {}", w.run(base, 2), w.reg(src)),
        Instr::WithExit { dst, exit, exc } => format!("{} = exit {} with {}", w.reg(dst), w.reg(exit), w.reg(exc)),
        Instr::AsyncWithExit { dst, exit, exc } => {
            format!("{} = async exit {} with {}", w.reg(dst), w.reg(exit), w.reg(exc))
        }
        Instr::Raise { exc, cause } => format!("raise {} from {}", w.reg(exc), w.reg(cause)),
        Instr::Reraise { exc } => format!("raise {} again", w.reg(exc)),
        Instr::PopExc => "exception is handled".into(),
        Instr::MatchExc { dst, exc, types } => format!("{} = {} matches {}", w.reg(dst), w.reg(exc), w.reg(types)),
        _ => unreachable!("{instr:?} has no words"),
    }
}

fn binary(op: BinOp) -> &'static str {
    match op {
        BinOp::Add => "+",
        BinOp::Sub => "-",
        BinOp::Mul => "*",
        BinOp::MatMul => "@",
        BinOp::Div => "/",
        BinOp::FloorDiv => "//",
        BinOp::Mod => "%",
        BinOp::Pow => "**",
        BinOp::LShift => "<<",
        BinOp::RShift => ">>",
        BinOp::And => "&",
        BinOp::Or => "|",
        BinOp::Xor => "^",
    }
}

fn compare(op: CmpOp) -> &'static str {
    match op {
        CmpOp::Lt => "<",
        CmpOp::Le => "<=",
        CmpOp::Eq => "==",
        CmpOp::Ne => "!=",
        CmpOp::Gt => ">",
        CmpOp::Ge => ">=",
        CmpOp::In => "in",
        CmpOp::NotIn => "not in",
        CmpOp::Is => "is",
        CmpOp::IsNot => "is not",
    }
}

fn unary(op: UnOp) -> &'static str {
    match op {
        UnOp::Neg => "-",
        UnOp::Pos => "+",
        UnOp::Invert => "~",
        UnOp::Not => "not ",
    }
}
