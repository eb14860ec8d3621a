class Deck:
    def __init__(self, cards): self.cards = list(cards)
    def __len__(self): return len(self.cards)
    def __getitem__(self, i):
        if isinstance(i, slice):
            return Deck(self.cards[i])
        return self.cards[i]
    def __setitem__(self, i, v): self.cards[i] = v
    def __delitem__(self, i): del self.cards[i]
    def __contains__(self, c):
        print('asked', c)
        return c in self.cards
    def __repr__(self): return f'Deck({self.cards!r})'
    def __bool__(self): return 'joker' not in self.cards

d = Deck('abcde')
print(len(d), d[0], d[-1], d[1:3], 'a' in d, 'z' in d)
d[0] = 'A'
del d[1]
print(d, list(d), [c for c in d])
print(bool(d), bool(Deck(['joker'])), not d)
first, *rest = d
print(first, rest)
print(list(reversed(d)), sorted(d), '-'.join(d))
for i, c in enumerate(d):
    print(i, c, end=' ')
print()
try:
    d[10]
except IndexError as e:
    print(e)
