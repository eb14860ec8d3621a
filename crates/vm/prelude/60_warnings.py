# Warnings (Python/_warnings.c): which are shown, where they are said to come from, and in which form.

# Newest first: (action, text the message begins with or None, category, module's name or None, line or 0).
WARNING_FILTERS = [
    ('default', None, DeprecationWarning, '__main__', 0),
    ('ignore', None, DeprecationWarning, None, 0),
    ('ignore', None, PendingDeprecationWarning, None, 0),
    ('ignore', None, ImportWarning, None, 0),
    ('ignore', None, ResourceWarning, None, 0),
]
# What was shown where no program ran any more, and for the action "once".
WARNINGS_SHOWN = {}


def warn(text, category, skip):
    """A coroutine dies that nobody awaited: the machine's own warning, with the line that let go of it."""
    place = program_place(skip)
    if place is None:
        warn_at(text, text, category, 'sys', 1, None, None)
        return
    file, line, source, module = place
    warn_at(text, text, category, file, line, source, module)
    # warnings.py adds this to a warning that names its source.
    if warning_was_shown():
        write_stderr(category.__name__ + ': Enable tracemalloc to get the object allocation traceback\n')


def warn_explicit(message, category, skip):
    """warnings.warn: gives back nothing."""
    text = str(message)
    place = program_place(skip)
    if place is None:
        warn_at(message, text, category, 'sys', 1, None, None)
        return
    file, line, source, module = place
    warn_at(message, text, category, file, line, source, module)


def warning_was_shown():
    return WARNINGS_SHOWN.get('last', False)


def warn_at(message, text, category, file, line, source, module):
    WARNINGS_SHOWN['last'] = False
    registry = WARNINGS_SHOWN
    name = None
    if module is not None:
        registry = module.setdefault('__warningregistry__', {})
        name = module.get('__name__')
    key = (text, category, line)
    if registry.get(key):
        return
    action = warning_action(text, category, name, line)
    if action == 'ignore':
        return
    if action == 'error':
        raise message if isinstance(message, Warning) else category(message)
    if action == 'once':
        registry[key] = True
        registry = WARNINGS_SHOWN
        key = (text, category)
        if registry.get(key):
            return
    elif action == 'module':
        registry[key] = True
        key = (text, category, 0)
        if registry.get(key):
            return
    if action != 'always':
        registry[key] = True
    hook = WARNINGS_SHOWN.get('hook')
    if hook is not None and hook(message if isinstance(message, Warning) else category(message), category, file, line):
        return
    shown = file + ':' + str(line) + ': ' + category.__name__ + ': ' + text + '\n'
    if source is not None and source.strip():
        shown = shown + '  ' + source.strip() + '\n'
    write_stderr(shown)
    WARNINGS_SHOWN['last'] = True


def warning_action(text, category, name, line):
    for action, start, kind, module, at in WARNING_FILTERS:
        if start is not None and not text.lower().startswith(start.lower()):
            continue
        if not issubclass(category, kind):
            continue
        if module is not None and module != name:
            continue
        if at != 0 and at != line:
            continue
        return action
    return 'default'
