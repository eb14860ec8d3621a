# Random numbers over the Mersenne Twister, drawn in the order in which CPython draws them.
from _random import Random as _Generator
from _types import refuse as _refuse


class Random(_Generator):
    def __init__(self, x=None):
        self.seed(x)

    def seed(self, a=None, version=2):
        if a is None:
            a = 0
        super().seed(a)

    def _below(self, n):
        """A number from 0 to n - 1."""
        if not n:
            return 0
        k = n.bit_length()
        v = self.getrandbits(k)
        while v >= n:
            v = self.getrandbits(k)
        return v

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, 'little')

    def randrange(self, start, stop=None, step=1):
        for place, v in (('1', start), ('2', stop), ('3', step)):
            if v is not None and not isinstance(v, int):
                if isinstance(v, float) and v == int(v):
                    _refuse('random.randrange of a float', 'give an int')
                what = 'arg 1' if place == '1' else 'stop' if place == '2' else 'step'
                raise ValueError('non-integer ' + what + ' for randrange()')
        if stop is None:
            if start <= 0:
                raise ValueError('empty range for randrange()')
            return self._below(start)
        width = stop - start
        if step == 1:
            if width > 0:
                return start + self._below(width)
            raise ValueError('empty range for randrange() (%d, %d, %d)' % (start, stop, width))
        if step == 0:
            raise ValueError('zero step for randrange()')
        n = (width + step - 1) // step if step > 0 else (width + step + 1) // step
        if n <= 0:
            raise ValueError('empty range for randrange()')
        return start + step * self._below(n)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def choice(self, seq):
        if not len(seq):
            raise IndexError('Cannot choose from an empty sequence')
        return seq[self._below(len(seq))]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        n = len(population)
        if cum_weights is None:
            if weights is None:
                return [population[int(self.random() * (n + 0.0))] for _ in range(k)]
            cum_weights = _sums(weights)
        elif weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')
        if len(cum_weights) != n:
            raise ValueError('The number of weights does not match the population')
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError('Total of weights must be greater than zero')
        return [population[_place(cum_weights, self.random() * total, n - 1)] for _ in range(k)]

    def shuffle(self, x):
        for i in reversed(range(1, len(x))):
            j = self._below(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        if isinstance(population, (set, frozenset, dict)) or not hasattr(type(population), '__getitem__'):
            raise TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).')
        n = len(population)
        if counts is not None:
            limits = _sums(counts)
            if len(limits) != n:
                raise ValueError('The number of counts does not match the population')
            total = limits[-1] if limits else 0
            if not isinstance(total, int):
                raise TypeError('Counts must be integers')
            if total <= 0:
                raise ValueError('Total of counts must be greater than zero')
            return [population[_place(limits, v, n)] for v in self.sample(range(total), k)]
        if not 0 <= k <= n:
            raise ValueError('Sample larger than population or is negative')
        size = 21
        if k > 5:
            size += 4 ** _power_of_four(k * 3)
        found = [None] * k
        if n <= size:
            pool = list(population)
            for i in range(k):
                j = self._below(n - i)
                found[i] = pool[j]
                pool[j] = pool[n - i - 1]
            return found
        taken = set()
        for i in range(k):
            j = self._below(n)
            while j in taken:
                j = self._below(n)
            taken.add(j)
            found[i] = population[j]
        return found


def _sums(numbers):
    """The sum up to each number."""
    found = []
    for n in numbers:
        found.append(found[-1] + n if found else n)
    return found


def _power_of_four(n):
    """The least power of four that is not below n, as its exponent."""
    exponent = 0
    while 4 ** exponent < n:
        exponent += 1
    return exponent


def _place(limits, v, last):
    """The first place whose limit is above v."""
    low, high = 0, last
    while low < high:
        middle = (low + high) // 2
        if v < limits[middle]:
            high = middle
        else:
            low = middle + 1
    return low


_inst = Random(0)
seed = _inst.seed
random = _inst.random
getrandbits = _inst.getrandbits
randbytes = _inst.randbytes
randrange = _inst.randrange
randint = _inst.randint
uniform = _inst.uniform
choice = _inst.choice
choices = _inst.choices
shuffle = _inst.shuffle
sample = _inst.sample
getstate = _inst.getstate
setstate = _inst.setstate
