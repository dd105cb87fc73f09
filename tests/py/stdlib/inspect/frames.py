# Frames as scripts see them: an env.py finds its own folder by inspect.getfile(inspect.currentframe()).
import inspect
import os
import sys

print(os.path.basename(inspect.getfile(inspect.currentframe())))


def here():
    frame = inspect.currentframe()
    return frame.f_code.co_name, frame.f_back.f_code.co_name, frame.f_back.f_lineno


def outer():
    return here()


print(outer())


def kept():
    value = 1
    return inspect.currentframe()


frames = [kept() for _ in range(3)]
for i in range(50):
    outer()
print([f.f_locals for f in frames], [f.f_code.co_name for f in frames], len(set(map(id, frames))))
print(frames[0].f_back.f_globals is globals(), frames[0].f_lineno)


def caller():
    return inspect.stack()[1]


def asks():
    return caller()  # the line


info = asks()
print(info.function, info[3], info.lineno, info.code_context, info.index, os.path.basename(info.filename))
print([i.function for i in (lambda: inspect.stack())()], inspect.stack(0)[0].code_context)
print(inspect.getframeinfo(sys._getframe()).function, inspect.getframeinfo(sys._getframe(), 3).index)


def numbers():
    yield inspect.currentframe().f_back.f_code.co_name
    yield inspect.currentframe().f_back.f_code.co_name


def takes(steps):
    return next(steps)


steps = numbers()
print(takes(steps), next(steps))
try:
    sys._getframe(1000)
except ValueError as e:
    print(e)
