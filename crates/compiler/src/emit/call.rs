//! Calls. In registers: the callable, self or nothing, the arguments.

use super::display::is_starred;
use super::expr::attr_range;
use super::{Dest, Emitter};
use crate::error::Res;
use crate::place;
use crate::symtable::{usage, ScopeKind};
use bytecode::{Const, Instr, Reg};
use syntax::ast::{Expr, ExprKind, Keyword, Range};
use syntax::PythonVersion;

/// The most arguments that are passed in registers (CPython's `STACK_USE_GUIDELINE` is lower; which way
/// is taken can't be seen).
const MAX_ARGS: usize = 255;

impl<'a> Emitter<'a> {
    /// `func(args, keywords)`
    pub(super) fn call(
        &mut self,
        expr: &'a Expr,
        func: &'a Expr,
        args: &'a [Expr],
        keywords: &'a [Keyword],
        dest: Dest,
    ) -> Res<Reg> {
        let base = self.b.regs.mark();
        let outer = self.b.at;
        match &func.kind {
            ExprKind::Attribute { value, attr } if in_registers(args, keywords, 0) && !self.is_import(value) => {
                self.check_keywords(keywords, expr.range)?;
                let obj = self.operand(value, &[])?;
                self.b.regs.release(base);
                self.b.regs.take_many(2);
                let name = self.attr_name(attr);
                let at = attr_range(place(func.range), func, attr);
                self.b.emit_at(at, Instr::LoadMethod { dst: base, obj, name });
                // 3.10 has no method calls with keywords.
                if self.cx.options.version != PythonVersion::V310 || keywords.is_empty() {
                    self.b.at = attr_range(outer, func, attr);
                }
            }
            _ => {
                self.warn_called(func);
                self.temp(func)?;
                self.b.regs.take();
                self.check_keywords(keywords, expr.range)?;
            }
        }
        let dst = self.arguments(base, args, keywords, dest)?;
        self.b.at = outer;
        Ok(dst)
    }

    /// CPython loads attributes of imported modules as such, which shows in columns alone.
    fn is_import(&self, value: &Expr) -> bool {
        let ExprKind::Name { id } = &value.kind else { return false };
        let symbol = self.scope().symbol(id);
        self.scope().kind == ScopeKind::Module && symbol.is_some_and(|symbol| symbol.usage & usage::IMPORT != 0)
    }

    /// The arguments of a call whose callable stands at `base`, and the call. Temporaries from
    /// `base + 2` on are its first arguments.
    pub(super) fn arguments(&mut self, base: Reg, args: &'a [Expr], keywords: &'a [Keyword], dest: Dest) -> Res<Reg> {
        let ready = usize::from(self.b.regs.mark() - base - 2);
        if !in_registers(args, keywords, ready) {
            return self.spread(base, args, keywords, dest);
        }
        args.iter().try_for_each(|arg| self.temp(arg).map(|_| ()))?;
        keywords.iter().try_for_each(|keyword| self.temp(&keyword.value).map(|_| ()))?;
        let argc = (self.b.regs.mark() - base - 2) as u8;
        let dst = self.settle(base, dest);
        if keywords.is_empty() {
            self.b.emit(Instr::Call { argc, dst, base });
        } else {
            let names = keywords.iter().flat_map(|keyword| keyword.arg.clone()).map(Const::Str).collect();
            let names = self.b.constant(Const::Tuple(names));
            self.b.emit(Instr::CallKw { argc, dst, base, names });
        }
        Ok(dst)
    }

    /// A call with `*args`, `**kwargs` or too many arguments for registers.
    fn spread(&mut self, base: Reg, args: &'a [Expr], keywords: &'a [Keyword], dest: Dest) -> Res<Reg> {
        let ready = self.b.regs.mark() - base - 2;
        match args {
            [Expr { kind: ExprKind::Starred { value }, .. }] if ready == 0 => _ = self.temp(value)?,
            _ => self.tuple_from(base + 2, args)?,
        }
        match keywords {
            // The register is there, and empty.
            [] => _ = self.b.regs.take(),
            _ => self.merged_keywords(base, keywords)?,
        }
        let dst = self.settle(base, dest);
        self.b.emit(Instr::CallEx { dst, base });
        Ok(dst)
    }

    /// The dict of keyword arguments, at `base + 3`. A name that comes twice is found by `DictMerge`.
    fn merged_keywords(&mut self, base: Reg, keywords: &'a [Keyword]) -> Res {
        let dict = base + 3;
        let mut begun = false;
        for run in keywords.chunk_by(|a, b| a.arg.is_some() && b.arg.is_some()) {
            if run[0].arg.is_none() && !begun {
                self.b.regs.take();
                self.b.emit(Instr::BuildDict { dst: dict, base: dict, count: 0 });
                begun = true;
            }
            let src = self.b.regs.mark();
            match &run[0].arg {
                None => _ = self.temp(&run[0].value)?,
                Some(_) => self.named_keywords(run)?,
            }
            if std::mem::replace(&mut begun, true) {
                self.b.emit(Instr::DictMerge { dict, src, func: base });
                self.b.regs.release(dict + 1);
            }
        }
        Ok(())
    }

    /// A dict of keyword arguments that are written by name.
    fn named_keywords(&mut self, run: &'a [Keyword]) -> Res {
        let base = self.b.regs.mark();
        for Keyword { arg, value, .. } in run {
            let name = arg.clone().expect("a run of named arguments");
            self.constant(Const::Str(name), Dest::Temp);
            self.temp(value)?;
        }
        let dst = self.settle(base, Dest::Temp);
        self.b.emit(Instr::BuildDict { dst, base, count: run.len() as u16 });
        Ok(())
    }

    /// SyntaxError for keywords that come twice.
    pub(super) fn check_keywords(&self, keywords: &'a [Keyword], call: Range) -> Res {
        for (index, keyword) in keywords.iter().enumerate() {
            let Some(name) = &keyword.arg else { continue };
            self.check_name(name, "assign to", call)?;
            if let Some(second) = keywords[index + 1..].iter().find(|other| other.arg.as_ref() == Some(name)) {
                return self.error(second.range, format!("keyword argument repeated: {name}"));
            }
        }
        Ok(())
    }
}

/// Whether a call's arguments stand in registers.
fn in_registers(args: &[Expr], keywords: &[Keyword], ready: usize) -> bool {
    let plain = !args.iter().any(is_starred) && keywords.iter().all(|keyword| keyword.arg.is_some());
    plain && ready + args.len() + keywords.len() <= MAX_ARGS
}
