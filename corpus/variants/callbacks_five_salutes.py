import asyncio

def salute(name, pause):
    print('good day', name)
    loop.call_later(pause, part, name)

def part(name):
    print('good bye', name)
    here.remove(name)
    if here == []:
        loop.stop()

here = ['Eve', 'Bo', 'Cy', 'Di', 'Abe']
loop = asyncio.new_event_loop()
for name in here:
    loop.call_soon(salute, name, len(name) / 2)
loop.run_forever()
loop.close()
print('all gone')
