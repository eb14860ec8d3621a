import asyncio

loop = asyncio.new_event_loop()
future = loop.create_future()
def told(f): print('told', f is future, f.done(), f.cancelled(), f.exception())
future.add_done_callback(told)
future.add_done_callback(told)
print(future.remove_done_callback(told), future.remove_done_callback(told))
future.add_done_callback(told)
for question in future.result, future.exception:
    try:
        question()
    except asyncio.InvalidStateError as error:
        print(repr(error))
loop.call_later(1, future.set_exception, ValueError('wrong'))
try:
    print(loop.run_until_complete(future))
except ValueError as error:
    print('raised', error)
try:
    future.set_result(5)
except asyncio.InvalidStateError as error:
    print(error)

second = loop.create_future()
second.add_done_callback(lambda f: print('cancelled', f.cancelled()))
print(second.cancel('no need'), second.cancel(), second.cancelled())
loop.call_soon(loop.stop)
loop.run_forever()
try:
    second.result()
except asyncio.CancelledError as error:
    print(repr(error))
try:
    loop.create_future().set_exception(StopIteration(1))
except TypeError as error:
    print(error)
third = loop.create_future()
third.set_exception(KeyError)
print(repr(third.exception()), repr(third))
fourth = asyncio.Future(loop=loop)
fourth.add_done_callback(lambda f: 1 / 0)
fourth.set_result(None)
loop.call_soon(loop.stop)
loop.run_forever()
print(fourth.result(), fourth.get_loop() is loop)
loop.close()
