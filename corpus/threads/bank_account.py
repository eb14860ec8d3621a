# A balance that is read, thought about, and written: money is lost, unless a lock keeps the others out.
import threading
import time

class Account:
    def __init__(self, balance): self.balance, self.lock = balance, threading.Lock()
    def deposit(self, amount):
        before = self.balance
        time.sleep(0.1)
        self.balance = before + amount
    def safely(self, amount):
        with self.lock:
            self.deposit(amount)

def transfer(a, b, amount, wait):
    with a.lock:
        time.sleep(0.1)
        got = b.lock.acquire(timeout=wait)
        if not got:
            print('gives up', amount)
            return
        try:
            a.balance -= amount
            b.balance += amount
            print('moved', amount)
        finally:
            b.lock.release()

for method in Account.deposit, Account.safely:
    account = Account(100)
    began = time.monotonic()
    threads = [threading.Thread(target=method, args=(account, n)) for n in (10, 20, 30)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    print(method.__name__, account.balance, round(time.monotonic() - began, 1))
x, y = Account(50), Account(50)
threads = [threading.Thread(target=transfer, args=(x, y, 5, 1)), threading.Thread(target=transfer, args=(y, x, 7, 0.5))]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(x.balance, y.balance)
