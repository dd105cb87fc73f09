# Guards: evaluated after binding, fall through when false.
def f(x):
    match x:
        case [a, b] if a > b: return "descending"
        case [a, b] if (s := a + b) > 10: return "big", s
        case [a, b]: return "else", a, b
        case n if n is None: return "none"
        case n if isinstance(n, int): return n
    return "fell out", x


print(f([2, 1]), f([5, 7]), f([1, 2]), f(None), f(3), f("z"))


def log(x):
    print("guard", x, end=" ")
    return False


match 1:
    case 1 if log("a"): print("no")
    case x if log("b"): print("no")
    case 1: print("yes", x)
