# Words of 3.10 about names and attributes.
class P:
    def __init__(self): self.x = 1

    @property
    def fixed(self): return 1

    nameless = property()
    __slots__ = ('x', 'y')


class Q:
    pass


def local():
    print(total)
    total = 1


def free():
    def inner():
        return value
    inner()
    value = 1


def deleted():
    x = 1
    del x
    del x


def set_fixed(): P().fixed = 2
def delete_fixed(): del P().fixed
def read_nameless(): P().nameless
def delete_slot(): del P().y
def delete_attribute(): del Q().z
def delete_class_attribute(): del Q.z
def set_slot(): P().z = 1
def unknown(): P().z
def module_attribute():
    import time
    time.slep(1)


for f in (local, free, deleted, set_fixed, delete_fixed, read_nameless, delete_slot, delete_attribute, delete_class_attribute,
          set_slot, unknown, module_attribute):
    try:
        f()
    except Exception as e:
        print(f.__name__, type(e).__name__, e)
local()
