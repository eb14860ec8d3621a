//! Modules: what a missing attribute means.

use crate::classes;
use crate::cx::Cx;
use crate::lookup::Attribute;
use crate::names;
use crate::native::{Args, Raise};
use crate::value::{Ref, Value};

/// A module lacks an attribute: its own `__getattr__` is asked (PEP 562), then what CPython's module has and ours
/// has not is refused by name.
///
/// # Errors
/// AttributeError, or the refusal.
pub fn missing_module_attribute(cx: &mut Cx<'_>, module: Value, name: Ref) -> Result<Attribute, Raise> {
    let dict = module.as_ref().and_then(|r| cx.vm.heap.get(r).dict);
    if let Some(hook) = dict.and_then(|d| cx.dict_get_name(d, names::GETATTR)) {
        return Ok(Attribute::Call(hook, Args::from_slice(&[name.into()])));
    }
    let text = cx.name(name);
    let module_name = dict.and_then(|d| cx.dict_get_name(d, names::NAME)).and_then(|v| cx.as_str(v));
    let message = match &module_name {
        Some(m) => format!("module '{}' has no attribute '{text}'", m.as_str()),
        None => format!("module has no attribute '{text}'"),
    };
    let missing = dict.and_then(|d| cx.dict_get_str(d, "__simul_missing__"));
    if let (Some(m), Some(list)) = (module_name, missing) {
        let elsewhere = cx.vm.registry.names_elsewhere(m.as_str(), cx.vm.settings.version).any(|n| n == &*text);
        if !elsewhere
            && cx.sequence(list).is_some_and(|l| l.iter().any(|&v| cx.as_str(v).is_some_and(|s| s.as_str() == &*text)))
        {
            return Err(cx.unsupported(&format!("{}.{text}", m.as_str()), ""));
        }
    }
    let raise = cx.error(classes::ATTRIBUTE_ERROR, message);
    cx.set_extra(raise.0, name.into(), module);
    Err(raise)
}
