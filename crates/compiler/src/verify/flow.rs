//! Rules on every path: which registers are filled where.

use super::effects::effects;
use bytecode::{Code, Handler, Instr, Reg};
use std::collections::BTreeSet;

/// What holds before an instruction.
#[derive(Clone, Debug, PartialEq, Eq)]
struct State {
    /// Temporaries that are filled.
    temps: BTreeSet<Reg>,
    /// Locals that surely have a value.
    locals: BTreeSet<Reg>,
    /// How many exceptions are being handled.
    handled: u16,
}

/// Walks all paths until nothing changes.
pub(super) fn check(code: &Code) -> Result<(), String> {
    let params = code.params.positional + code.params.keyword_only;
    let stars = [bytecode::Flags::VARARGS, bytecode::Flags::VARKEYWORDS];
    let stars = stars.into_iter().filter(|flag| code.flags.has(*flag)).count() as Reg;
    let free = code.locals.len() as Reg..code.first_temp;
    let entry = State { temps: BTreeSet::new(), locals: (0..params + stars).chain(free).collect(), handled: 0 };
    let mut walk = Walk { code, before: vec![None; code.instrs.len()], waiting: Vec::new() };
    walk.reach(0, entry)?;
    while let Some(pc) = walk.waiting.pop() {
        let state = walk.before[pc].clone().expect("what waits was reached");
        walk.step(pc, state).map_err(|what| format!("{pc}: {:?}: {what}", code.instrs[pc]))?;
    }
    match walk.before.iter().position(Option::is_none) {
        Some(pc) => Err(format!("{pc}: {:?}: is never reached", code.instrs[pc])),
        None => Ok(()),
    }
}

struct Walk<'a> {
    code: &'a Code,
    before: Vec<Option<State>>,
    waiting: Vec<usize>,
}

impl Walk<'_> {
    /// A path arrives at `pc`.
    fn reach(&mut self, pc: usize, state: State) -> Result<(), String> {
        let Some(slot) = self.before.get_mut(pc) else { return Err("the code ends without a return".into()) };
        let merged = match slot {
            None => state,
            Some(known) => {
                if known.temps != state.temps {
                    return Err(format!("paths meet at {pc} with {:?} and {:?}", known.temps, state.temps));
                }
                if known.handled != state.handled {
                    return Err(format!("paths meet at {pc} with other exceptions"));
                }
                let locals = known.locals.intersection(&state.locals).copied().collect();
                State { locals, ..state }
            }
        };
        if slot.as_ref() != Some(&merged) {
            *slot = Some(merged);
            self.waiting.push(pc);
        }
        Ok(())
    }

    /// One instruction.
    fn step(&mut self, pc: usize, mut state: State) -> Result<(), String> {
        let instr = self.code.instrs[pc];
        let handler = self.code.handler_for(pc).copied();
        self.raise(handler, &state)?;
        let effects = effects(&instr);
        for reg in effects.takes.iter().chain(&effects.keeps) {
            self.read(&state, *reg)?;
        }
        if let Some(reg) = effects.may_take.iter().find(|reg| **reg >= self.code.registers) {
            return Err(format!("there is no register {reg}"));
        }
        for reg in effects.takes.iter().chain(&effects.may_take) {
            state.temps.remove(reg);
        }
        if let Some(to) = instr.jump_target() {
            let mut jumped = state.clone();
            effects.taken_by_jump.iter().for_each(|reg| _ = jumped.temps.remove(reg));
            jumped.handled -= u16::from(matches!(instr, Instr::EndAsyncFor { .. }));
            self.reach(usize::from(to), jumped)?;
        }
        for reg in &effects.writes {
            self.write(&mut state, *reg)?;
        }
        self.locals(&instr, &mut state)?;
        match instr {
            Instr::Return { .. } if !state.temps.is_empty() || state.handled != 0 => {
                return Err(format!("leaves {:?} behind, handling {}", state.temps, state.handled));
            }
            _ if !instr.falls_through() => return Ok(()),
            Instr::PopExc => match state.handled.checked_sub(1) {
                Some(handled) => state.handled = handled,
                None => return Err("no exception is being handled".into()),
            },
            _ => {}
        }
        // What an instruction writes to a local is there if the next one raises; what it deletes is not.
        self.raise(handler, &state)?;
        self.reach(pc + 1, state)
    }

    /// Instructions that are about a local itself.
    fn locals(&self, instr: &Instr, state: &mut State) -> Result<(), String> {
        match *instr {
            Instr::CheckBound { reg } => _ = state.locals.insert(reg),
            Instr::DelLocal { reg } => _ = state.locals.remove(&reg),
            Instr::MakeCell { reg } if !self.code.cells.contains(&reg) => return Err("is no cell variable".into()),
            Instr::MakeCell { reg } => _ = state.locals.insert(reg),
            _ => {}
        }
        Ok(())
    }

    /// An exception may leave for a handler.
    fn raise(&mut self, handler: Option<Handler>, state: &State) -> Result<(), String> {
        let Some(handler) = handler else { return Ok(()) };
        if handler.depth > state.handled {
            return Err("its handler expects more exceptions to be handled".into());
        }
        let kept = state.temps.iter().copied().filter(|reg| *reg < handler.drop_from);
        let temps = kept.chain([handler.reg]).collect();
        let state = State { temps, locals: state.locals.clone(), handled: handler.depth + 1 };
        self.reach(usize::from(handler.handler), state)
    }

    fn read(&self, state: &State, reg: Reg) -> Result<(), String> {
        let filled = match reg >= self.code.first_temp {
            true => state.temps.contains(&reg),
            false => state.locals.contains(&reg),
        };
        match filled {
            true => Ok(()),
            false => Err(format!("register {reg} may be empty")),
        }
    }

    fn write(&self, state: &mut State, reg: Reg) -> Result<(), String> {
        if reg >= self.code.registers {
            return Err(format!("there is no register {reg}"));
        }
        if reg < self.code.first_temp {
            state.locals.insert(reg);
        } else if !state.temps.insert(reg) {
            return Err(format!("register {reg} is filled already"));
        }
        Ok(())
    }
}
