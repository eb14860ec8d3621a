try:
    import surely_not_installed_module
except ImportError as e:
    print(type(e).__name__, e, e.name)
try:
    from time import nope
except ImportError as e:
    print(type(e).__name__, str(e).split(' (')[0])
import time
print(time.__name__)
