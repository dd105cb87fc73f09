# Context managers that are classes: values, suppression, nesting.
class CM:
    log = []

    def __init__(self, name, suppress=()):
        self.name, self.suppress = name, suppress

    def __enter__(self):
        self.log.append("+" + self.name)
        return self

    def __exit__(self, kind, value, tb):
        self.log.append("-" + self.name + (f"({kind.__name__})" if kind else ""))
        return kind is not None and issubclass(kind, self.suppress)


with CM("a") as a, CM("b", KeyError):
    raise KeyError
with CM("outer", ValueError):
    with CM("inner"):
        raise ValueError
print(CM.log)
try:
    with CM("x", KeyError):
        1 / 0
except ZeroDivisionError:
    print(CM.log[-1])
