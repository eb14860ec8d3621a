# A search field: each key cancels the search that was planned; only a pause of 0.3 s lets one through.
import asyncio

class Search:
    def __init__(self, loop, delay):
        self.loop, self.delay = loop, delay
        self.text, self.planned, self.searches = '', None, []
    def key(self, letter):
        self.text += letter
        if self.planned is not None:
            self.planned.cancel()
        self.planned = self.loop.call_later(self.delay, self.go)
    def go(self):
        self.searches.append(self.text)
        print('search', repr(self.text), 'at', round(self.loop.time() - began, 2))

loop = asyncio.new_event_loop()
began = loop.time()
search = Search(loop, 0.3)
at = 0
for letter, pause in [('s', 0.1), ('i', 0.2), ('m', 0.5), ('u', 0.29), ('l', 0.31), ('s', 0)]:
    loop.call_later(at, search.key, letter)
    at += pause
loop.call_later(3, loop.stop)
loop.run_forever()
print(search.searches, search.planned.cancelled(), round(search.planned.when() - began, 2))
search.planned.cancel()
print(search.planned.cancelled())
loop.close()
