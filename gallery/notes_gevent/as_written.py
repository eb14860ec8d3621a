from gevent import sleep  # or from evenlet import sleep

def async_func():
    print('hello')
    time.sleep(3)
    print('world')

if __name__ == '__main__':
    async_func()
