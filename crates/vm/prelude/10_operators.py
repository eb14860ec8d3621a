# Operators and protocols as CPython's abstract layer has them (Objects/abstract.c, Objects/typeobject.c).
# These functions are hidden: no traceback shows them.

MISSING = new_marker()


def call_result(f, arg):
    return f(arg)()


def binary(a, b, name, reflected, symbol):
    left = type_of(a)
    right = type_of(b)
    f = type_lookup(left, name)
    g = MISSING
    if left is not right:
        g = type_lookup(right, reflected)
        if g is not MISSING and is_subtype(right, left) and type_lookup(left, reflected) is not g:
            result = call_bound(g, b, right, a)
            if result is not NotImplemented:
                return result
            g = MISSING
    if f is not MISSING:
        result = call_bound(f, a, left, b)
        if result is not NotImplemented:
            return result
    if g is not MISSING:
        result = call_bound(g, b, right, a)
        if result is not NotImplemented:
            return result
    raise_operand_error(a, b, symbol)


def raise_operand_error(a, b, symbol):
    if symbol == '>>' and a is print:
        raise TypeError("unsupported operand type(s) for >>: 'builtin_function_or_method' and '" + type_name(b) + "'. Did you mean \"print(<message>, file=<output_stream>)\"?")
    raise TypeError("unsupported operand type(s) for " + symbol + ": '" + type_name(a) + "' and '" + type_name(b) + "'")


def call_bound(f, obj, cls, arg):
    """Calls what was found in a class, bound to the object, with one argument."""
    return bind(f, obj, cls)(arg)


def add(a, b):
    return binary(a, b, '__add__', '__radd__', '+')


def sub(a, b):
    return binary(a, b, '__sub__', '__rsub__', '-')


def mul(a, b):
    return binary(a, b, '__mul__', '__rmul__', '*')


def matmul(a, b):
    return binary(a, b, '__matmul__', '__rmatmul__', '@')


def truediv(a, b):
    return binary(a, b, '__truediv__', '__rtruediv__', '/')


def floordiv(a, b):
    return binary(a, b, '__floordiv__', '__rfloordiv__', '//')


def mod(a, b):
    return binary(a, b, '__mod__', '__rmod__', '%')


def pow_(a, b):
    return binary(a, b, '__pow__', '__rpow__', '** or pow()')


def lshift(a, b):
    return binary(a, b, '__lshift__', '__rlshift__', '<<')


def rshift(a, b):
    return binary(a, b, '__rshift__', '__rrshift__', '>>')


def and_(a, b):
    return binary(a, b, '__and__', '__rand__', '&')


def or_(a, b):
    return binary(a, b, '__or__', '__ror__', '|')


def xor(a, b):
    return binary(a, b, '__xor__', '__rxor__', '^')


def inplace(a, b, own, name, reflected, symbol):
    f = type_lookup(type_of(a), own)
    if f is not MISSING:
        result = call_bound(f, a, type_of(a), b)
        if result is not NotImplemented:
            return result
    return binary(a, b, name, reflected, symbol)


def iadd(a, b):
    return inplace(a, b, '__iadd__', '__add__', '__radd__', '+=')


def isub(a, b):
    return inplace(a, b, '__isub__', '__sub__', '__rsub__', '-=')


def imul(a, b):
    return inplace(a, b, '__imul__', '__mul__', '__rmul__', '*=')


def imatmul(a, b):
    return inplace(a, b, '__imatmul__', '__matmul__', '__rmatmul__', '@=')


def itruediv(a, b):
    return inplace(a, b, '__itruediv__', '__truediv__', '__rtruediv__', '/=')


def ifloordiv(a, b):
    return inplace(a, b, '__ifloordiv__', '__floordiv__', '__rfloordiv__', '//=')


def imod(a, b):
    return inplace(a, b, '__imod__', '__mod__', '__rmod__', '%=')


def ipow(a, b):
    return inplace(a, b, '__ipow__', '__pow__', '__rpow__', '**=')


def ilshift(a, b):
    return inplace(a, b, '__ilshift__', '__lshift__', '__rlshift__', '<<=')


def irshift(a, b):
    return inplace(a, b, '__irshift__', '__rshift__', '__rrshift__', '>>=')


def iand(a, b):
    return inplace(a, b, '__iand__', '__and__', '__rand__', '&=')


def ior(a, b):
    return inplace(a, b, '__ior__', '__or__', '__ror__', '|=')


def ixor(a, b):
    return inplace(a, b, '__ixor__', '__xor__', '__rxor__', '^=')


def compare(a, b, name, reflected):
    """The result, or NotImplemented."""
    left = type_of(a)
    right = type_of(b)
    checked = False
    if left is not right and is_subtype(right, left):
        g = type_lookup(right, reflected)
        if g is not MISSING:
            checked = True
            result = call_bound(g, b, right, a)
            if result is not NotImplemented:
                return result
    f = type_lookup(left, name)
    if f is not MISSING:
        result = call_bound(f, a, left, b)
        if result is not NotImplemented:
            return result
    if not checked:
        g = type_lookup(right, reflected)
        if g is not MISSING:
            return call_bound(g, b, right, a)
    return NotImplemented


def order(a, b, name, reflected, symbol):
    result = compare(a, b, name, reflected)
    if result is NotImplemented:
        raise TypeError("'" + symbol + "' not supported between instances of '" + type_name(a) + "' and '" + type_name(b) + "'")
    return result


def lt(a, b):
    return order(a, b, '__lt__', '__gt__', '<')


def le(a, b):
    return order(a, b, '__le__', '__ge__', '<=')


def gt(a, b):
    return order(a, b, '__gt__', '__lt__', '>')


def ge(a, b):
    return order(a, b, '__ge__', '__le__', '>=')


def eq(a, b):
    result = compare(a, b, '__eq__', '__eq__')
    if result is NotImplemented:
        return a is b
    return result


def ne(a, b):
    result = compare(a, b, '__ne__', '__ne__')
    if result is NotImplemented:
        return a is not b
    return result


def object_ne(a, b):
    """object.__ne__: the opposite of __eq__ unless that does not know."""
    f = special(a, '__eq__')
    result = f(b)
    if result is NotImplemented:
        return result
    return not result


def unary(a, name, symbol):
    f = special(a, name)
    if f is None:
        raise TypeError("bad operand type for unary " + symbol + ": '" + type_name(a) + "'")
    return f()


def neg(a):
    return unary(a, '__neg__', '-')


def pos(a):
    return unary(a, '__pos__', '+')


def invert(a):
    return unary(a, '__invert__', '~')


def truth(v):
    f = special(v, '__bool__')
    if f is not None:
        result = f()
        if result is True or result is False:
            return result
        raise TypeError('__bool__ should return bool, returned ' + type_name(result))
    f = special(v, '__len__')
    if f is None:
        return True
    return check_length(f()) != 0


def check_length(n):
    if type_of(n) is not int:
        n = index_of(n)
    if n < 0:
        raise ValueError('__len__() should return >= 0')
    if n > 9223372036854775807:
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    return n


def index_of(v):
    """operator.index"""
    if isinstance(v, int):
        return int_value(v)
    f = special(v, '__index__')
    if f is None:
        raise TypeError("'" + type_name(v) + "' object cannot be interpreted as an integer")
    result = f()
    if not isinstance(result, int):
        raise TypeError('__index__ returned non-int (type ' + type_name(result) + ')')
    return int_value(result)


def hash_(v):
    f = type_lookup(type_of(v), '__hash__')
    if f is MISSING or f is None:
        raise TypeError("unhashable type: '" + type_name(v) + "'")
    result = bind(f, v, type_of(v))()
    if not isinstance(result, int):
        raise TypeError('__hash__ method should return an integer')
    return hash_value(result)


def len_(v):
    f = special(v, '__len__')
    if f is None:
        raise TypeError("object of type '" + type_name(v) + "' has no len()")
    return check_length(f())


def divmod_(a, b):
    return binary(a, b, '__divmod__', '__rdivmod__', 'divmod()')


def abs_(v):
    f = special(v, '__abs__')
    if f is None:
        raise TypeError("bad operand type for abs(): '" + type_name(v) + "'")
    return f()


def round_(v, digits):
    f = special(v, '__round__')
    if f is None:
        raise TypeError("type " + type_name(v) + " doesn't define __round__ method")
    if digits is None:
        return f()
    return f(digits)


def pow_mod(a, b, m):
    f = special(a, '__pow__')
    if f is not None:
        result = f(b, m)
        if result is not NotImplemented:
            return result
    raise TypeError("unsupported operand type(s) for ** or pow(): '" + type_name(a) + "', '" + type_name(b) + "', '" + type_name(m) + "'")


def call_ex(callee, receiver, positional, keywords):
    """f(*positional, **keywords) where positional is no plain container."""
    if not is_iterable(positional):
        raise TypeError(function_shown(callee) + ' argument after * must be an iterable, not ' + type_name(positional))
    args = tuple(positional)
    if receiver is not NotImplemented:
        args = (receiver,) + args
    return apply(callee, args, keywords)


def with_exit(exit, kind, value, traceback):
    return exit(kind, value, traceback)


def async_with_exit(exit, kind, value, traceback):
    result = exit(kind, value, traceback)
    return awaitable_of(result, '__aexit__')


def async_enter(enter):
    return awaitable_of(enter(), '__aenter__')


def awaitable_of(v, method):
    it = awaitable_or_none(v)
    if it is None:
        raise TypeError("'async with' received an object from " + method + " that does not implement __await__: " + type_name(v))
    return it


def awaitable(v):
    it = awaitable_or_none(v)
    if it is None:
        raise TypeError("object " + type_name(v) + " can't be used in 'await' expression")
    return it


def awaitable_or_none(v):
    if is_native_awaitable(v):
        return v
    f = special(v, '__await__')
    if f is None:
        return None
    it = f()
    if type_of(it) is class_coroutine:
        raise TypeError('__await__() returned a coroutine')
    if special(it, '__next__') is None:
        raise TypeError("__await__() returned non-iterator of type '" + type_name(it) + "'")
    return it


def async_iter(v):
    f = special(v, '__aiter__')
    if f is None:
        raise TypeError("'async for' requires an object with __aiter__ method, got " + type_name(v))
    it = f()
    if special(it, '__anext__') is None:
        raise TypeError("'async for' received an object from __aiter__ that does not implement __anext__: " + type_name(it))
    return it


def async_next(it):
    f = special(it, '__anext__')
    if f is None:
        raise TypeError("'async for' requires an iterator with __anext__ method, got " + type_name(it))
    v = f()
    found = awaitable_or_none(v)
    if found is None:
        raise TypeError("'async for' received an invalid object from __anext__: " + type_name(v))
    return found


async def anext_default(awaitable, default):
    try:
        return await awaitable
    except StopAsyncIteration:
        return default


def send_none(it, v):
    f = special(it, '__next__')
    if f is None:
        raise TypeError("'" + type_name(it) + "' object is not an iterator")
    return f()


def send_value(it, v):
    return it.send(v)


def throw_into(it, e):
    f = getattr(it, 'throw', None)
    if f is None:
        raise e
    return f(e)


def close_and_raise(it, e):
    f = getattr(it, 'close', None)
    if f is not None:
        f()
    raise e


def raise_(e, cause):
    if is_exception_class(e):
        made = e()
        if not isinstance(made, BaseException):
            raise TypeError('calling ' + repr(e) + ' should have returned an instance of BaseException, not ' + repr(type_of(made)))
        e = made
    elif not isinstance(e, BaseException):
        raise TypeError('exceptions must derive from BaseException')
    if cause is not Ellipsis:
        if is_exception_class(cause):
            cause = cause()
        if cause is not None and not isinstance(cause, BaseException):
            raise TypeError('exception causes must derive from BaseException')
        set_cause(e, cause)
    raise e
