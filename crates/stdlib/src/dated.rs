//! Names that only one Python has. A module's Python half may define those of both; when it has run, what belongs to the other
//! Python goes again, and reaching for it is CPython's AttributeError or ImportError, never a refusal.

use vm::{Dated, PythonVersion};

const fn only_310(module: &'static str, names: &'static str) -> Dated {
    Dated { module, only: PythonVersion::V310, names }
}

const fn only_311(module: &'static str, names: &'static str) -> Dated {
    Dated { module, only: PythonVersion::V311, names }
}

/// By module, as `dir` of both shows them; under `""` whole modules.
pub const DATED: &[Dated] = &[
    only_310("", "binhex"),
    only_311("", "tomllib"),
    only_310("asyncio", "coroutine"),
    only_311(
        "asyncio",
        "Barrier BrokenBarrierError Runner TaskGroup Timeout taskgroups timeout timeout_at timeouts",
    ),
    only_310(
        "asyncio.coroutines",
        "CoroWrapper _DEBUG base_futures constants coroutine format_helpers functools logger warnings",
    ),
    only_311("asyncio.exceptions", "BrokenBarrierError"),
    only_311("asyncio.locks", "Barrier _BarrierState enum"),
    only_311("asyncio.runners", "Runner _State contextvars enum exceptions functools signal sys threading"),
    only_311("contextlib", "chdir os"),
    only_311("dataclasses", "_get_slots itertools"),
    only_310(
        "inspect",
        "ArgSpec _ClassMethodWrapper _MethodWrapper _PARAM_NAME_MAPPING _WrapperDescriptor \
         _signature_get_bound_param formatargspec getargspec k mod_dict v warnings",
    ),
    only_311(
        "inspect",
        "_FrameInfo _Traceback __all__ _get_code_position _get_code_position_from_tb _getmembers getmembers_static \
         iskeyword ismethodwrapper",
    ),
    only_311("math", "cbrt exp2"),
    only_311("operator", "__call__ call"),
    only_310("sys", "_deactivate_opcache"),
    only_311("sys", "_getquickenedcount _stdlib_dir exception"),
    only_310("typing", "_TypeVarLike _TypingEmpty _collect_type_vars _get_defaults _prepare_paramspec_params"),
    only_311(
        "typing",
        "LiteralString Never NotRequired Required Self TypeVarTuple Unpack _ASSERT_NEVER_REPR_MAX_LENGTH _AnyMeta \
         _BoundVarianceMixin _DeprecatedType _NotIterable _PickleUsingNameMixin _UnpackGenericAlias _collect_parameters \
         _idfunc _is_typevar_like _is_unpacked_typevartuple _overload_registry _should_unflatten_callable_args _unpack_args \
         assert_never assert_type clear_overloads dataclass_transform defaultdict get_overloads reveal_type warnings",
    ),
    only_311("warnings", "_DEPRECATED_MSG _deprecated"),
];
