# What _thread says of wrong calls, to the letter.
import _thread


def attempt(f, *args, **keywords):
    try:
        print(f(*args, **keywords))
    except BaseException as e:
        print(type(e).__name__, e)


lock = _thread.allocate_lock()
attempt(lock.release)
attempt(lock.acquire, False, 1)
attempt(lock.acquire, True, -2)
attempt(lock.acquire, timeout=1e20)
attempt(lock.acquire, timeout=10**10)
attempt(lock.acquire, timeout='x')
attempt(lock.acquire, timeout=float('nan'))
attempt(lock.acquire, False, -1)
attempt(lock.locked)
attempt(lock.__exit__, None, None, None)
attempt(lock._at_fork_reinit)
print(lock)
attempt(_thread.LockType)

again = _thread.RLock()
attempt(again.release)
attempt(again._is_owned)
print(again.acquire(), again.acquire(), again.acquire(timeout=1))
saved = again._release_save()
print(saved[0], again._is_owned(), again)
attempt(again._acquire_restore, saved)
print(again._release_save()[0])
attempt(again._release_save)

attempt(_thread.start_new_thread, 1, ())
attempt(_thread.start_new_thread, print, [])
attempt(_thread.start_new_thread, print, (), 2)
attempt(_thread.exit)
attempt(_thread.stack_size)
attempt(_thread.stack_size, -1)
attempt(_thread.stack_size, 5)
attempt(_thread.stack_size, 65536)
attempt(_thread.stack_size)
attempt(_thread._excepthook, 1)
attempt(_thread._ExceptHookArgs, (1, 2, 3, 4))
attempt(_thread._ExceptHookArgs, (1, 2, 3))
attempt(_thread._ExceptHookArgs, 1)
print(_thread.error, _thread.TIMEOUT_MAX, _thread.LockType, _thread.RLock, _thread._local)
