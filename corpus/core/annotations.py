def f(a: int, b: str = 'x', *, c: float = 1.5) -> str:
    x: int = a
    y: 'never looked up'
    return f'{x}{b}{c}'
print(f(1), f.__annotations__)
count: int = 5
name: str
print(count, __annotations__)
class P:
    x: int
    y: int = 0
    def m(self, other: 'P') -> 'P': return other
print(P.__annotations__, P.y, hasattr(P, 'x'), P.m.__annotations__)
try:
    name
except NameError as e:
    print(e)
def lazy():
    z: undefined_name = 1
    return z
print(lazy())
try:
    q: undefined_name = 1
except NameError as e:
    print(e)
