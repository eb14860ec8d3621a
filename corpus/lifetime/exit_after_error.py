class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)

kept = D('global')
def f():
    local = D('local')
    raise ValueError('uncaught')
f()
