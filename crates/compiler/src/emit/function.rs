//! Functions and lambdas.

use super::annotation::annotated_args;
use super::unit::{Unit, UnitKind};
use super::{Dest, Emitter};
use crate::error::Res;
use crate::fold::all;
use crate::place;
use crate::symtable::ScopeId;
use bytecode::{Const, Flags, Instr, MakeFlags, ParamCounts, Reg, NO_REG};
use syntax::ast::{Arguments, Constant, Expr, ExprKind, FunctionDef, Range, Stmt, StmtKind};
use syntax::PythonVersion;

/// The registers of [`Instr::MakeFunction`] that are filled, the first of them.
#[derive(Clone, Copy, Default)]
pub(super) struct Made {
    flags: MakeFlags,
    base: Option<Reg>,
}

/// The docstring of a body.
pub(super) fn docstring(body: &[Stmt]) -> Option<&str> {
    let StmtKind::Expr { value } = &body.first()?.kind else { return None };
    match &value.kind {
        ExprKind::Constant { value: Constant::Str(text) } => Some(text),
        _ => None,
    }
}

impl<'a> Emitter<'a> {
    /// `def` and `async def`
    pub(super) fn function_def(&mut self, stmt: &'a Stmt, def: &'a FunctionDef) -> Res {
        self.check_params(&def.args, stmt.range)?;
        self.check_name(&def.name.name, "assign to", stmt.range)?;
        let mark = self.b.regs.mark();
        self.decorators(&def.decorator_list)?;
        let made = self.signature(&def.args, def.returns.as_ref())?;
        let code = self.function_code(stmt, def)?;
        let id = self.cx.table.scope_of(def);
        if def.decorator_list.is_empty() {
            self.b.regs.release(mark);
            return self.bind_name(&def.name.name, |s, dest| Ok(s.make_function_at(code, id, made, mark, dest)));
        }
        let base = self.argument_of_decorators(mark, &def.decorator_list);
        self.make_function_at(code, id, made, base, Dest::Temp);
        self.decorate(mark, &def.decorator_list);
        self.store_name(&def.name.name, mark);
        self.b.regs.release(mark);
        Ok(())
    }

    /// Evaluates decorators, each with the register behind it left free for its call.
    pub(super) fn decorators(&mut self, decorators: &'a [Expr]) -> Res {
        for decorator in decorators {
            self.temp(decorator)?;
            self.b.regs.take();
        }
        Ok(())
    }

    /// Where the argument of the last decorator's call stands.
    pub(super) fn argument_of_decorators(&self, mark: Reg, decorators: &[Expr]) -> Reg {
        mark + 2 * decorators.len() as Reg
    }

    /// Calls the decorators on what stands behind them; the result is at `mark`. 3.10 has these calls
    /// at the line of `def`.
    pub(super) fn decorate(&mut self, mark: Reg, decorators: &'a [Expr]) {
        for (index, decorator) in decorators.iter().enumerate().rev() {
            let base = mark + 2 * index as Reg;
            let at = match self.cx.options.version {
                PythonVersion::V310 => self.b.at,
                PythonVersion::V311 => place(decorator.range),
            };
            self.b.emit_at(at, Instr::Call { argc: 1, dst: base, base });
        }
        self.b.regs.release(mark + 1);
    }

    /// `lambda args: body`
    pub(super) fn lambda(&mut self, expr: &'a Expr, args: &'a Arguments, body: &'a Expr, dest: Dest) -> Res<Reg> {
        self.check_params(args, expr.range)?;
        let mark = self.b.regs.mark();
        let made = self.signature(args, None)?;
        let unit = Unit {
            kind: UnitKind::Lambda,
            name: "<lambda>".into(),
            qualname: self.qualify("<lambda>", "<lambda>"),
            first_line: expr.range.start_line,
            private: self.unit.private,
            doc: None,
            counts: counts(args),
            flags: star_flags(args),
        };
        let id = self.cx.table.scope_of(expr);
        let mut inner = Emitter::new(self.cx, id, unit);
        let src = inner.operand(body, &[])?;
        inner.b.emit(Instr::Return { src });
        let code = inner.finish_const()?;
        Ok(self.make_function_at(code, id, made, mark, dest))
    }

    fn function_code(&mut self, stmt: &'a Stmt, def: &'a FunctionDef) -> Res<Const> {
        let name = &def.name.name;
        let doc = docstring(&def.body);
        let first = def.decorator_list.first().map_or(stmt.range, |decorator| decorator.range);
        let unit = Unit {
            kind: if def.is_async { UnitKind::AsyncFunction } else { UnitKind::Function },
            name: name.clone(),
            qualname: self.qualify(name, &self.mangled(name)),
            first_line: first.start_line,
            private: self.unit.private,
            doc: doc.map(String::from),
            counts: counts(&def.args),
            flags: star_flags(&def.args),
        };
        let mut inner = Emitter::new(self.cx, self.cx.table.scope_of(def), unit);
        inner.stmts(&def.body[usize::from(doc.is_some())..])?;
        inner.return_none();
        inner.finish_const()
    }

    /// The end of a body that may be reached.
    pub(super) fn return_none(&mut self) {
        let src = self.constant(Const::None, Dest::Temp);
        self.b.emit(Instr::Return { src });
    }

    /// Defaults, keyword-only defaults and annotations, in the registers of
    /// [`Instr::MakeFunction`] from the mark on. All four are taken as soon as one is filled.
    fn signature(&mut self, args: &'a Arguments, returns: Option<&'a Expr>) -> Res<Made> {
        let base = self.b.regs.mark();
        let mut flags = 0;
        if !args.defaults.is_empty() {
            match all(&args.defaults) {
                Some(items) => _ = self.constant(Const::Tuple(items), Dest::Temp),
                None => self.tuple_from(base, &args.defaults)?,
            }
            flags |= MakeFlags::DEFAULTS;
        }
        self.place_next(base + 1);
        if args.kw_defaults.iter().any(Option::is_some) {
            self.keyword_defaults(args)?;
            flags |= MakeFlags::KW_DEFAULTS;
        }
        self.place_next(base + 2);
        if annotated_args(args).next().is_some() || returns.is_some() {
            self.annotations(args, returns)?;
            flags |= MakeFlags::ANNOTATIONS;
        }
        self.place_next(base + 3);
        if flags == 0 {
            self.b.regs.release(base);
            return Ok(Made::default());
        }
        Ok(Made { flags: MakeFlags(flags), base: Some(base) })
    }

    /// The next temporary is `reg`; those before it may stay empty.
    fn place_next(&mut self, reg: Reg) {
        let mark = self.b.regs.mark();
        self.b.regs.take_many(usize::from(reg - mark));
    }

    fn keyword_defaults(&mut self, args: &'a Arguments) -> Res {
        let base = self.b.regs.mark();
        let mut count = 0;
        for (arg, default) in args.kwonlyargs.iter().zip(&args.kw_defaults) {
            let Some(default) = default else { continue };
            let name = self.mangled(&arg.arg).into_owned();
            self.constant(Const::Str(name), Dest::Temp);
            self.temp(default)?;
            count += 1;
        }
        let dst = self.settle(base, Dest::Temp);
        self.b.emit(Instr::BuildDict { dst, base, count });
        Ok(())
    }

    /// Makes a function that needs nothing but its cells, at the mark.
    pub(super) fn make_function(&mut self, code: Const, id: ScopeId, made: Made, dest: Dest) -> Reg {
        let mark = self.b.regs.mark();
        self.make_function_at(code, id, made, mark, dest)
    }

    /// Makes a function of the code of a block; what [`Emitter::signature`] filled stands from
    /// `mark` on, which is where the function goes if it goes to a temporary.
    fn make_function_at(&mut self, code: Const, id: ScopeId, made: Made, mark: Reg, dest: Dest) -> Reg {
        let Made { mut flags, base } = made;
        let base = base.unwrap_or(mark);
        let free = self.cx.table.scope(id).free();
        if !free.is_empty() {
            self.b.regs.release(base);
            self.b.regs.take_many(3);
            let cells = self.b.regs.mark();
            for name in &free {
                let (dst, src) = (self.b.regs.take(), self.cell(name));
                self.b.emit(Instr::Move { dst, src });
            }
            self.b.emit(Instr::BuildTuple { dst: cells, base: cells, count: free.len() as u16 });
            flags.0 |= MakeFlags::CLOSURE;
        }
        let code = self.b.constant(code);
        let dst = self.settle(mark, dest);
        let base = if flags.0 == 0 { NO_REG } else { base };
        self.b.emit(Instr::MakeFunction { flags, dst, code, base });
        dst
    }

    /// The register of the cell that an inner function gets for a name.
    fn cell(&self, name: &str) -> Reg {
        match name {
            "__class__" if self.scope().needs_class_cell => 0,
            _ => self.registers[name],
        }
    }

    fn check_params(&self, args: &Arguments, at: Range) -> Res {
        let positional = args.posonlyargs.iter().chain(&args.args);
        let mut all = positional.chain(&args.kwonlyargs).chain(&args.vararg).chain(&args.kwarg);
        all.try_for_each(|arg| self.check_name(&arg.arg, "assign to", at))
    }
}

fn counts(args: &Arguments) -> ParamCounts {
    ParamCounts {
        positional: (args.posonlyargs.len() + args.args.len()) as u16,
        positional_only: args.posonlyargs.len() as u16,
        keyword_only: args.kwonlyargs.len() as u16,
    }
}

fn star_flags(args: &Arguments) -> u16 {
    let vararg = args.vararg.as_ref().map_or(0, |_| Flags::VARARGS);
    vararg | args.kwarg.as_ref().map_or(0, |_| Flags::VARKEYWORDS)
}
