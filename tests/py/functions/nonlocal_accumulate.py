# Functions that keep state in closures.
def average():
    total = count = 0

    def add(x):
        nonlocal total, count
        total += x
        count += 1
        return total / count

    return add


a = average()
print(a(10), a(20), a(0))


def memo(f):
    seen = {}

    def inner(n):
        if n not in seen:
            seen[n] = f(n)
        return seen[n]

    inner.seen = seen
    return inner


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(60), len(fib.seen))
