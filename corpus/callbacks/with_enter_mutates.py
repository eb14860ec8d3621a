open_now = []
class C:
    def __init__(self, name): self.name = name
    def __enter__(self):
        open_now.append(self.name)
        C.__exit__ = other_exit
        return open_now
    def __exit__(self, *a): print('the exit looked up before enter', open_now.pop())

def other_exit(self, *a):
    print('other exit', open_now.pop())

with C('a') as l:
    l.append('by the body')
    print(l)
print(open_now)
with C('b') as l, C('c') as m:
    print(l is m, l)
    l.clear()
    l += [1, 2, 3]
print(open_now)
