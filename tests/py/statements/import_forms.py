# import in all its forms, of modules that are always there.
import math
import os.path
import os.path as path
import json as j, re as r
from math import pi, floor as fl
from os import (
    sep,
    linesep,
)
from collections.abc import Mapping as M

print(math.floor(2.5), os.path.basename("a/b"), path.join("a", "b"), j.dumps([1]), bool(r.match("a", "a")), round(pi, 2), fl(1.5), sep, M.__name__, path is os.path)


def f():
    import string
    from functools import reduce
    return string.digits, reduce(lambda a, b: a + b, [1, 2])


print(f())
import sys

print("math" in sys.modules, sys.modules["math"] is math)
