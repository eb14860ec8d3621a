//! Displays: tuples, lists, sets and dicts. What is built when follows `starunpack_helper` and
//! `compiler_dict` of CPython's `Python/compile.c`: it shows in the order of hashing, and in a
//! set's order.

use super::{Dest, Emitter};
use crate::error::Res;
use crate::fold::{all, fold};
use bytecode::{Const, Instr, Reg};
use syntax::ast::{Expr, ExprKind};

/// Displays with more parts than this are filled part by part (`STACK_USE_GUIDELINE`).
const MANY: usize = 30;

/// A kind of display, by what builds, adds to and extends it.
#[derive(Clone, Copy)]
struct Kind {
    build: fn(Reg, Reg, u16) -> Instr,
    add: fn(Reg, Reg) -> Instr,
    extend: fn(Reg, Reg) -> Instr,
}

const LIST: Kind = Kind {
    build: |dst, base, count| Instr::BuildList { dst, base, count },
    add: |list, src| Instr::ListAppend { list, src },
    extend: |list, src| Instr::ListExtend { list, src },
};

const SET: Kind = Kind {
    build: |dst, base, count| Instr::BuildSet { dst, base, count },
    add: |set, src| Instr::SetAdd { set, src },
    extend: |set, src| Instr::SetUpdate { set, src },
};

impl<'a> Emitter<'a> {
    /// `[…]`
    pub(super) fn list(&mut self, elts: &'a [Expr], dest: Dest) -> Res<Reg> {
        self.collection(elts, LIST, Const::Tuple, dest)
    }

    /// `{…}`
    pub(super) fn set(&mut self, elts: &'a [Expr], dest: Dest) -> Res<Reg> {
        self.collection(elts, SET, Const::FrozenSet, dest)
    }

    /// `(…)`
    pub(super) fn tuple(&mut self, elts: &'a [Expr], dest: Dest) -> Res<Reg> {
        let mark = self.b.regs.mark();
        self.tuple_from(mark, elts)?;
        Ok(self.deliver(mark, dest))
    }

    /// A tuple of the temporaries from `base` on and of `elts`, at `base`.
    pub(super) fn tuple_from(&mut self, base: Reg, elts: &'a [Expr]) -> Res {
        let ready = self.b.regs.mark() - base;
        if ready == 0 {
            if let Some(items) = all(elts) {
                self.constant(Const::Tuple(items), Dest::Temp);
                return Ok(());
            }
        }
        if elts.len() + usize::from(ready) <= MANY && !elts.iter().any(is_starred) {
            elts.iter().try_for_each(|elt| self.temp(elt).map(|_| ()))?;
            let count = self.b.regs.mark() - base;
            self.b.regs.release(base + 1);
            self.b.emit(Instr::BuildTuple { dst: base, base, count });
            return Ok(());
        }
        self.fill(base, elts, LIST)?;
        self.b.emit(Instr::ListToTuple { dst: base, src: base });
        Ok(())
    }

    fn collection(&mut self, elts: &'a [Expr], kind: Kind, many: fn(Vec<Const>) -> Const, dest: Dest) -> Res<Reg> {
        let base = self.b.regs.mark();
        if let Some(items) = all(elts).filter(|items| items.len() > 2) {
            self.b.regs.take();
            self.b.emit((kind.build)(base, base, 0));
            let items = self.constant(many(items), Dest::Temp);
            self.b.emit((kind.extend)(base, items));
            self.b.regs.release(base + 1);
            return Ok(self.deliver(base, dest));
        }
        if elts.len() > MANY || elts.iter().any(is_starred) {
            self.fill(base, elts, kind)?;
            return Ok(self.deliver(base, dest));
        }
        elts.iter().try_for_each(|elt| self.temp(elt).map(|_| ()))?;
        let dst = self.settle(base, dest);
        self.b.emit((kind.build)(dst, base, elts.len() as u16));
        Ok(dst)
    }

    /// A collection of the temporaries from `base` on and of `elts`, filled part by part, at `base`.
    fn fill(&mut self, base: Reg, elts: &'a [Expr], kind: Kind) -> Res {
        let ready = self.b.regs.mark() - base;
        let at_once = match elts.len() + usize::from(ready) > MANY {
            true => 0,
            false => elts.iter().take_while(|elt| !is_starred(elt)).count(),
        };
        for elt in &elts[..at_once] {
            self.temp(elt)?;
        }
        self.b.regs.release(base);
        self.b.regs.take();
        self.b.emit((kind.build)(base, base, ready + at_once as u16));
        for elt in &elts[at_once..] {
            let (part, write) = match &elt.kind {
                ExprKind::Starred { value } => (&**value, kind.extend),
                _ => (elt, kind.add),
            };
            let src = self.operand(part, &[])?;
            self.b.emit(write(base, src));
            self.b.regs.release(base + 1);
        }
        Ok(())
    }

    /// `{key: value, **mapping}`
    pub(super) fn dict(&mut self, keys: &'a [Option<Expr>], values: &'a [Expr], dest: Dest) -> Res<Reg> {
        let base = self.b.regs.mark();
        let mut run: Vec<(&'a Expr, &'a Expr)> = Vec::new();
        let mut begun = false;
        for (key, value) in keys.iter().zip(values) {
            match key {
                Some(key) => {
                    let full = run.len() * 2 > MANY;
                    run.push((key, value));
                    if full {
                        self.dict_run(base, &mut run, &mut begun)?;
                    }
                }
                None => {
                    self.dict_run(base, &mut run, &mut begun)?;
                    self.begin_dict(base, &mut begun);
                    let src = self.operand(value, &[])?;
                    self.b.emit(Instr::DictUpdate { dict: base, src });
                    self.b.regs.release(base + 1);
                }
            }
        }
        self.dict_run(base, &mut run, &mut begun)?;
        self.begin_dict(base, &mut begun);
        Ok(self.deliver(base, dest))
    }

    fn begin_dict(&mut self, base: Reg, begun: &mut bool) {
        if !std::mem::replace(begun, true) {
            self.b.regs.take();
            self.b.emit(Instr::BuildDict { dst: base, base, count: 0 });
        }
    }

    /// Pairs between two mappings (`compiler_subdict`): a dict, merged into the one at `base` if that is there.
    fn dict_run(&mut self, base: Reg, run: &mut Vec<(&'a Expr, &'a Expr)>, begun: &mut bool) -> Res {
        if run.is_empty() {
            return Ok(());
        }
        let part = self.b.regs.mark();
        if run.len() * 2 > MANY {
            self.b.regs.take();
            self.b.emit(Instr::BuildDict { dst: part, base: part, count: 0 });
            for (key, value) in run.drain(..) {
                let key_reg = self.operand(key, &[value])?;
                let src = self.operand(value, &[])?;
                self.b.emit(Instr::DictSet { dict: part, key: key_reg, src });
                self.b.regs.release(part + 1);
            }
        } else {
            let count = run.len() as u16;
            for (key, value) in run.drain(..) {
                self.temp(key)?;
                self.temp(value)?;
            }
            self.b.regs.release(part);
            self.b.regs.take();
            self.b.emit(Instr::BuildDict { dst: part, base: part, count });
        }
        if std::mem::replace(begun, true) {
            self.b.emit(Instr::DictUpdate { dict: base, src: part });
            self.b.regs.release(base + 1);
        }
        Ok(())
    }
}

/// Whether the part is `*value`.
pub(super) fn is_starred(expr: &Expr) -> bool {
    matches!(&expr.kind, ExprKind::Starred { .. })
}

/// What a loop iterates, if it is a display of constants that nobody else can see.
pub(super) fn constant_iterable(iter: &Expr) -> Option<Const> {
    match &iter.kind {
        ExprKind::List { elts } => all(elts).map(Const::Tuple),
        ExprKind::Set { elts } => all(elts).map(Const::FrozenSet),
        ExprKind::Tuple { .. } => fold(iter),
        _ => None,
    }
}
