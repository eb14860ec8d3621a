# Players take turns in plain calls; the table decides who is next. Nobody returns before the game is over.
from collections import deque
from greenlet import greenlet, getcurrent, GreenletExit

class Table:
    def __init__(self): self.players, self.log, self.me = deque(), [], getcurrent()
    def join(self, function, *args):
        player = greenlet(function, self.me)
        self.players.append((args[0], player, args))
    def turn(self, move=None):
        return self.me.switch(move)
    def play(self, rounds):
        for n in range(rounds):
            for _ in range(len(self.players)):
                name, player, args = self.players.popleft()
                move = player.switch(*args) if not player else player.switch(n)
                if player.dead:
                    print(f'round {n}: {name} is out with {move}')
                else:
                    self.log.append(f'{name}{move}')
                    self.players.append((name, player, args))
        for name, player, _ in self.players:
            print(name, 'ends with', repr(player.throw(GreenletExit(n))))

def counts(name, table, step):
    total = 0
    while total < 10:
        total += step
        seen = think(table, total)
    return total

def think(table, total):
    return ponder(table, total, 2)

def ponder(table, total, depth):
    return ponder(table, total, depth - 1) if depth else table.turn(total)

def waits(name, table):
    while True:
        table.turn('-')

table = Table()
table.join(counts, 'A', table, 3)
table.join(counts, 'B', table, 5)
table.join(waits, 'C', table)
table.play(5)
print(' '.join(table.log))
