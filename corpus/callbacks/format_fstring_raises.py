class F:
    def __init__(self, v): self.v = v
    def __format__(self, spec):
        if spec == 'bad':
            raise ValueError(f'format {spec!r}')
        if spec == 'none':
            return None
        return f'F{self.v}'

print(f'{F(1)}')
for what in (lambda: f'{F(1)} {F(2):bad}', lambda: format(F(3), 'bad'), lambda: '{:bad}'.format(F(4)), lambda: f'{F(5):none}'):
    try:
        print(what())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(f'before {F(6):bad} after')
