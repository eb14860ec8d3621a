counter = 0
def increment():
    amount = 2
    return conter + amount
increment()
