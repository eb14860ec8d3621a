import asyncio

class Account:
    def __init__(self, owner, money=0):
        self.owner, self.money = owner, money
    async def deposit(self, n):
        await asyncio.sleep(0.1)
        self.money += n
        return self
    async def transfer(self, to, n):
        if n > self.money:
            raise ValueError(f'{self.owner} has only {self.money}')
        self.money -= n
        await to.deposit(n)
    @classmethod
    async def opened(cls, owner):
        return await cls(owner).deposit(100)
    @staticmethod
    async def total(*accounts):
        return sum(a.money for a in accounts)
    def __repr__(self): return f'{self.owner}:{self.money}'

async def main():
    a, b = await asyncio.gather(Account.opened('a'), Account.opened('b'))
    await asyncio.gather(a.transfer(b, 30), b.transfer(a, 10))
    print(a, b, await Account.total(a, b))
    try:
        await a.transfer(b, 1000)
    except ValueError as e:
        print(e)

asyncio.run(main())
