def connect(host, port, *, timeout, retries=3):
    return host
try:
    connect('h')
except TypeError as e:
    print(e)
connect('h', 1)
