import greenlet

def turn(n):
    main = greenlet.getcurrent().parent
    for _ in range(n):
        main.switch()

other = greenlet.greenlet(turn)
for _ in range(SIZE // 2):
    other.switch(SIZE // 2)
