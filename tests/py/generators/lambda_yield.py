# yield in odd places.
f = lambda: (yield 1)
print(list(f()))


def g():
    x = [(yield 1), (yield 2)]
    print(x)
    y = {"k": (yield 3)}
    print(y, (yield))
    print(f"{(yield 4)}", end=" ")
    return (yield), (yield)


it = g()
next(it)
results = []
for v in "abcdefg":
    try:
        results.append(it.send(v))
    except StopIteration as e:
        print(e.value)
        break
print(results)


def h(a, b=(lambda: (yield))):
    yield a if (yield) else (yield "no")


print([*zip(h(1), range(3))])
