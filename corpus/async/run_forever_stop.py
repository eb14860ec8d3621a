import asyncio

loop = asyncio.new_event_loop()

def finish(n):
    print('world', n)
    if n == 3:
        loop.stop()
        loop.call_soon(print, 'same pass as stop? no')

def greet(n):
    print('hello', n)
    loop.call_later(3, finish, n)

for n in 1, 2, 3:
    loop.call_soon(greet, n)
loop.run_forever()
print('stopped', loop.is_running())
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
print('closed')
