# The package of gevent's loop.
