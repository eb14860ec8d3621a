def gen():
    print('running', me.gi_running, me.gi_frame is not None)
    yield from [1, 2]
    return 3

me = gen()
print(me.gi_running, me.gi_suspended, me.gi_yieldfrom, me.gi_code.co_name)
next(me)
print(me.gi_running, me.gi_suspended, type(me.gi_yieldfrom).__name__)
print(list(me), me.gi_frame, me.gi_suspended)
print(me.__name__, me.__qualname__, gen.__code__.co_varnames, gen.__code__.co_argcount)
me.__name__ = 'renamed'
print(me.__name__)
async def co(): pass
c = co()
print(c.cr_running, c.cr_await, c.cr_frame is not None, c.__name__, type(c).__name__)
c.close()
print(c.cr_frame)
