import asyncio
import sys

loop = asyncio.new_event_loop()
loop.call_soon(print, 'before')
loop.call_soon(sys.exit, 4)
loop.call_soon(print, 'after: in the next run')
try:
    loop.run_forever()
except SystemExit as leaving:
    print('exit', leaving.code, loop.is_running())
loop.call_soon(loop.stop)
loop.run_forever()

def interrupt(): raise KeyboardInterrupt
loop.call_soon(interrupt)
try:
    loop.run_forever()
except KeyboardInterrupt as leaving:
    print('interrupted', repr(leaving))
loop.close()
sys.exit('a word at the end')
