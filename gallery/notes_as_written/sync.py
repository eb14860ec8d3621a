import time

def sync_func():
    print('hello')
    time.sleep(3)
    print('world')

if __name__ == '__main__':
    sync_func()
