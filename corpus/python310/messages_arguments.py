# Words of 3.10 about arguments of built-in functions and methods.
class C:
    pass


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for f in (lambda: (5).to_bytes(), lambda: (5).to_bytes(2), lambda: (5).to_bytes(2, 'big'), lambda: (5).to_bytes(2, byteorder='little'),
          lambda: int.from_bytes(b'ab'), lambda: int.from_bytes(b'ab', 'big'), lambda: int.from_bytes(),
          lambda: super(1, C()), lambda: super(None, C()), lambda: super('a'), lambda: getattr(C(), 1), lambda: getattr(C(), None, 2),
          lambda: hasattr(C(), 1), lambda: setattr(C(), 1, 2), lambda: delattr(C(), 1), lambda: 'abc'.translate(int),
          lambda: enumerate(), lambda: C[1]):
    attempt(f)
