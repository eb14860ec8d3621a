# Tasks yield a number: how important it is that they go on soon. The smallest goes first.
import heapq
from itertools import count

class Scheduler:
    def __init__(self):
        self.heap, self.order, self.log = [], count(), []
    def add(self, name, task, priority=0):
        heapq.heappush(self.heap, (priority, next(self.order), name, task))
    def run(self):
        while self.heap:
            priority, _, name, task = heapq.heappop(self.heap)
            try:
                wish = task.send(priority)if name in self.log else next(task)
                self.log.append(name)
            except StopIteration as stop:
                print(f'{name} returns {stop.value!r}')
            except Exception as error:
                print(f'{name} fails: {error!r}')
            else:
                self.add(name, task, wish)

def job(name, *priorities):
    for priority in priorities:
        got = yield priority
        print(name, 'got', got)
    return name * 2

def bad():
    yield 5
    raise LookupError('bad job')

scheduler = Scheduler()
scheduler.add('a', job('a', 3, 1, 4))
scheduler.add('b', job('b', 2, 7))
scheduler.add('c', bad(), 1)
scheduler.add('d', job('d'))
scheduler.run()
print(scheduler.log)
