value = 5
print(f'{:>5}')
