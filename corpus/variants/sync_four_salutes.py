import time

def salute(who):
    print('good day', who)
    time.sleep(2)
    print('farewell', who)

for who in 4, 3, 2, 1:
    salute(who)
