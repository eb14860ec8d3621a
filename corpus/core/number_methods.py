print((0.5).as_integer_ratio(), (3).as_integer_ratio(), (0.75).hex(), float.fromhex('0x1.8p1'))
print((10).to_bytes(2, 'big'), int.from_bytes(b'\x01\x00', 'big'), (255).bit_count(), (-5).conjugate())
print((5).numerator, (5).denominator, (2.5).real, (2.5).imag, int(5).__add__(3), (1).__class__.__name__)
print(complex(1, 2), 1j * 1j, (1 + 2j) + 1, abs(3 + 4j), (1 + 2j).conjugate(), 2j == complex(0, 2))
print(round(1234, -2), round(15, -1), round(25, -1), round(-15, -1), (7).__floordiv__(2))
print(chr(0x1F600), ascii('é'), 'abc'.translate({97: 'x', 98: None}), 'tab\there'.expandtabs(4), 'a-b'.isidentifier())
try:
    chr(-1)
except ValueError as e:
    print(str(e)[:25])
try:
    complex('x')
except ValueError as e:
    print(e)
