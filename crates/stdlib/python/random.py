# Random numbers over the Mersenne Twister, drawn in the order in which CPython draws them.
from _random import Random as _Generator

__simul_missing__ = ('SystemRandom', 'betavariate', 'expovariate', 'gammavariate', 'gauss', 'lognormvariate',
                     'normalvariate', 'paretovariate', 'randbytes', 'triangular', 'vonmisesvariate',
                     'weibullvariate')


class Random(_Generator):
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

    def randrange(self, start, stop=None, step=1):
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
            cum_weights, total = [], 0
            for w in weights:
                total = total + w
                cum_weights.append(total)
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
        n = len(population)
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


_inst = Random()
_inst.seed(0)
seed = _inst.seed
random = _inst.random
getrandbits = _inst.getrandbits
randrange = _inst.randrange
randint = _inst.randint
uniform = _inst.uniform
choice = _inst.choice
choices = _inst.choices
shuffle = _inst.shuffle
sample = _inst.sample
getstate = _inst.getstate
setstate = _inst.setstate
