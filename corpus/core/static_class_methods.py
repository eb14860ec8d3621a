class Date:
    made = 0
    def __init__(self, y, m, d):
        self.y, self.m, self.d = y, m, d
        Date.made += 1
    @classmethod
    def parse(cls, text):
        return cls(*map(int, text.split('-')))
    @staticmethod
    def leap(y):
        return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)
    def __str__(self):
        return f'{self.y:04}-{self.m:02}-{self.d:02}'

class Day(Date):
    def __str__(self):
        return 'day ' + super().__str__()

print(Date.parse('2024-1-5'), Day.parse('1999-12-31'), Date.made)
print([y for y in (1900, 2000, 2023, 2024) if Date.leap(y)])
print(Date(1, 2, 3).leap(4), type(Day.parse('1-1-1')).__name__)
f = Day.parse
print(f('5-5-5'))
