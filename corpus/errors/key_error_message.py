class K:
    def __repr__(self): return "K's repr"
try:
    {}[K()]
except KeyError as e:
    print(e)
raise KeyError("it's\na message", 2)
