b = b'abc\x00\xff\n'
print(b, len(b), b[0], b[1:3], list(b), b'a' in b, 97 in b)
print(b'x' + b'y', b'ab' * 2, b'a,b'.split(b','), b'-'.join([b'1', b'2']), b'ABC'.lower())
print('é'.encode(), 'é'.encode('latin-1'), b'\xc3\xa9'.decode(), bytes(3), bytes([65, 66]), bytes('hi', 'utf-8'))
print(b'a' == 'a', b'a' < b'b', b'it\'s', b'"q"', hash(b'x') == hash(b'x'), {b'k': 1})
print(b'abc'.hex(), bytes.fromhex('6162'), b'abc'.find(b'c'), b'abc'.replace(b'b', b'-'), b'abc'.startswith(b'ab'))
for f in (lambda: b'a' + 'b', lambda: b'\xff'.decode(), lambda: bytes([256]), lambda: 'é'.encode('ascii'), lambda: b[10]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
