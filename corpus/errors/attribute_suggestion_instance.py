class Person:
    species = 'human'
    def __init__(self):
        self.name = 'x'
        self.address = 'y'

def show(p):
    return p.name + p.adress

try:
    Person().speces
except AttributeError as e:
    print(e)
show(Person())
