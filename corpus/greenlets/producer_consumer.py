# A bounded buffer between greenlets: who finds it full or empty switches to the other.
from greenlet import greenlet

buffer, SIZE = [], 3
def producer(n):
    for i in range(n):
        while len(buffer) == SIZE:
            print('full', buffer)
            to_consumer.switch()
        buffer.append(i * i)
    buffer.append(None)
    while buffer:
        to_consumer.switch()

def consumer(name):
    total = 0
    while True:
        while not buffer:
            print(name, 'finds it empty')
            to_producer.switch()
        item = buffer.pop(0)
        if item is None:
            return f'{name} sums {total}'
        total += item
        print(name, 'takes', item)

to_producer, to_consumer = greenlet(producer), greenlet(consumer)
to_consumer_result = None
buffer.extend([100])
def begin():
    return to_consumer.switch('consumer')
def first():
    global to_producer
    to_producer = greenlet(lambda: producer(5))
    return begin()
print(first())
print(to_producer.dead, to_consumer.dead, buffer)
