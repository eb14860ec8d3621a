class Base:
    def __init__(self, x):
        self.x = x.strip()
class Child(Base):
    def __init__(self, x):
        super().__init__(x)
Child('fine')
Child(5)
