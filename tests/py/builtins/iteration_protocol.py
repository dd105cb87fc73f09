def gen(n):
    for i in range(n):
        yield i
print(list(gen(3)), tuple(gen(2)), set(gen(1)), sum(gen(5)), max(gen(4)), sorted(gen(3), reverse=True), dict(enumerate(gen(2))))
a, b, *c = gen(5)
print(a, b, c)
print([*gen(2), *"ab"], {*gen(2)}, (*gen(1),), {**{"a": 1}})
print(", ".join(str(i) for i in gen(3)), list(zip(gen(2), gen(3))))
g = gen(2)
print(next(g), next(g), next(g, "end"))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value)
def ret():
    yield 1
    return "value"
r = ret()
next(r)
try:
    next(r)
except StopIteration as e:
    print("stop", e.value, e.args)
it = iter("ab")
print(list(it), list(it))
for i, x in enumerate({"k": 1}):
    print(i, x)
print([x for x in "héé€"], list(b"ab"), list(bytearray(b"c")))
print(3 in gen(5), 9 in gen(5))
def raiser():
    yield 1
    raise ValueError("inside")
try:
    list(raiser())
except ValueError as e:
    print("caught", e)
d = iter({"a": 1}.items())
print(next(d), next(d, None))
