# Deep recursion without a deep stack: calls are yielded, a loop makes them.
def trampoline(generator):
    stack, value = [generator], None
    deepest = 1
    while stack:
        try:
            called = stack[-1].send(value)
        except StopIteration as stop:
            stack.pop()
            value = stop.value
        else:
            stack.append(called)
            deepest = max(deepest, len(stack))
            value = None
    return value, deepest

def factorial_digits(n):
    if n == 0:
        return 1
    return (n * (yield factorial_digits(n - 1))) % 1_000_000_007

def even(n): return True if n == 0 else (yield odd(n - 1))
def odd(n): return False if n == 0 else (yield even(n - 1))

def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return (yield ackermann(m - 1, 1))
    return (yield ackermann(m - 1, (yield ackermann(m, n - 1))))

def hanoi(n, a, b, c):
    if n == 0:
        return 0
    left = yield hanoi(n - 1, a, c, b)
    return left + 1 + (yield hanoi(n - 1, c, b, a))

print(trampoline(factorial_digits(3000)))
print(trampoline(even(2501)), trampoline(odd(7)))
print(trampoline(ackermann(2, 6)))
print(trampoline(hanoi(9, 'a', 'b', 'c')))
