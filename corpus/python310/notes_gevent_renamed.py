from gevent import sleep as nap

def waits():
    print('good morning')
    nap(2)
    print('good night')

if __name__ == '__main__':
    waits()
    clock.sleep(1)
