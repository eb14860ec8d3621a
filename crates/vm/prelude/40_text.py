# How values look, and text and numbers made of them, where Python has to be asked (Objects/object.c, Objects/unicodeobject.c).


def with_indices(f, args):
    """Calls a native again with the ints that __index__ gives, slices' parts included."""
    plain = []
    for v in args:
        if type_of(v) is slice:
            v = slice(plain_index(v.start), plain_index(v.stop), plain_index(v.step))
        else:
            v = plain_index(v)
        plain.append(v)
    return f(*plain)


def plain_index(v):
    if v is None or isinstance(v, int) or special(v, '__index__') is None:
        return v
    return index_of(v)


def str_(v):
    f = special(v, '__str__')
    result = f()
    if not isinstance(result, str):
        raise TypeError('__str__ returned non-string (type ' + type_name(result) + ')')
    return result


def str_of(cls, v):
    return of_class(cls, str_(v))


def raw_repr(v):
    """object.__str__: whatever __repr__ gives; who asked for a str checks it."""
    return special(v, '__repr__')()


def repr_(v):
    f = special(v, '__repr__')
    result = f()
    if not isinstance(result, str):
        raise TypeError('__repr__ returned non-string (type ' + type_name(result) + ')')
    return result


def ascii_(v):
    return escape_non_ascii(repr_(v))


def format_(v, spec):
    f = special(v, '__format__')
    result = f(spec)
    if not isinstance(result, str):
        raise TypeError('__format__ must return a str, not ' + type_name(result))
    return result


def format_value(v, spec):
    return format_(v, spec)


def format_str(v, spec):
    text = str_(v)
    return format_(text, spec) if spec else text


def format_repr(v, spec):
    text = repr_(v)
    return format_(text, spec) if spec else text


def format_ascii(v, spec):
    text = ascii_(v)
    return format_(text, spec) if spec else text


def repr_list(self):
    return repr_sequence(self, '[', ']', ']')


def repr_tuple(self):
    return repr_sequence(self, '(', ')', ',)')


def repr_sequence(self, before, after, after_one):
    if not repr_enter(self):
        return before + '...' + after
    try:
        parts = []
        item = raw_item(self, 0)
        while item is not MISSING:
            parts.append(repr(item))
            item = raw_item(self, len(parts))
        return before + ', '.join(parts) + (after_one if len(parts) == 1 else after)
    finally:
        repr_leave(self)


def repr_dict(self):
    if not repr_enter(self):
        return '{...}'
    try:
        parts = []
        # What a __repr__ adds or removes further on is shown so.
        slot = dict_next(self, 0)
        while slot >= 0:
            key = dict_key_at(self, slot)
            v = dict_value_at(self, slot)
            parts.append(repr(key) + ': ' + repr(v))
            slot = dict_next(self, slot + 1)
        return '{' + ', '.join(parts) + '}'
    finally:
        repr_leave(self)


def repr_set(self):
    name = type_name(self)
    items = raw_items(self)
    if not items:
        return name + '()'
    if not repr_enter(self):
        return name + '(...)'
    try:
        shown = '{' + repr_items(items) + '}'
        return shown if type_of(self) is set else name + '(' + shown + ')'
    finally:
        repr_leave(self)


def repr_frozenset(self):
    return repr_set(self)


def repr_items(items):
    parts = []
    for item in items:
        parts.append(repr(item))
    return ', '.join(parts)


def repr_view(self, name):
    if not repr_enter(self):
        return '...'
    try:
        return name + '([' + repr_items(raw_items(self)) + '])'
    finally:
        repr_leave(self)


def repr_dict_keys(self):
    return repr_view(self, 'dict_keys')


def repr_dict_values(self):
    return repr_view(self, 'dict_values')


def repr_dict_items(self):
    return repr_view(self, 'dict_items')


def repr_exception(self):
    args = exception_args(self)
    name = type_name(self)
    if len(args) == 1:
        return name + '(' + repr(args[0]) + ')'
    return name + repr(args)


def str_exception(self):
    args = exception_args(self)
    if not args:
        return ''
    if len(args) > 1:
        return repr(args)
    if isinstance(self, KeyError):
        return repr(args[0])
    return str(args[0])


def str_format(template, args, keywords):
    return expand_template(template_plan(template), args, keywords)


def expand_template(plan, args, keywords):
    out = []
    for piece in plan:
        if type_of(piece) is str:
            out.append(piece)
            continue
        if isinstance(piece, BaseException):
            raise piece
        head, steps, conversion, spec = piece
        v = template_value(head, steps, args, keywords)
        if conversion == 's':
            v = str_(v)
        elif conversion == 'r':
            v = repr(v)
        elif conversion == 'a':
            v = ascii(v)
        elif conversion:
            raise conversion
        if type_of(spec) is list:
            spec = expand_template(spec, args, keywords)
        out.append(format(v, spec))
    return ''.join(out)


def template_value(head, steps, args, keywords):
    if type_of(head) is str:
        v = keywords[head]
    elif args is None:
        raise ValueError('Format string contains positional fields')
    elif head < len(args):
        v = args[head]
    else:
        raise IndexError('Replacement index ' + str(head) + ' out of range for positional args tuple')
    for kind, what in steps:
        if kind == 0:
            v = getattr(v, what)
        elif kind == 1:
            v = v[what]
        else:
            raise what
    return v


def percent_format(template, args):
    """template % args: every value is made plain, then all are put in at once."""
    if isinstance(args, tuple):
        values = args
        mapping = MISSING
    else:
        values = (args,)
        is_mapping = not isinstance(args, str) and special(args, '__getitem__') is not None
        mapping = args if is_mapping else MISSING
    plain = []
    at = 0
    keyed = False
    for key, stars, code in percent_plan(template):
        if key is not None:
            if mapping is MISSING:
                raise TypeError('format requires a mapping')
            if key is not False:
                values = (mapping[key],)
                at = 0
                keyed = True
        for _ in range(stars):
            v = percent_value(values, at)
            if not isinstance(v, int):
                raise TypeError('* wants int')
            plain.append(v)
            at += 1
        if not code:
            break
        v = percent_value(values, at)
        at += 1
        if code == '?':
            plain.append(v)
            break
        plain.append(percent_plain(v, code))
    else:
        if at < len(values) and mapping is MISSING and not keyed:
            raise TypeError('not all arguments converted during string formatting')
    return percent_prepared(template, plain)


def percent_value(values, at):
    if at >= len(values):
        raise TypeError('not enough arguments for format string')
    return raw_item(values, at)


def percent_plain(v, code):
    if code == 's':
        return str(v)
    if code == 'r':
        return repr(v)
    if code == 'a':
        return ascii(v)
    if isinstance(v, (int, float)) or code == 'c':
        return v
    if code in 'oxX':
        return percent_number(v, code, index_of, 'an integer', ('__index__',))
    if code in 'diu':
        return percent_number(v, code, int, 'a real number', ('__int__', '__index__'))
    if special(v, '__float__') is not None or special(v, '__index__') is not None:
        return float(v)
    return v


def percent_number(v, code, convert, wanted, methods):
    """A TypeError on the way is hidden by one that names the conversion."""
    for method in methods:
        if special(v, method) is not None:
            try:
                return convert(v)
            except TypeError:
                break
    raise TypeError('%' + code + ' format: ' + wanted + ' is required, not ' + type_name(v))


def str_join(sep, items):
    return class_str.join(sep, list_to_join(items))


def bytes_join(cls, sep, items):
    return cls.join(sep, list_to_join(items))


def list_to_join(items):
    if special(items, '__iter__') is None and special(items, '__getitem__') is None:
        raise TypeError('can only join an iterable')
    return list(items)


def str_translate(text, table):
    f = special(table, '__getitem__')
    if f is None and text:
        raise TypeError("'" + type_name(table) + "' object is not subscriptable")
    out = []
    for c in text:
        try:
            v = f(ord(c))
        except LookupError:
            out.append(c)
            continue
        if v is None:
            continue
        if isinstance(v, str):
            out.append(v)
        elif isinstance(v, int):
            if v < 0 or v > 0x10ffff:
                raise ValueError('character mapping must be in range(0x110000)')
            out.append(chr(v))
        else:
            raise TypeError('character mapping must return integer, None or str')
    return ''.join(out)


def chr_(v):
    return chr(index_of(v))


def in_base(name, v):
    v = index_of(v)
    if name == 'bin':
        return bin(v)
    return hex(v) if name == 'hex' else oct(v)


def int_of(cls, v):
    """int(v) of what is neither number nor text."""
    return of_class(cls, int_of_number(v))


def int_of_number(v):
    f = special(v, '__int__')
    if f is not None:
        result = f()
        if not isinstance(result, int):
            raise TypeError('__int__ returned non-int (type ' + type_name(result) + ')')
        return int_value(result)
    if special(v, '__index__') is not None:
        return index_of(v)
    f = special(v, '__trunc__')
    if f is not None:
        result = f()
        if isinstance(result, int):
            return int_value(result)
        if special(result, '__index__') is None:
            raise TypeError('__trunc__ returned non-Integral (type ' + type_name(result) + ')')
        return index_of(result)
    if isinstance(v, float):
        return int(float_value(v))
    raise TypeError("int() argument must be a string, a bytes-like object or a real number, not '" + type_name(v) + "'")


def float_value(v):
    return class_float.__float__(v)


def float_of(cls, v):
    """float(v) of what is neither number nor text."""
    return of_class(cls, float_of_number(v))


def float_of_number(v):
    f = special(v, '__float__')
    if f is not None:
        result = f()
        if not isinstance(result, float):
            raise TypeError(type_name(v) + '.__float__ returned non-float (type ' + type_name(result) + ')')
        return float_value(result)
    if special(v, '__index__') is not None:
        return float(index_of(v))
    raise TypeError("float() argument must be a string or a real number, not '" + type_name(v) + "'")


def bytes_of(cls, v):
    """bytes(v) and bytearray(v) of what is no bytes, int or plain list of ints."""
    f = special(v, '__bytes__')
    if f is not None and is_subtype(cls, class_bytes):
        result = f()
        if not isinstance(result, bytes):
            raise TypeError('__bytes__ returned non-bytes (type ' + type_name(result) + ')')
        return result if cls is class_bytes else bytes_of_ints(cls, list(result))
    if special(v, '__index__') is not None:
        return cls(index_of(v))
    if special(v, '__iter__') is None and special(v, '__getitem__') is None:
        raise TypeError("cannot convert '" + type_name(v) + "' object to " + ('bytes' if is_subtype(cls, class_bytes) else 'bytearray'))
    return bytes_of_ints(cls, ints_of(v))


def ints_of(items):
    out = []
    for item in items:
        out.append(index_of(item))
    return out


def int_from_iterable(cls, v, byteorder, signed):
    f = special(v, '__bytes__')
    data = f() if f is not None else bytes_of_ints(class_bytes, ints_of(v))
    return cls.from_bytes(data, 'big' if byteorder is None else byteorder, signed=True if signed else False)


def bytearray_extend(self, items):
    if special(items, '__iter__') is None and special(items, '__getitem__') is None:
        raise TypeError("can't extend bytearray with " + type_name(items))
    class_bytearray.extend(self, bytes_of_ints(class_bytearray, ints_of(items)))


def bytearray_set_slice(self, key, items):
    if special(items, '__iter__') is None and special(items, '__getitem__') is None:
        raise TypeError('can assign only bytes, buffers, or iterables of ints in range(0, 256)')
    class_bytearray.__setitem__(self, key, bytes_of_ints(class_bytearray, ints_of(items)))
