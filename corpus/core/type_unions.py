def f(x: int | None = None, y: list[int] = ()) -> str | int: return x
print(f.__annotations__, int | str, int | None, None | int, int | str | int, int | int, (int | str) | (float | None), list[int] | None, (int | str).__args__)
print(isinstance(5, int | str), isinstance(None, int | None), isinstance(1.5, int | str), issubclass(bool, int | str), int | str == str | int, hash(int | str) == hash(str | int), type(int | str))
class A: pass
print(A | None, A | 'x' if False else '', list[int] == list[int], list[int].__origin__, dict[str, int].__args__, list[int]([1, 2]), list[A])
try: int | 5
except TypeError as e: print(e)
try: isinstance(1, list[int])
except TypeError as e: print(e)
class L(list[int]): pass
print(L([1]), L.__bases__, L.__orig_bases__)
print(dir(object()))
print(dir(A()))
class S: __slots__ = ('q',)
print(dir(S()))
print('__dict__' in dir(ValueError()), '__dict__' in dir(5), '__module__' in dir(5), '__dict__' in dir(f), '__dict__' in dir(A), len(dir(int)), '__weakref__' in dir(A))
