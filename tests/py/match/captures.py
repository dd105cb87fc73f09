# Capture and wildcard patterns bind or do not.
def f(x):
    match x:
        case [a, _, b]: return a, b
        case (a, *_): return a
        case {"k": v, **rest}: return v, rest
        case str() as s: return "str " + s
        case int(n) | float(n): return n
        case other: return "other", other


print(f([1, 2, 3]), f((1,)), f([]), f({"k": 1, "x": 2}), f("t"), f(5), f(2.5), f({1}))
match 5:
    case x: pass
print(x)
match [1, 2]:
    case [y, 9] | [_, y]: print(y)
match "no":
    case 5: pass
print("none matched")
