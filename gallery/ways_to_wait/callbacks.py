import asyncio

def greet(n):
    print('hello', n)
    loop.call_later(3, go_on, n)

def go_on(n):
    print('world', n)
    waiting.remove(n)
    if not waiting:
        loop.stop()

loop = asyncio.new_event_loop()
waiting = [1, 2, 3]
for n in 1, 2, 3:
    loop.call_soon(greet, n)
loop.run_forever()
loop.close()
