class Outer:
    class Inner(Exception):
        pass
    def go(self):
        raise Outer.Inner('nested name')
def make():
    class Local(ValueError): pass
    return Local
try:
    raise make()('local')
except ValueError as e:
    Outer().go()
