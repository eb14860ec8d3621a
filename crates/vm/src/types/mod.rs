//! Classes: making them, making their instances, `super`, modules.

mod make;
mod module;
pub(crate) mod slots;
mod super_;

pub use make::{allocate, make_class, refresh};
pub use module::missing_module_attribute;
pub(crate) use super_::field as super_field;
pub use super_::super_attribute;

use crate::cx::Cx;
use crate::heap::Body;
use crate::native::NativeId;
use crate::value::Value;

/// True if this is `object.__new__` as it stands in the class `object`.
pub(crate) fn is_object_new(cx: &Cx<'_>, v: Value) -> bool {
    let inner = match cx.body(v) {
        Some(Body::Fields(f)) if cx.class_of(v) == crate::classes::STATICMETHOD => f[0],
        _ => v,
    };
    is_native(cx, inner, crate::builtins::object::NEW_NAME, crate::classes::OBJECT)
}

/// True if this is `object.__init__`.
pub(crate) fn is_object_init(cx: &Cx<'_>, v: Value) -> bool {
    is_native(cx, v, "__init__", crate::classes::OBJECT)
}

fn is_native(cx: &Cx<'_>, v: Value, name: &str, owner: crate::value::Ref) -> bool {
    match cx.body(v) {
        Some(Body::Native(n)) => {
            let native = cx.vm.registry.get(n.id);
            native.def.name == name && native.owner == Some(owner)
        }
        _ => false,
    }
}

/// The native that waits for an `__init__` and gives back the object.
pub(crate) fn run_init_id(cx: &Cx<'_>) -> NativeId {
    cx.vm.intrinsic("run_init").expect("an intrinsic")
}
