a = {}
b = a[*range(3)]
