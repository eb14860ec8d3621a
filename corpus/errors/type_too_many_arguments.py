class Dog:
    def __init__(self, name): self.name = name
    def bark(self, times=1): return 'woof' * times
d = Dog('rex')
print(d.bark(2))
d.bark(1, 2)
