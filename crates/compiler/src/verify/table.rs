//! Rules that need no paths: everything is in range, regions are nested.

use bytecode::{Code, Const, Handler, Instr};

/// Checks them.
pub(super) fn check(code: &Code) -> Result<(), String> {
    if code.ranges.len() != code.instrs.len() {
        return Err("not one range an instruction".into());
    }
    if usize::from(code.first_temp) != code.locals.len() + code.free.len() {
        return Err("temporaries don't begin behind locals and free variables".into());
    }
    for (pc, instr) in code.instrs.iter().enumerate() {
        operands(code, instr).map_err(|what| format!("{pc}: {instr:?}: {what}"))?;
        target(code, pc, instr).map_err(|what| format!("{pc}: {instr:?}: {what}"))?;
    }
    let entries = code.handlers.iter().enumerate();
    entries.into_iter().try_for_each(|(index, entry)| region(code, index, entry))
}

/// Constants and names are there, and are of the kind that is wanted.
fn operands(code: &Code, instr: &Instr) -> Result<(), String> {
    let constant = |k: u16, fits: fn(&Const) -> bool| match code.consts.get(usize::from(k)) {
        Some(value) if fits(value) => Ok(()),
        other => Err(format!("constant {k} is {other:?}")),
    };
    match *instr {
        Instr::Const { k, .. } => constant(k, |value| !matches!(value, Const::Code(_))),
        Instr::MakeFunction { code: k, .. } => constant(k, |value| matches!(value, Const::Code(_))),
        Instr::CallKw { names, .. } => constant(names, |value| matches!(value, Const::Tuple(_))),
        Instr::Import { fromlist, .. } => constant(fromlist, |value| matches!(value, Const::Tuple(_) | Const::None)),
        _ => Ok(()),
    }?;
    match *instr {
        Instr::LoadGlobal { name, .. }
        | Instr::StoreGlobal { name, .. }
        | Instr::DelGlobal { name }
        | Instr::LoadName { name, .. }
        | Instr::StoreName { name, .. }
        | Instr::DelName { name }
        | Instr::LoadClassDeref { name, .. }
        | Instr::LoadAttr { name, .. }
        | Instr::LoadMethod { name, .. }
        | Instr::StoreAttr { name, .. }
        | Instr::DelAttr { name, .. }
        | Instr::Import { name, .. }
        | Instr::ImportFrom { name, .. }
            if usize::from(name) >= code.names.len() =>
        {
            Err(format!("there is no name {name}"))
        }
        _ => Ok(()),
    }
}

fn target(code: &Code, pc: usize, instr: &Instr) -> Result<(), String> {
    let Some(to) = instr.jump_target().map(usize::from) else { return Ok(()) };
    let backward = matches!(instr, Instr::JumpBack { .. });
    match to < code.instrs.len() && backward == (to <= pc) {
        true => Ok(()),
        false => Err("jumps to the wrong side".into()),
    }
}

fn region(code: &Code, index: usize, entry: &Handler) -> Result<(), String> {
    let told = |what: &str| Err(format!("region {index} {entry:?}: {what}"));
    if entry.start >= entry.end || usize::from(entry.end) > code.instrs.len() {
        return told("is empty or ends behind the code");
    }
    if usize::from(entry.handler) >= code.instrs.len() || (entry.start..entry.end).contains(&entry.handler) {
        return told("has its handler in itself or behind the code");
    }
    if entry.drop_from < code.first_temp || entry.reg < entry.drop_from || entry.reg >= code.registers {
        return told("puts its exception where it does not belong");
    }
    for later in &code.handlers[index + 1..] {
        let apart = later.end <= entry.start || entry.end <= later.start;
        let around = later.start <= entry.start && entry.end <= later.end;
        if !apart && !around {
            return told(&format!("stands before {later:?}, but doesn't lie within"));
        }
        if around && later.depth > entry.depth {
            return told("handles fewer exceptions than the region around");
        }
    }
    Ok(())
}
