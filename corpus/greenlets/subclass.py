from greenlet import greenlet, getcurrent

class Actor(greenlet):
    def __init__(self, name, stage):
        super().__init__(parent=stage)
        self.name, self.said = name, []
    def run(self, *cues):
        while True:
            self.said.append(cues)
            cues = self.parent.switch(f'{self.name} says {len(cues)}')
            if cues == 'exit':
                return f'{self.name} leaves'
            cues = cues if isinstance(cues, tuple) else (cues,)

stage = getcurrent()
a, b = Actor('Romeo', stage), Actor('Julia', stage)
print(a.switch('one'), '|', b.switch(), '|', a.switch(1, 2), '|', b.switch('x'))
print(a.said, b.said, isinstance(a, greenlet), type(a).__name__)
print(a.switch('exit'), a.dead)
class Counted(greenlet):
    switches = 0
    def switch(self, *args):
        Counted.switches += 1
        return super().switch(*args)
def hop(n):
    while n:
        n = stage.switch(n - 1)
    return 'down'
c = Counted(hop)
print(c.switch(3), c.switch(2), c.switch(0), Counted.switches)

class NoRun(greenlet): pass
try:
    NoRun().switch()
except AttributeError as error:
    print(error)
g = greenlet()
g.run = lambda x: x * 2
print(g.switch(21))
class Lazy(greenlet):
    @property
    def run(self):
        print('run is looked up')
        return lambda: 'ran'
print(Lazy().switch())
def attributes():
    getcurrent().note = 'mine'
    stage.switch()
    return getcurrent().note
h = greenlet(attributes)
h.switch()
print(h.note, h.__dict__)
h.note = 'changed'
print(h.switch())
