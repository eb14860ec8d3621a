try:
    print('hello')
except* ValueError:
    print('world')
