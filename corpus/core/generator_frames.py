def f():
    x = [1, 2, 3]
    return x[5]
try: f()
except IndexError as e:
    tb = e.__traceback__
    while tb: print(tb.tb_lineno, tb.tb_frame.f_code.co_name, tb.tb_frame.f_globals is globals()); tb = tb.tb_next
    tb = e.__traceback__.tb_next
    print(tb.tb_frame.f_locals, tb.tb_frame.f_lineno)
def g():
    a = 1
    yield a
    b = 2
    yield b
it = g()
print(it.gi_frame.f_lineno, it.gi_frame.f_locals, it.gi_frame is it.gi_frame)
next(it); print(it.gi_frame.f_lineno, it.gi_frame.f_locals)
fr = it.gi_frame
next(it); print(fr.f_lineno, fr.f_locals, fr is it.gi_frame, fr.f_code is g.__code__)
list(it); print(it.gi_frame, fr.f_locals)
