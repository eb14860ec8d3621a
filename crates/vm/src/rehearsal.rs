//! Imports tried before the run: what a program certainly imports and is not supported is refused before its first output.

use crate::nullsys::NullSys;
use crate::process::Process;
use abi::trace::{Event, Text};
use abi::{Guest, RowId, ThreadId, Wakeup};
use bytecode::{Code, Const, Instr};
use std::rc::Rc;

/// What a program imports that is not supported.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RefusedImport {
    /// The feature's name.
    pub feature: String,
    /// What it is, and the nearest supported way.
    pub message: String,
    /// The line.
    pub line: u32,
    /// The column, from 1.
    pub column: u32,
}

impl Process {
    /// The first import that a run of the program is certain to reach and that is refused. Those that the library's tables
    /// don't answer are tried in a copy of this process, which is to be as it was booted.
    pub fn refused_import(&self, file: &str, code: &Code) -> Option<RefusedImport> {
        let doubtful = bytecode::certain_imports(code).into_iter().filter(|&pc| !self.provides(code, pc));
        let doubtful: Vec<usize> = doubtful.collect();
        if doubtful.is_empty() {
            return None;
        }
        let mut copy = self.clone();
        copy.start_program(file, "", Rc::new(imports_only(code, &doubtful)), ThreadId(0), RowId(0));
        let mut sys = NullSys::default();
        let mut budget = crate::nullsys::unlimited();
        copy.resume(ThreadId(0), Wakeup::Start, &mut sys, &mut budget);
        let (texts, event) = (sys.texts, sys.refused?);
        let text = |t: Text| texts[t.0 as usize].clone();
        match event {
            Event::Refused { feature, message, column, pos, .. } => Some(RefusedImport {
                feature: text(feature),
                message: text(message),
                line: pos.map_or(0, |pos| pos.line),
                column,
            }),
            _ => panic!("only refusals are kept"),
        }
    }

    /// Whether the library's tables say that the import at `pc` finds all that it wants.
    fn provides(&self, code: &Code, pc: usize) -> bool {
        let Instr::Import { name, fromlist, .. } = code.instrs[pc] else { return false };
        let module = &code.names[usize::from(name)];
        let is_there = |name: &str| self.registry.module(name).is_some();
        let ends = module.match_indices('.').map(|(at, _)| at).chain([module.len()]);
        if !ends.into_iter().all(|end| is_there(&module[..end])) {
            return false;
        }
        let Const::Tuple(wanted) = &code.consts[usize::from(fromlist)] else { return true };
        let Some(def) = self.registry.module(module) else { return false };
        let python = def.code.map(|read| read());
        let binds = |name: &str| python.as_ref().is_some_and(|code| code.binds(name));
        let has = |name: &str| {
            name == "*"
                || def.functions.iter().any(|f| f.name == name)
                || def.classes.iter().any(|c| c.name.rsplit('.').next() == Some(name))
                || is_there(&format!("{module}.{name}"))
                || binds(name)
        };
        wanted.iter().all(|name| matches!(name, Const::Str(name) if has(name)))
    }
}

/// A module body with nothing but the imports at these places, each with what it takes from its module.
fn imports_only(code: &Code, places: &[usize]) -> Code {
    let mut instrs = Vec::new();
    for &pc in places {
        let Instr::Import { dst, .. } = code.instrs[pc] else { panic!("an import") };
        instrs.push((code.instrs[pc], pc));
        for (at, &instr) in code.instrs.iter().enumerate().skip(pc + 1) {
            match instr {
                Instr::ImportFrom { dst: item, module, .. } if module == dst => {
                    instrs.push((instr, at));
                    instrs.push((Instr::Drop { reg: item }, at));
                }
                Instr::Import { .. } | Instr::ImportStar { .. } => break,
                Instr::Drop { reg } if reg == dst => break,
                _ => {}
            }
        }
        instrs.push((Instr::Drop { reg: dst }, pc));
    }
    // Other code is not needed, and would have to be loaded.
    let kept = code.consts.iter().map(|c| if matches!(c, Const::Code(_)) { Const::None } else { c.clone() });
    let mut consts: Vec<Const> = kept.collect();
    let end = code.first_temp;
    instrs.push((Instr::Const { dst: end, k: consts.len() as u16 }, code.instrs.len()));
    instrs.push((Instr::Return { src: end }, code.instrs.len()));
    consts.push(Const::None);
    Code {
        ranges: instrs.iter().map(|&(_, pc)| code.range(pc)).collect(),
        instrs: instrs.into_iter().map(|(instr, _)| instr).collect(),
        anchors: Vec::new(),
        handlers: Vec::new(),
        consts,
        ..code.clone()
    }
}
