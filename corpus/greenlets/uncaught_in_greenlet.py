from greenlet import greenlet

def read(name):
    if name == 'three':
        return int(name)
    return len(name)

def reader(names):
    for name in names:
        print(name, read(name))

def main():
    try:
        greenlet(reader).switch(['one', 'two', 'three', 'four'])
    finally:
        print('main: finally')

main()
