# asyncio: our own package over the native futures, tasks and loops.
from _asyncio import (CancelledError, Future, Handle, InvalidStateError, Task, TimerHandle, _enter_task,
                      _get_running_loop, _leave_task, _register_task, _set_running_loop, _unregister_task, all_tasks,
                      current_task, get_event_loop, get_running_loop)
from asyncio import (base_events, coroutines, events, exceptions, futures, locks, queues, runners, tasks, threads,
                     unix_events)
from asyncio.base_events import BaseEventLoop
from asyncio.coroutines import iscoroutine, iscoroutinefunction
from asyncio.events import (AbstractEventLoop, AbstractEventLoopPolicy, get_event_loop_policy, new_event_loop,
                            set_event_loop, set_event_loop_policy)
from asyncio.exceptions import (IncompleteReadError, LimitOverrunError, SendfileNotAvailableError, TimeoutError)
from asyncio.futures import isfuture, wrap_future
from asyncio.locks import BoundedSemaphore, Condition, Event, Lock, Semaphore
from asyncio.queues import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull
from asyncio.runners import run
from asyncio.tasks import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, as_completed, create_task, ensure_future,
                           gather, run_coroutine_threadsafe, shield, sleep, wait, wait_for)
from asyncio.threads import to_thread
from asyncio.unix_events import DefaultEventLoopPolicy, SelectorEventLoop
from _types import minor as _minor

if _minor < 11:
    from asyncio.coroutines import coroutine
else:
    from asyncio import taskgroups, timeouts
    from asyncio.exceptions import BrokenBarrierError
    from asyncio.runners import Runner
    from asyncio.taskgroups import TaskGroup
    from asyncio.timeouts import Timeout, timeout, timeout_at

__simul_missing__ = (
    'AbstractChildWatcher', 'AbstractServer', 'Barrier', 'BaseProtocol', 'BaseTransport', 'BufferedProtocol',
    'DatagramProtocol', 'DatagramTransport', 'FastChildWatcher', 'MultiLoopChildWatcher', 'PidfdChildWatcher',
    'Protocol', 'ReadTransport', 'SafeChildWatcher', 'Server', 'StreamReader', 'StreamReaderProtocol',
    'StreamWriter', 'SubprocessProtocol', 'SubprocessTransport', 'ThreadedChildWatcher', 'Transport',
    'WriteTransport', 'base_futures', 'base_subprocess', 'base_tasks', 'constants', 'create_subprocess_exec',
    'create_subprocess_shell', 'format_helpers', 'get_child_watcher', 'log', 'mixins', 'open_connection',
    'open_unix_connection', 'protocols', 'selector_events', 'set_child_watcher', 'sslproto', 'staggered',
    'start_server', 'start_unix_server', 'streams', 'subprocess', 'transports', 'trsock',
)
__all__ = (
    'ALL_COMPLETED', 'AbstractEventLoop', 'AbstractEventLoopPolicy', 'BaseEventLoop', 'BoundedSemaphore',
    'CancelledError', 'Condition', 'DefaultEventLoopPolicy', 'Event', 'FIRST_COMPLETED',
    'FIRST_EXCEPTION', 'Future', 'Handle', 'IncompleteReadError', 'InvalidStateError', 'LifoQueue',
    'LimitOverrunError', 'Lock', 'PriorityQueue', 'Queue', 'QueueEmpty', 'QueueFull', 'SelectorEventLoop',
    'Semaphore', 'SendfileNotAvailableError', 'Task', 'TimeoutError', 'TimerHandle',
    'all_tasks', 'as_completed', 'create_task', 'current_task', 'ensure_future', 'gather', 'get_event_loop',
    'get_event_loop_policy', 'get_running_loop', 'iscoroutine', 'iscoroutinefunction', 'isfuture', 'new_event_loop',
    'run', 'run_coroutine_threadsafe', 'set_event_loop', 'set_event_loop_policy', 'shield', 'sleep', 'to_thread',
    'wait', 'wait_for', 'wrap_future',
)
__all__ += (('coroutine',) if _minor < 11 else
            ('BrokenBarrierError', 'Runner', 'TaskGroup', 'Timeout', 'timeout', 'timeout_at'))
