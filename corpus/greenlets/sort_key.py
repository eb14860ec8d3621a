# A switch out of a sort's key and of a comparison, while another sort of the same kind is under way.
from greenlet import getcurrent, greenlet


class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        main.switch(('lt', self.n, other.n))
        return self.n < other.n


def key(n):
    main.switch(('key', n))
    return -n


def by_key(numbers):
    return sorted(numbers, key=key)


def by_comparison(numbers):
    items = [Item(n) for n in numbers]
    items.sort()
    return [item.n for item in items]


main = getcurrent()
g, h = greenlet(by_key), greenlet(by_comparison)
print(g.switch([3, 1, 2]))
print(h.switch([3, 1, 2]))
while not (g.dead and h.dead):
    for each in (g, h):
        if not each.dead:
            print(each.switch())
numbers = [5, 4]


def key_of_mutated(n):
    main.switch(n)
    return n


def sorts():
    try:
        numbers.sort(key=key_of_mutated)
    except ValueError as e:
        print('ValueError:', e)


s = greenlet(sorts)
print(s.switch(), numbers)
numbers.append(9)
s.switch()
s.switch()
print(s.dead, numbers)
