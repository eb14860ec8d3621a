import asyncio

def fine(n): print('fine', n)
def broken(n): return 1 / n
class Job:
    def __call__(self): raise KeyError('job')
    def __repr__(self): return '<a job>'

loop = asyncio.new_event_loop()
loop.call_soon(fine, 1)
loop.call_soon(broken, 0)
loop.call_soon(fine, 2)
loop.call_later(1, loop.stop)
loop.run_forever()
print('the loop went on')

def handler(loop, context):
    print('handler:', context['message'].split(' at ')[0], repr(context['exception']), sorted(context))
loop.set_exception_handler(handler)
print(loop.get_exception_handler() is handler)
loop.call_later(0.5, broken, 0)
loop.call_later(1, loop.stop)
loop.run_forever()

def bad_handler(loop, context): raise ValueError('in the handler')
loop.set_exception_handler(bad_handler)
loop.call_soon(broken, 0)
loop.call_soon(loop.stop)
loop.run_forever()
loop.set_exception_handler(None)
loop.close()
print('end')
