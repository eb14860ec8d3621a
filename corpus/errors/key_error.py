ages = {'ann': 5, ('t', 1): 2}
print(ages['ann'])
print(ages['bob'])
