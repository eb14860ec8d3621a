//! The tables of constants and names of a code object.

use bytecode::Const;
use std::collections::BTreeMap;

/// Constants in order of their first use, each once.
#[derive(Debug, Default)]
pub(crate) struct Constants {
    items: Vec<Const>,
    index: BTreeMap<String, usize>,
}

impl Constants {
    /// The index of `value`. Code objects are never shared; other constants are when they print
    /// the same (`1`, `1.0` and `True` differ, `0.0` and `-0.0` too).
    pub(crate) fn index(&mut self, value: Const) -> usize {
        let next = self.items.len();
        if matches!(value, Const::Code(_)) {
            self.items.push(value);
            return next;
        }
        let index = *self.index.entry(format!("{value:?}")).or_insert(next);
        if index == next {
            self.items.push(value);
        }
        index
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    /// The table.
    pub(crate) fn into_items(self) -> Vec<Const> {
        self.items
    }
}

/// Names in order of their first use, each once.
#[derive(Debug, Default)]
pub(crate) struct Names {
    items: Vec<String>,
    index: BTreeMap<String, usize>,
}

impl Names {
    /// The index of `name`.
    pub(crate) fn index(&mut self, name: &str) -> usize {
        if let Some(index) = self.index.get(name) {
            return *index;
        }
        let next = self.items.len();
        self.items.push(name.to_owned());
        self.index.insert(name.to_owned(), next);
        next
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    /// The table.
    pub(crate) fn into_items(self) -> Vec<String> {
        self.items
    }
}
