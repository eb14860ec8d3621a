name, n, pi = 'Ada', 42, 3.14159265
print(f'{name} {n} {pi}', f'{name!r} {name!s}', f'{{braces}} {n}')
print(f'{n:5}|{n:<5}|{n:^5}|{n:>5}|{n:05}|{n:+}|{n:,}|{n:_}')
print(f'{1234567:,} {1234567:_} {-n:+} {n: } {-n: }')
print(f'{n:b} {n:o} {n:x} {n:X} {n:#b} {n:#o} {n:#x} {n:c}')
print(f'{pi:.2f} {pi:8.3f}| {pi:<8.1f}| {pi:e} {pi:.3e} {pi:g} {pi:.3g} {pi:%} {0.25:.0%}')
print(f'{name:10}|{name:>10}|{name:^10}|{name:*^9}|{name:.2}')
width, prec = 10, 3
print(f'{pi:{width}.{prec}f}|{name:>{width}}|')
print(f'{n=} {n + 1 = } {name=!s} {pi=:.2f}')
print(f'{[1, 2]} {{}} {dict(a=1)} {(1,)}')
print(f'{n if n > 5 else 0} {"nested " + name} {n:>{n // 10}}')
print(f"{'a' 'b'}" 'c' f'{1}' "d", f'{True} {None} {True:5}|')
print(f'{1e20:f} {1e-7} {123456789.123:,.2f} {float("nan"):5} {float("inf"):+}')
print(f'''{n}
{name}''')
print(f'{2 ** 70:,} {0:b} {255:08b} {-255:#06x}')
print(f'{"é":>3} {"日本":*<5}')
for spec in 'd', 'q', '.2':
    try:
        print(format(n, spec))
    except ValueError as e:
        print(e)
try:
    f'{name:d}'
except ValueError as e:
    print(e)
