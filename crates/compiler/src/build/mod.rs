//! The instructions of one code object while they are written.
//!
//! The builder knows where control flows: what can't be reached is not written, and which locals
//! are surely bound is carried along every path, so that [`bytecode::Instr::CheckBound`] stands
//! only where it may fail.

mod bound;
mod label;
mod pool;
mod region;
mod tidy;

pub(crate) use bound::BoundSet;
pub(crate) use label::Label;
pub(crate) use region::RegionId;

use crate::regs::Registers;
use bytecode::{Const, Handler, Instr, Range, Reg, Target};
use label::LabelState;
use region::Region;

/// The most instructions, registers, constants or names of a code object.
pub(crate) const LIMIT: usize = 65_000;

/// One code object's instructions in the making.
#[derive(Debug)]
pub(crate) struct Builder {
    /// The temporaries.
    pub(crate) regs: Registers,
    /// The stretch of source that the next instructions get.
    pub(crate) at: Range,
    instrs: Vec<Instr>,
    ranges: Vec<Range>,
    jumps: Vec<(usize, Label)>,
    labels: Vec<LabelState>,
    regions: Vec<Region>,
    consts: pool::Constants,
    names: pool::Names,
    /// What is bound here; none if this place can't be reached.
    bound: Option<BoundSet>,
    /// Locals that some `del` or `except … as` empties somewhere.
    fragile: BoundSet,
}

/// What the builder has made.
#[derive(Default)]
pub(crate) struct Built {
    /// How many registers are needed.
    pub(crate) registers: Reg,
    /// The instructions.
    pub(crate) instrs: Vec<Instr>,
    /// Their ranges.
    pub(crate) ranges: Vec<Range>,
    /// The exception table.
    pub(crate) handlers: Vec<Handler>,
    /// The constants.
    pub(crate) consts: Vec<Const>,
    /// The names.
    pub(crate) names: Vec<String>,
}

impl Builder {
    /// A builder for code whose temporaries begin at `first_temp`.
    pub(crate) fn new(first_temp: u32, at: Range, bound: BoundSet, fragile: BoundSet) -> Self {
        Builder {
            regs: Registers::new(first_temp),
            at,
            instrs: Vec::new(),
            ranges: Vec::new(),
            jumps: Vec::new(),
            labels: Vec::new(),
            regions: Vec::new(),
            consts: pool::Constants::default(),
            names: pool::Names::default(),
            bound: Some(bound),
            fragile,
        }
    }

    /// How many instructions there are.
    pub(crate) fn len(&self) -> usize {
        self.instrs.len()
    }

    /// Writes an instruction, unless it can't be reached.
    pub(crate) fn emit(&mut self, instr: Instr) {
        if self.bound.is_none() {
            return;
        }
        self.instrs.push(instr);
        self.ranges.push(self.at);
        if label::ends_path(&instr) {
            self.bound = None;
        }
    }

    /// Writes an instruction with a stretch of source of its own.
    pub(crate) fn emit_at(&mut self, at: Range, instr: Instr) {
        let outer = std::mem::replace(&mut self.at, at);
        self.emit(instr);
        self.at = outer;
    }

    /// A new label.
    pub(crate) fn label(&mut self) -> Label {
        self.labels.push(LabelState::default());
        Label(self.labels.len() - 1)
    }

    /// Writes an instruction that may go on at `label`; its own target is filled in later.
    pub(crate) fn jump(&mut self, instr: Instr, label: Label) {
        if self.bound.is_none() {
            return;
        }
        self.jumps.push((self.instrs.len(), label));
        let state = &mut self.labels[label.0];
        state.bound = bound::meet(state.bound.take(), self.bound.as_ref());
        self.emit(instr);
    }

    /// Goes on at `label`, which stands later.
    pub(crate) fn go(&mut self, label: Label) {
        self.jump(Instr::Jump { to: 0 }, label);
    }

    /// Goes back to `label`, a [`Builder::loop_head`].
    pub(crate) fn go_back(&mut self, label: Label) {
        self.jump(Instr::JumpBack { to: 0 }, label);
    }

    /// The label stands here.
    pub(crate) fn bind(&mut self, label: Label) {
        let state = &mut self.labels[label.0];
        debug_assert!(state.place.is_none(), "a label stands in one place");
        state.place = Some(self.instrs.len());
        self.bound = bound::meet(self.bound.take(), state.bound.as_ref());
    }

    /// A label here, to which jumps go back: what the loop may empty is not bound from here on.
    pub(crate) fn loop_head(&mut self) -> Label {
        self.bound = self.bound.take().map(|bound| bound.without(&self.fragile));
        let label = self.label();
        self.bind(label);
        label
    }

    /// Whether the local surely has a value here (true where nothing is reached).
    pub(crate) fn is_bound(&self, reg: Reg) -> bool {
        self.bound.as_ref().is_none_or(|bound| bound.has(reg))
    }

    /// From here on the local has a value.
    pub(crate) fn set_bound(&mut self, reg: Reg) {
        if let Some(bound) = &mut self.bound {
            bound.insert(reg);
        }
    }

    /// From here on the local has no value.
    pub(crate) fn clear_bound(&mut self, reg: Reg) {
        if let Some(bound) = &mut self.bound {
            bound.remove(reg);
        }
    }

    /// The index of a constant.
    pub(crate) fn constant(&mut self, value: Const) -> u16 {
        self.consts.index(value) as u16
    }

    /// The index of a name.
    pub(crate) fn name(&mut self, name: &str) -> u16 {
        self.names.index(name) as u16
    }

    /// Begins a protected stretch here. Its handler finds the exception in the next free
    /// temporary; `depth` exceptions are being handled around it, `level` regions lie around it.
    pub(crate) fn open_region(&mut self, depth: u16, level: usize) -> RegionId {
        let handler = self.label();
        let region = Region {
            handler,
            reg: self.regs.mark(),
            depth,
            level,
            entry: self.bound.as_ref().map(|bound| bound.without(&self.fragile)),
            open_at: Some(self.instrs.len()),
            pieces: Vec::new(),
        };
        self.regions.push(region);
        RegionId(self.regions.len() - 1)
    }

    /// What follows is not protected by the region.
    pub(crate) fn close_region(&mut self, id: RegionId) {
        let here = self.instrs.len();
        let region = &mut self.regions[id.0];
        if let Some(start) = region.open_at.take().filter(|start| *start < here) {
            region.pieces.push((start, here));
        }
    }

    /// What follows is protected by the region again; one that was not left goes on.
    pub(crate) fn reopen_region(&mut self, id: RegionId) {
        let here = self.instrs.len();
        self.regions[id.0].open_at.get_or_insert(here);
    }

    /// The handler of a closed region stands here; it is reached if the region holds anything.
    /// Takes the temporary that holds the exception.
    pub(crate) fn bind_handler(&mut self, id: RegionId) -> Reg {
        let region = &self.regions[id.0];
        debug_assert!(region.open_at.is_none(), "a handler stands behind its region");
        let (reg, label) = (region.reg, region.handler);
        let entry = region.entry.clone().filter(|_| !region.pieces.is_empty());
        self.labels[label.0].bound = entry;
        self.bind(label);
        self.regs.release(reg);
        self.regs.take()
    }

    /// The finished code; an error names the table that is too long.
    pub(crate) fn finish(mut self) -> Result<Built, &'static str> {
        let sizes = [
            ("instructions", self.instrs.len()),
            ("registers", self.regs.needed() as usize),
            ("constants", self.consts.len()),
            ("names", self.names.len()),
        ];
        if let Some((what, _)) = sizes.iter().find(|(_, size)| *size > LIMIT) {
            return Err(what);
        }
        for &(at, label) in &self.jumps {
            let place = self.labels[label.0].place.expect("every label that is jumped to stands somewhere");
            if let Some(to) = label::target_mut(&mut self.instrs[at]) {
                *to = place as Target;
            }
        }
        let handlers = region::table(&self.regions, |label| self.labels[label.0].place);
        let mut built = Built {
            registers: self.regs.needed() as Reg,
            instrs: self.instrs,
            ranges: self.ranges,
            handlers,
            consts: self.consts.into_items(),
            names: self.names.into_items(),
        };
        tidy::tidy(&mut built);
        Ok(built)
    }
}
