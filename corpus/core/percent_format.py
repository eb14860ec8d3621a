print('%s %s' % ('a', 1), '%r' % 'x', '%d' % 3.9, '%i' % 7)
print('%5d|%-5d|%05d|%+d|% d' % (42, 42, 42, 42, 42))
print('%.2f %8.3f %-8.1f| %e %g' % (3.14159, 2.5, 2.25, 12345.678, 0.0001))
print('%x %X %o %#x %c %c' % (255, 255, 8, 255, 65, 'z'))
print('%10s|%-10s|%.2s' % ('right', 'left', 'cut'))
print('100%% of %s' % 'it', '%(a)s and %(b)03d' % {'a': 'x', 'b': 7})
print('%*d|%.*f' % (6, 42, 2, 1.23456))
print('%s' % [1, 2], '%s' % (('t',),), '%s' % None, '%s %s' % (1.0, 1e16))
for text, args in ('%d', 'x'), ('%s %s', ('a',)), ('%s', ('a', 'b')), ('%q', 1), ('%(k)s', {}):
    try:
        print(text % args)
    except Exception as e:
        print(type(e).__name__, e)
