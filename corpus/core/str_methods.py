s = 'Hello, World'
print(s.upper(), s.lower(), s.swapcase(), s.title(), 'abc'.capitalize())
print(s.find('o'), s.find('o', 5), s.rfind('o'), s.find('zz'), s.index('W'), s.count('l'))
print(s.replace('l', 'L'), s.replace('l', 'L', 1), s.startswith('He'), s.endswith(('x', 'ld')))
print('a,b,,c'.split(','), ' a  b '.split(), 'a b c'.split(' ', 1), 'a b c'.rsplit(None, 1))
print('a\nb\r\nc'.splitlines(), 'k=v=w'.partition('='), 'k=v=w'.rpartition('='))
print('  x '.strip() + '|', '  x '.lstrip() + '|', '  x '.rstrip() + '|', 'xxaxx'.strip('x'))
print('-'.join(['a', 'b', 'c']), ''.join('xyz'), ', '.join(str(i) for i in range(3)))
print('7'.zfill(3), '-7'.zfill(4), 'x'.center(5, '*'), 'x'.ljust(3, '.'), 'x'.rjust(3, '.'))
print('abc'.isalpha(), '12'.isdigit(), 'a1'.isalnum(), ' '.isspace(), 'A'.isupper(), 'a'.islower(), ''.isalpha())
print('prefix_x'.removeprefix('prefix_'), 'x.py'.removesuffix('.py'), 'ß'.upper(), 'ABC'.casefold())
print('{} {}'.format(1, 2), '{1} {0}'.format('a', 'b'), '{x:>4}'.format(x=1), '{0[1]} {0}'.format([1, 2]))
print('a' * 3, 'a' + 'b', 'b' in 'abc', 'abc' < 'abd', 'Z' < 'a', max('hello'), sorted('cab'))
print(ord('a'), chr(8364), repr('it\'s'), repr("a\n\t\\"), repr('"\''), len('日本'))
try:
    'abc'.index('z')
except ValueError as e:
    print(e)
