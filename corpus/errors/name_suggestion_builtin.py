def show():
    length = 5
    prnt(length)
show()
