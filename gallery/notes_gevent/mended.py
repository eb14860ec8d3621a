from gevent import sleep  # or from eventlet import sleep

def async_func():
    print('hello')
    sleep(3)
    print('world')

if __name__ == '__main__':
    async_func()
