import asyncio

async def ask(question): return await wait_for(question) + '?'
async def wait_for(question):
    await asyncio.sleep(len(question))
    return question.title()
async def both(a, b): return [await ask(a), await ask(b)]
async def tell(*questions): print(sorted(await both(*questions)))
async def main(): await asyncio.gather(tell('who', 'how'), tell('no', 'yes'))

asyncio.run(main())
