//! The built-in functions and the methods of the built-in classes.
//!
//! A file a class (or a family of them), each with one or more tables of [`Def`]s.

mod async_generators;
mod bytes;
mod descriptors;
mod dict;
mod exceptions;
mod finalizers;
mod float;
mod functions;
mod generators;
mod generic;
mod imports;
mod inspection;
mod int;
mod intrinsics;
mod iteration;
mod iterators;
mod list;
mod mappingproxy;
mod numeric;
pub(crate) mod object;
mod print;
mod range;
mod report;
mod set;
mod str;
mod super_;
mod threads;
mod tuple;
mod type_;
mod warnings;

use crate::native::{ClassDef, Def};
use bytecode::PythonVersion;
use std::sync::OnceLock;

/// Functions of `builtins`. Made once: natives are numbered by their place in it.
pub fn functions() -> &'static [Def] {
    static TABLE: OnceLock<Vec<Def>> = OnceLock::new();
    TABLE.get_or_init(|| [functions::OWN, print::FUNCTIONS, iteration::FUNCTIONS, numeric::FUNCTIONS].concat())
}

/// Functions that only the prelude sees.
pub fn intrinsics() -> &'static [Def] {
    static TABLE: OnceLock<Vec<Def>> = OnceLock::new();
    TABLE.get_or_init(|| {
        [
            intrinsics::OWN,
            str::INTRINSICS,
            list::INTRINSICS,
            dict::INTRINSICS,
            set::INTRINSICS,
            iterators::INTRINSICS,
            warnings::INTRINSICS,
            threads::INTRINSICS,
        ]
        .concat()
    })
}

/// The methods of all built-in classes.
pub fn classes() -> Vec<&'static ClassDef> {
    let tables: [&'static [ClassDef]; 20] = [
        object::CLASSES,
        type_::CLASSES,
        int::CLASSES,
        float::CLASSES,
        str::CLASSES,
        bytes::CLASSES,
        tuple::CLASSES,
        list::CLASSES,
        dict::CLASSES,
        set::CLASSES,
        range::CLASSES,
        iterators::CLASSES,
        descriptors::CLASSES,
        mappingproxy::CLASSES,
        super_::CLASSES,
        generators::CLASSES,
        generic::CLASSES,
        async_generators::CLASSES,
        exceptions::CLASSES,
        inspection::CLASSES,
    ];
    tables.into_iter().flatten().collect()
}

/// True for a class that `builtins` shows under its name.
pub(crate) fn is_public_class(name: &str, version: PythonVersion) -> bool {
    const NEW_IN_311: &[&str] = &["BaseExceptionGroup", "ExceptionGroup"];
    const HIDDEN: &[&str] = &[
        "NoneType",
        "NotImplementedType",
        "ellipsis",
        "function",
        "method",
        "builtin_function_or_method",
        "method_descriptor",
        "classmethod_descriptor",
        "wrapper_descriptor",
        "method-wrapper",
        "getset_descriptor",
        "member_descriptor",
        "module",
        "code",
        "cell",
        "frame",
        "traceback",
        "generator",
        "coroutine",
        "coroutine_wrapper",
        "async_generator",
        "async_generator_asend",
        "async_generator_athrow",
        "async_generator_wrapped_value",
        "mappingproxy",
        "list_iterator",
        "list_reverseiterator",
        "tuple_iterator",
        "str_ascii_iterator",
        "bytes_iterator",
        "range_iterator",
        "set_iterator",
        "dict_keys",
        "dict_values",
        "dict_items",
        "dict_keyiterator",
        "dict_valueiterator",
        "dict_itemiterator",
        "dict_reversekeyiterator",
        "iterator",
        "callable_iterator",
        "complex",
        "memoryview",
    ];
    let is_older = version < PythonVersion::V311 && NEW_IN_311.contains(&name);
    !name.contains('.') && !HIDDEN.contains(&name) && !is_older
}

/// Signature of a builtin that gets its caller's globals when it is called without arguments.
pub(crate) const WANTS_GLOBALS: &str = "globals=, /";

/// Signature of a builtin that gets its caller's locals when it is called without arguments.
pub(crate) const WANTS_LOCALS: &str = "locals=, /";
