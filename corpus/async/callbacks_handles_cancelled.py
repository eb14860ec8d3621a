import asyncio

def make(loop):
    def first():
        print('first; cancels third and the timer')
        third.cancel()
        timer.cancel()
        timer.cancel()
    def second():
        print('second')
        second_handle.cancel()      # it's under way: too late
        print(second_handle.cancelled())
    loop.call_soon(first)
    second_handle = loop.call_soon(second)
    third = loop.call_soon(print, 'third: never')
    timer = loop.call_later(0.1, print, 'timer: never')
    later = loop.call_later(0.2, lambda: (print('later'), loop.stop()))
    return third, timer, later

loop = asyncio.new_event_loop()
third, timer, later = make(loop)
print(third.cancelled(), timer.cancelled(), later.cancelled())
loop.run_forever()
print(third.cancelled(), timer.cancelled(), later.cancelled())
print(type(third).__name__, type(timer).__name__, isinstance(timer, asyncio.Handle))
a, b = loop.call_at(5000, print), loop.call_at(6000, print)
print(a < b, a <= a, a > b, a == a, a == b, b.when() - a.when())
loop.close()
