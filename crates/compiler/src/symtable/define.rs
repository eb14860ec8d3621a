//! First pass: notes of uses.

use super::collect::Collector;
use super::{usage, Place, ScopeId, ScopeKind, Symbol};
use crate::error::Res;
use syntax::Range;

impl Collector<'_> {
    /// Notes that the innermost block uses `name` in the way `how`.
    pub(super) fn define(&mut self, name: &str, how: u16, range: Range) -> Res {
        let id = *self.stack.last().expect("there is always the module");
        let mangled = self.mangled(name);
        self.define_in(id, &mangled, how, range)
    }

    /// Notes a use of a mangled name in a block.
    pub(super) fn define_in(&mut self, id: ScopeId, name: &str, how: u16, range: Range) -> Res {
        let scope = &mut self.scopes[id];
        let old = scope.usage(name);
        if how & old & usage::PARAM != 0 {
            return self.error(range, format!("duplicate argument '{name}' in function definition"));
        }
        let mut all = old | how;
        if scope.comp_iter_target {
            if all & (usage::GLOBAL | usage::NONLOCAL) != 0 {
                let words = "comprehension inner loop cannot rebind assignment expression target";
                return self.error(range, format!("{words} '{name}'"));
            }
            all |= usage::COMP_ITER;
        }
        let next = scope.symbols.len();
        let index = *scope.index.entry(name.to_owned()).or_insert(next);
        match scope.symbols.get_mut(index) {
            Some(symbol) => symbol.usage = all,
            None => scope.symbols.push(Symbol { name: name.to_owned(), usage: all, place: Place::default() }),
        }
        if how & usage::PARAM != 0 {
            scope.params.push(name.to_owned());
        }
        Ok(())
    }

    /// Notes that a name is read; `super` in a function reads `__class__` too.
    pub(super) fn read(&mut self, name: &str, range: Range) -> Res {
        self.define(name, usage::USE, range)?;
        if name == "super" && self.scope().kind == ScopeKind::Function {
            self.define("__class__", usage::USE, range)?;
        }
        Ok(())
    }

    /// `global` (or `nonlocal`) of the innermost block.
    pub(super) fn declare(&mut self, names: &[String], how: u16, range: Range) -> Res {
        let word = if how == usage::GLOBAL { "global" } else { "nonlocal" };
        for name in names {
            let mangled = self.mangled(name);
            let before = self.scope().usage(&mangled);
            if before & (usage::PARAM | usage::LOCAL | usage::USE | usage::ANNOT) != 0 {
                let message = if before & usage::PARAM != 0 {
                    format!("name '{name}' is parameter and {word}")
                } else if before & usage::USE != 0 {
                    format!("name '{name}' is used prior to {word} declaration")
                } else if before & usage::ANNOT != 0 {
                    format!("annotated name '{name}' can't be {word}")
                } else {
                    format!("name '{name}' is assigned to before {word} declaration")
                };
                return self.error(range, message);
            }
            self.define(name, how, range)?;
            self.scope().directives.push((mangled, range));
        }
        Ok(())
    }
}
