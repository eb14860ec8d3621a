import typing
def f(*args: *tuple[int]):
    pass
