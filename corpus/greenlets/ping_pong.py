from greenlet import greenlet, getcurrent

def player(name, wins_at):
    ball = yield_to_umpire()
    while True:
        print(name, 'hits', ball)
        if ball >= wins_at:
            return f'{name} wins'
        ball = other[name].switch(ball + 1)

def yield_to_umpire():
    return umpire.switch('ready')

umpire = getcurrent()
ping = greenlet(lambda: player('ping', 6))
pong = greenlet(lambda: player('pong', 9))
other = {'ping': pong, 'pong': ping}
print(ping.switch(), pong.switch())
print(ping.switch(1))
print(ping.dead, pong.dead, bool(ping), bool(pong))
try:
    pong.throw(SystemError('time is up'))
except SystemError as error:
    print(error, pong.dead)
