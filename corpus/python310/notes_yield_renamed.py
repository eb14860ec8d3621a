import asyncio as aio
events = aio.new_event_loop()


@aio.coroutine
def says(what, seconds):
    yield from aio.sleep(seconds)
    print(what)


@aio.coroutine
def says_both():
    yield from says('good morning', 2)
    yield from says('good night', 5)


if __name__ == '__main__':
    events.run_until_complete(says_both())
    events.run_until_complete(say_both())
