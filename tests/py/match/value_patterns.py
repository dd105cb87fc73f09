# Dotted names are compared, plain names captured.
import math


class Color:
    RED = 1
    GREEN = 2

    class Inner:
        X = "x"


def f(x):
    match x:
        case Color.RED: return "red"
        case Color.Inner.X: return "x"
        case [Color.GREEN, math.pi]: return "green pi"
        case {Color.RED: v}: return v
        case Color.GREEN | "g": return "green"
    return "no"


print(f(1), f(2), f("x"), f([2, math.pi]), f({1: "v"}), f("g"), f(9))
try:
    match 1:
        case Color.NOPE: pass
except AttributeError as e:
    print(e)
