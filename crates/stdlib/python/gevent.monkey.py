# Patching: functions of the library that block a thread are replaced by ones that let other greenlets go on.
import sys

__all__ = ['patch_all', 'patch_time', 'is_module_patched', 'is_object_patched', 'get_original', 'patch_item',
           'MonkeyPatchWarning']
__simul_missing__ = ('patch_builtins', 'patch_contextvars', 'patch_dns', 'patch_os', 'patch_queue', 'patch_select',
                     'patch_selectors', 'patch_signal', 'patch_socket', 'patch_ssl', 'patch_subprocess', 'patch_sys',
                     'patch_thread', 'patch_module', 'main', '__file__', '__cached__')

# What was replaced, by module and name.
saved = {}
_NOTHING = object()


class MonkeyPatchWarning(RuntimeWarning):
    """Patching that will not do what is expected of it."""


def is_module_patched(mod_name):
    return mod_name in saved


def is_object_patched(mod_name, item_name):
    return is_module_patched(mod_name) and item_name in saved[mod_name]


def _module(name):
    if name not in sys.modules:
        __import__(name)
    return sys.modules[name]


def _one_original(name, item):
    kept = saved.get(name, {})
    return kept[item] if item in kept else getattr(_module(name), item)


def get_original(mod_name, item_name):
    if isinstance(item_name, str):
        return _one_original(mod_name, item_name)
    return [_one_original(mod_name, item) for item in item_name]


def patch_item(module, attr, newitem):
    old = getattr(module, attr, _NOTHING)
    if old is not _NOTHING:
        saved.setdefault(module.__name__, {}).setdefault(attr, old)
    setattr(module, attr, newitem)


def patch_time():
    import time

    import gevent.time
    for name in gevent.time.__implements__:
        patch_item(time, name, getattr(gevent.time, name))


def _close_threads():
    """Threads that are greenlets are not there yet: reaching for one is refused."""
    import _thread
    import threading
    for module, names in ((_thread, ('allocate_lock', 'start_new_thread', 'RLock', '_local')),
                          (threading, ('Thread', 'Timer', 'Lock', 'RLock', 'Condition', 'Semaphore', 'BoundedSemaphore',
                                       'Event', 'Barrier', 'local', 'current_thread', 'get_ident'))):
        for name in names:
            old = module.__dict__.pop(name, _NOTHING)
            if old is not _NOTHING:
                saved.setdefault(module.__name__, {}).setdefault(name, old)
        module.__simul_missing__ = getattr(module, '__simul_missing__', ()) + names


def patch_all(socket=True, dns=True, time=True, select=True, thread=True, os=True, ssl=True, subprocess=True, sys=False,
              aggressive=True, Event=True, builtins=True, signal=True, queue=True, contextvars=True, **kwargs):
    """Patches what there is of the library. Modules that are not there need no patching."""
    if time:
        patch_time()
    if thread:
        _close_threads()
    return True
