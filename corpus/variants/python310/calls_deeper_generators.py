import asyncio

@asyncio.coroutine
def wait_for(question):
    yield from asyncio.sleep(len(question))
    return question.title()
def ask(question): return (yield from wait_for(question)) + '?'
def both(a, b): return [(yield from ask(a)), (yield from ask(b))]
@asyncio.coroutine
def tell(*questions): print(sorted((yield from both(*questions))))
@asyncio.coroutine
def main(): yield from asyncio.gather(tell('who', 'how'), tell('no', 'yes'))

asyncio.run(main())
