//! Names that the machine itself looks up, interned at fixed handles.

use crate::value::Ref;

macro_rules! names {
    ($($konst:ident $text:literal;)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "an enum used to number the constants")]
        enum Index { $($konst),* }
        $(
            #[doc = concat!("`", $text, "`")]
            pub const $konst: Ref = Ref(crate::classes::COUNT + Index::$konst as u32);
        )*
        /// All of them, in order, from handle [`crate::classes::COUNT`] on.
        pub const ALL: &[&str] = &[$($text),*];
    };
}

names! {
    EMPTY "";
    NEW "__new__";
    INIT "__init__";
    DEL "__del__";
    CALL "__call__";
    NAME "__name__";
    QUALNAME "__qualname__";
    MODULE "__module__";
    DOC "__doc__";
    DICT "__dict__";
    CLASS "__class__";
    FILE "__file__";
    BUILTINS "__builtins__";
    ANNOTATIONS "__annotations__";
    CLASSCELL "__classcell__";
    SLOTS "__slots__";
    MAIN "__main__";
    ALL_ "__all__";
    PATH "__path__";
    SPEC "__spec__";
    LOADER "__loader__";
    PACKAGE "__package__";
    GET "__get__";
    SET "__set__";
    DELETE "__delete__";
    SET_NAME "__set_name__";
    INIT_SUBCLASS "__init_subclass__";
    CLASS_GETITEM "__class_getitem__";
    PREPARE "__prepare__";
    MRO_ENTRIES "__mro_entries__";
    INSTANCECHECK "__instancecheck__";
    SUBCLASSCHECK "__subclasscheck__";
    GETATTR "__getattr__";
    GETATTRIBUTE "__getattribute__";
    SETATTR "__setattr__";
    DELATTR "__delattr__";
    DIR "__dir__";
    REPR "__repr__";
    STR "__str__";
    FORMAT "__format__";
    BYTES "__bytes__";
    HASH "__hash__";
    BOOL "__bool__";
    LEN "__len__";
    LENGTH_HINT "__length_hint__";
    ITER "__iter__";
    NEXT "__next__";
    REVERSED "__reversed__";
    CONTAINS "__contains__";
    GETITEM "__getitem__";
    SETITEM "__setitem__";
    DELITEM "__delitem__";
    MISSING "__missing__";
    INDEX "__index__";
    INT "__int__";
    FLOAT "__float__";
    COMPLEX "__complex__";
    ROUND "__round__";
    TRUNC "__trunc__";
    FLOOR "__floor__";
    CEIL "__ceil__";
    ABS "__abs__";
    NEG "__neg__";
    POS "__pos__";
    INVERT "__invert__";
    DIVMOD "__divmod__";
    RDIVMOD "__rdivmod__";
    LT "__lt__";
    LE "__le__";
    EQ "__eq__";
    NE "__ne__";
    GT "__gt__";
    GE "__ge__";
    ADD "__add__";
    SUB "__sub__";
    MUL "__mul__";
    MATMUL "__matmul__";
    TRUEDIV "__truediv__";
    FLOORDIV "__floordiv__";
    MOD "__mod__";
    POW "__pow__";
    LSHIFT "__lshift__";
    RSHIFT "__rshift__";
    AND "__and__";
    OR "__or__";
    XOR "__xor__";
    RADD "__radd__";
    RSUB "__rsub__";
    RMUL "__rmul__";
    RMATMUL "__rmatmul__";
    RTRUEDIV "__rtruediv__";
    RFLOORDIV "__rfloordiv__";
    RMOD "__rmod__";
    RPOW "__rpow__";
    RLSHIFT "__rlshift__";
    RRSHIFT "__rrshift__";
    RAND "__rand__";
    ROR "__ror__";
    RXOR "__rxor__";
    IADD "__iadd__";
    ISUB "__isub__";
    IMUL "__imul__";
    IMATMUL "__imatmul__";
    ITRUEDIV "__itruediv__";
    IFLOORDIV "__ifloordiv__";
    IMOD "__imod__";
    IPOW "__ipow__";
    ILSHIFT "__ilshift__";
    IRSHIFT "__irshift__";
    IAND "__iand__";
    IOR "__ior__";
    IXOR "__ixor__";
    ENTER "__enter__";
    EXIT "__exit__";
    AENTER "__aenter__";
    AEXIT "__aexit__";
    AWAIT "__await__";
    AITER "__aiter__";
    ANEXT "__anext__";
    WEAKREF "__weakref__";
    SEND "send";
    THROW "throw";
    CLOSE "close";
    ARGS "args";
    VALUE "value";
    KEYS "keys";
    ITEMS "items";
    SELF "self";
    SORT "sort";
    JOIN "join";
    WRITE "write";
    FLUSH "flush";
    STDOUT "stdout";
    STDERR "stderr";
    MODULES "modules";
    BUILTINS_MODULE "builtins";
}

/// How many there are.
pub const COUNT: u32 = ALL.len() as u32;
