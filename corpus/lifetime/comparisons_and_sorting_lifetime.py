class D:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return f'D{self.v}'
    def __del__(self): print('del', self.v)

print(sorted([D(2), D(1)]))
print('--')
print(max(D(1), D(3), D(2)))
print('--')
print(min([D(5), D(4)], key=lambda d: d.v).v)
print('--')
l = [D(3), D(1)]
l.sort(key=lambda d: D(d.v * 10))
print(l)
l.reverse()
l.pop(0)
print('--')
print(list(map(lambda d: d.v, [D(7), D(8)])))
print(list(filter(lambda d: d.v > 7, [D(7), D(8)]))[0].v)
print('end')
