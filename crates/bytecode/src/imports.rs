//! Which imports a program is certain to reach: what they lack can be said before anything has run.

use crate::{Code, Const, Instr};

/// Names by which a program leaves its module body early, or changes what an import finds. Where one is mentioned, nothing
/// behind the first call, attribute or item is certain.
const DIVERTING: [&str; 11] = [
    "SystemExit",
    "_exit",
    "abort",
    "exit",
    "kill",
    "meta_path",
    "modules",
    "path_hooks",
    "quit",
    "run_forever",
    "serve_forever",
];

/// The places of the `Import` instructions that every run of a module's body executes, in order: those on all paths
/// through it that no handler covers. A call is taken to return, whatever it calls.
pub fn certain_imports(code: &Code) -> Vec<usize> {
    let end = if mentions_diversion(code) { first_reach(code) } else { code.instrs.len() };
    let imports = (0..end).filter(|&pc| matches!(code.instrs[pc], Instr::Import { .. }));
    imports.filter(|&pc| code.handler_for(pc).is_none() && is_on_all_paths(code, pc)).collect()
}

fn mentions_diversion(code: &Code) -> bool {
    code.names.iter().any(|name| DIVERTING.contains(&name.as_str()))
        || code.consts.iter().any(|c| matches!(c, Const::Code(inner) if mentions_diversion(inner)))
}

/// The first instruction that does more than to import and to bind names.
fn first_reach(code: &Code) -> usize {
    let reaches = |instr: &Instr| {
        matches!(
            instr,
            Instr::Call { .. }
                | Instr::CallKw { .. }
                | Instr::CallEx { .. }
                | Instr::LoadAttr { .. }
                | Instr::LoadMethod { .. }
                | Instr::StoreAttr { .. }
                | Instr::StoreSubscript { .. }
                | Instr::DelSubscript { .. }
                | Instr::WithEnter { .. }
        )
    };
    code.instrs.iter().position(reaches).unwrap_or(code.instrs.len())
}

/// Whether no path from the first instruction to an end avoids `pc`, and some path reaches it.
fn is_on_all_paths(code: &Code, pc: usize) -> bool {
    let mut seen = vec![false; code.instrs.len()];
    let (mut waiting, mut reached) = (vec![0], false);
    while let Some(at) = waiting.pop() {
        if at == pc {
            reached = true;
            continue;
        }
        if std::mem::replace(&mut seen[at], true) {
            continue;
        }
        let instr = &code.instrs[at];
        if matches!(instr, Instr::Return { .. } | Instr::Raise { .. }) {
            return false;
        }
        waiting.extend(instr.jump_target().map(usize::from));
        waiting.extend(code.handler_for(at).map(|handler| usize::from(handler.handler)));
        if instr.falls_through() {
            waiting.push(at + 1);
        }
    }
    reached
}
