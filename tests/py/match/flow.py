# match in loops and functions: break, continue, return, nested.
for token in ["push 1", "push 2", "add", "skip", "stop", "never"]:
    match token.split():
        case ["push", n]:
            print("push", int(n))
        case ["skip"]:
            continue
        case ["stop"]:
            break
        case [op]:
            print("op", op)
    print("next")


def ev(e):
    match e:
        case int() | float(): return e
        case ("+", a, b): return ev(a) + ev(b)
        case ("*", a, b): return ev(a) * ev(b)
        case ("neg", a): return -ev(a)
        case ("let", str(n), v, body): return {n: ev(v)}, body
        case [op, *_]:
            match op:
                case "x": return "inner x"
                case _: raise ValueError(f"bad {op!r}")


print(ev(("+", 1, ("*", 2, ("neg", 3)))), ev(["x"]), ev(("let", "a", 5, None)))
try:
    ev(("?", 1))
except ValueError as e:
    print(e)
