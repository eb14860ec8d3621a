class Numbers:
    def __iter__(self): return self
    def __next__(self): return 1
    def throw(self, *what):
        print(what)
        return 2

def outer():
    yield from Numbers()

g = outer()
print(next(g), g.throw(KeyError), g.throw(KeyError('k')))
