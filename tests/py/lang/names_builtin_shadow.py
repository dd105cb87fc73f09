# Names found in builtins, shadowed, deleted and found again.
print(len([1, 2]))
len = lambda x: "shadowed"
print(len([1, 2]))
del len
print(len([1, 2]))


def f():
    print = 5
    return print


print(f())


def uses():
    return max(1, 2)


print(uses())
max = lambda *a: "mine"
print(uses())
del max
print(uses())
import builtins
builtins.added = "added"
print(added)
del builtins.added
try:
    added
except NameError as e:
    print(e)
print(builtins.len is len, __name__)


class list2(list):
    pass


def late():
    return defined_later()


def defined_later():
    return "ok"


print(late())
for name in ("int", "str", "undefined_thing"):
    try:
        print(eval(name).__name__)
    except NameError as e:
        print(e)
