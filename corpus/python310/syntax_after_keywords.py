def f(**named, last): pass
