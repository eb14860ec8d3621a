class Person:
    def __init__(self):
        self.name = 'x'
        self.address = 'y'
    def greet(self): return 'hi'

p = Person()
print(p.greet())
p.nmae
