# The Python half of the native futures, tasks, handles and loops: words and detours. Natives look these names up.
from _types import minor as _minor


def _call_method(obj, name, args):
    return getattr(obj, name)(*args)


def get_event_loop():
    running = _get_running_loop()
    if running is not None:
        return running
    import asyncio.events
    return asyncio.events.get_event_loop_policy().get_event_loop()


def _call_at(loop, when, callback, args, context):
    return loop.call_at(when, callback, *args, context=context)


def _call_all_soon(loop, calls):
    for callback, args, context in calls:
        loop.call_soon(callback, *args, context=context)


def _call_all_soon_and_agree(loop, calls):
    _call_all_soon(loop, calls)
    return True


def _tell(loop, message, **details):
    context = {'message': message}
    context.update(details)
    loop.call_exception_handler(context)


def _never_retrieved(loop, future, exception):
    kind = type(future).__name__
    _tell(loop, kind + ' exception was never retrieved', exception=exception, future=future)


def _destroyed_pending(loop, task):
    _tell(loop, 'Task was destroyed but it is pending!', task=task)


def _handle_failed(handle, e):
    shown = _callback_shown(handle._callback, handle._args)
    try:
        raise e         # handled while it is told: what fails in the loop's exception handler has it for its context
    except BaseException:
        _tell(handle._loop, 'Exception in callback ' + shown, exception=e, handle=handle)
    finally:
        handle = e = None


def _leave_loop(handle, e):
    raise e


def _run_handle(handle):
    before = _handle_begins(handle)
    failed = None
    try:
        handle._context.run(handle._callback, *handle._args)
    except (SystemExit, KeyboardInterrupt) as e:
        _handle_ended(handle, before, e)
        raise
    except BaseException as e:
        failed = e
    _handle_ended(handle, before, failed)
    if failed is not None:
        _handle_failed(handle, failed)
        failed = None


def _failure_of(future):
    """What asking a foreign future for its result raises."""
    try:
        future.result()
    except BaseException as e:
        return e
    return None


def _bad_yield(task, v, reason):
    if reason == 'itself':
        return RuntimeError('Task cannot await on itself: ' + repr(task))
    if reason == 'loop':
        return RuntimeError('Task ' + repr(task) + ' got Future ' + repr(v) + ' attached to a different loop')
    return RuntimeError('yield was used instead of yield from in task ' + repr(task) + ' with ' + repr(v))


def _look_at_yield(task, v):
    """A task's coroutine yielded what is no native future: the error that means, or None if the task waits for it."""
    blocking = getattr(v, '_asyncio_future_blocking', None)
    if blocking is None:
        if type(v).__name__ == 'generator':
            return RuntimeError('yield was used instead of yield from for generator in task ' + repr(task) + ' with ' + repr(v))
        return RuntimeError('Task got bad yield: ' + repr(v))
    if v.get_loop() is not task.get_loop():
        return _bad_yield(task, v, 'loop')
    if not blocking:
        return _bad_yield(task, v, 'yield')
    v._asyncio_future_blocking = False
    v.add_done_callback(_wakeup_of(task), context=_context_of(task))
    return None


def _short(v):
    text = repr(v)
    return text if len(text) <= 60 else text[:28] + '...' + text[-29:]


def _callback_name(callback, args=()):
    inner = getattr(callback, 'func', None)
    if inner is not None and hasattr(callback, 'keywords'):
        return _callback_name(inner, callback.args) + _arguments(args)
    name = getattr(callback, '__qualname__', None) or getattr(callback, '__name__', None)
    if name == 'task_wakeup':
        name = 'Task.task_wakeup'
    return (name or repr(callback)) + _arguments(args)


def _arguments(args):
    return '(' + ', '.join([_short(v) for v in args]) + ')'


def _source_of(callback):
    inner = getattr(callback, 'func', None)
    if inner is not None and hasattr(callback, 'keywords'):
        return _source_of(inner)
    callback = getattr(callback, '__func__', callback)
    code = getattr(callback, '__code__', None)
    if code is None:
        return None
    return code.co_filename + ':' + str(code.co_firstlineno)


def _callback_shown(callback, args):
    source = _source_of(callback)
    shown = _callback_name(callback, args or ())
    return shown if source is None else shown + ' at ' + source


def _handle_repr(handle):
    info = [type(handle).__name__]
    if handle._cancelled:
        info.append('cancelled')
    when = getattr(handle, '_when', None)
    if when is not None:
        info.append('when=' + repr(when))
    if handle._callback is not None:
        info.append(_callback_shown(handle._callback, handle._args))
    return '<' + ' '.join(info) + '>'


def _future_info(future):
    info = [future._state.lower()]
    if future._state == 'FINISHED':
        if future._exception is not None:
            info.append('exception=' + repr(future._exception))
        else:
            info.append('result=' + _short(future._result))
    if future._callbacks:
        shown = [_callback_shown(one[0], ()) for one in future._callbacks]
        if len(shown) > 2:
            shown = [shown[0], '<' + str(len(shown) - 2) + ' more>', shown[-1]]
        info.append('cb=[' + ', '.join(shown) + ']')
    return info


def _future_repr(future):
    return '<' + type(future).__name__ + ' ' + ' '.join(_future_info(future)) + '>'


def _coroutine_shown(coroutine):
    name = getattr(coroutine, '__qualname__', None) or getattr(coroutine, '__name__', None)
    if name is None:
        name = '<' + type(coroutine).__name__ + ' without __name__>'
    code = getattr(coroutine, 'cr_code', None) or getattr(coroutine, 'gi_code', None)
    if code is None:
        return name + '()'
    line = _coroutine_line(coroutine)
    if line is None:
        return name + '() done, defined at ' + code.co_filename + ':' + str(code.co_firstlineno)
    return name + '() running at ' + code.co_filename + ':' + str(line)


def _task_repr(task):
    info = _future_info(task)
    if task._must_cancel if _minor < 11 else task.cancelling() and not task.done():
        info[0] = 'cancelling'
    info.insert(1, 'name=' + repr(task.get_name()))
    if task._fut_waiter is not None:
        info.insert(2, 'wait_for=' + repr(task._fut_waiter))
    if task._coro is not None:
        info.insert(2, 'coro=<' + _coroutine_shown(task._coro) + '>')
    return '<' + type(task).__name__ + ' ' + ' '.join(info) + '>'
