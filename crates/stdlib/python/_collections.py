# What of deque asks its items something. The native part hands over to these.


def _deque_insert(self, index, v):
    if self.maxlen is not None and len(self) >= self.maxlen:
        raise IndexError('deque already at its maximum size')
    items = list(self)
    items.insert(index, v)
    self.clear()
    self.extend(items)


def _deque_remove(self, v):
    for i, item in enumerate(self):
        if item is v or item == v:
            _deque_delitem(self, i)
            return
    raise ValueError('deque.remove(x): x not in deque')


def _deque_delitem(self, index):
    items = list(self)
    try:
        del items[index]
    except IndexError:
        raise IndexError('deque index out of range') from None
    self.clear()
    self.extend(items)


def _deque_count(self, v):
    n = 0
    for item in self:
        if item is v or item == v:
            n += 1
    return n


def _deque_index(self, v, start=0, stop=None):
    items = list(self)
    if start < 0:
        start = max(start + len(items), 0)
    if stop is None:
        stop = len(items)
    elif stop < 0:
        stop = max(stop + len(items), 0)
    for i in range(start, min(stop, len(items))):
        if items[i] is v or items[i] == v:
            return i
    raise ValueError(repr(v) + ' is not in deque')


def _deque_copy(self):
    if self.maxlen is None:
        return type(self)(self)
    return type(self)(self, self.maxlen)


def _deque_contains(self, v):
    for item in self:
        if item is v or item == v:
            return True
    return False


def _deque_reversed(self):
    items = list(self)
    items.reverse()
    return iter(items)


_showing = []


def _deque_repr(self):
    for open in _showing:
        if open is self:
            return '[...]'
    _showing.append(self)
    try:
        shown = repr(list(self))
    finally:
        _showing.pop()
    if self.maxlen is None:
        return type(self).__name__ + '(' + shown + ')'
    return type(self).__name__ + '(' + shown + ', maxlen=' + str(self.maxlen) + ')'


def _deque_eq(self, other):
    if not isinstance(other, deque):
        return NotImplemented
    return list(self) == list(other)


def _deque_ne(self, other):
    if not isinstance(other, deque):
        return NotImplemented
    return list(self) != list(other)


def _deque_lt(self, other):
    if not isinstance(other, deque):
        return NotImplemented
    return list(self) < list(other)


def _deque_le(self, other):
    if not isinstance(other, deque):
        return NotImplemented
    return list(self) <= list(other)


def _deque_gt(self, other):
    if not isinstance(other, deque):
        return NotImplemented
    return list(self) > list(other)


def _deque_ge(self, other):
    if not isinstance(other, deque):
        return NotImplemented
    return list(self) >= list(other)


def _deque_add(self, other):
    if not isinstance(other, deque):
        raise TypeError('can only concatenate deque (not "' + type(other).__name__ + '") to deque')
    made = _deque_copy(self)
    made.extend(other)
    return made


def _deque_iadd(self, other):
    self.extend(other)
    return self


def _deque_mul(self, n):
    made = type(self)((), self.maxlen)
    made.extend(list(self) * n)
    return made


def _popped(mapping, key, default):
    """`pop` of a mapping that deletes by key; `default`: a tuple with the default, if there is one."""
    try:
        v = mapping[key]
    except KeyError:
        if default:
            return default[0]
        raise
    del mapping[key]
    return v
