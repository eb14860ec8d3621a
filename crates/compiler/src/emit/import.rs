//! Imports.

use super::Emitter;
use crate::error::Res;
use crate::future::BARRY;
use bytecode::{Const, Instr, Reg};
use syntax::ast::{Alias, Stmt};

impl<'a> Emitter<'a> {
    /// `import a.b as c, d`
    pub(super) fn import(&mut self, stmt: &'a Stmt, names: &'a [Alias]) -> Res {
        for alias in names {
            let mark = self.b.regs.mark();
            let mut dst = self.b.regs.take();
            self.emit_import(dst, 0, &alias.name, Const::None);
            let mut parts = alias.name.split('.');
            let first = parts.next().unwrap_or_default();
            let bound = match &alias.asname {
                None => first,
                Some(asname) => {
                    for part in parts {
                        dst = self.submodule(dst, part);
                    }
                    asname
                }
            };
            self.check_name(bound, "assign to", stmt.range)?;
            self.store_name(bound, dst);
            self.b.regs.release(mark);
        }
        Ok(())
    }

    /// The module `part` of the one in `module`, which is let go.
    fn submodule(&mut self, module: Reg, part: &str) -> Reg {
        let dst = self.b.regs.take();
        let name = self.b.name(part);
        self.b.emit(Instr::ImportFrom { dst, module, name });
        self.b.emit(Instr::Drop { reg: module });
        dst
    }

    /// `from module import names`
    pub(super) fn import_from(&mut self, stmt: &'a Stmt, module: &str, names: &'a [Alias], level: u32) -> Res {
        if level == 0 && module == "__future__" && stmt.range.start_line > self.cx.future.last_line {
            return self.error(stmt.range, "from __future__ imports must occur at the beginning of the file");
        }
        if module == "__future__" && names.iter().any(|alias| alias.name == BARRY) {
            self.refuse("barry_as_FLUFL", stmt.range, "`<>` is not supported; leave the import away and write `!=`");
        }
        let Ok(level) = u8::try_from(level) else {
            self.refuse("deep relative imports", stmt.range, "at most 255 leading dots are supported");
            return Ok(());
        };
        let mark = self.b.regs.mark();
        let dst = self.b.regs.take();
        let fromlist = names.iter().map(|alias| Const::Str(alias.name.clone())).collect();
        self.emit_import(dst, level, module, Const::Tuple(fromlist));
        if names.iter().any(|alias| alias.name == "*") {
            self.b.emit(Instr::ImportStar { module: dst });
            self.b.regs.release(mark);
            return Ok(());
        }
        for alias in names {
            let item = self.b.regs.take();
            let name = self.mangled(&alias.name).into_owned();
            let name = self.b.name(&name);
            self.b.emit(Instr::ImportFrom { dst: item, module: dst, name });
            let bound = alias.asname.as_ref().unwrap_or(&alias.name);
            self.check_name(bound, "assign to", stmt.range)?;
            self.store_name(bound, item);
            self.b.regs.release(item);
        }
        self.b.emit(Instr::Drop { reg: dst });
        self.b.regs.release(mark);
        Ok(())
    }

    fn emit_import(&mut self, dst: Reg, level: u8, module: &str, fromlist: Const) {
        let module = self.mangled(module).into_owned();
        let name = self.b.name(&module);
        let fromlist = self.b.constant(fromlist);
        self.b.emit(Instr::Import { level, dst, name, fromlist });
    }
}
