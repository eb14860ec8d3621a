import asyncio
import sys

async def main():
    print('before')
    await asyncio.sleep(0.2)
    try:
        sys.exit(3)
    finally:
        print('finally')

asyncio.run(main())
