class Celsius:
    def __init__(self, degrees):
        self.degrees = degrees
    @property
    def degrees(self):
        print('get')
        return self._degrees
    @degrees.setter
    def degrees(self, value):
        print('set', value)
        if value < -273:
            raise ValueError('below zero')
        self._degrees = value
    @degrees.deleter
    def degrees(self):
        print('delete')
        del self._degrees
    @property
    def fahrenheit(self):
        return self.degrees * 9 / 5 + 32

c = Celsius(100)
print(c.degrees, c.fahrenheit)
c.degrees += 10
try:
    c.degrees = -300
except ValueError as e:
    print('error', e)
try:
    c.fahrenheit = 5
except AttributeError as e:
    print(e)
del c.degrees
try:
    c.degrees
except AttributeError as e:
    print(e)
