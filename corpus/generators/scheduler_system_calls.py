# A small operating system: tasks ask it for things by yielding objects.
from collections import deque

class Call: pass
class GetId(Call):
    def serve(self, system, task): system.wake(task, task.id)
class Spawn(Call):
    def __init__(self, generator): self.generator = generator
    def serve(self, system, task): system.wake(task, system.spawn(self.generator))
class Kill(Call):
    def __init__(self, id): self.id = id
    def serve(self, system, task):
        victim = system.tasks.get(self.id)
        if victim:
            victim.generator.close()
            system.end(victim, 'killed')
        system.wake(task, bool(victim))
class Wait(Call):
    def __init__(self, id): self.id = id
    def serve(self, system, task):
        if self.id in system.tasks:
            system.joins.setdefault(self.id, []).append(task)
        else:
            system.wake(task, 'nobody')

class Task:
    def __init__(self, id, generator): self.id, self.generator, self.value = id, generator, None

class System:
    def __init__(self): self.tasks, self.ready, self.joins, self.next_id = {}, deque(), {}, 1
    def spawn(self, generator):
        task = self.tasks[self.next_id] = Task(self.next_id, generator)
        self.next_id += 1
        self.wake(task, None)
        return task.id
    def wake(self, task, value):
        task.value = value
        self.ready.append(task)
    def end(self, task, how):
        del self.tasks[task.id]
        if task in self.ready:
            self.ready.remove(task)
        for waiter in self.joins.pop(task.id, []):
            self.wake(waiter, how)
    def run(self):
        while self.ready:
            task = self.ready.popleft()
            try:
                call = task.generator.send(task.value)
            except StopIteration as stop:
                self.end(task, stop.value)
            else:
                call.serve(self, task) if isinstance(call, Call) else self.wake(task, None)

def worker(n):
    me = yield GetId()
    try:
        for i in range(n):
            print('worker', me, 'step', i)
            yield
    finally:
        print('worker', me, 'leaves')
    return f'result {me}'

def main():
    short = yield Spawn(worker(2))
    long = yield Spawn(worker(99))
    print('main waits for', short)
    print('->', (yield Wait(short)))
    print('kill', (yield Kill(long)), (yield Kill(42)))
    print('->', (yield Wait(long)))

system = System()
system.spawn(main())
system.run()
print(system.tasks, system.joins, system.next_id)
