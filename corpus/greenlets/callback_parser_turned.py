# A tokenizer that calls back, and a reader that wants to ask for the next token: a greenlet turns one round.
from greenlet import greenlet, getcurrent

def tokenize(text, on_token):
    word = ''
    for letter in text + ' ':
        if letter.isalnum():
            word += letter
            continue
        if word:
            on_token('word', word)
            word = ''
        if not letter.isspace():
            on_token('sign', letter)

class Tokens:
    def __init__(self, text):
        self.reader = getcurrent()
        self.source = greenlet(self.run)
        self.text = text
        self.ahead = None
    def run(self):
        tokenize(self.text, lambda kind, value: self.reader.switch((kind, value)))
        while True:
            self.reader.switch(('end', ''))
    def next(self):
        if self.ahead is None:
            return self.source.switch()
        token, self.ahead = self.ahead, None
        return token
    def peek(self):
        if self.ahead is None:
            self.ahead = self.source.switch()
        return self.ahead

def parse(tokens):
    kind, value = tokens.next()
    if value == '{':
        result = {}
        while tokens.peek()[1] != '}':
            key = tokens.next()[1]
            if tokens.next()[1] != ':':
                raise SyntaxError(f'a colon is missing after {key}')
            result[key] = parse(tokens)
            if tokens.peek()[1] == ',':
                tokens.next()
        tokens.next()
        return result
    if value == '[':
        result = []
        while tokens.peek()[1] != ']':
            result.append(parse(tokens))
            if tokens.peek()[1] == ',':
                tokens.next()
        tokens.next()
        return result
    if kind != 'word':
        raise SyntaxError(f'unexpected {value or "end"}')
    return int(value) if value.isdigit() else value

for text in '[1, two, [3, [4]], 5]', '{a: 1, b: [x, {c: d}], e: 22}', '[1, 2', '{a 1}', '':
    try:
        print(parse(Tokens(text)))
    except SyntaxError as error:
        print('SyntaxError', error)
