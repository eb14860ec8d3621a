"""The package greenlet over its native half."""


from greenlet._greenlet import GreenletExit, error, getcurrent, gettrace, greenlet, settrace

GREENLET_USE_CONTEXT_VARS = True
GREENLET_USE_GC = True
GREENLET_USE_TRACING = True
__version__ = '3.5.6'
__simul_missing__ = (
    'CLOCKS_PER_SEC',
    '_C_API',
    'enable_optional_cleanup',
    'get_clocks_used_doing_optional_cleanup',
)
