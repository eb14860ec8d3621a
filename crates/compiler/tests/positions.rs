//! The stretch of source of every instruction that can raise, compared with what CPython's
//! `co_positions` says (recorded by `data/record.py`). An instruction that stands twice, as the bodies of
//! `finally` do, counts once.

mod common;

use bytecode::{Code, Instr, NO_REG};
use std::collections::BTreeSet;

/// The words for an instruction; one of ours may be two of CPython's.
fn kinds(instr: &Instr) -> &'static [&'static str] {
    match instr {
        Instr::Binary { .. } | Instr::Inplace { .. } => &["operate"],
        Instr::Unary { .. } => &["unary"],
        Instr::Compare { .. } => &["compare"],
        Instr::LoadAttr { .. } | Instr::LoadMethod { .. } => &["attribute"],
        Instr::StoreAttr { .. } => &["store attribute"],
        Instr::DelAttr { .. } => &["delete attribute"],
        Instr::Subscript { .. } => &["subscript"],
        Instr::StoreSubscript { .. } => &["store subscript"],
        Instr::DelSubscript { .. } => &["delete subscript"],
        Instr::Call { .. } | Instr::CallKw { .. } | Instr::CallEx { .. } => &["call"],
        Instr::WithExit { exc: NO_REG, .. } => &["call"],
        Instr::WithExit { .. } => &["exit"],
        Instr::AsyncWithExit { exc: NO_REG, .. } => &["call", "awaitable"],
        Instr::AsyncWithExit { .. } => &["exit", "awaitable"],
        Instr::WithEnter { .. } => &["enter"],
        Instr::AsyncWithEnter { .. } => &["enter", "awaitable"],
        Instr::GetIter { .. } => &["iterate"],
        Instr::ForIter { .. } => &["next"],
        Instr::GetAIter { .. } => &["async iterate"],
        Instr::GetANext { .. } => &["async next"],
        Instr::GetAwaitable { .. } => &["awaitable"],
        Instr::GetYieldFromIter { .. } => &["delegate"],
        Instr::YieldFrom { .. } => &["send"],
        Instr::Unpack { .. } | Instr::UnpackEx { .. } => &["unpack"],
        Instr::Raise { .. } => &["raise"],
        Instr::Import { .. } => &["import"],
        Instr::ImportFrom { .. } => &["import from"],
        Instr::ImportStar { .. } => &["import star"],
        Instr::ListExtend { .. } => &["extend"],
        Instr::SetUpdate { .. } => &["update set"],
        Instr::DictUpdate { .. } => &["update dict"],
        Instr::DictMerge { .. } => &["merge"],
        Instr::DictSet { .. } => &["put"],
        Instr::SetAdd { .. } => &["add"],
        Instr::BuildSet { .. } => &["set"],
        Instr::LoadGlobal { .. } | Instr::LoadName { .. } => &["name"],
        Instr::LoadDeref { .. } | Instr::LoadClassDeref { .. } => &["content"],
        Instr::FormatValue { .. } => &["format"],
        Instr::DelGlobal { .. } | Instr::DelName { .. } | Instr::DelLocal { .. } | Instr::DelDeref { .. } => {
            &["delete"]
        }
        Instr::MatchExc { .. } => &["match"],
        Instr::EndAsyncFor { .. } => &["end async for"],
        Instr::JumpIf { .. } | Instr::JumpIfNot { .. } | Instr::JumpIfPeek { .. } | Instr::JumpIfNotPeek { .. } => {
            &["test"]
        }
        _ => &[],
    }
}

fn positions(code: &Code, lines: &mut Vec<String>) {
    lines.push(format!("{} at {}", code.qualname, code.first_line));
    let mut found = BTreeSet::new();
    for (instr, range) in code.instrs.iter().zip(&code.ranges) {
        let place = format!("{}:{}-{}:{}", range.line, range.col, range.end_line, range.end_col);
        found.extend(kinds(instr).iter().map(|kind| format!("{kind} {place}")));
    }
    lines.extend(found);
    common::inner(code).for_each(|inner| positions(inner, lines));
}

#[test]
fn raising_instructions_stand_where_cpython_has_them() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (source, record) in common::sections(include_str!("data/positions.txt")) {
        count += 1;
        let mut found = Vec::new();
        positions(&common::compiled(source), &mut found);
        let expected: Vec<&str> = record.lines().collect();
        if found != expected {
            let missing = expected.iter().filter(|line| !found.iter().any(|f| f == *line));
            let extra = found.iter().filter(|line| !expected.contains(&line.as_str()));
            let missing: String = missing.map(|line| format!("  CPython has {line}\n")).collect();
            let extra: String = extra.map(|line| format!("  Simul has   {line}\n")).collect();
            wrong.push(format!("{source}{missing}{extra}"));
        }
    }
    assert!(count > 45, "{count} programs");
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}
