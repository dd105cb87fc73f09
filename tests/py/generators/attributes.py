# gi_frame, gi_code, gi_yieldfrom, names.
def g():
    x = 1
    yield x
    yield from [1, 2]


it = g()
print(it.gi_code.co_name, it.gi_running, it.gi_yieldfrom, it.gi_frame is not None)
next(it)
print(it.gi_frame.f_locals if hasattr(it.gi_frame, "f_locals") else "no")
next(it)
print(type(it.gi_yieldfrom).__name__)
it.close()
print(it.gi_frame)
it.__name__ = "renamed"
print(it.__name__, repr(it).startswith("<generator object g at 0x"))
