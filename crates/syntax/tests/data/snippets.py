#%% names and constants
x
None, True, False, ...
0, 7, 0x1F, 0o17, 0b101, 1_000, 9223372036854775807
9223372036854775808, 0xFFFF_FFFF_FFFF_FFFF, 123456789012345678901234567890, 0o7777777777777777777777777
1.5, .5, 1e10, 1_0.0_1, 2j, 1.5J, 1e-300, 1e400
é = ñ; ﬁ = 1
#%% strings
'a' "b" '''c
d'''
r'\n' u'x' 'tab\tnl\nhex\x41oct\101\u00e9\U0001F600\
joined'
b'abc' b"\xff\0" br'\x'
"\d \' \""
('one'
 'two')
""
#%% f-strings
f'a{x}b'
f'{x!r}{y!s}{z!a}'
f'{x:>10}{y:.{p}f}{z!r:{w}}'
f'{x=}{y = }{z=!s}{w=:3}'
f'{{}}' f'{{{x}}}'
'a' f'{x}' 'b' "c" f"{y}"
f''
f'plain'
f'{x:}'
rf'\d{x}\n'
f'\n{x}\t'
f'{a.b[c](d)}{e + f}{ [1, 2][0] }'
f"{d['k']}{f'{inner}'}{'s' if c else 't'}"
f'{x,}{*a, b}{lambda_}{(lambda: 1)()}{ {1: 2}[1] }'
f'é{x}ü{y}'
f'{a!=b}{a==b}{x:%H:%M}'
print(f'{await_}', f'{(yield)}')
#%% f-strings over lines
s = f'''
a {x}
  {y} b {
z}
'''
t = f"""{
  p
} {q:
>3} {
r + (
s)}"""
u = ('x' f'{a}'
     f'{b}'
     f'{c}')
def f():
    return f'''{
        deep} {
        deeper(a,
               b)}'''
w = f'''x
{a=}{b = }
'''
#%% operators
a + b - c * d / e // f % g @ h ** i
(a + b) * (c)
-a ** -b, +a, ~a, not a
a << b >> c | d ^ e & f
a and b and c or d or e and f
a and (b and c)
not a == b
a < b <= c != d is e is not f in g not in h > i >= j
(a) + (b)
((a)) < ((b))
(a and b)
(yield_) if (a) else (b)
#%% calls
f()
f(a, *b, c=1, **d)
f(a)(b)(c)
(f)(x)
f(x for x in y)
f(a, (x for x in y))
f((x for x in y))
f( x for x in y )
f(a, b,)
f(x := 1)
f(*a, *b, k=c, *d, **e, **g)
obj.method(1).attr.other(2)[3]
(a
 .b
 .c())
#%% subscripts
a[0], a[1:2], a[::], a[:1], a[1::2], a[::2], a[:, 1], a[1, 2]
a[1:2, ::3]
a[(1, 2)]
a[*b]
a[*b, c]
a[b][c]
(a)[b]
a[b := 1]
a[()]
#%% displays
[], [a], [a, b,], [*a, *b]
(), (a,), (a, b), a, b
{}, {a: b}, {a: b, **c, d: e}, {**a}
{a}, {a, b}, {*a, b}
x = a, *b
(a), (b,)
[
  a,
  (b),
]
#%% comprehensions
[x for x in y]
{x for x in y if x if not x}
{k: v for k, v in y}
(x for x in y)
[(x, y) for x in a for y in b if x < y]
[x for x, in y]
[[y for y in x] for x in z]
async def f():
    return [x async for x in y if await x]
sum(x * x for x in range(10))
[lambda: x for x in y]
(x
 for x in y)
[x for x in (1, 2, 3)]
[(yield_) for a.b in c for d[0] in e]
#%% lambdas
lambda: 0
lambda x: x
lambda x, y=1, *a, z, w=2, **k: x
lambda a, /, b: a
lambda *, k: k
lambda *a: a
lambda **k: k
(lambda x: (yield_))
lambda: (a, b)
lambda: lambda: 1
#%% conditional expressions
a if b else c
a if b else c if d else e
(a if b else c) if d else e
x = (a
     if b
     else c)
#%% named expressions
(x := 1)
if (n := len(a)) > 1: pass
while chunk := read(): pass
[y := 1, y ** 2]
{(z := 1)}
f(a, (b := 2))
#%% assignments
a = b
a = b = c
a, b = c
(a, b) = c
[a, b] = c
a, *b = c
a.b = c
a[b] = c
a = yield_
(a) = (b)
a = (b, c)
(a), (b) = c
*a, = b
x = (
    1
)
#%% augmented and annotated
a += 1
a.b -= 1; a[b] *= 2
a /= 1; a //= 1; a %= 1; a @= 1; a &= 1; a |= 1; a ^= 1; a >>= 1; a <<= 1; a **= 1
x: int
x: int = 1
(x): int = 1
a.b: int
a[b]: int = 2
x: 'str' = yield_
x: tuple = 1, 2
#%% delete and assert
del a
del a, b.c, d[e]
del (a, b)
del (a)
del [a]
assert a
assert a, b
assert (a, b), (c)
#%% raise and return
raise
raise a
raise a from b
def f():
    return
def g():
    return a, b
def h():
    return (a)
def i():
    return *a, b
#%% imports
import a
import a.b.c
import a as b, c.d as e
from a import b
from a.b import c as d, e
from . import a
from .. import b
from ...a.b import c
from .... import d
from a import *
from a import (b, c as d,)
from a import (
    b,
    c,
)
#%% global and nonlocal
global a, b
def f():
    nonlocal c
    global d
#%% functions
def f(): pass
def f(a, b=1, *args, c, d=2, **kw) -> int:
    return a
def f(a, /, b, *, c): ...
def f(a=1, /, b=2): ...
def f(a: int, b: str = 'x', *args: tuple, c: int = 3, **kw: dict) -> None:
    """doc"""
def f(*args: *Ts): ...
async def g():
    await x
    async with a as b, c: pass
    async for i in x: pass
    else: pass
def outer():
    def inner():
        pass
    return inner
#%% decorators
@d
def f(): pass
@a.b
@c(1)

# a comment
@(lambda f: f)
async def g():
    pass
@d
class C:
    @property
    def p(self): return 1
    @p.setter

    def p(self, v):
        pass
@x[0].y
class D: pass
#%% classes
class A: pass
class B(A): x = 1
class C(A, B, metaclass=M, **kw):
    """doc"""
    y: int = 1
class D(): pass
class E(*bases): pass
class F(
    A,
): pass
#%% if
if a: b
if a:
    b
elif c:
    d
elif e:
    f
else:
    g
if a:
    if b:
        c
    else:
        d
if a: b
else: c
if a: b; c
#%% else with an if
if a:
    b
else:
    if c:
        d
#%% loops
for a in b: pass
for a, b in c:
    break
else:
    continue_
for (a, b) in c: pass
for a in b, c: pass
for a, in b: pass
for *a, b in c: pass
for x in *a, b: pass
for a[0] in b: pass
while a:
    continue
while a: b
else: c
while (a): pass
#%% with
with a: pass
with a as b: pass
with a, b as c, d: pass
with (a, b): pass
with (a as b, c as d): pass
with (a as b,): pass
with (a): pass
with (a) as b: pass
with (a, b) as c: pass
with a as (b, c): pass
with a as b.c, d as e[0]: pass
with (open(a) as b,
      open(c) as d):
    pass
with a() as [b]: pass
with (yield_): pass
#%% try
try: a
except: b
try:
    a
except E:
    b
except (E, F) as g:
    c
except H as i: d
else:
    e
finally:
    f
try:
    a
finally:
    b
#%% except star
try:
    a
except* E:
    b
except* (F, G) as h:
    c
#%% match values
match x:
    case 1: pass
    case -1: pass
    case 1 + 2j: pass
    case -1.5 - 2j: pass
    case 'a' 'b': pass
    case b'a': pass
    case a.b: pass
    case a.b.c: pass
    case None: pass
    case True | False: pass
    case _: pass
    case f: pass
#%% match structures
match x, y:
    case [a, b]: pass
    case (a, b): pass
    case a, b: pass
    case a,: pass
    case [a, *b]: pass
    case [a, *_]: pass
    case *a, b: pass
    case (a): pass
    case [(a), (b | c)]: pass
    case (): pass
    case []: pass
    case (a,): pass
    case [a]: pass
#%% match mappings and classes
match x:
    case {}: pass
    case {'a': 1}: pass
    case {'a': b, **rest}: pass
    case {-1: a, b.c: d, None: e,}: pass
    case {**rest}: pass
    case A(): pass
    case A(b): pass
    case A(b, c=d): pass
    case a.B(c=1, d=e,): pass
    case [A(b=[c, d])] as e if f: pass
    case (1 | 2) as x: pass
    case 1 | 2 as x if x > 1:
        pass
    case (A(b) | B(c)): pass
#%% soft keywords
match = 1
case = 2
type = 3
_ = 4
match(x)
match[x]
match.x
print(match, case, type)
match match:
    case case: pass
match (x):
    case (y): pass
match x,:
    case y,: pass
match *a, b:
    case c: pass
match -x:
    case 1: pass
#%% yields
def f():
    yield
    yield a
    yield a, b
    x = yield
    x = yield a
    x += yield from b
    yield from c
    (yield)
    f((yield), (yield a))
    return (yield)
    yield *a, b
    await_ = yield a
async def g():
    await a
    x = await b + await c
    await (d)
    return await e.f(g)
    [await a, await b]
    -await x ** 2
#%% semicolons and continuation
a; b; c
a; b;
x = 1 + \
    2
if a and \
   b: c
assert a, \
    b
#%% comments and blank lines
# first

a  # behind

def f():
    # inside
    a

    # more
    b
# outside
c
#%% docstrings
"""module"""
def f():
    'doc'
class C:
    'doc'
    def m(self):
        """two
        lines"""
#%% tabs
if a:
	b
	if c:
		d
e
#%% non-ascii columns
é = 'ü' + f(ñ, "日本", k='ö')
x = 'é'; y = é.ü
s = f'ö{é}' + 'ä'
𝐱 = '😀' + z
#%% long nested
f(g(h(i(j(k(l, m), n), o), p), q), r)
[[[[[[1]]]]]]
{a: {b: {c: [d, (e, f)]}}}
((((a))))
a.b.c.d.e.f
a[b[c[d]]]
not not not a
- - -a
#%% expression statements in parentheses
(a)
((a, b))
(a).b
(a)()
(a)[b]
(await_)
('a'
 'b')
(
  a
)
(a) if (b) else (c)
(a)(b)
(a) and (b)
-(a)
(a) ** (b)
not (a)
lambda: (a)
*a, (b)
#%% form feed and trailing spaces
a = 1   

if a:
    b   
c = 2
#%% backslash in blank start
if a:
    b
\
c
#%% star expressions
print(*a, sep='')
print(*a or b)
a, *b.c = d
for i in *a, *b: pass
[*a] = b
*a[0], b = c
#%% ellipsis and attributes of literals
...
1 .real
1.0.real
'a'.join(b)
(1).real
[].append
{}.get
x = 1if y else 2
#%% tuples in f-strings
f'{x, }{a, b !r}{c,:>3}{d,=}'
f'{ (x,) }{(yield)}{x if y else z}{not a}{-b}'
f'{x!r:^{w}.{p}}{y:{"a"}>{10}}'
f"{x:{y}}" "tail" '{not a field}'
f'''{
a, b
}'''
'a' f'{x:{y} z}' f'{b:c}'
s = f'''a
b {
a, b
} {c:{d,
}}'''
#%% semicolons at the end of blocks
def f():
    if a: b;
    else:
        c; d;
try:
    for x in y: z ;
except E: e;
class C: p = 1;  # more
with a: b; 
while a:
    match x:
        case 1: pass;
a;
