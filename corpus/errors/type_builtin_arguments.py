for f in (lambda: len(), lambda: len(1, 2), lambda: int(1, 2, 3), lambda: [].append(), lambda: 'a'.upper(1), lambda: print(nope=1),
          lambda: sorted(), lambda: range(), lambda: range('a'), lambda: isinstance(1), lambda: 'a'.split(1), lambda: [].pop('a'),
          lambda: max(), lambda: max(1), lambda: sum(), lambda: abs('a'), lambda: 'a' * 'b', lambda: {}.get(), lambda: 'abc'.replace('a'),
          lambda: zip(1), lambda: enumerate(), lambda: map(len), lambda: next(), lambda: iter(1), lambda: hash([]), lambda: ord(1), lambda: chr('a')):
    try:
        f()
    except TypeError as e:
        print(e)
[].sort(key=1)
