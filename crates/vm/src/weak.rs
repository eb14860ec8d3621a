//! Weak references: told when their object dies.

use crate::cx::Cx;
use crate::value::{Ref, Value};
use std::collections::BTreeMap;

/// Which weak references stand for an object, oldest first. The references are not counted: a weak
/// reference that dies takes itself out.
#[derive(Clone, Debug, Default)]
pub struct WeakTable {
    references: BTreeMap<Ref, Vec<Ref>>,
}

impl WeakTable {
    /// The weak references to an object.
    pub fn of(&self, object: Ref) -> &[Ref] {
        self.references.get(&object).map_or(&[], Vec::as_slice)
    }

    /// A weak reference to an object was made.
    pub fn add(&mut self, object: Ref, reference: Ref) {
        self.references.entry(object).or_default().push(reference);
    }
}

/// A weak reference's fields.
pub mod field {
    /// The object's handle as an int, or -1 once it is dead: not a counted reference.
    pub const TARGET: usize = 0;
}

/// An object dies: its weak references point at nothing from now on.
pub(crate) fn object_dies(cx: &mut Cx<'_>, r: Ref) {
    if cx.vm.heap.get(r).class == crate::classes::WEAKREF {
        forget(cx, r);
    }
    for reference in cx.vm.weak.references.remove(&r).unwrap_or_default() {
        cx.vm.heap.set_field(reference, field::TARGET, Value::int(-1));
    }
}

fn forget(cx: &mut Cx<'_>, reference: Ref) {
    if let crate::value::View::Int(target) = cx.vm.heap.fields(reference)[field::TARGET].view() {
        let Ok(target) = u32::try_from(target) else { return };
        if let Some(list) = cx.vm.weak.references.get_mut(&Ref(target)) {
            list.retain(|&w| w != reference);
            if list.is_empty() {
                cx.vm.weak.references.remove(&Ref(target));
            }
        }
    }
}

impl Cx<'_> {
    /// A weak reference to an object: it does not keep it alive.
    pub fn weak_reference(&mut self, object: Ref) -> Value {
        let reference = self.new_fields(crate::classes::WEAKREF, &[Value::int(i64::from(object.0)), Value::NONE]);
        self.vm.weak.add(object, reference.as_ref().expect("an object"));
        reference
    }

    /// What a weak reference stands for, while that lives.
    pub fn weak_target(&self, reference: Ref) -> Option<Ref> {
        match self.vm.heap.fields(reference)[field::TARGET].view() {
            crate::value::View::Int(target) => u32::try_from(target).ok().map(Ref),
            _ => None,
        }
    }
}
