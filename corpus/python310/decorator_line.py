# A decorator that fails is reported at the line of the def.
def fails(*args):
    raise ValueError(args)


def attempt(make):
    try:
        make()
    except ValueError as e:
        print(e.__traceback__.tb_next.tb_lineno - make.__code__.co_firstlineno)


def single():
    @fails
    def f():
        pass


def argument():
    @fails(
        1,
    )
    def f(): pass


def inner_of_two():
    @print
    @fails
    def f(
        a=1,
    ):
        pass


def of_a_class():
    @fails
    class C:
        pass


def of_a_coroutine():
    @print

    @fails
    async def f():
        pass


for make in (single, argument, inner_of_two, of_a_class, of_a_coroutine):
    attempt(make)


@print
@fails
# a remark between
def last(
):
    pass
