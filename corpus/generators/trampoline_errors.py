# A trampoline that carries exceptions to the caller, with the frames that a traceback shows.
def run(generator):
    stack, send, what = [generator], True, None
    while True:
        try:
            call = stack[-1].send(what) if send else stack[-1].throw(what)
        except StopIteration as stop:
            stack.pop()
            send, what = True, stop.value
        except Exception as error:
            stack.pop()
            send, what = False, error
        else:
            stack.append(call)
            send, what = True, None
            continue
        if not stack:
            if send:
                return what
            raise what

def divide(a, b):
    yield from ()
    return a / b

def safe(a, b):
    try:
        return (yield divide(a, b))
    except ZeroDivisionError as error:
        print('safe caught', error)
        return None

def table():
    rows = []
    for b in 2, 0, 4:
        rows.append((yield safe(8, b)))
    rows.append((yield divide(1, 0)))
    return rows

def outer():
    try:
        yield table()
    finally:
        print('outer: finally')

print(run(safe(1, 2)), run(safe(1, 0)))
try:
    run(outer())
except ZeroDivisionError as error:
    names = []
    tb = error.__traceback__
    while tb:
        names.append(tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    print(names)
run(outer())
