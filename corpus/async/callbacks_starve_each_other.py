# call_soon from a callback runs in the next pass: two that do it for ever leave room for timers.
import asyncio
import functools

loop = asyncio.new_event_loop()
turns = {'ping': 0, 'pong': 0}

def again(name, other):
    turns[name] += 1
    if turns[name] <= 3:
        print(name, turns[name])
    if stopped:
        return
    loop.call_soon(again, name, other)

stopped = False
def stop():
    global stopped
    stopped = True
    print('stop after', turns['ping'] == turns['pong'], turns['ping'] > 3)
    loop.stop()

loop.call_soon(functools.partial(again, 'ping', other='pong'))
loop.call_soon(functools.partial(again, 'pong', other='ping'))
loop.call_later(0.0001, stop)
loop.call_soon(print, 'queued third')
loop.run_forever()
print(turns['ping'] == turns['pong'], loop.is_running())
loop.close()
