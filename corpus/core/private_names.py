class A:
    def __init__(self):
        self.__x = 1
        self._y = 2
    def get(self): return self.__x
    def __hidden(self): return 'A hidden'
    def call(self): return self.__hidden()
class B(A):
    def __init__(self):
        super().__init__()
        self.__x = 10
    def __hidden(self): return 'B hidden'
    def both(self): return self.get(), self.__x, self.call(), self.__hidden()
b = B()
print(b.both(), sorted(b.__dict__), b._y, b._A__x)
try:
    b.__x
except AttributeError as e:
    print(e)
class C:
    __k = 5
    def f(self):
        def inner(): return self.__k
        return inner()
    __slot_like__ = 'not mangled'
print(C().f(), C._C__k, C.__slot_like__)
