# Warnings. The filters and the showing are the machine's own: it warns too.
from _types import refuse as _refuse
from _warnings import filters, warn as _warn

__simul_missing__ = ('WarningMessage', 'catch_warnings', 'defaultaction', 'formatwarning', 'onceregistry', 'showwarning', 'warn_explicit')

_ACTIONS = ('error', 'ignore', 'always', 'default', 'module', 'once')
_PATTERN = '.^$*+?{}[]\\|()'


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '" + type(category).__name__ + "'")
    _warn(message, category, max(stacklevel - 1, 0))


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


def _check(action):
    if action not in _ACTIONS:
        raise AssertionError('invalid action: ' + repr(action))


def _add(item, append):
    if append:
        if item not in filters:
            filters.append(item)
        return
    if item in filters:
        filters.remove(item)
    filters.insert(0, item)
