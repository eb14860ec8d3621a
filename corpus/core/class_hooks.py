class Plugin:
    known = {}
    def __init_subclass__(cls, name=None, **kw):
        print('subclass', cls.__name__, name, kw)
        Plugin.known[name] = cls
        super().__init_subclass__(**kw)
class A(Plugin, name='a'): pass
class B(A, name='b'): pass
print({k: v.__name__ for k, v in Plugin.known.items()})
class Typed:
    def __class_getitem__(cls, item): return f'{cls.__name__}[{item.__name__}]'
print(Typed[int])
class Meta(type):
    def __new__(mcls, name, bases, ns):
        print('making', name, sorted(k for k in ns if not k.startswith('__')))
        return super().__new__(mcls, name, bases, ns)
    def __call__(cls, *args):
        print('calling', cls.__name__, args)
        return super().__call__(*args)
    def __len__(cls): return 3
class Made(metaclass=Meta):
    x = 1
    def f(self): pass
print(type(Made).__name__, len(Made), isinstance(Made(), Made))
class Child(Made): y = 2
print(type(Child).__name__)
try:
    class Bad(Plugin, name='c', extra=1): pass
except TypeError as e:
    print(e)
