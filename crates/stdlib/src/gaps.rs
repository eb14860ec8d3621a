//! Names that CPython's modules have and ours have not: using one is refused by name.

use vm::{Cx, Ref};

/// By module: the names, with spaces between them.
const TABLE: &[(&str, &str)] = &[
    (
        "__future__",
        "CO_FUTURE_ABSOLUTE_IMPORT CO_FUTURE_ANNOTATIONS CO_FUTURE_BARRY_AS_BDFL CO_FUTURE_DIVISION \
         CO_FUTURE_GENERATOR_STOP CO_FUTURE_PRINT_FUNCTION CO_FUTURE_UNICODE_LITERALS CO_FUTURE_WITH_STATEMENT \
         CO_GENERATOR_ALLOWED CO_NESTED __cached__ __file__ __package__",
    ),
    (
        "abc",
        "__file__ __package__ _abc_init _abc_instancecheck _abc_register _abc_subclasscheck _get_dump \
         _reset_caches _reset_registry",
    ),
    (
        "collections",
        "UserList UserString _Link _OrderedDictItemsView _OrderedDictKeysView _OrderedDictValuesView __cached__ \
         __file__ __package__ _collections_abc _count_elements _eq _iskeyword _itemgetter _proxy _recursive_repr \
         _sys _tuplegetter",
    ),
    (
        "collections.abc",
        "ByteString ItemsView KeysView MappingView ValuesView _CallableGenericAlias __cached__ __file__ \
         __package__",
    ),
    (
        "contextlib",
        "GenericAlias MethodType _BaseExitStack _GeneratorContextManagerBase _RedirectStream __cached__ __file__ \
         __package__ _collections_abc abc chdir deque os sys wraps",
    ),
    (
        "dataclasses",
        "FunctionType GenericAlias _DataclassParams _EMPTY_METADATA _FIELD _FIELDS _FIELD_BASE _FIELD_CLASSVAR \
         _FIELD_INITVAR _HAS_DEFAULT_FACTORY _MODULE_IDENTIFIER_RE _PARAMS _POST_INIT_NAME __cached__ __file__ \
         __package__ _add_slots _asdict_inner _astuple_inner _cmp_fn _create_fn _dataclass_getstate \
         _dataclass_setstate _field_assign _field_init _fields_in_init_order _frozen_get_del_attr _get_field \
         _get_slots _hash_action _hash_add _hash_exception _hash_fn _hash_set_none _init_fn _init_param \
         _is_classvar _is_dataclass_instance _is_initvar _is_kw_only _is_type _process_class _recursive_repr \
         _repr_fn _set_new_attribute _set_qualname _thread _tuple_str abc builtins copy functools inspect \
         itertools keyword re sys types",
    ),
    (
        "functools",
        "GenericAlias RLock _HashedSeq _NOT_FOUND __all__ __cached__ __file__ __package__ _c3_merge _c3_mro \
         _compose_mro _convert _find_impl _ge_from_gt _ge_from_le _ge_from_lt _gt_from_ge _gt_from_le _gt_from_lt \
         _initial_missing _le_from_ge _le_from_gt _le_from_lt _lt_from_ge _lt_from_gt _lt_from_le _unwrap_partial \
         get_cache_token namedtuple recursive_repr singledispatch singledispatchmethod",
    ),
    ("heapq", "__about__ __cached__ __file__ __package__ _siftdown _siftdown_max _siftup _siftup_max"),
    (
        "inspect",
        "ArgInfo Arguments Attribute BlockFinder BoundArguments ClassFoundException ClosureVars EndOfBlock \
         FrameInfo FullArgSpec OrderedDict Parameter Signature TPFLAGS_IS_ABSTRACT Traceback _ClassFinder \
         _FrameInfo _KEYWORD_ONLY _NonUserDefinedCallables _POSITIONAL_ONLY _POSITIONAL_OR_KEYWORD _ParameterKind \
         _Traceback _VAR_KEYWORD _VAR_POSITIONAL __all__ __author__ __cached__ __file__ __package__ _check_class \
         _check_instance _empty _filesbymodname _findclass _finddoc _get_code_position _get_code_position_from_tb \
         _getmembers _has_code_flag _is_type _main _missing_arguments _sentinel _shadowed_dict \
         _signature_bound_method _signature_from_builtin _signature_from_callable _signature_from_function \
         _signature_fromstr _signature_get_partial _signature_get_user_defined_method _signature_is_builtin \
         _signature_is_functionlike _signature_strip_non_python_syntax _static_getmro _too_many _void abc ast \
         attrgetter builtins classify_class_attrs cleandoc collections currentframe dis enum findsource \
         formatannotation formatannotationrelativeto formatargvalues functools get_annotations getabsfile getargs \
         getargvalues getattr_static getblock getcallargs getclasstree getclosurevars getcomments \
         getcoroutinelocals getdoc getfile getframeinfo getfullargspec getgeneratorlocals getinnerframes getlineno \
         getmembers getmembers_static getmodule getmodulename getmro getouterframes getsource getsourcefile \
         getsourcelines importlib indentsize isabstract isdatadescriptor isgetsetdescriptor iskeyword \
         ismemberdescriptor ismethoddescriptor ismethodwrapper isroutine itertools linecache modulesbyfile \
         namedtuple os re signature stack sys token tokenize trace types walktree",
    ),
    ("itertools", "__package__ _tee_dataobject"),
    (
        "math",
        "__file__ __package__ acos acosh asin asinh atan atan2 atanh cbrt cos cosh dist erf erfc exp exp2 expm1 \
         gamma hypot lgamma log log10 log1p log2 pow sin sinh tan tanh",
    ),
    ("operator", "__all__ __cached__ __file__ __package__ length_hint"),
    (
        "random",
        "BPF LOG4 NV_MAGICCONST RECIP_BPF SG_MAGICCONST SystemRandom TWOPI _ONE _Sequence _Set __all__ __cached__ \
         __file__ __package__ _accumulate _acos _bisect _ceil _cos _e _exp _floor _index _isfinite _log _os _pi \
         _random _repeat _sha512 _sin _sqrt _test _test_generator _urandom _warn betavariate expovariate \
         gammavariate gauss lognormvariate normalvariate paretovariate triangular vonmisesvariate weibullvariate",
    ),
    ("string", "Formatter Template _ChainMap __cached__ __file__ __package__ _re _sentinel_dict _string"),
    (
        "sys",
        "__breakpointhook__ __displayhook__ __excepthook__ __interactivehook__ __package__ __stdin__ \
         __unraisablehook__ _base_executable _clear_type_cache _current_exceptions _current_frames \
         _debugmallocstats _framework _getframe _getquickenedcount _git _home _stdlib_dir _xoptions addaudithook \
         audit base_exec_prefix base_prefix breakpointhook call_tracing displayhook excepthook exec_prefix flags \
         get_coroutine_origin_tracking_depth get_int_max_str_digits getallocatedblocks getdlopenflags \
         getfilesystemencodeerrors getprofile getrefcount getsizeof getswitchinterval gettrace int_info meta_path \
         orig_argv path_hooks path_importer_cache platlibdir prefix pycache_prefix \
         set_coroutine_origin_tracking_depth set_int_max_str_digits setdlopenflags setprofile setswitchinterval \
         settrace stdin stdlib_module_names thread_info unraisablehook warnoptions",
    ),
    (
        "types",
        "ClassMethodDescriptorType DynamicClassAttribute MethodWrapperType UnionType _GeneratorWrapper __all__ \
         __cached__ __file__ __package__ _calculate_meta _cell_factory new_class prepare_class resolve_bases",
    ),
    (
        "typing",
        "ABCMeta AbstractSet AsyncContextManager BinaryIO ByteString CT_co ContextManager EXCLUDED_ATTRIBUTES \
         GenericAlias IO ItemsView KT KeysView MappingView Match MethodDescriptorType MethodWrapperType \
         NamedTupleMeta ParamSpecArgs ParamSpecKwargs Pattern SupportsAbs SupportsBytes SupportsComplex \
         SupportsFloat SupportsIndex SupportsRound T T_co T_contra TextIO TypeVarTuple VT VT_co V_co ValuesView \
         WrapperDescriptorType _ASSERT_NEVER_REPR_MAX_LENGTH _AnnotatedAlias _BaseGenericAlias _BoundVarianceMixin \
         _CallableGenericAlias _CallableType _ConcatenateGenericAlias _DeprecatedType _GenericAlias _Immutable \
         _LiteralGenericAlias _LiteralSpecialForm _NotIterable _PROTO_ALLOWLIST _PickleUsingNameMixin \
         _SPECIAL_NAMES _SpecialForm _SpecialGenericAlias _TYPING_INTERNALS _TupleType _TypingEllipsis \
         _UnionGenericAlias _UnpackGenericAlias __all__ __cached__ __file__ __package__ _alias \
         _allow_reckless_class_checks _allowed_types _caller _check_generic _cleanups _collect_parameters \
         _deduplicate _eval_type _flatten_literal_params _get_protocol_attrs _idfunc _is_callable_members_only \
         _is_dunder _is_param_expr _is_typevar_like _is_unpacked_typevartuple _make_nmtuple \
         _namedtuple_mro_entries _no_init_or_replace_init _overload_dummy _overload_registry _prohibited \
         _remove_dups_flatten _should_unflatten_callable_args _special _strip_annotations _tp_cache _type_check \
         _type_convert _type_repr _unpack_args _value_and_type_iter abstractmethod clear_overloads collections \
         contextlib dataclass_transform defaultdict functools get_overloads io is_typeddict \
         no_type_check_decorator operator re reveal_type stdlib_re sys types warnings",
    ),
    (
        "warnings",
        "_DEPRECATED_MSG _OptionError __cached__ __file__ __package__ _add_filter _defaultaction _deprecated \
         _filters_mutated _formatwarning_orig _formatwarnmsg _formatwarnmsg_impl _getaction _getcategory \
         _is_internal_frame _next_external_frame _onceregistry _processoptions _setoption _showwarning_orig \
         _showwarnmsg _showwarnmsg_impl _warn_unawaited_coroutine defaultaction onceregistry sys",
    ),
];

/// Tells a module of the table what it lacks; its `__name__` says which it is.
pub(crate) fn fill(cx: &mut Cx<'_>, dict: Ref) {
    let name = cx.dict_get_str(dict, "__name__").map_or_else(String::new, |v| crate::support::text(cx, v));
    if let Some((_, names)) = TABLE.iter().find(|(module, _)| *module == name) {
        let names: Vec<&str> = names.split_whitespace().collect();
        crate::missing(cx, dict, &names);
    }
}
