//! What the picture calls something that can be called.

use crate::support::text;
use vm::{Body, Cx, Value};

/// A qualified name without the functions around it.
pub(crate) fn short(qualname: &str) -> &str {
    qualname.rsplit("<locals>.").next().unwrap_or(qualname)
}

/// A callable's name without the modules and functions around it.
pub(crate) fn callable_name(cx: &mut Cx<'_>, callable: Value) -> String {
    match cx.body(callable) {
        Some(Body::Function(function)) => {
            let qualname = function.qualname;
            short(&text(cx, qualname)).to_string()
        }
        Some(Body::Method(m)) => {
            let m = *m;
            callable_name(cx, m.function)
        }
        Some(Body::Native(n)) => cx.vm.registry.get(n.id).shown.clone(),
        Some(Body::Class(c)) => c.name.to_string(),
        _ => match partial_function(cx, callable) {
            Some(function) => callable_name(cx, function),
            None => cx.type_name(callable),
        },
    }
}

/// What a `functools.partial` calls.
pub(crate) fn partial_function(cx: &mut Cx<'_>, v: Value) -> Option<Value> {
    let name = cx.intern("func");
    cx.object(v).and_then(|o| cx.vm.own_attribute(o, name)).filter(|inner| !inner.is(v))
}
