import time

def plain():
    print('one')
    time.sleep(1)
    print('two')

if __name__ == '__main__':
    plain()
    plain()
