from contextlib import contextmanager
@contextmanager
def none():
    if False: yield
@contextmanager
def two():
    yield 1
    yield 2
for f in (none, two):
    try:
        with f():
            pass
    except RuntimeError as e:
        print(e)
