import asyncio

def check(function):
    raise TypeError('not decorated')

class Holder:
    @staticmethod
    @check
    @asyncio.coroutine
    def method(self):
        yield
