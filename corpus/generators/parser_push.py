# A parser that is fed letter by letter, and stops in the middle of whatever it was reading.
class Wrong(Exception): pass

def number(first):
    digits = first
    while True:
        letter = yield
        if letter is None or not letter.isdigit():
            return int(digits), letter
        digits += letter

def value(letter):
    if letter == '(':
        letter = yield
        result, letter = yield from expression(letter)
        if letter != ')':
            raise Wrong(f"expected ')', got {letter!r}")
        return result, (yield)
    if letter is None or not letter.isdigit():
        raise Wrong(f'expected a number, got {letter!r}')
    return (yield from number(letter))

def term(letter):
    result, letter = yield from value(letter)
    while letter in ('*', '/'):
        operator, letter = letter, (yield)
        right, letter = yield from value(letter)
        result = result * right if operator == '*' else result / right
    return result, letter

def expression(letter):
    result, letter = yield from term(letter)
    while letter in ('+', '-'):
        operator, letter = letter, (yield)
        right, letter = yield from term(letter)
        result = result + right if operator == '+' else result - right
    return result, letter

def whole():
    result, letter = yield from expression((yield))
    if letter is not None:
        raise Wrong(f'{letter!r} is too much')
    return result

def depth(generator):
    n = 0
    while generator.gi_yieldfrom is not None:
        generator, n = generator.gi_yieldfrom, n + 1
    return n

def parse(text):
    parser = whole()
    next(parser)
    depths = []
    try:
        for letter in [*text, None]:
            parser.send(letter)
            depths.append(depth(parser))
    except StopIteration as stop:
        return stop.value, depths
    except (Wrong, ZeroDivisionError) as error:
        return type(error).__name__, str(error), depths
    return 'wants more'

for text in '42', '1+2*3', '(1+2)*3', '((7))-8/2', '2*(3+', '1+', '5)', 'x', '8/(4-4)', '':
    print(repr(text), *parse(text))
