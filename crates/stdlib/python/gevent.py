# The package gevent.
from gevent.exceptions import GreenletExit
from gevent.hub import (Hub, get_hub, getcurrent, idle, iwait, kill, sleep, spawn_raw, wait)
from gevent.timeout import Timeout, with_timeout
from gevent.greenlet import Greenlet, joinall, killall

__all__ = ['Greenlet', 'GreenletExit', 'Timeout', 'config', 'fork', 'get_hub', 'getcurrent', 'getswitchinterval',
           'idle', 'iwait', 'joinall', 'kill', 'killall', 'reinit', 'setswitchinterval', 'signal_handler', 'sleep',
           'spawn', 'spawn_later', 'spawn_raw', 'wait', 'with_timeout']
__simul_missing__ = ('config', 'fork', 'reinit', 'signal_handler', 'getswitchinterval', 'setswitchinterval', 'signal',
                     'socket', 'select', 'server', 'pywsgi', 'subprocess', 'threadpool', 'threading', 'backdoor',
                     'baseserver', 'core', 'events', 'fileobject', 'local', 'os', 'resolver',
                     'selectors', 'ssl', 'thread', 'util', 'win32util', 'builtins', 'monkey_patch', 'contextvars',
                     '__file__', '__cached__')
__version__ = '26.9.0'
version_info = (26, 9, 0)

spawn = Greenlet.spawn
spawn_later = Greenlet.spawn_later
