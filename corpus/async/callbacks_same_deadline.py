import asyncio

def show(loop, label, numbers, delays):
    got = []
    at = loop.time() + 1
    for number, delay in zip(numbers, delays):
        loop.call_at(at + delay, got.append, number)
    loop.call_at(at + 5, loop.stop)
    loop.run_forever()
    print(label, got)

loop = asyncio.new_event_loop()
show(loop, 'three', range(3), [0] * 3)
show(loop, 'five', range(5), [0] * 5)
show(loop, 'ten', range(10), [0] * 10)
show(loop, 'falling', range(6), [0.5, 0.4, 0.3, 0.2, 0.1, 0])
show(loop, 'pairs', range(8), [0, 1, 0, 1, 0, 1, 0, 1])
show(loop, 'within a clock tick', range(4), [3e-10, 2e-10, 1e-10, 0])
show(loop, 'past', range(4), [-3, -9, -2, -5])
loop.close()
