import sys

def fact(n): return 1 if n == 0 else n * fact(n - 1)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
def hanoi(n, a, b, c):
    if n == 0: return 0
    return hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
def flat(x): return sum(map(flat, x), []) if isinstance(x, list) else [x]
def perms(s): return [s] if len(s) < 2 else [c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i + 1:])]
def ack(m, n): return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))

print(fact(20), fib(15), hanoi(8, 'a', 'b', 'c'), even(100), odd(7))
print(flat([1, [2, [3, [4]], 5]]), perms('abc'), ack(2, 3))
print(sys.getrecursionlimit())
def depth(n): return n if n == 0 else depth(n - 1)
print(depth(900))
