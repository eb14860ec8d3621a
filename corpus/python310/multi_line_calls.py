# The line of a call, an operator or a subscript that stretches over lines.
def fails(*args, **kwargs):
    raise ValueError('no')


class C:
    def method(self, *args):
        return fails(
            *args
        )

    def __getitem__(self, k): fails()
    def __add__(self, o): fails()


c = C()


def call():
    return fails(
        1,
        2,
    )


def method():
    return (c
            .method(
                1))


def keyword():
    return fails(a=1,
                 b=2)


def subscript():
    return c[
        1
    ]


def operator():
    return (c
            + 1)


def chained():
    return print(
        fails(
            3))


def in_string():
    return f'''
    {fails()}
    '''


def comparison():
    return (1 <
            missing)


def statement():
    x = [
        1,
        fails(),
    ]


def stars():
    return fails(
        *[1],
        **{'a': 2})


for f in (call, method, keyword, subscript, operator, chained, in_string, comparison, statement, stars):
    try:
        f()
    except (ValueError, NameError) as e:
        t, lines = e.__traceback__.tb_next, []
        while t:
            lines.append(t.tb_lineno - f.__code__.co_firstlineno)
            t = t.tb_next
        print(f.__name__, lines[0])
method()
