# What gevent raises.
from greenlet import GreenletExit

__all__ = ['LoopExit']


class LoopExit(Exception):
    """The hub has nothing to wait for, so that those who wait would wait for ever."""

    @property
    def hub(self):
        if len(self.args) == 3:
            return self.args[1]

    def __repr__(self):
        if len(self.args) != 3:
            return Exception.__repr__(self)
        reason, hub, handles = self.args
        return f'{reason}\n\tHub: {hub}\n\tHandles:\n{handles!r}'

    def __str__(self):
        return repr(self)


class BlockingSwitchOutError(AssertionError):
    """Something waits in a callback of the hub."""


class InvalidSwitchError(AssertionError):
    """Control came back to a greenlet from where it was not expected."""


class ConcurrentObjectUseError(AssertionError):
    """Two greenlets use an object that is for one."""


class HubDestroyed(GreenletExit):
    """A hub was destroyed."""
