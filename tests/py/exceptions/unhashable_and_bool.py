# Errors raised from special methods come through builtins.
class Bad:
    def __bool__(self): raise ValueError("bool")
    def __len__(self): raise ValueError("len")
    def __hash__(self): raise ValueError("hash")
    def __eq__(self, o): raise ValueError("eq")
    def __iter__(self): raise ValueError("iter")
    def __repr__(self): raise ValueError("repr")
    def __getitem__(self, k): raise ValueError("getitem")
    def __contains__(self, x): raise ValueError("contains")
    def __index__(self): raise ValueError("index")
    def __lt__(self, o): raise ValueError("lt")
    def __call__(self): raise ValueError("call")
    def __format__(self, s): raise ValueError("format")
    def __getattr__(self, n): raise ValueError("getattr " + n)


b = Bad()
for code in ["bool(b)", "not b", "if b: pass", "len(b)", "hash(b)", "{b}", "{b: 1}", "b == 1", "b != 1", "b in [1]", "[b].index(2)", "list(b)", "for x in b: pass", "repr(b)", "str(b)", "f'{b!r}'", "f'{b}'", "print(b)", "[b].__repr__()", "b[0]", "1 in b", "range(b)", "[1][b]", "sorted([b, b])", "min(b, b)", "b()", "format(b)", "b.x", "hasattr(b, 'x')", "getattr(b, 'x', 1)", "b and 1", "1 if b else 2", "assert b", "while b: pass", "any([b])", "all([b])", "filter(None, [b]).__next__()", "a, c = b", "print(*b)", "dict(b)", "b.x = 1"]:
    try:
        exec(code)
        print(code, "fine")
    except ValueError as e:
        print(code, "->", e)
