//! Second pass: where every name lives (`analyze_block` of CPython's `Python/symtable.c`).

use super::{usage, Place, Scope, ScopeId, ScopeKind, Symbol, SymbolTable};
use crate::error::{Res, SourceLines};
use std::collections::BTreeSet;

type Names = BTreeSet<String>;

/// Decides for all blocks.
pub(super) fn resolve(scopes: &mut [Scope], lines: &SourceLines) -> Res {
    Resolver { scopes, lines }.block(SymbolTable::MODULE, None, &Names::new()).map(|_| ())
}

struct Resolver<'a> {
    scopes: &'a mut [Scope],
    lines: &'a SourceLines<'a>,
}

/// The names that a block and what is around it have, while it is being decided.
struct Around {
    /// Bound by functions around; none at the module's level.
    bound: Option<Names>,
    /// Declared global around.
    global: Names,
    /// Bound here.
    local: Names,
    /// Wanted from functions around.
    free: Names,
}

impl Resolver<'_> {
    /// Decides for a block and those in it; gives the names it wants from around.
    fn block(&mut self, id: ScopeId, bound: Option<&Names>, global: &Names) -> Res<Names> {
        let kind = self.scopes[id].kind;
        let mut around =
            Around { bound: bound.cloned(), global: global.clone(), local: Names::new(), free: Names::new() };
        for index in 0..self.scopes[id].symbols.len() {
            let place = self.name(id, index, &mut around)?;
            self.scopes[id].symbols[index].place = place;
        }
        let (child_bound, child_global) = match kind {
            // A class's own names and declarations mean nothing to the functions in it.
            ScopeKind::Class => {
                let mut names = bound.cloned().unwrap_or_default();
                names.insert("__class__".into());
                (names, global.clone())
            }
            ScopeKind::Module => (Names::new(), around.global.clone()),
            ScopeKind::Function => {
                let mut names = around.bound.clone().unwrap_or_default();
                names.extend(around.local.iter().cloned());
                (names, around.global.clone())
            }
        };
        for child in self.scopes[id].children.clone() {
            around.free.extend(self.block(child, Some(&child_bound), &child_global)?);
        }
        self.settle(id, &mut around.free, bound);
        Ok(around.free)
    }

    /// Where one name of a block lives (`analyze_name`).
    fn name(&self, id: ScopeId, index: usize, around: &mut Around) -> Res<Place> {
        let Symbol { name, usage, .. } = &self.scopes[id].symbols[index];
        if usage & usage::GLOBAL != 0 {
            if usage & usage::NONLOCAL != 0 {
                return self.error(id, name, format!("name '{name}' is nonlocal and global"));
            }
            around.global.insert(name.clone());
            around.bound.iter_mut().for_each(|bound| _ = bound.remove(name));
            return Ok(Place::GlobalExplicit);
        }
        if usage & usage::NONLOCAL != 0 {
            match &around.bound {
                None => return self.error(id, name, "nonlocal declaration not allowed at module level"),
                Some(bound) if !bound.contains(name) => {
                    return self.error(id, name, format!("no binding for nonlocal '{name}' found"));
                }
                Some(_) => {}
            }
            around.free.insert(name.clone());
            return Ok(Place::Free);
        }
        if usage & usage::BOUND != 0 {
            around.local.insert(name.clone());
            around.global.remove(name);
            return Ok(Place::Local);
        }
        if around.bound.as_ref().is_some_and(|bound| bound.contains(name)) {
            around.free.insert(name.clone());
            return Ok(Place::Free);
        }
        Ok(Place::GlobalImplicit)
    }

    /// Turns locals that are wanted inside into cells, and passes on what comes from around.
    fn settle(&mut self, id: ScopeId, free: &mut Names, bound: Option<&Names>) {
        let scope = &mut self.scopes[id];
        match scope.kind {
            ScopeKind::Function => {
                for symbol in scope.symbols.iter_mut().filter(|symbol| symbol.place == Place::Local) {
                    if free.remove(&symbol.name) {
                        symbol.place = Place::Cell;
                    }
                }
            }
            ScopeKind::Class => scope.needs_class_cell = free.remove("__class__"),
            ScopeKind::Module => {}
        }
        for name in free.iter() {
            if let Some(index) = scope.index.get(name) {
                let symbol = &mut scope.symbols[*index];
                if scope.kind == ScopeKind::Class && symbol.usage & (usage::BOUND | usage::GLOBAL) != 0 {
                    symbol.usage |= usage::FREE_CLASS;
                }
            } else if bound.is_some_and(|bound| bound.contains(name)) {
                scope.index.insert(name.clone(), scope.symbols.len());
                scope.symbols.push(Symbol { name: name.clone(), usage: 0, place: Place::Free });
            }
        }
    }

    fn error<T>(&self, id: ScopeId, name: &str, message: impl Into<String>) -> Res<T> {
        let found = self.scopes[id].directives.iter().find(|(declared, _)| declared == name);
        let range = found.map(|(_, range)| *range).unwrap_or_default();
        Err(self.lines.error(range, message))
    }
}
