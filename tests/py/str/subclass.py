# A subclass of str: operators give plain text, methods too.
class Name(str):
    def __new__(cls, value, extra=None):
        self = super().__new__(cls, value)
        self.extra = extra
        return self

    def upper(self):
        return Name(super().upper() + "!")

    def __add__(self, other):
        return Name(str(self) + other)


n = Name("abc", extra=5)
print(n, repr(n), type(n).__name__, n.extra, n.upper(), type(n.lower()).__name__, type(n + "d").__name__, type(n[:]).__name__, n == "abc")
print(hash(n) == hash("abc"), {n: 1}["abc"], isinstance(n, str), n * 2, f"{n:>5}", "%s" % n, len(n), "b" in n, n.extra)
