class Counted:
    def __init__(self, f):
        self.f = f
        self.calls = 0
    def __call__(self, *args, **kwargs):
        self.calls += 1
        return self.f(*args, **kwargs)

@Counted
def square(x):
    return x * x

print(square(3), square(4), square.calls)

class Memo:
    def __init__(self):
        self.seen = {}
    def __call__(self, f):
        def wrapper(n):
            if n not in self.seen:
                self.seen[n] = f(n)
            return self.seen[n]
        return wrapper

memo = Memo()

@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

print(fib(60), len(memo.seen))
print([fib(i) for i in range(10)])
