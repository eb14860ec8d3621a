class Base:
    value = 1
    def method(self): return 'base'
    @classmethod
    def make(cls): return cls.__name__ + ' made'
    @property
    def prop(self): return 'base prop'

class Child(Base):
    value = 2
    def method(self): return 'child+' + super().method()
    @classmethod
    def make(cls): return 'child: ' + super().make()
    @property
    def prop(self): return 'child: ' + super().prop
    def old(self): return super(Child, self).method()
    def both(self): return super().value, self.value

c = Child()
print(c.method(), Child.make(), c.prop, c.old(), c.both())
try:
    super(Child, c).missing
except AttributeError as e:
    print(e)

class Log(Base):
    def __init__(self, *args):
        print('Log', args)
        super().__init__()
class Last(Log):
    def __init__(self):
        print('Last')
        super().__init__(1, 2)
Last()
