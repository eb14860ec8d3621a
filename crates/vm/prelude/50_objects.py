# Attributes, classes, calls of classes, imports (Objects/object.c, Objects/typeobject.c, Python/import.c).


def getattribute(obj, name):
    """A class with its own __getattribute__ is asked; then its __getattr__."""
    f = special(obj, '__getattribute__')
    hook = type_lookup(type_of(obj), '__getattr__')
    if hook is MISSING:
        return f(name)
    try:
        return f(name)
    except AttributeError:
        pass
    return bind(hook, obj, type_of(obj))(name)


def getattr_or_hook(obj, name):
    """A descriptor's getter that fails with AttributeError gives way to __getattr__."""
    try:
        return generic_getattr(obj, name)
    except AttributeError:
        pass
    return special(obj, '__getattr__')(name)


def getattr_default(obj, name, default):
    try:
        return getattr(obj, name)
    except AttributeError:
        return default


def hasattr_(obj, name):
    try:
        getattr(obj, name)
    except AttributeError:
        return False
    return True


def no_getter(prop, obj):
    raise AttributeError(property_message(prop, obj, 'getter'))


def property_message(prop, obj, kind):
    name = property_name(prop)
    if PYTHON_MINOR < 11:
        words = {'getter': 'unreadable attribute', 'setter': "can't set attribute", 'deleter': "can't delete attribute"}
        return words[kind] if name is None else words[kind] + ' ' + repr(name)
    if name is None:
        return 'property of ' + repr(type_of(obj).__qualname__) + ' object has no ' + kind
    return 'property ' + repr(name) + ' of ' + repr(type_of(obj).__qualname__) + ' object has no ' + kind


def slot_missing(obj, name):
    raise AttributeError("'" + type_name(obj) + "' object has no attribute '" + name + "'", name=name, obj=obj)


def set_attribute(obj, name, v):
    f = special(obj, '__setattr__')
    f(name, v)


def delete_attribute(obj, name):
    f = special(obj, '__delattr__')
    f(name)


def generic_setattr(obj, name, v):
    cls = type_of(obj)
    found = type_lookup(cls, name)
    if found is not MISSING:
        kind = type_of(found)
        if kind is property:
            setter = property_setter(found)
            if setter is None:
                raise AttributeError(property_message(found, obj, 'setter'))
            setter(obj, v)
            return
        if has_native_setter(found):
            native_set(found, obj, v)
            return
        setter = type_lookup(kind, '__set__')
        if setter is not MISSING:
            bind(setter, found, kind)(obj, v)
            return
    store_own(obj, name, v)


def generic_delattr(obj, name):
    cls = type_of(obj)
    found = type_lookup(cls, name)
    if found is not MISSING:
        kind = type_of(found)
        if kind is property:
            deleter = property_deleter(found)
            if deleter is None:
                raise AttributeError(property_message(found, obj, 'deleter'))
            deleter(obj)
            return
        if has_native_setter(found):
            native_delete(found, obj)
            return
        deleter = type_lookup(kind, '__delete__')
        if deleter is not MISSING:
            bind(deleter, found, kind)(obj)
            return
    delete_own(obj, name)


def type_setattr(cls, name, v):
    found = type_lookup(type_of(cls), name)
    if found is not MISSING and has_native_setter(found):
        native_set(found, cls, v)
        return
    class_store(cls, name, v)


def build_class(func, name, /, *bases, metaclass=None, **keywords):
    original = bases
    if any_mro_entries(bases):
        resolved = []
        for base in bases:
            f = None if isinstance(base, type) else special(base, '__mro_entries__')
            if f is None:
                resolved.append(base)
            else:
                resolved.extend(f(original))
        bases = tuple(resolved)
    if metaclass is None:
        metaclass = type_of(bases[0]) if bases else type
    if isinstance(metaclass, type):
        for base in bases:
            kind = type_of(base)
            if is_subtype(metaclass, kind):
                continue
            if is_subtype(kind, metaclass):
                metaclass = kind
                continue
            raise TypeError('metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases')
    prepare = getattr(metaclass, '__prepare__', None)
    namespace = {} if prepare is None else prepare(name, bases, **keywords)
    exec_body(func, namespace)
    if original is not bases:
        namespace['__orig_bases__'] = original
    return metaclass(name, bases, namespace, **keywords)


def new_class(meta, name, bases, namespace, keywords):
    """type.__new__"""
    cls = make_class(meta, name, bases, namespace)
    for key, v in list(namespace.items()):
        f = special(v, '__set_name__')
        if f is not None:
            try:
                f(cls, key)
            except Exception as e:
                raise RuntimeError('Error calling __set_name__ on ' + repr(type_of(v).__name__) + ' instance ' + repr(key) + ' in ' + repr(name)) from e
    super(cls, cls).__init_subclass__(**keywords)
    return cls


def call_class(cls, args, keywords):
    f = type_lookup(type_of(cls), '__call__')
    if f is MISSING or is_type_call(f):
        return type_call(cls, args, keywords)
    return apply(bind(f, cls, type_of(cls)), args, keywords)


def type_call(cls, args, keywords):
    if cls is type and len(args) == 1 and not keywords:
        return type_of(args[0])
    new = class_new(cls)
    obj = apply(new, (cls,) + args, keywords)
    if not is_subtype(type_of(obj), cls):
        return obj
    if cls is class_list or cls is class_dict or cls is class_set:
        return obj
    f = type_lookup(type_of(obj), '__init__')
    result = apply(bind(f, obj, type_of(obj)), args, keywords)
    if result is not None:
        raise TypeError("__init__() should return None, not '" + type_name(result) + "'")
    return obj


def isinstance_(obj, cls):
    if type_of(obj) is cls:
        return True
    answer = class_check(isinstance, obj, cls, '__instancecheck__')
    if answer is not MISSING:
        return answer
    if not isinstance(cls, type):
        raise TypeError('isinstance() arg 2 must be a type, a tuple of types, or a union')
    return is_subtype(type_of(obj), cls)


def issubclass_(sub, cls):
    answer = class_check(issubclass, sub, cls, '__subclasscheck__')
    if answer is not MISSING:
        return answer
    if not isinstance(sub, type):
        raise TypeError('issubclass() arg 1 must be a class')
    if not isinstance(cls, type):
        raise TypeError('issubclass() arg 2 must be a class, a tuple of classes, or a union')
    return is_subtype(sub, cls)


def class_check(check, one, cls, hook):
    """What isinstance and issubclass do alike: several classes, and a class that answers itself. MISSING for any other."""
    if type_of(cls) is class_types_GenericAlias:
        raise TypeError(check.__name__ + '() argument 2 cannot be a parameterized generic')
    several = cls if type_of(cls) is class_tuple else cls.__args__ if type_of(cls) is class_types_UnionType else None
    if several is not None:
        for each in several:
            if check(one, each):
                return True
        return False
    f = type_lookup(type_of(cls), hook)
    if f is not MISSING and not is_native(f):
        return True if bind(f, cls, type_of(cls))(one) else False
    return MISSING


def print_(args, sep, end, file, flush):
    """print() where something has to be asked how it looks, or where stdout is not the machine's own."""
    if file is None:
        file = current_stdout()
        if file is None:
            return
    own = file is NotImplemented
    write = write_stdout if own else file.write
    first = True
    for v in args:
        if not first:
            write(' ' if sep is None else sep)
        first = False
        write(v if type_of(v) is class_str else str(v))
    write('\n' if end is None else end)
    if flush and not own:
        file.flush()


def dir_(obj):
    f = special(obj, '__dir__')
    return sorted(f())


def import_(name, fromlist):
    module = import_path(name)
    if fromlist:
        for item in fromlist:
            if item != '*' and not has_own(module, item) and has_own(module, '__path__'):
                import_submodule(name + '.' + item)
        return module
    dot = name.find('.')
    if dot < 0:
        return module
    return loaded_modules()[name[:dot]]


def import_path(name):
    """Imports a dotted name from its first part on; gives back the last."""
    modules = loaded_modules()
    if name in modules:
        found = modules[name]
        if found is None:
            raise ModuleNotFoundError('import of ' + name + ' halted; None in sys.modules', name=name)
        return found
    dot = name.rfind('.')
    parent = None
    if dot >= 0:
        parent = import_path(name[:dot])
        if not has_own(parent, '__path__'):
            raise ModuleNotFoundError("No module named " + repr(name) + "; " + repr(name[:dot]) + " is not a package", name=name)
        if name in modules:
            return modules[name]
    module = begin_module(name)
    try:
        run_module(module, name)
    except BaseException:
        modules.pop(name, None)
        raise
    module = modules[name]
    if parent is not None:
        setattr(parent, name[dot + 1:], module)
    return module


def import_submodule(name):
    if module_exists(name):
        import_path(name)


def import_from(module, name):
    try:
        return getattr(module, name)
    except AttributeError:
        pass
    owner = getattr(module, '__name__', None)
    full = str(owner) + '.' + name
    modules = loaded_modules()
    if full in modules:
        return modules[full]
    raise ImportError('cannot import name ' + repr(name) + ' from ' + repr(owner) + ' (' + module_origin(module) + ')', name=owner, path=None)


def show_exception(e, by_library=False):
    """What the interpreter prints for an exception that nobody caught, or what the library's module `traceback` makes of it."""
    for one, link in exception_chain(e):
        try:
            message = str(one)
        except BaseException:
            message = None
        write_stderr(exception_text(one, message, link, by_library))


def show_unraisable(e, what, obj):
    try:
        shown = repr(obj)
    except BaseException:
        shown = '<object repr() failed>'
    try:
        message = str(e)
    except BaseException:
        message = None
    write_stderr(unraisable_text(e, message, what, shown))


def show_fatal(e):
    """An exception left the program."""
    try:
        message = str(e)
    except Exception:
        message = '<exception str() failed>'
    note_failure(e, message)
    show_exception(e)


def show_exit(e, text):
    """SystemExit left the program."""
    note_failure(e, str(e.code))
    if text is not None:
        write_stderr(str(text) + '\n')


def show_thread_failure(e, function):
    """An exception left a thread that nothing but `_thread` has started."""
    try:
        message = str(e)
    except BaseException:
        message = '<exception str() failed>'
    note_failure(e, message)
    show_unraisable(e, 'in thread started by', function)


def join_threads():
    """The program's other threads come to their ends, but for daemons."""
    threading = loaded_modules().get('threading')
    if threading is not None:
        try:
            threading._shutdown()
        except BaseException as e:
            show_unraisable(e, 'in', threading)


def shutdown(namespace):
    """The process ends: what has something to do before it dies does it; then the program's names go."""
    join_threads()
    only_main_runs()
    for finalize, obj in exit_finalizers(True):
        finalize(obj)
    for finalize, obj in exit_finalizers(False):
        finalize(obj)
    clear_globals(namespace)


def write_to(file, text):
    file.write(text)
