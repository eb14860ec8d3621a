def total(x):
    return sum(n for n in x)
print(total([1, 2]))
print(total(5))
