# Or patterns at every depth.
def f(x):
    match x:
        case 1 | 2 | 3: return "small"
        case ("a" | "b") as letter: return letter
        case [1 | 2, ("x" | "y") as v]: return v
        case {"k": 1 | 2 as n}: return n
        case [("go" | "walk"), ("north" | "south") as d]: return d
        case int() | float(): return "number"
        case None | True: return "constant"
    return "no"


for x in (1, 3, 4, "a", "c", [2, "y"], {"k": 2}, {"k": 3}, ["go", "south"], 2.5, None):
    print(f(x), end=" ")
print()
