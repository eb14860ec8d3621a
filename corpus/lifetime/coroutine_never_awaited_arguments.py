class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)

async def f(d):
    return d

f(D('argument'))
print('after')
c = f(D('kept'))
print('made')
c = None
print('end')
