//! Assignments.

use super::display::is_starred;
use super::expr::attr_range;
use super::Emitter;
use crate::error::Res;
use crate::fold::fold;
use crate::place;
use bytecode::{Instr, Reg};
use syntax::ast::{Expr, ExprKind};

impl<'a> Emitter<'a> {
    /// `a = b = value`
    pub(super) fn assign(&mut self, targets: &'a [Expr], value: &'a Expr) -> Res {
        let [target] = targets else { return self.assign_many(targets, value) };
        match (&target.kind, &value.kind) {
            (
                ExprKind::Tuple { elts: targets } | ExprKind::List { elts: targets },
                ExprKind::Tuple { elts: values },
            ) if is_parallel(targets, values) && fold(value).is_none() => self.assign_parallel(targets, values),
            _ => self.assign_one(target, value),
        }
    }

    /// `target = value`
    pub(super) fn assign_one(&mut self, target: &'a Expr, value: &'a Expr) -> Res {
        if let ExprKind::Name { id } = &target.kind {
            self.check_name(id, "assign to", target.range)?;
            return self.bind_name(id, |s, dest| s.expr(value, dest));
        }
        let mark = self.b.regs.mark();
        let targets = [target];
        let src = self.operand(value, &targets)?;
        self.store(target, src)?;
        self.b.regs.release(mark);
        Ok(())
    }

    fn assign_many(&mut self, targets: &'a [Expr], value: &'a Expr) -> Res {
        let mark = self.b.regs.mark();
        let src = self.temp(value)?;
        let (last, others) = targets.split_last().expect("an assignment has a target");
        for target in others {
            let copy = self.b.regs.take();
            self.b.emit(Instr::Copy { dst: copy, src });
            self.store(target, copy)?;
            self.b.regs.release(copy);
        }
        self.store(last, src)?;
        self.b.regs.release(mark);
        Ok(())
    }

    /// `a, b = c, d` without making a tuple: all values first, then the targets.
    fn assign_parallel(&mut self, targets: &'a [Expr], values: &'a [Expr]) -> Res {
        let base = self.b.regs.mark();
        for value in values {
            self.temp(value)?;
        }
        let mut stores: Vec<(&Expr, Reg)> = targets.iter().zip(base..).collect();
        if self.are_distinct_locals(targets) {
            stores.reverse();
        }
        stores.into_iter().try_for_each(|(target, src)| self.store(target, src))?;
        self.b.regs.release(base);
        Ok(())
    }

    /// CPython binds such targets from the right (`apply_static_swaps` of `Python/compile.c`): it shows in
    /// the order in which old values die.
    fn are_distinct_locals(&self, targets: &[Expr]) -> bool {
        let locals = targets.iter().map(|target| match &target.kind {
            ExprKind::Name { id } => self.local(id),
            _ => None,
        });
        let Some(locals) = locals.collect::<Option<Vec<Reg>>>() else { return false };
        locals.iter().enumerate().all(|(index, local)| !locals[index + 1..].contains(local))
    }

    /// Binds a target to what stands in `src`.
    pub(super) fn store(&mut self, target: &'a Expr, src: Reg) -> Res {
        self.within(target.range, |s| s.store_within(target, src))
    }

    fn store_within(&mut self, target: &'a Expr, src: Reg) -> Res {
        let mark = self.b.regs.mark();
        match &target.kind {
            ExprKind::Name { id } => {
                self.check_name(id, "assign to", target.range)?;
                self.store_name(id, src);
            }
            ExprKind::Attribute { value, attr } => {
                self.check_name(&attr.name, "assign to", target.range)?;
                let obj = self.operand(value, &[])?;
                let name = self.attr_name(attr);
                let at = attr_range(self.b.at, target, attr);
                self.b.emit_at(at, Instr::StoreAttr { obj, name, src });
            }
            ExprKind::Subscript { value, slice } => {
                let obj = self.operand(value, &[slice])?;
                let key = self.operand(slice, &[])?;
                self.b.emit(Instr::StoreSubscript { obj, key, src });
            }
            ExprKind::Tuple { elts } | ExprKind::List { elts } => self.unpack(target, elts, src)?,
            ExprKind::Starred { .. } => {
                return self.error(target.range, "starred assignment target must be in a list or tuple");
            }
            _ => unreachable!("the parser allows nothing else as a target"),
        }
        self.b.regs.release(mark);
        Ok(())
    }

    /// `a, *b, c = src`
    fn unpack(&mut self, target: &'a Expr, elts: &'a [Expr], src: Reg) -> Res {
        let base = self.b.regs.take_many(elts.len());
        match elts.iter().position(is_starred) {
            None => self.b.emit(Instr::Unpack { base, src, count: elts.len() as u16 }),
            Some(before) => {
                let after = elts.len() - before - 1;
                if elts[before + 1..].iter().any(is_starred) {
                    return self.error(target.range, "multiple starred expressions in assignment");
                }
                if before >= 1 << 8 || after > usize::from(u16::MAX) {
                    return self.error(target.range, "too many expressions in star-unpacking assignment");
                }
                self.b.emit(Instr::UnpackEx { before: before as u8, base, src, after: after as u16 });
            }
        }
        for (elt, src) in elts.iter().zip(base..) {
            match &elt.kind {
                ExprKind::Starred { value } => self.store(value, src)?,
                _ => self.store(elt, src)?,
            }
        }
        Ok(())
    }

    /// The stretch of source of `target`'s own instruction.
    pub(super) fn target_range(target: &Expr) -> bytecode::Range {
        match &target.kind {
            ExprKind::Attribute { attr, .. } => attr_range(place(target.range), target, attr),
            _ => place(target.range),
        }
    }
}

/// Whether as many plain targets stand on the left as plain values on the right.
fn is_parallel(targets: &[Expr], values: &[Expr]) -> bool {
    let plain = |exprs: &[Expr]| !exprs.iter().any(is_starred);
    targets.len() == values.len() && (1..=3).contains(&values.len()) && plain(targets) && plain(values)
}
