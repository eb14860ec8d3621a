# What of _thread is easier said in Python.
import sys
from sys import _Named


class _ExceptHookArgs(_Named):
    """What a hook for uncaught exceptions is told."""
    _names = ('exc_type', 'exc_value', 'exc_traceback', 'thread')

    def __new__(cls, sequence):
        try:
            given = tuple(sequence)
        except TypeError:
            raise TypeError('constructor requires a sequence') from None
        if len(given) != 4:
            raise TypeError(f'_thread._ExceptHookArgs() takes a 4-sequence ({len(given)}-sequence given)')
        return tuple.__new__(cls, given)


def _excepthook(args, /):
    """Says on standard error that an exception has left a thread."""
    if type(args) is not _ExceptHookArgs:
        raise TypeError('_thread.excepthook argument type must be ExceptHookArgs')
    kind, e, traceback, thread = args
    if kind is SystemExit:
        return
    stderr = sys.stderr
    if stderr is None:
        stderr = None if thread is None else getattr(thread, '_stderr', None)
        if stderr is None:
            return
    name = getattr(thread, '_name', None)
    try:
        shown = str(get_ident()) if name is None else str(name)
    except BaseException:
        shown = '<failed to get name>'
    stderr.write('Exception in thread ' + shown + ':\n')
    if e is None:
        e = kind()
    try:
        message = str(e)
    except BaseException:
        message = '<exception str() failed>'
    _note_uncaught(e, message)
    _show_exception(e)


class _local(_local_base):
    """An object with other attributes in each thread."""

    def __getattribute__(self, name):
        given = _local_enter(self)
        if given is not None:
            _make(self, given)
        return _local_get(self, name)

    def __setattr__(self, name, value):
        given = _local_enter(self)
        if given is not None:
            _make(self, given)
        _local_set(self, name, value)

    def __delattr__(self, name):
        given = _local_enter(self)
        if given is not None:
            _make(self, given)
        _local_delete(self, name)


def _make(local, given):
    """A thread looks at the object for the first time."""
    try:
        type(local).__init__(local, *given[0], **given[1])
    except BaseException:
        _local_forget(local)
        raise
