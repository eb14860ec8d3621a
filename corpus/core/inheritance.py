class Animal:
    def __init__(self, name):
        self.name = name
    def speak(self):
        return '...'
    def intro(self):
        return f'{self.name} says {self.speak()}'

class Dog(Animal):
    def speak(self):
        return 'woof'

class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age
    def speak(self):
        return super().speak() + '!' * self.age

for a in Animal('it'), Dog('rex'), Puppy('bit', 2):
    print(a.intro(), isinstance(a, Dog), type(a).__name__)

print(issubclass(Puppy, Animal), issubclass(Animal, Dog), Puppy.__bases__ == (Dog,))
print([c.__name__ for c in Puppy.__mro__])

class A:
    def who(self): return 'A'
class B(A):
    def who(self): return 'B' + super().who()
class C(A):
    def who(self): return 'C' + super().who()
class D(B, C):
    def who(self): return 'D' + super().who()
print(D().who(), [c.__name__ for c in D.__mro__])
