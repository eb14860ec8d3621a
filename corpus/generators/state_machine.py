# A traffic light and a vending machine as generators: the place in the code is the state.
def light():
    while True:
        for colour, seconds in ('green', 30), ('yellow', 3), ('red', 25):
            while seconds > 0:
                event = yield colour, seconds
                if event == 'night':
                    while event != 'day':
                        event = yield 'blinking', 0
                    break
                seconds -= event or 1
            else:
                continue
            break

lamp = light()
for event in None, 10, 20, 2, 1, 24, 'night', None, 'day', 29, 1:
    print(event, lamp.send(event))

def vending(price):
    sold = 0
    while True:
        paid = 0
        while paid < price:
            coin = yield f'{price - paid} to pay'
            if coin == 'back':
                coin = yield f'{paid} given back'
                paid = 0
            elif coin in (1, 2, 5):
                paid += coin
            else:
                coin = yield f'{coin!r} is no coin'
        sold += 1
        answer = yield f'item {sold}, change {paid - price}'
        if answer == 'off':
            return sold

machine = vending(4)
print(next(machine))
try:
    for event in 2, 5, None, 3, None, 1, 'back', None, 5, 'off':
        print(event, '->', machine.send(event))
except StopIteration as stop:
    print('sold', stop.value)
