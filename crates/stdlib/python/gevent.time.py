# `time` with a sleep that lets other greenlets go on.
from gevent.hub import sleep

__implements__ = ['sleep']
__all__ = __implements__
