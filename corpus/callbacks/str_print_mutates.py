class S:
    def __init__(self, do): self.do = do
    def __str__(self):
        self.do()
        return 'S'

l = ['a']
l.append(S(lambda: l.append('new')))
print(*l)
print(len(l))
print(S(lambda: print('printed while printing')), 'after')
d = {'x': S(lambda: d.clear())}
print(*d.values(), d)
print('%s %s' % (S(lambda: l.clear()), l))
print('{0} {1}'.format(S(lambda: l.append(1)), l))
