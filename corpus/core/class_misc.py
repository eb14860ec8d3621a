class Meta:
    instances = 0
    def __new__(cls, *args):
        print('new', cls.__name__, args)
        obj = super().__new__(cls)
        Meta.instances += 1
        return obj
    def __init__(self, *args):
        print('init', args)
        self.args = args
m = Meta(1, 2)
class Sub(Meta): pass
s = Sub(3)
print(Meta.instances, s.args)
class Single:
    only = None
    def __new__(cls):
        if cls.only is None:
            cls.only = super().__new__(cls)
        return cls.only
print(Single() is Single())
class Callable:
    def __call__(self, a, *, b=2): return a + b
print(Callable()(1), Callable()(1, b=5), callable(Callable()))
class Index:
    def __index__(self): return 1
print(['a', 'b'][Index()], 'xyz'[Index():], hex(Index()))
class Num:
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __hash__(self): return 99
print(int(Num()), float(Num()), hash(Num()))
try:
    Meta.nope
except AttributeError as e:
    print(e)
try:
    object(1)
except TypeError as e:
    print(e)
