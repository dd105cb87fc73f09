# throw: into a yield, into a fresh one, into a finished one.
def g():
    while True:
        try:
            yield "ready"
        except ValueError as e:
            print("caught", e)
            yield "after"


it = g()
print(next(it), it.throw(ValueError("v")), next(it))
try:
    it.throw(KeyError("k"))
except KeyError as e:
    print(repr(e))
try:
    next(it)
except StopIteration:
    print("finished")
fresh = g()
try:
    fresh.throw(ValueError, "text")
except ValueError as e:
    print("fresh", e)
print(list(fresh))
for args in [(), (5,), ("x",), (ValueError, ValueError("y"), None), (int,)]:
    it = g()
    next(it)
    try:
        print(it.throw(*args))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
