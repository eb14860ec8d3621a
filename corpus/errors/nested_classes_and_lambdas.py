class A:
    def method(self, f):
        return f(self)

    @staticmethod
    def fixed(n):
        return [10 // x for x in range(n, -1, -1)]

    @property
    def prop(self):
        return A.fixed(2)

def outer():
    def inner(a):
        return (lambda z: z.prop)(a)
    return A().method(inner)

outer()
