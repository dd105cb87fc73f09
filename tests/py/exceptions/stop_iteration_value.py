# StopIteration.value is the first argument, SystemExit.code all of them.
for make in (lambda: StopIteration(), lambda: StopIteration(1), lambda: StopIteration(1, 2), lambda: StopIteration((1, 2))):
    e = make()
    print(e.args, e.value)
for make in (lambda: SystemExit(), lambda: SystemExit(1), lambda: SystemExit(1, 2)):
    e = make()
    print(e.args, e.code)


class Done(StopIteration):
    def __init__(self, *parts):
        super().__init__(*parts[::-1])


print(Done(1, 2).value, Done(1, 2).args)


def gen():
    return 1, 2
    yield


try:
    next(gen())
except StopIteration as e:
    print(e.value, e.args)
for name in ("exit", "quit"):
    try:
        {"exit": exit, "quit": quit}[name](3)
    except SystemExit as e:
        print(name, e.code, e.args)
