def make():
    def f(a, b=undefined):
        return a
    return f
make()
