import sys
class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)

def f():
    d = D('local')
    sys.exit(2)
g = D('global')
f()
