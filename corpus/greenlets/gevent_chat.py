# A chat without sockets: each member has an inbox, made of an event and a list.
import gevent
from gevent.event import Event

class Inbox:
    def __init__(self): self.lines, self.news = [], Event()
    def put(self, line):
        self.lines.append(line)
        self.news.set()
    def get(self):
        while not self.lines:
            self.news.clear()
            self.news.wait()
        return self.lines.pop(0)

class Room:
    def __init__(self): self.members = {}
    def join(self, name):
        self.say('*', f'{name} joins')
        self.members[name] = Inbox()
        return self.members[name]
    def leave(self, name):
        del self.members[name]
        self.say('*', f'{name} leaves')
    def say(self, name, words):
        for other, inbox in self.members.items():
            if other != name:
                inbox.put(f'{name}: {words}')

room = Room()
def reads(name, inbox):
    try:
        while True:
            print(f'[{name}]', inbox.get())
    except gevent.GreenletExit:
        print(f'[{name}] has {len(inbox.lines)} unread')
def member(name, *script):
    reader = None
    for pause, words in script:
        gevent.sleep(pause)
        if words == 'join':
            reader = gevent.spawn(reads, name, room.join(name))
        elif words == 'quit':
            room.leave(name)
            reader.kill()
        else:
            room.say(name, words)
gevent.joinall([
    gevent.spawn(member, 'ann', (0, 'join'), (2, 'hello'), (1, 'anyone?'), (3, 'quit')),
    gevent.spawn(member, 'bob', (1, 'join'), (1, 'hi ann'), (2, 'quit')),
    gevent.spawn(member, 'cid', (2.5, 'join'), (2, 'too late?'), (1, 'quit'))])
print(room.members)
