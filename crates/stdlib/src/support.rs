//! What the library's natives share.

use bytecode::{pack, Code};
use std::sync::OnceLock;
use vm::native::{NativeFrame, Raise};
use vm::{Cx, NativeBody, Ref, Value};

/// The code of a module's Python half.
macro_rules! python {
    ($name:literal) => {
        Some(|| crate::support::unpack($name, include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".code"))))
    };
}
pub(crate) use python;

/// Reads a module's Python half, which `build.rs` has packed.
pub(crate) fn unpack(name: &str, bytes: &[u8]) -> Code {
    static STRINGS: OnceLock<Vec<String>> = OnceLock::new();
    const WRITTEN: &str = "the build wrote the library's code";
    let packed = include_bytes!(concat!(env!("OUT_DIR"), "/strings"));
    let strings = STRINGS.get_or_init(|| pack::strings_from_bytes(packed).expect(WRITTEN));
    pack::unpack(bytes, strings, &format!("<frozen {name}>")).expect(WRITTEN)
}

/// Makes a type the body of library objects: `each` shows its values in the order in which CPython's `tp_clear` lets
/// go of them. What it has beside that follows, as methods of [`vm::NativeBody`].
macro_rules! custom_body {
    ($type:ty, |$body:ident, $see:ident| $each:block $(, { $($more:tt)* })?) => {
        impl vm::NativeBody for $type {
            fn each(&self, $see: &mut dyn FnMut(vm::Value)) {
                let $body = self;
                $each
            }
            fn boxed_clone(&self) -> Box<dyn vm::NativeBody> {
                Box::new(self.clone())
            }
            fn as_any(&self) -> &dyn std::any::Any {
                self
            }
            fn as_any_mut(&mut self) -> &mut dyn std::any::Any {
                self
            }
            $($($more)*)?
        }
    };
}
pub(crate) use custom_body;

/// The receiver of a method of a library class.
///
/// # Errors
/// TypeError if it is called on something else.
pub(crate) fn own<T: NativeBody + 'static>(cx: &mut Cx<'_>, f: &NativeFrame) -> Result<Ref, Raise> {
    match f.args[0].as_ref().filter(|&r| cx.vm.heap.custom::<T>(r).is_some()) {
        Some(r) => Ok(r),
        None => Err(wrong_receiver(cx, f)),
    }
}

/// The TypeError for a method called on an object of another kind.
pub(crate) fn wrong_receiver(cx: &mut Cx<'_>, f: &NativeFrame) -> Raise {
    let (name, got) = (cx.vm.registry.get(f.id).def.name, cx.type_name(f.args[0]));
    cx.type_error(format!("descriptor '{name}' doesn't apply to a '{got}' object"))
}

/// A custom body that is known to be there.
pub(crate) fn body<'a, T: NativeBody + 'static>(cx: &'a Cx<'_>, r: Ref) -> &'a T {
    cx.vm.heap.custom(r).expect("the receiver was checked")
}

/// The custom body of a value, if it is one of this type.
pub(crate) fn custom<'a, T: NativeBody + 'static>(cx: &'a Cx<'_>, v: Value) -> Option<&'a T> {
    v.as_ref().and_then(|r| cx.vm.heap.custom(r))
}

/// The text of a str; nothing for anything else.
pub(crate) fn text(cx: &Cx<'_>, v: Value) -> String {
    cx.as_str(v).map_or_else(String::new, |s| s.as_str().to_string())
}

/// A name of a module that is loaded, for natives that lean on their module's Python half.
///
/// # Panics
/// If there is none: our own bug.
pub(crate) fn module_name(cx: &mut Cx<'_>, module: &str, name: &str) -> Value {
    let modules = cx.vm.modules;
    let dict = cx.dict_get_str(modules, module).and_then(Value::as_ref).and_then(|m| cx.vm.heap.get(m).dict);
    match dict.and_then(|d| cx.dict_get_str(d, name)) {
        Some(v) => v,
        None => panic!("the library has no {module}.{name}"),
    }
}

/// Whether a value is true, as far as no Python is needed: what natives of ours give back.
pub(crate) fn is_true(v: Value) -> bool {
    !matches!(v.view(), vm::View::None | vm::View::Bool(false) | vm::View::Int(0) | vm::View::Unset)
}
