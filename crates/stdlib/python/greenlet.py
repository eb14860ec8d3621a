"""The package greenlet over its native half."""


class GreenletExit(BaseException):
    """Raised in a greenlet to end it: it leaves the greenlet and no further."""


class error(Exception):
    """A switch that is not possible."""


from greenlet._greenlet import getcurrent, greenlet

GREENLET_USE_CONTEXT_VARS = True
GREENLET_USE_GC = True
GREENLET_USE_TRACING = True
__version__ = '3.5.6'
__simul_missing__ = (
    'CLOCKS_PER_SEC',
    '_C_API',
    'enable_optional_cleanup',
    'get_clocks_used_doing_optional_cleanup',
    'gettrace',
    'settrace',
)
