import asyncio

loop = asyncio.new_event_loop()
def wait_for(question, then): loop.call_later(len(question), then, question.title())
def ask(question, then): wait_for(question, lambda answer: then(answer + '?'))
def both(a, b, then): ask(a, lambda x: ask(b, lambda y: then([x, y])))
def tell(*questions): both(*questions, lambda answers: print(sorted(answers)))

tell('who', 'how')
tell('no', 'yes')
loop.call_later(7, loop.stop)
loop.run_forever()
loop.close()
