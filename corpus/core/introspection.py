class A:
    x = 1
    def f(self): return 'f'
class B(A): pass
b = B()
print(isinstance(b, A), isinstance(1, int), isinstance(True, int), isinstance('a', (int, str)), isinstance(None, type(None)))
print(issubclass(B, A), issubclass(bool, int), issubclass(A, object), isinstance(A, type), type(type).__name__)
print(type(1).__name__, type(1.0).__name__, type('').__name__, type([]).__name__, type(()).__name__, type({}).__name__)
print(type(None).__name__, type(print).__name__, type(len).__name__, type(A).__name__, type(b.f).__name__, type(A.f).__name__)
print(type(x for x in ()).__name__, type(range(1)).__name__, type(iter([])).__name__, type(lambda: 0).__name__)
print(hasattr(b, 'x'), hasattr(b, 'y'), getattr(b, 'x'), getattr(b, 'y', None), getattr(b, 'f')())
setattr(b, 'y', 5)
print(b.y, vars(b), b.__class__.__name__, b.__class__ is B)
delattr(b, 'y')
try:
    getattr(b, 'y')
except AttributeError as e:
    print(e)
print(callable(A), callable(b), callable(b.f), callable(5), callable(lambda: 0))
C = type('C', (A,), {'z': 3, 'g': lambda self: self.z})
print(C.__name__, C().g(), C().x, C.__bases__[0].__name__)
print(int, str, list, type, object, ValueError, print, len)
print([n for n in dir(b) if not n.startswith('__')])
print(id(b) == id(b), b == b, B() == B(), hash(b) == hash(b))
try:
    isinstance(1, 5)
except TypeError as e:
    print(e)
