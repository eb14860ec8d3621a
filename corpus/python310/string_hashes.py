# Hashes of strings and bytes are another function's before 3.11, and sets are ordered by them.
print(hash(''), hash('a'), hash('hello'), hash(b'hello'), hash('é'), hash('√x'), hash('\U0001f600'))
print({'spam', 'eggs', 'ham', 'beans'})
print(set('the quick brown fox'))
print({b'one', b'two', b'three', 'four', 5})
names = {'anna', 'bert', 'carl', 'dora', 'emil', 'fred', 'gina'}
names -= {'carl'}
names |= {'hugo', 'ida'}
for name in names:
    print(name, end=' ')
print()
print(frozenset(('x', 'y')), ('a', 'b').__hash__() == hash(('a', 'b')), hash(('a', 1)))
print(sorted({word: len(word) for word in names}.items()), names.pop())
