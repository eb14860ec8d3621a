# list.sort where keys have to be asked, comparison by comparison as CPython 3.11 goes (Objects/listobject.c,
# Objects/listsort.txt): runs, binary insertion below the minimum run, powersort's merge order, galloping.


def list_sort(target, key, reverse):
    items = list_take(target)
    restored = False
    try:
        keys = items
        if key is not None:
            keys = []
            for one in items:
                list_push(keys, key(one))
        done = sorted_plain(keys, items, reverse)
        if done is not None:
            items = done
        else:
            if reverse:
                items.reverse()
                if key is not None:
                    keys.reverse()
            try:
                timsort(keys, None if key is None else items)
            finally:
                if key is not None:
                    # They are let go of from the first on.
                    keys.reverse()
                    keys = None
                if reverse:
                    items.reverse()
        restored = True
        changed = list_restore(target, items)
    finally:
        if not restored:
            list_restore(target, items)
    if changed:
        raise ValueError('list modified during sort')


def key_less(a, b):
    return True if a < b else False


def key_less_alike(a, b):
    """Keys of one class: its own __lt__ is asked first, and once more by the full protocol if it does not know."""
    result = type_lookup(type_of(a), '__lt__')(a, b)
    if result is NotImplemented:
        return True if a < b else False
    return True if result else False


def pick_less(keys):
    """CPython's choice of a comparison: keys that are all of one class go the short way."""
    first = type_of(keys[0])
    for k in keys:
        if type_of(k) is not first:
            return key_less
    if type_of(type_lookup(first, '__lt__')) is class_function:
        return key_less_alike
    return key_less


def timsort(keys, values):
    """Sorts the list of keys, and the list of values (or None) along with it."""
    n = len(keys)
    if n < 2:
        return
    state = [keys, values, pick_less(keys), 7, []]
    minrun = minimum_run(n)
    low = 0
    while low < n:
        length = count_run(state, low, n)
        if length < minrun:
            forced = n - low if n - low < minrun else minrun
            binary_sort(state, low, low + forced, low + length)
            length = forced
        found_run(state, length, n)
        state[4].append([low, length, 0])
        low += length
    runs = state[4]
    while len(runs) > 1:
        at = len(runs) - 2
        if at > 0 and runs[at - 1][1] < runs[at + 1][1]:
            at -= 1
        merge_at(state, at)


def minimum_run(n):
    odd = 0
    while n >= 64:
        odd |= n & 1
        n >>= 1
    return n + odd


def reverse_part(items, low, high):
    high -= 1
    while low < high:
        items[low], items[high] = items[high], items[low]
        low += 1
        high -= 1


def count_run(state, low, high):
    """The length of the run that begins at low; a descending one is turned round."""
    keys, values, less = state[0], state[1], state[2]
    at = low + 1
    if at == high:
        return 1
    if less(keys[at], keys[at - 1]):
        at += 1
        while at < high and less(keys[at], keys[at - 1]):
            at += 1
        reverse_part(keys, low, at)
        if values is not None:
            reverse_part(values, low, at)
    else:
        at += 1
        while at < high and not less(keys[at], keys[at - 1]):
            at += 1
    return at - low


def binary_sort(state, low, high, start):
    keys, values, less = state[0], state[1], state[2]
    if start == low:
        start += 1
    while start < high:
        left = low
        right = start
        pivot = keys[start]
        while left < right:
            middle = left + ((right - left) >> 1)
            if less(pivot, keys[middle]):
                right = middle
            else:
                left = middle + 1
        keys.insert(left, keys.pop(start))
        if values is not None:
            values.insert(left, values.pop(start))
        start += 1


def run_power(start, n1, n2, n):
    """Powersort's power of the boundary between two runs."""
    power = 0
    a = 2 * start + n1
    b = a + n1 + n2
    while True:
        power += 1
        if a >= n:
            a -= n
            b -= n
        elif b >= n:
            return power
        a <<= 1
        b <<= 1


def found_run(state, length, n):
    runs = state[4]
    if not runs:
        return
    power = run_power(runs[-1][0], runs[-1][1], length, n)
    while len(runs) > 1 and runs[-2][2] > power:
        merge_at(state, len(runs) - 2)
    runs[-1][2] = power


def merge_at(state, at):
    keys, values, runs = state[0], state[1], state[4]
    a, na = runs[at][0], runs[at][1]
    b, nb = runs[at + 1][0], runs[at + 1][1]
    runs[at][1] = na + nb
    del runs[at + 1]
    less = state[2]
    skipped = gallop_right(less, keys[b], keys, a, na, 0)
    a += skipped
    na -= skipped
    if na == 0:
        return
    nb = gallop_left(less, keys[a + na - 1], keys, b, nb, nb - 1)
    if nb == 0:
        return
    if na <= nb:
        merge_low(state, a, na, b, nb)
    else:
        merge_high(state, a, na, b, nb)


def gallop_left(less, key, keys, base, n, hint):
    """Where key belongs among n keys from base on, before its equals; the search begins at hint."""
    last = 0
    offset = 1
    if less(keys[base + hint], key):
        most = n - hint
        while offset < most:
            if less(keys[base + hint + offset], key):
                last = offset
                offset = (offset << 1) + 1
            else:
                break
        if offset > most:
            offset = most
        last += hint
        offset += hint
    else:
        most = hint + 1
        while offset < most:
            if less(keys[base + hint - offset], key):
                break
            last = offset
            offset = (offset << 1) + 1
        if offset > most:
            offset = most
        last, offset = hint - offset, hint - last
    last += 1
    while last < offset:
        middle = last + ((offset - last) >> 1)
        if less(keys[base + middle], key):
            last = middle + 1
        else:
            offset = middle
    return offset


def gallop_right(less, key, keys, base, n, hint):
    """The same, after its equals."""
    last = 0
    offset = 1
    if less(key, keys[base + hint]):
        most = hint + 1
        while offset < most:
            if less(key, keys[base + hint - offset]):
                last = offset
                offset = (offset << 1) + 1
            else:
                break
        if offset > most:
            offset = most
        last, offset = hint - offset, hint - last
    else:
        most = n - hint
        while offset < most:
            if less(key, keys[base + hint + offset]):
                break
            last = offset
            offset = (offset << 1) + 1
        if offset > most:
            offset = most
        last += hint
        offset += hint
    last += 1
    while last < offset:
        middle = last + ((offset - last) >> 1)
        if less(key, keys[base + middle]):
            offset = middle
        else:
            last = middle + 1
    return offset


def move(keys, values, to, source_keys, source_values, at, n):
    """Copies n keys (and values) to a place; the parts may overlap."""
    keys[to:to + n] = source_keys[at:at + n]
    if values is not None:
        values[to:to + n] = source_values[at:at + n]


def merge_low(state, a, na, b, nb):
    """Merges two runs from the left; the first is copied away. What is left of it is put back if a comparison fails."""
    keys, values, less = state[0], state[1], state[2]
    left = keys[a:a + na]
    left_values = None if values is None else values[a:a + na]
    # dest, position in left, position of the right run, how many are left of each
    m = [a, 0, b, na, nb]
    try:
        take_right(keys, values, m)
        if m[4] > 0 and m[3] > 1:
            merge_low_loop(state, less, left, left_values, m)
    finally:
        # The rest of the right run is in its place already, but for the last key of the left one.
        if m[3] == 1 and m[4] > 0:
            move(keys, values, m[0], keys, values, m[2], m[4])
            m[0] += m[4]
        move(keys, values, m[0], left, left_values, m[1], m[3])


def take_right(keys, values, m):
    move(keys, values, m[0], keys, values, m[2], 1)
    m[0] += 1
    m[2] += 1
    m[4] -= 1


def take_left(keys, values, left, left_values, m):
    move(keys, values, m[0], left, left_values, m[1], 1)
    m[0] += 1
    m[1] += 1
    m[3] -= 1


def merge_low_loop(state, less, left, left_values, m):
    keys, values = state[0], state[1]
    min_gallop = state[3]
    while True:
        acount = bcount = 0
        while True:
            if less(keys[m[2]], left[m[1]]):
                take_right(keys, values, m)
                bcount += 1
                acount = 0
                if m[4] == 0:
                    return
                if bcount >= min_gallop:
                    break
            else:
                take_left(keys, values, left, left_values, m)
                acount += 1
                bcount = 0
                if m[3] == 1:
                    return
                if acount >= min_gallop:
                    break
        min_gallop += 1
        while True:
            min_gallop -= 1 if min_gallop > 1 else 0
            state[3] = min_gallop
            acount = gallop_right(less, keys[m[2]], left, m[1], m[3], 0)
            if acount:
                move(keys, values, m[0], left, left_values, m[1], acount)
                m[0] += acount
                m[1] += acount
                m[3] -= acount
                if m[3] <= 1:
                    return
            take_right(keys, values, m)
            if m[4] == 0:
                return
            bcount = gallop_left(less, left[m[1]], keys, m[2], m[4], 0)
            if bcount:
                move(keys, values, m[0], keys, values, m[2], bcount)
                m[0] += bcount
                m[2] += bcount
                m[4] -= bcount
                if m[4] == 0:
                    return
            take_left(keys, values, left, left_values, m)
            if m[3] == 1:
                return
            if acount < 7 and bcount < 7:
                break
        min_gallop += 1
        state[3] = min_gallop


def merge_high(state, a, na, b, nb):
    """Merges two runs from the right; the second is copied away."""
    keys, values, less = state[0], state[1], state[2]
    right = keys[b:b + nb]
    right_values = None if values is None else values[b:b + nb]
    # dest, last of the left run, last of right, how many are left of each
    m = [b + nb - 1, a + na - 1, nb - 1, na, nb]
    try:
        give_left(keys, values, m)
        if m[3] > 0 and m[4] > 1:
            merge_high_loop(state, less, right, right_values, a, m)
    finally:
        if m[4] == 1 and m[3] > 0:
            move(keys, values, m[0] + 1 - m[3], keys, values, m[1] + 1 - m[3], m[3])
            m[0] -= m[3]
        move(keys, values, m[0] + 1 - m[4], right, right_values, 0, m[4])


def give_left(keys, values, m):
    move(keys, values, m[0], keys, values, m[1], 1)
    m[0] -= 1
    m[1] -= 1
    m[3] -= 1


def give_right(keys, values, right, right_values, m):
    move(keys, values, m[0], right, right_values, m[2], 1)
    m[0] -= 1
    m[2] -= 1
    m[4] -= 1


def merge_high_loop(state, less, right, right_values, a, m):
    keys, values = state[0], state[1]
    min_gallop = state[3]
    while True:
        acount = bcount = 0
        while True:
            if less(right[m[2]], keys[m[1]]):
                give_left(keys, values, m)
                acount += 1
                bcount = 0
                if m[3] == 0:
                    return
                if acount >= min_gallop:
                    break
            else:
                give_right(keys, values, right, right_values, m)
                bcount += 1
                acount = 0
                if m[4] == 1:
                    return
                if bcount >= min_gallop:
                    break
        min_gallop += 1
        while True:
            min_gallop -= 1 if min_gallop > 1 else 0
            state[3] = min_gallop
            acount = m[3] - gallop_right(less, right[m[2]], keys, a, m[3], m[3] - 1)
            if acount:
                m[0] -= acount
                m[1] -= acount
                move(keys, values, m[0] + 1, keys, values, m[1] + 1, acount)
                m[3] -= acount
                if m[3] == 0:
                    return
            give_right(keys, values, right, right_values, m)
            if m[4] == 1:
                return
            bcount = m[4] - gallop_left(less, keys[m[1]], right, 0, m[4], m[4] - 1)
            if bcount:
                m[0] -= bcount
                m[2] -= bcount
                move(keys, values, m[0] + 1, right, right_values, m[2] + 1, bcount)
                m[4] -= bcount
                if m[4] <= 1:
                    return
            give_left(keys, values, m)
            if m[3] == 0:
                return
            if acount < 7 and bcount < 7:
                break
        min_gallop += 1
        state[3] = min_gallop
