# The loop and the policy of Unix.
from asyncio.base_events import BaseEventLoop
from asyncio.events import BaseDefaultEventLoopPolicy


class _UnixSelectorEventLoop(BaseEventLoop):
    pass


class _UnixDefaultEventLoopPolicy(BaseDefaultEventLoopPolicy):
    pass


SelectorEventLoop = _UnixSelectorEventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
_UnixSelectorEventLoop.__module__ = 'asyncio.unix_events'
