# The same pipeline pulled by generators and pushed by coroutines: who drives, and who sees the end first.
def numbers(n):
    for i in range(n):
        print('  source', i)
        yield i
    print('  source ends')
def squares(source):
    for x in source:
        print('  square', x)
        yield x * x
def evens(source):
    return (x for x in source if x % 2 == 0)

print('pull')
for x in evens(squares(numbers(4))):
    print('sink', x)

def coroutine(function):
    def start(*args):
        generator = function(*args)
        next(generator)
        return generator
    return start
@coroutine
def push_squares(target):
    try:
        while True:
            x = yield
            print('  square', x)
            target.send(x * x)
    except GeneratorExit:
        print('  squares closed')
        target.close()
@coroutine
def push_evens(*targets):
    try:
        while True:
            x = yield
            if x % 2 == 0:
                for target in targets:
                    target.send(x)
    finally:
        print('  evens closed')
        for target in targets:
            target.close()
@coroutine
def sink(name, got):
    try:
        while True:
            got.append((yield len(got)))
            print(name, got[-1])
    except GeneratorExit:
        print(name, 'closed with', got)

print('push')
pipe = push_squares(push_evens(sink('one', []), sink('two', [100])))
for i in range(4):
    pipe.send(i)
pipe.close()
pipe.close()
try:
    pipe.send(1)
except StopIteration:
    print('a closed pipe takes nothing')
