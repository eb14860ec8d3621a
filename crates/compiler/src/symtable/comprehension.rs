//! First pass: comprehensions and `:=`, whose targets belong to the function around.

use super::collect::Collector;
use super::{usage, CompKind, ScopeKind};
use crate::error::Res;
use syntax::ast::{Comprehension, Expr, ExprKind};
use syntax::Range;

impl<'a> Collector<'a> {
    /// A comprehension: its first iterable belongs to the block around, the rest is a block.
    pub(super) fn comprehension<const N: usize>(
        &mut self,
        node: &'a Expr,
        kind: CompKind,
        generators: &'a [Comprehension],
        elements: [&'a Expr; N],
    ) -> Res {
        let (outermost, inner) = generators.split_first().expect("a comprehension has a loop");
        self.iterable(&outermost.iter)?;
        self.enter(node, ScopeKind::Function);
        self.scope().comprehension = Some(kind);
        self.define(".0", usage::PARAM, node.range)?;
        self.bound_target(outermost)?;
        for generator in inner {
            self.iterable(&generator.iter)?;
            self.bound_target(generator)?;
        }
        self.exprs(elements)?;
        let awaits = self.scope().coroutine && kind != CompKind::Generator;
        self.scope().generator = kind == CompKind::Generator;
        self.leave();
        if awaits {
            self.scope().coroutine = true;
        }
        Ok(())
    }

    /// What a comprehension iterates: no `:=` may stand there.
    fn iterable(&mut self, iter: &'a Expr) -> Res {
        self.scope().comp_iter_expr += 1;
        self.expr(iter)?;
        self.scope().comp_iter_expr -= 1;
        Ok(())
    }

    /// The target and the conditions of a comprehension's loop.
    fn bound_target(&mut self, generator: &'a Comprehension) -> Res {
        self.scope().comp_iter_target = true;
        self.target(&generator.target, usage::LOCAL)?;
        self.scope().comp_iter_target = false;
        if generator.is_async {
            self.scope().coroutine = true;
        }
        self.exprs(&generator.ifs)
    }

    /// `target := value`.
    pub(super) fn walrus(&mut self, node: &'a Expr, target: &'a Expr, value: &'a Expr) -> Res {
        self.scope().has_walrus = true;
        if self.scope().comp_iter_expr > 0 {
            return self
                .error(node.range, "assignment expression cannot be used in a comprehension iterable expression");
        }
        if let (Some(_), ExprKind::Name { id }) = (self.scope().comprehension, &target.kind) {
            self.extend_walrus(id, target.range)?;
        }
        self.expr(value)?;
        self.target(target, usage::LOCAL)
    }

    /// `:=` in a comprehension binds in the nearest block that is none.
    fn extend_walrus(&mut self, name: &str, range: Range) -> Res {
        let mangled = self.mangled(name);
        for id in self.stack.clone().into_iter().rev() {
            let usage = self.scopes[id].usage(&mangled);
            if self.scopes[id].comprehension.is_some() {
                if usage & usage::COMP_ITER != 0 && usage & usage::LOCAL != 0 {
                    let words = "assignment expression cannot rebind comprehension iteration variable";
                    return self.error(range, format!("{words} '{name}'"));
                }
                continue;
            }
            let how = match self.scopes[id].kind {
                ScopeKind::Function if usage & usage::GLOBAL == 0 => usage::NONLOCAL,
                ScopeKind::Function | ScopeKind::Module => usage::GLOBAL,
                ScopeKind::Class => {
                    let words = "assignment expression within a comprehension cannot be used in a class body";
                    return self.error(range, words);
                }
            };
            self.define(name, how, range)?;
            self.scope().directives.push((mangled.clone(), range));
            let outer = if self.scopes[id].kind == ScopeKind::Module { usage::GLOBAL } else { usage::LOCAL };
            return self.define_in(id, &mangled, outer, range);
        }
        Ok(())
    }
}
