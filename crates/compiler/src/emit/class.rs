//! Class statements and class bodies.

use super::annotation::has_annotations;
use super::function::docstring;
use super::unit::{Unit, UnitKind};
use super::{Dest, Emitter};
use crate::error::Res;
use bytecode::{Common, Const, Instr, ParamCounts, Reg};
use syntax::ast::{ClassDef, Stmt};

impl<'a> Emitter<'a> {
    /// `class name(bases, keywords): body`
    pub(super) fn class_def(&mut self, stmt: &'a Stmt, def: &'a ClassDef) -> Res {
        self.check_name(&def.name.name, "assign to", stmt.range)?;
        let mark = self.b.regs.mark();
        self.decorators(&def.decorator_list)?;
        let code = self.class_code(stmt, def)?;
        if def.decorator_list.is_empty() {
            return self.bind_name(&def.name.name, |s, dest| s.build_class(stmt, def, code, dest));
        }
        self.build_class(stmt, def, code, Dest::Temp)?;
        self.decorate(mark, &def.decorator_list);
        self.store_name(&def.name.name, mark);
        self.b.regs.release(mark);
        Ok(())
    }

    /// `__build_class__(body, name, *bases, **keywords)`
    fn build_class(&mut self, stmt: &'a Stmt, def: &'a ClassDef, code: Const, dest: Dest) -> Res<Reg> {
        let base = self.b.regs.take_many(2);
        self.b.emit(Instr::LoadCommon { which: Common::BuildClass, dst: base });
        self.make_function(code, self.cx.table.scope_of(def), Default::default(), Dest::Temp);
        self.constant(Const::Str(def.name.name.clone()), Dest::Temp);
        self.check_keywords(&def.keywords, stmt.range)?;
        self.arguments(base, &def.bases, &def.keywords, dest)
    }

    fn class_code(&mut self, stmt: &'a Stmt, def: &'a ClassDef) -> Res<Const> {
        let name = &def.name.name;
        let first = def.decorator_list.first().map_or(stmt.range, |decorator| decorator.range);
        let unit = Unit {
            kind: UnitKind::Class,
            name: name.clone(),
            qualname: self.qualify(name, &self.mangled(name)),
            first_line: first.start_line,
            private: Some(name),
            doc: docstring(&def.body).map(String::from),
            counts: ParamCounts::default(),
            flags: 0,
        };
        let mut inner = Emitter::new(self.cx, self.cx.table.scope_of(def), unit);
        inner.class_body(&def.body)?;
        inner.finish_const()
    }

    fn class_body(&mut self, body: &'a [Stmt]) -> Res {
        let mark = self.b.regs.mark();
        let module = self.load_name("__name__", Dest::Temp);
        self.store_name("__module__", module);
        self.b.regs.release(mark);
        let qualname = self.constant(Const::Str(self.unit.qualname.clone()), Dest::Temp);
        self.store_name("__qualname__", qualname);
        self.b.regs.release(mark);
        self.namespace_body(body)?;
        let src = if self.scope().needs_class_cell {
            let (cell, copy) = (self.b.regs.take(), self.b.regs.take());
            self.b.emit(Instr::Move { dst: cell, src: 0 });
            self.b.emit(Instr::Copy { dst: copy, src: cell });
            self.store_name("__classcell__", copy);
            cell
        } else {
            self.constant(Const::None, Dest::Temp)
        };
        self.b.emit(Instr::Return { src });
        Ok(())
    }

    /// The body of a module.
    pub(super) fn module_body(&mut self, body: &'a [Stmt]) -> Res {
        self.unit.doc = docstring(body).map(String::from);
        if let Some(first) = body.first() {
            self.b.at = crate::place(first.range);
        }
        self.namespace_body(body)?;
        self.return_none();
        Ok(())
    }

    /// Statements whose docstring and annotations are kept in the namespace.
    fn namespace_body(&mut self, body: &'a [Stmt]) -> Res {
        if has_annotations(body) {
            self.b.emit(Instr::SetupAnnotations);
        }
        let mut rest = body;
        if let (Some(text), Some((first, others))) = (docstring(body), body.split_first()) {
            self.b.at = crate::place(first.range);
            let mark = self.b.regs.mark();
            let doc = self.constant(Const::Str(text.into()), Dest::Temp);
            self.store_name("__doc__", doc);
            self.b.regs.release(mark);
            rest = others;
        }
        self.stmts(rest)
    }
}
