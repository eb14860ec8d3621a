# Context managers from generators, and stacks of them.
import sys as _sys
from _types import minor as _minor

__all__ = ['AbstractAsyncContextManager', 'AbstractContextManager', 'AsyncContextDecorator', 'AsyncExitStack',
           'ContextDecorator', 'ExitStack', 'aclosing', 'asynccontextmanager', 'closing', 'contextmanager',
           'nullcontext', 'redirect_stderr', 'redirect_stdout', 'suppress']


class AbstractContextManager:
    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        return None


class AbstractAsyncContextManager:
    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc_value, traceback):
        return None


def _dress(wrapper, wrapped):
    """What functools.wraps does."""
    for name in ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__'):
        if hasattr(wrapped, name):
            setattr(wrapper, name, getattr(wrapped, name))
    wrapper.__dict__.update(getattr(wrapped, '__dict__', {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return _dress(inner, func)


class AsyncContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return _dress(inner, func)


class _FromGenerator:
    """Keeps how the generator was made: a decorator makes a new one at each call."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        self.__doc__ = getattr(func, '__doc__', None) or type(self).__doc__

    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.kwds)

    def _forget_arguments(self):
        del self.args, self.kwds, self.func


def _is_the_same(raised, thrown, traceback, stop):
    """Whether the generator let the exception that was thrown into it pass; its traceback is as before then."""
    if raised is thrown:
        raised.__traceback__ = traceback
        return True
    # A StopIteration that leaves a generator comes out as the cause of a RuntimeError.
    if isinstance(raised, RuntimeError) and isinstance(thrown, stop) and raised.__cause__ is thrown:
        thrown.__traceback__ = traceback
        return True
    return False


class _GeneratorContextManager(_FromGenerator, AbstractContextManager, ContextDecorator):
    def __enter__(self):
        self._forget_arguments()
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except StopIteration as e:
            return e is not value
        except BaseException as e:
            if _is_the_same(e, value, traceback, StopIteration):
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")


class _AsyncGeneratorContextManager(_FromGenerator, AbstractAsyncContextManager, AsyncContextDecorator):
    async def __aenter__(self):
        self._forget_arguments()
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as e:
            return e is not value
        except BaseException as e:
            if _is_the_same(e, value, traceback, (StopIteration, StopAsyncIteration)):
                return False
            raise
        raise RuntimeError("generator didn't stop after athrow()")


def contextmanager(func):
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return _dress(helper, func)


def asynccontextmanager(func):
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return _dress(helper, func)


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)


class _Redirection(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(_sys, self._stream))
        setattr(_sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(_sys, self._stream, self._old_targets.pop())


class redirect_stdout(_Redirection):
    _stream = 'stdout'


class redirect_stderr(_Redirection):
    _stream = 'stderr'


def _bound(f, manager):
    return lambda *details: f(manager, *details)


def _methods(cls, enter, leave):
    """Two special methods, looked up in the class as `with` does."""
    if _minor < 11:
        found = getattr(cls, leave)
        return getattr(cls, enter), found
    try:
        return getattr(cls, enter), getattr(cls, leave)
    except AttributeError:
        kind = 'asynchronous ' if enter == '__aenter__' else ''
        raise TypeError("'" + cls.__module__ + '.' + cls.__qualname__ + "' object does not support the " + kind
                        + 'context manager protocol') from None


class _Stack:
    """What both stacks share: the exits, innermost last, each with whether it may be called at once."""

    def __init__(self):
        self._exits = []

    def pop_all(self):
        made = type(self)()
        made._exits = self._exits
        self._exits = []
        return made

    def _push(self, callback, is_sync=True):
        self._exits.append((is_sync, callback))

    def enter_context(self, cm):
        cls = type(cm)
        enter, leave = _methods(cls, '__enter__', '__exit__')
        result = enter(cm)
        self._push(_bound(leave, cm))
        return result

    def push(self, exit):
        leave = getattr(type(exit), '__exit__', None)
        self._push(exit if leave is None else _bound(leave, exit))
        return exit

    def callback(self, callback, /, *args, **kwds):
        def call(exc_type, exc, tb):
            callback(*args, **kwds)
        call.__wrapped__ = callback
        self._push(call)
        return callback


class _Leaving:
    """What a stack knows while it calls its exits."""

    def __init__(self, details):
        self.received = details[0] is not None
        self.outer = _sys.exc_info()[1]
        self.details = details
        self.suppressed = False
        self.raised = False

    def came_back(self, answer):
        if answer:
            self.suppressed = True
            self.raised = False
            self.details = (None, None, None)

    def failed(self, new):
        self._join(new, self.details[1])
        self.raised = True
        self.details = (type(new), new, new.__traceback__)

    def _join(self, new, old):
        """A stack's exits fail as nested `with` statements would: the exception before is the context of this one."""
        while True:
            context = new.__context__
            if context is None or context is old:
                return
            if context is self.outer:
                break
            new = context
        new.__context__ = old

    def answer(self):
        if self.raised:
            e = self.details[1]
            kept = e.__context__
            try:
                raise e
            except BaseException:
                e.__context__ = kept
                raise
        return self.received and self.suppressed


class ExitStack(_Stack, AbstractContextManager):
    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        leaving = _Leaving(exc_details)
        while self._exits:
            is_sync, leave = self._exits.pop()
            try:
                leaving.came_back(leave(*leaving.details))
            except BaseException as e:
                leaving.failed(e)
        return leaving.answer()

    def close(self):
        self.__exit__(None, None, None)


class AsyncExitStack(_Stack, AbstractAsyncContextManager):
    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        leaving = _Leaving(exc_details)
        while self._exits:
            is_sync, leave = self._exits.pop()
            try:
                answer = leave(*leaving.details)
                leaving.came_back(answer if is_sync else await answer)
            except BaseException as e:
                leaving.failed(e)
        return leaving.answer()

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def enter_async_context(self, cm):
        cls = type(cm)
        enter, leave = _methods(cls, '__aenter__', '__aexit__')
        result = await enter(cm)
        self._push(_bound(leave, cm), False)
        return result

    def push_async_exit(self, exit):
        leave = getattr(type(exit), '__aexit__', None)
        self._push(exit if leave is None else _bound(leave, exit), False)
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        async def call(exc_type, exc, tb):
            await callback(*args, **kwds)
        call.__wrapped__ = callback
        self._push(call, False)
        return callback
