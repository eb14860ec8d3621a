class T:
    @property
    def x(self): return self._x
    @x.setter
    def x(self, v):
        if v < 0:
            raise ValueError('negative')
        self._x = v
t = T()
t.x = 5
t.x -= 10
