import asyncio

def countdown(name, n, loop, ended):
    if n == 0:
        print(name, 'liftoff')
        ended.append(name)
        if len(ended) == 2:
            loop.stop()
        return
    print(name, n)
    loop.call_later(1 / len(name), countdown, name, n - 1, loop, ended)

loop = asyncio.new_event_loop()
ended = []
loop.call_soon(countdown, 'Ariane', 5, loop, ended)
loop.call_soon(countdown, 'Soyuz', 3, loop, ended)
loop.run_forever()
print(ended, loop.is_running(), loop.is_closed())
loop.close()
print(loop.is_closed())
try:
    loop.call_soon(print, 'too late')
except RuntimeError as error:
    print(error)
