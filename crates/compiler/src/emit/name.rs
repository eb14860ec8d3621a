//! Names: where they live, and reading and binding them.

use super::{Dest, Emitter};
use crate::error::Res;
use crate::mangle::mangle;
use crate::symtable::{Place, ScopeKind};
use bytecode::{Const, Instr, Reg};
use std::borrow::Cow;

/// Where a name is read and bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Home {
    /// A local register.
    Local(Reg),
    /// A cell in a register.
    Cell(Reg),
    /// A class body's free variable, which its namespace hides.
    ClassCell(Reg),
    /// The globals.
    Global,
    /// A class body's namespace.
    Namespace,
}

impl<'a> Emitter<'a> {
    /// The name as the class around has it.
    pub(super) fn mangled<'n>(&self, name: &'n str) -> Cow<'n, str> {
        mangle(self.unit.private, name)
    }

    /// Where a mangled name lives.
    pub(super) fn home(&self, name: &str) -> Home {
        let scope = self.scope();
        let place = scope.symbol(name).map_or(Place::GlobalImplicit, |symbol| symbol.place);
        let reg = || self.registers[name];
        match (scope.kind, place) {
            (ScopeKind::Module, _) | (_, Place::GlobalExplicit) => Home::Global,
            (ScopeKind::Function, Place::Local) => Home::Local(reg()),
            (ScopeKind::Function, Place::Cell | Place::Free) => Home::Cell(reg()),
            (ScopeKind::Function, Place::GlobalImplicit) => Home::Global,
            (ScopeKind::Class, Place::Free) => Home::ClassCell(reg()),
            (ScopeKind::Class, _) => Home::Namespace,
        }
    }

    /// The local register of a name, if it has one.
    pub(super) fn local(&self, name: &str) -> Option<Reg> {
        match self.home(&self.mangled(name)) {
            Home::Local(reg) => Some(reg),
            _ => None,
        }
    }

    /// Whether the register is no temporary.
    pub(super) fn is_local(&self, reg: Reg) -> bool {
        usize::from(reg) < self.registers.len()
    }

    /// Makes sure that a local has a value before it is used.
    pub(super) fn check_bound(&mut self, reg: Reg) {
        if !self.b.is_bound(reg) {
            self.b.emit(Instr::CheckBound { reg });
            self.b.set_bound(reg);
        }
    }

    /// Reads a name.
    pub(super) fn load_name(&mut self, name: &str, dest: Dest) -> Reg {
        let mangled = self.mangled(name).into_owned();
        let home = self.home(&mangled);
        if let Home::Local(src) = home {
            self.check_bound(src);
        }
        let dst = self.dst(dest);
        let name = match home {
            Home::Global | Home::Namespace | Home::ClassCell(_) => self.b.name(&mangled),
            Home::Local(_) | Home::Cell(_) => 0,
        };
        self.b.emit(match home {
            Home::Local(src) => Instr::Move { dst, src },
            Home::Cell(cell) => Instr::LoadDeref { dst, cell },
            Home::ClassCell(cell) => Instr::LoadClassDeref { dst, name, cell },
            Home::Global => Instr::LoadGlobal { dst, name },
            Home::Namespace => Instr::LoadName { dst, name },
        });
        dst
    }

    /// Binds a name to what stands in `src`.
    pub(super) fn store_name(&mut self, name: &str, src: Reg) {
        let mangled = self.mangled(name).into_owned();
        let home = self.home(&mangled);
        match home {
            Home::Local(dst) => {
                self.b.emit(Instr::Move { dst, src });
                self.b.set_bound(dst);
            }
            Home::Cell(cell) | Home::ClassCell(cell) => self.b.emit(Instr::StoreDeref { cell, src }),
            Home::Global | Home::Namespace => {
                let name = self.b.name(&mangled);
                self.b.emit(match home {
                    Home::Global => Instr::StoreGlobal { name, src },
                    _ => Instr::StoreName { name, src },
                });
            }
        }
    }

    /// Unbinds a name.
    pub(super) fn delete_name(&mut self, name: &str) {
        let mangled = self.mangled(name).into_owned();
        let home = self.home(&mangled);
        match home {
            Home::Local(reg) => {
                self.b.emit(Instr::DelLocal { reg });
                self.b.clear_bound(reg);
            }
            Home::Cell(cell) | Home::ClassCell(cell) => self.b.emit(Instr::DelDeref { cell }),
            Home::Global | Home::Namespace => {
                let name = self.b.name(&mangled);
                self.b.emit(match home {
                    Home::Global => Instr::DelGlobal { name },
                    _ => Instr::DelName { name },
                });
            }
        }
    }

    /// Binds a name to what `write` puts where it is told to; a local is written directly.
    pub(super) fn bind_name(&mut self, name: &str, write: impl FnOnce(&mut Self, Dest) -> Res<Reg>) -> Res {
        if let Some(reg) = self.local(name) {
            write(self, Dest::Local(reg))?;
            self.b.set_bound(reg);
            return Ok(());
        }
        let mark = self.b.regs.mark();
        let src = write(self, Dest::Temp)?;
        self.store_name(name, src);
        self.b.regs.release(mark);
        Ok(())
    }

    /// Empties the name of `except … as` at the handler's end; it need not be bound any more.
    pub(super) fn forget_name(&mut self, name: &str) {
        let mark = self.b.regs.mark();
        let none = self.constant(Const::None, Dest::Temp);
        self.store_name(name, none);
        self.b.regs.release(mark);
        self.delete_name(name);
    }

    /// SyntaxError if `name` may not be bound or deleted.
    pub(super) fn check_name(&self, name: &str, verb: &str, range: syntax::Range) -> Res {
        match name {
            "__debug__" => self.error(range, format!("cannot {verb} __debug__")),
            _ => Ok(()),
        }
    }
}
