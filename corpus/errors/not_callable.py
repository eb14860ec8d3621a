class A: pass
a = A()
a.f = 5
a.f()
