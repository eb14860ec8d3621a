//! The built-in classes, at fixed handles: `classes::LIST` is the same in every heap.

use crate::heap::Layout;
use crate::value::Ref;

/// How a built-in class is made.
pub struct ClassSpec {
    /// `__name__`; dotted if its module is not `builtins`.
    pub name: &'static str,
    /// Its base.
    pub base: Option<Ref>,
    /// What its instances hold.
    pub layout: Layout,
    /// Whether `class C(it)` is allowed.
    pub subclassable: bool,
}

macro_rules! classes {
    ($($konst:ident $name:literal $base:ident $layout:ident $sub:literal;)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "an enum used to number the constants")]
        enum Index { $($konst),* }
        $(
            #[doc = concat!("`", $name, "`")]
            pub const $konst: Ref = Ref(Index::$konst as u32);
        )*
        /// All of them, by handle.
        pub const ALL: &[ClassSpec] = &[
            $(ClassSpec {
                name: $name,
                base: if matches!(stringify!($konst).as_bytes(), b"OBJECT") { None } else { Some($base) },
                layout: Layout::$layout,
                subclassable: $sub,
            }),*
        ];
    };
}

classes! {
    OBJECT "object" OBJECT Instance true;
    TYPE "type" OBJECT Class true;
    INT "int" OBJECT Int true;
    BOOL "bool" INT Int false;
    FLOAT "float" OBJECT Float true;
    STR "str" OBJECT Str true;
    BYTES "bytes" OBJECT Bytes true;
    BYTEARRAY "bytearray" OBJECT ByteArray true;
    TUPLE "tuple" OBJECT Tuple true;
    LIST "list" OBJECT List true;
    DICT "dict" OBJECT Dict true;
    SET "set" OBJECT Set true;
    FROZENSET "frozenset" OBJECT Set true;
    RANGE "range" OBJECT Sealed false;
    SLICE "slice" OBJECT Sealed false;
    NONE_TYPE "NoneType" OBJECT Sealed false;
    NOT_IMPLEMENTED_TYPE "NotImplementedType" OBJECT Sealed false;
    ELLIPSIS_TYPE "ellipsis" OBJECT Sealed false;
    FUNCTION "function" OBJECT Sealed false;
    METHOD "method" OBJECT Sealed false;
    NATIVE_FUNCTION "builtin_function_or_method" OBJECT Sealed false;
    METHOD_DESCRIPTOR "method_descriptor" OBJECT Sealed false;
    CLASSMETHOD_DESCRIPTOR "classmethod_descriptor" OBJECT Sealed false;
    WRAPPER_DESCRIPTOR "wrapper_descriptor" OBJECT Sealed false;
    METHOD_WRAPPER "method-wrapper" OBJECT Sealed false;
    GETSET_DESCRIPTOR "getset_descriptor" OBJECT Sealed false;
    MEMBER_DESCRIPTOR "member_descriptor" OBJECT Sealed false;
    MODULE "module" OBJECT Module true;
    CODE "code" OBJECT Sealed false;
    CELL "cell" OBJECT Sealed false;
    FRAME "frame" OBJECT Sealed false;
    TRACEBACK "traceback" OBJECT Sealed false;
    GENERATOR "generator" OBJECT Sealed false;
    COROUTINE "coroutine" OBJECT Sealed false;
    COROUTINE_WRAPPER "coroutine_wrapper" OBJECT Sealed false;
    ASYNC_GENERATOR "async_generator" OBJECT Sealed false;
    ASYNC_GENERATOR_ASEND "async_generator_asend" OBJECT Sealed false;
    ASYNC_GENERATOR_ATHROW "async_generator_athrow" OBJECT Sealed false;
    ASYNC_GENERATOR_WRAPPED_VALUE "async_generator_wrapped_value" OBJECT Sealed false;
    PROPERTY "property" OBJECT Instance true;
    STATICMETHOD "staticmethod" OBJECT Instance true;
    CLASSMETHOD "classmethod" OBJECT Instance true;
    SUPER "super" OBJECT Instance true;
    MAPPINGPROXY "mappingproxy" OBJECT Sealed false;
    LIST_ITERATOR "list_iterator" OBJECT Sealed false;
    LIST_REVERSE_ITERATOR "list_reverseiterator" OBJECT Sealed false;
    TUPLE_ITERATOR "tuple_iterator" OBJECT Sealed false;
    STR_ITERATOR "str_ascii_iterator" OBJECT Sealed false;
    BYTES_ITERATOR "bytes_iterator" OBJECT Sealed false;
    RANGE_ITERATOR "range_iterator" OBJECT Sealed false;
    SET_ITERATOR "set_iterator" OBJECT Sealed false;
    DICT_KEYS "dict_keys" OBJECT Sealed false;
    DICT_VALUES "dict_values" OBJECT Sealed false;
    DICT_ITEMS "dict_items" OBJECT Sealed false;
    DICT_KEYITERATOR "dict_keyiterator" OBJECT Sealed false;
    DICT_VALUEITERATOR "dict_valueiterator" OBJECT Sealed false;
    DICT_ITEMITERATOR "dict_itemiterator" OBJECT Sealed false;
    DICT_REVERSEKEYITERATOR "dict_reversekeyiterator" OBJECT Sealed false;
    SEQUENCE_ITERATOR "iterator" OBJECT Sealed false;
    CALLABLE_ITERATOR "callable_iterator" OBJECT Sealed false;
    ENUMERATE "enumerate" OBJECT Instance true;
    ZIP "zip" OBJECT Instance true;
    MAP "map" OBJECT Instance true;
    FILTER "filter" OBJECT Instance true;
    REVERSED "reversed" OBJECT Instance true;
    WEAKREF "weakref.ReferenceType" OBJECT Instance true;
    NAMESPACE "types.SimpleNamespace" OBJECT Instance true;
    GENERIC_ALIAS "types.GenericAlias" OBJECT Sealed false;
    UNION_TYPE "types.UnionType" OBJECT Sealed false;
    COMPLEX "complex" OBJECT Sealed false;
    MEMORYVIEW "memoryview" OBJECT Sealed false;

    BASE_EXCEPTION "BaseException" OBJECT Exception true;
    SYSTEM_EXIT "SystemExit" BASE_EXCEPTION Exception true;
    KEYBOARD_INTERRUPT "KeyboardInterrupt" BASE_EXCEPTION Exception true;
    GENERATOR_EXIT "GeneratorExit" BASE_EXCEPTION Exception true;
    BASE_EXCEPTION_GROUP "BaseExceptionGroup" BASE_EXCEPTION Exception true;
    EXCEPTION "Exception" BASE_EXCEPTION Exception true;
    STOP_ITERATION "StopIteration" EXCEPTION Exception true;
    STOP_ASYNC_ITERATION "StopAsyncIteration" EXCEPTION Exception true;
    ARITHMETIC_ERROR "ArithmeticError" EXCEPTION Exception true;
    FLOATING_POINT_ERROR "FloatingPointError" ARITHMETIC_ERROR Exception true;
    OVERFLOW_ERROR "OverflowError" ARITHMETIC_ERROR Exception true;
    ZERO_DIVISION_ERROR "ZeroDivisionError" ARITHMETIC_ERROR Exception true;
    ASSERTION_ERROR "AssertionError" EXCEPTION Exception true;
    ATTRIBUTE_ERROR "AttributeError" EXCEPTION Exception true;
    BUFFER_ERROR "BufferError" EXCEPTION Exception true;
    EOF_ERROR "EOFError" EXCEPTION Exception true;
    IMPORT_ERROR "ImportError" EXCEPTION Exception true;
    MODULE_NOT_FOUND_ERROR "ModuleNotFoundError" IMPORT_ERROR Exception true;
    LOOKUP_ERROR "LookupError" EXCEPTION Exception true;
    INDEX_ERROR "IndexError" LOOKUP_ERROR Exception true;
    KEY_ERROR "KeyError" LOOKUP_ERROR Exception true;
    MEMORY_ERROR "MemoryError" EXCEPTION Exception true;
    NAME_ERROR "NameError" EXCEPTION Exception true;
    UNBOUND_LOCAL_ERROR "UnboundLocalError" NAME_ERROR Exception true;
    OS_ERROR "OSError" EXCEPTION Exception true;
    BLOCKING_IO_ERROR "BlockingIOError" OS_ERROR Exception true;
    CHILD_PROCESS_ERROR "ChildProcessError" OS_ERROR Exception true;
    CONNECTION_ERROR "ConnectionError" OS_ERROR Exception true;
    BROKEN_PIPE_ERROR "BrokenPipeError" CONNECTION_ERROR Exception true;
    CONNECTION_ABORTED_ERROR "ConnectionAbortedError" CONNECTION_ERROR Exception true;
    CONNECTION_REFUSED_ERROR "ConnectionRefusedError" CONNECTION_ERROR Exception true;
    CONNECTION_RESET_ERROR "ConnectionResetError" CONNECTION_ERROR Exception true;
    FILE_EXISTS_ERROR "FileExistsError" OS_ERROR Exception true;
    FILE_NOT_FOUND_ERROR "FileNotFoundError" OS_ERROR Exception true;
    INTERRUPTED_ERROR "InterruptedError" OS_ERROR Exception true;
    IS_A_DIRECTORY_ERROR "IsADirectoryError" OS_ERROR Exception true;
    NOT_A_DIRECTORY_ERROR "NotADirectoryError" OS_ERROR Exception true;
    PERMISSION_ERROR "PermissionError" OS_ERROR Exception true;
    PROCESS_LOOKUP_ERROR "ProcessLookupError" OS_ERROR Exception true;
    TIMEOUT_ERROR "TimeoutError" OS_ERROR Exception true;
    REFERENCE_ERROR "ReferenceError" EXCEPTION Exception true;
    RUNTIME_ERROR "RuntimeError" EXCEPTION Exception true;
    NOT_IMPLEMENTED_ERROR "NotImplementedError" RUNTIME_ERROR Exception true;
    RECURSION_ERROR "RecursionError" RUNTIME_ERROR Exception true;
    SYNTAX_ERROR "SyntaxError" EXCEPTION Exception true;
    INDENTATION_ERROR "IndentationError" SYNTAX_ERROR Exception true;
    TAB_ERROR "TabError" INDENTATION_ERROR Exception true;
    SYSTEM_ERROR "SystemError" EXCEPTION Exception true;
    TYPE_ERROR "TypeError" EXCEPTION Exception true;
    VALUE_ERROR "ValueError" EXCEPTION Exception true;
    UNICODE_ERROR "UnicodeError" VALUE_ERROR Exception true;
    UNICODE_DECODE_ERROR "UnicodeDecodeError" UNICODE_ERROR Exception true;
    UNICODE_ENCODE_ERROR "UnicodeEncodeError" UNICODE_ERROR Exception true;
    EXCEPTION_GROUP "ExceptionGroup" BASE_EXCEPTION_GROUP Exception true;
    WARNING "Warning" EXCEPTION Exception true;
    DEPRECATION_WARNING "DeprecationWarning" WARNING Exception true;
    PENDING_DEPRECATION_WARNING "PendingDeprecationWarning" WARNING Exception true;
    RUNTIME_WARNING "RuntimeWarning" WARNING Exception true;
    SYNTAX_WARNING "SyntaxWarning" WARNING Exception true;
    USER_WARNING "UserWarning" WARNING Exception true;
    FUTURE_WARNING "FutureWarning" WARNING Exception true;
    IMPORT_WARNING "ImportWarning" WARNING Exception true;
    UNICODE_WARNING "UnicodeWarning" WARNING Exception true;
    BYTES_WARNING "BytesWarning" WARNING Exception true;
    RESOURCE_WARNING "ResourceWarning" WARNING Exception true;
    ENCODING_WARNING "EncodingWarning" WARNING Exception true;
    UNSUPPORTED "simul.Unsupported" BASE_EXCEPTION Exception false;
}

/// How many there are.
pub const COUNT: u32 = ALL.len() as u32;
