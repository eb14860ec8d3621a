# Which loop belongs to this thread: the policy.
from _asyncio import (Handle, TimerHandle, _get_running_loop, _is_main_thread, _loop_that_was_set, _set_loop,
                      _set_running_loop, get_event_loop, get_running_loop)


class AbstractEventLoop:
    pass


class AbstractEventLoopPolicy:
    pass


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    def get_event_loop(self):
        loop = _loop_that_was_set()
        if loop is ... and _is_main_thread():
            loop = self.new_event_loop()
            self.set_event_loop(loop)
        if loop is None or loop is ...:
            from threading import current_thread
            raise RuntimeError('There is no current event loop in thread ' + repr(current_thread().name) + '.')
        return loop

    def set_event_loop(self, loop):
        if loop is not None and not hasattr(loop, '_run_once'):
            raise TypeError("loop must be an instance of AbstractEventLoop or None, not '" + type(loop).__name__ + "'")
        _set_loop(loop)

    def new_event_loop(self):
        from asyncio.unix_events import _UnixSelectorEventLoop
        return _UnixSelectorEventLoop()


_policy = None


def get_event_loop_policy():
    global _policy
    if _policy is None:
        from asyncio.unix_events import _UnixDefaultEventLoopPolicy
        _policy = _UnixDefaultEventLoopPolicy()
    return _policy


def set_event_loop_policy(policy):
    global _policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError("policy must be an instance of AbstractEventLoopPolicy or None, not '" + type(policy).__name__ + "'")
    _policy = policy


def set_event_loop(loop):
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    return get_event_loop_policy().new_event_loop()
