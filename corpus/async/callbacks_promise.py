# Promises as another language has them, over call_soon: then, catch, and a chain that takes a promise back.
import asyncio

loop = asyncio.new_event_loop()

class Promise:
    def __init__(self, work):
        self.state, self.value, self.waiting = 'pending', None, []
        try:
            work(self.resolve, self.reject)
        except Exception as error:
            self.reject(error)
    def settle(self, state, value):
        if self.state == 'pending':
            self.state, self.value = state, value
            for callback in self.waiting:
                loop.call_soon(callback)
    def resolve(self, value=None):
        if isinstance(value, Promise):
            value.then(self.resolve, self.reject)
        else:
            self.settle('fulfilled', value)
    def reject(self, error): self.settle('rejected', error)
    def then(self, fulfilled=None, rejected=None):
        def work(resolve, reject):
            def run():
                handler = fulfilled if self.state == 'fulfilled' else rejected
                if handler is None:
                    (resolve if self.state == 'fulfilled' else reject)(self.value)
                    return
                try:
                    resolve(handler(self.value))
                except Exception as error:
                    reject(error)
            if self.state == 'pending':
                self.waiting.append(run)
            else:
                loop.call_soon(run)
        return Promise(work)
    def catch(self, rejected): return self.then(None, rejected)

def after(seconds, value):
    return Promise(lambda resolve, reject: loop.call_later(seconds, resolve, value))

def show(word): return lambda value: print(word, value) or value

(after(1, 20)
    .then(show('first'))
    .then(lambda n: after(2, n + 1))
    .then(show('second'))
    .then(lambda n: n / 0)
    .then(show('never'))
    .catch(lambda error: print('caught', repr(error)) or 'mended')
    .then(show('third')))
Promise(lambda resolve, reject: [resolve('once'), resolve('twice'), reject('thrice')]).then(show('settled'))
Promise(lambda resolve, reject: int('x')).catch(show('at birth'))
print('nothing has run yet')
loop.call_later(4, loop.stop)
loop.run_forever()
loop.close()
