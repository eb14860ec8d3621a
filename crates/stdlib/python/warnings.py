# Warnings. The filters and what was shown are the machine's own: it warns too.
import sys as _sys
from _types import refuse as _refuse
from _warnings import filters, shown as _shown, source_line as _source_line, warn as _warn, warn_at as _warn_at

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings', 'simplefilter', 'resetwarnings',
           'catch_warnings']

_ACTIONS = ('default', 'error', 'ignore', 'always', 'module', 'once')
_PATTERN = '.^$*+?{}[]\\|()'


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '" + type(category).__name__ + "'")
    _warn(message, category, max(stacklevel - 1, 0))


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if isinstance(message, Warning):
        category = type(message)
    names = {'__name__': module or filename.removesuffix('.py') or '<unknown>', '__warningregistry__': registry}
    if registry is None:
        names['__warningregistry__'] = {}
    _warn_at(message, str(message), category, filename, lineno, _source_line(filename, lineno), names)


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return ('{message : %r, category : %r, filename : %r, lineno : %s, line : %r}'
                % (self.message, self._category_name, self.filename, self.lineno, self.line))


def formatwarning(message, category, filename, lineno, line=None):
    text = str(filename) + ':' + str(lineno) + ': ' + category.__name__ + ': ' + str(message) + '\n'
    if line is None:
        line = _source_line(filename, lineno)
    if line and line.strip():
        text += '  ' + line.strip() + '\n'
    return text


def showwarning(message, category, filename, lineno, file=None, line=None):
    if file is None:
        file = _sys.stderr
    file.write(formatwarning(message, category, filename, lineno, line))


_original = (showwarning, formatwarning)
_records = []


def _show(message, category, filename, lineno):
    """The machine is about to show a warning: true if somebody else has taken it."""
    if _records and _records[-1] is not None and showwarning is _original[0]:
        _records[-1].append(WarningMessage(message, category, filename, lineno))
    elif showwarning is not _original[0]:
        showwarning(message, category, filename, lineno)
    elif formatwarning is not _original[1]:
        _sys.stderr.write(formatwarning(message, category, filename, lineno))
    else:
        return False
    return True


_shown['hook'] = _show


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check(action)
    _add((action, None, category, None, lineno), append)


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    _check(action)
    for pattern in (message, module):
        if any([c in _PATTERN for c in pattern]):
            _refuse('a warnings filter with a pattern', 'give the beginning of the text as it is')
    _add((action, message or None, category, module or None, lineno), append)


def resetwarnings():
    filters.clear()
    _forget()


def _check(action):
    if action not in _ACTIONS:
        raise AssertionError('invalid action: ' + repr(action))


def _add(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _forget()


def _forget():
    """New filters: what was shown once may be shown again."""
    for key in list(_shown):
        if type(key) is tuple:
            del _shown[key]
    for module in list(_sys.modules.values()):
        registry = module.__dict__.get('__warningregistry__')
        if registry:
            registry.clear()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        if module is not None:
            _refuse('warnings.catch_warnings(module=…)')
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        return 'catch_warnings(' + ('record=True' if self._record else '') + ')'

    def __enter__(self):
        global showwarning
        if self._entered:
            raise RuntimeError('Cannot enter ' + repr(self) + ' twice')
        self._entered = True
        self._filters = list(filters)
        self._showwarning = showwarning
        _forget()
        if self._filter is not None:
            simplefilter(*self._filter)
        _records.append([] if self._record else _records[-1] if _records else None)
        if self._record:
            showwarning = _original[0]
            return _records[-1]

    def __exit__(self, *exc_info):
        global showwarning
        if not self._entered:
            raise RuntimeError('Cannot exit ' + repr(self) + ' without entering first')
        filters[:] = self._filters
        _forget()
        showwarning = self._showwarning
        _records.pop()
