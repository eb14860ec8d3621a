//! f-strings.

use super::{Dest, Emitter};
use crate::error::Res;
use bytecode::{Const, Conversion, Instr, Reg, NO_REG};
use syntax::ast::{Conversion as Written, Expr};

/// How many parts are joined at once.
pub(super) const MANY: usize = 30;

impl<'a> Emitter<'a> {
    /// `f"…"`
    pub(super) fn joined(&mut self, values: &'a [Expr], dest: Dest) -> Res<Reg> {
        match values {
            [] => return Ok(self.constant(Const::Str(String::new()), dest)),
            [value] => return self.expr(value, dest),
            _ => {}
        }
        let base = self.b.regs.mark();
        let (head, rest) = values.split_at(values.len().min(MANY));
        head.iter().try_for_each(|value| self.temp(value).map(|_| ()))?;
        for part in rest.chunks(MANY - 1) {
            self.join(base, Dest::Temp);
            part.iter().try_for_each(|value| self.temp(value).map(|_| ()))?;
        }
        Ok(self.join(base, dest))
    }

    /// Joins the temporaries from `base` on.
    pub(super) fn join(&mut self, base: Reg, dest: Dest) -> Reg {
        let count = self.b.regs.mark() - base;
        let dst = self.settle(base, dest);
        self.b.emit(Instr::BuildString { dst, base, count });
        dst
    }

    /// `{value!conversion:spec}`
    pub(super) fn formatted(
        &mut self,
        value: &'a Expr,
        conversion: Written,
        spec: Option<&'a Expr>,
        dest: Dest,
    ) -> Res<Reg> {
        let mark = self.b.regs.mark();
        let src = self.operand(value, spec.as_slice())?;
        let spec = match spec {
            Some(spec) => self.operand(spec, &[])?,
            None => NO_REG,
        };
        let dst = self.settle(mark, dest);
        let conversion = match conversion {
            Written::None => Conversion::None,
            Written::Str => Conversion::Str,
            Written::Repr => Conversion::Repr,
            Written::Ascii => Conversion::Ascii,
        };
        self.b.emit(Instr::FormatValue { conversion, dst, src, spec });
        Ok(dst)
    }
}
