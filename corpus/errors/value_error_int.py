text = '12 apples'
count = int(text.split()[0])
print(count)
price = int(text)
