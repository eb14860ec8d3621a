# Messages call a class that is written in C by its module too.
import asyncio
import collections
import contextvars
import functools


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


future = asyncio.Future(loop=asyncio.new_event_loop())
for f in (lambda: future.x, lambda: asyncio.Task.x, lambda: collections.deque().x, lambda: functools.partial(print).x,
          lambda: contextvars.ContextVar('v').x, lambda: collections.deque()(), lambda: next(collections.deque()),
          lambda: functools.partial(print) + 1, lambda: 1 + collections.deque(), lambda: future < 1, lambda: len(future),
          lambda: iter(functools.partial(print)), lambda: collections.deque().__class__.__name__, lambda: future[0],
          lambda: {collections.deque(): 1}):
    attempt(f)
with functools.partial(print):
    pass
