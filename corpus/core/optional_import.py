# A package that may be missing, and one that nobody has.
try:
    import uvloop
except ImportError as e:
    uvloop = None
    print(type(e).__name__, e, e.name)
print(uvloop)
try:
    import no_such_package.inside
except ModuleNotFoundError as e:
    print(e, e.name)

def find():
    try:
        from zmq import Context
    except ImportError:
        return 'no zmq'
    return Context
print(find())
