class AppError(Exception):
    pass

def low():
    raise OSError('disk')

def middle():
    try:
        low()
    except OSError as e:
        raise AppError('could not load') from e

def top():
    try:
        middle()
    except AppError as e:
        raise RuntimeError('top failed') from e

top()
