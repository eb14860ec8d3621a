class Base(Exception):
    """With its own text."""
class Detailed(Base):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code
    def __str__(self):
        return f'[{self.code}] {self.args[1]}'

try:
    raise Base
except Base as e:
    print(repr(e), str(e) == '')
try:
    raise Detailed(1, 'one')
except Base as e:
    print(e, repr(e), e.args)
def fail():
    raise Detailed(404, 'not\nfound')
fail()
