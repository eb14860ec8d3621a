class Card:
    order = '23456789TJQKA'
    def __init__(self, face): self.face = face
    def rank(self): return self.order.index(self.face)
    def __lt__(self, other): return self.rank() < other.rank()
    def __le__(self, other): return self.rank() <= other.rank()
    def __eq__(self, other): return isinstance(other, Card) and self.face == other.face
    def __hash__(self): return hash(self.rank())
    def __repr__(self): return self.face

hand = [Card(c) for c in 'K3AT2']
print(sorted(hand), min(hand), max(hand), sorted(hand, reverse=True))
a, b = Card('5'), Card('9')
print(a < b, a > b, a <= b, a >= b, a == b, a != b, a == Card('5'))
print(len({Card('2'), Card('2'), Card('3')}), Card('A') in hand, hand.index(Card('T')))

class OnlyEq:
    def __eq__(self, other): return True
try:
    hash(OnlyEq())
except TypeError as e:
    print(e)
try:
    OnlyEq() < OnlyEq()
except TypeError as e:
    print(e)

class Refuses:
    def __lt__(self, other): return NotImplemented
    def __eq__(self, other): return NotImplemented
r = Refuses()
print(r == r, r == 1, r != r)
try:
    r < 1
except TypeError as e:
    print(e)
