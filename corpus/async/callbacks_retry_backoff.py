import asyncio

class Flaky:
    def __init__(self, failures): self.left = failures
    def ask(self):
        if self.left:
            self.left -= 1
            raise ConnectionError(f'{self.left} more to come')
        return 'answer'

def retry(loop, ask, done, gave_up, delay=0.1, tries=4):
    try:
        value = ask()
    except ConnectionError as error:
        if tries == 1:
            gave_up(error)
            return None
        print(f'{loop.time() - began:.1f} failed ({error}), again in {delay:.1f}')
        return loop.call_later(delay, retry, loop, ask, done, gave_up, delay * 2, tries - 1)
    done(value)

loop = asyncio.new_event_loop()
began = loop.time()
results = []
def finish(kind):
    def finished(value):
        results.append((kind, str(value), round(loop.time() - began, 1)))
        if len(results) == 3:
            loop.stop()
    return finished
for failures in 0, 2, 9:
    retry(loop, Flaky(failures).ask, finish(f'{failures} done'), finish(f'{failures} gave up'))
loop.run_forever()
for result in results:
    print(*result)
loop.close()
