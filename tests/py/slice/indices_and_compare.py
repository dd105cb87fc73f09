"""slice objects: indices(), equality, hash, repr"""
s = slice

def t(text):
    try:
        print(text, "=>", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__, e)


for text in [
    's(5)',
    's(1, 2)',
    's(1, 2, 3)',
    's(None)',
    's("a", "b")',
    's(1, 2).start, s(1, 2).stop, s(1, 2).step',
    's(1, 2) == s(1, 2)',
    's(1, 2) == s(1, 2, None)',
    's(1, 2) != s(1, 3)',
    's(1) < s(2)',
    's(1, 5) < s(2)',
    's(1, "a") < s(1, 2)',
    'hash(s(1, 2)) == hash(s(1, 2))',
    'hash(s([]))',
    '{s(1): 2}',
    's(None, None, -1).indices(5)',
    's(-3, None).indices(5)',
    's(10, -10, -3).indices(7)',
    's(0, 10**20).indices(5)',
    's(1).indices(-1)',
    's(1).indices("a")',
    's(1, 2, 0).indices(5)',
    's("a").indices(5)',
    's()',
    's(1, 2, 3, 4)',
    's(a=1)',
    's(1).start',
    'setattr(s(1), "start", 2)',
    'isinstance(s(1), slice)',
    'type("S", (slice,), {})',
    '[1, 2, 3][s(1, None)]',
    '"abc".__getitem__(s(None, None, -1))',
    's(True, False)',
    'repr(s(s(1)))',
]:
    t(text)
