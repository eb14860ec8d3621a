# No groups of exceptions yet.
try:
    raise ExceptionGroup('several', [ValueError(1)])
except NameError as e:
    print(e)
e = ValueError('x')
e.__notes__ = ['not shown']
raise e
