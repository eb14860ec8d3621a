# asyncio's exceptions. Two of them are native.
from _asyncio import CancelledError, InvalidStateError
from _types import minor as _minor

if _minor < 11:
    class TimeoutError(Exception):
        pass
else:
    TimeoutError = TimeoutError


class SendfileNotAvailableError(RuntimeError):
    pass


class IncompleteReadError(EOFError):
    def __init__(self, partial, expected):
        shown = 'undefined' if expected is None else repr(expected)
        super().__init__(str(len(partial)) + ' bytes read on a total of ' + shown + ' expected bytes')
        self.partial = partial
        self.expected = expected


class LimitOverrunError(Exception):
    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed


class BrokenBarrierError(RuntimeError):
    pass
