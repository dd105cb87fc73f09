# Deep and mutual recursion, recursion through natives, generators and operators, and its limit.
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(900))


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


print(even(500), odd(301))


def endless():
    return endless()


try:
    endless()
except RecursionError as e:
    print(type(e).__name__)


def through_sorted(n):
    return n if n == 0 else sorted([n], key=lambda v: through_sorted(n - 1))[0]


print(through_sorted(50))


def endless_map(n):
    return list(map(endless_map, [n + 1]))


try:
    endless_map(0)
except RecursionError as e:
    print(type(e).__name__)


class Adds:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return Adds(self.n) if other.n == 0 else self + Adds(other.n - 1)

    def __eq__(self, other):
        return self == other

    def __repr__(self):
        return f"<{self!r}>"


print((Adds(1) + Adds(100)).n)
for bad in (lambda: Adds(1) == Adds(2), lambda: repr(Adds(1)), lambda: str(Adds(1))):
    try:
        bad()
    except RecursionError as e:
        print(type(e).__name__)


def walk(n):
    if n:
        yield n
        yield from walk(n - 1)


print(sum(walk(300)))


def nested_list(n):
    return [] if n == 0 else [nested_list(n - 1)]


print(repr(nested_list(50)).count("["))


def cleanup(n, log):
    try:
        if n:
            cleanup(n - 1, log)
        else:
            raise ValueError("bottom")
    finally:
        log.append(n)


log = []
try:
    cleanup(200, log)
except ValueError as e:
    print(e, len(log), log[:3])


def after_limit():
    return "works again"


print(after_limit())
ackermann = lambda m, n: n + 1 if m == 0 else ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))
print(ackermann(2, 3))
