# What came with 3.11 is not there, and what went is.
import asyncio
import builtins
import contextlib
import inspect
import math
import operator
import sys
import typing

print(sys.version_info[:3], sys.hexversion == 0x030a0df0, sys.hash_info.algorithm)
for owner, names in ((asyncio, 'TaskGroup Runner timeout timeout_at Barrier BrokenBarrierError Timeout taskgroups coroutine sleep'),
                     (math, 'cbrt exp2 pi'), (operator, 'call add'), (sys, 'exception exc_info'), (contextlib, 'chdir suppress'),
                     (typing, 'Self Never LiteralString Required TypeVarTuple assert_never Optional'),
                     (inspect, 'getmembers_static isfunction'),
                     (ValueError(), 'add_note args'), (asyncio.Task, 'cancelling uncancel cancel'), (object, '__getstate__ __repr__'),
                     ((one for one in ()), 'gi_suspended gi_running'), (print, '__name__'), ((lambda: 0).__code__, 'co_qualname co_name')):
    print({name: hasattr(owner, name) for name in names.split()})
for name in ('ExceptionGroup', 'BaseExceptionGroup', 'range'):
    print(name, hasattr(builtins, name))
for text in ('from asyncio import TaskGroup', 'from math import cbrt', 'import tomllib', 'import asyncio.taskgroups'):
    try:
        if text == 'from asyncio import TaskGroup':
            from asyncio import TaskGroup
        elif text == 'from math import cbrt':
            from math import cbrt
        elif text == 'import tomllib':
            import tomllib
        else:
            import asyncio.taskgroups
    except ImportError as e:
        print(type(e).__name__, str(e).split(' (')[0])
asyncio.timeout(1)
