# Literal patterns: numbers, text, bytes, None, True, negative numbers.
def f(x):
    match x:
        case 0: return "zero"
        case -1: return "minus one"
        case 1.5: return "one and a half"
        case "a": return "letter a"
        case b"a": return "byte a"
        case None: return "none"
        case True: return "true"
        case False: return "false"
        case "b" "c": return "bc"
        case -2.5: return "neg float"
        case _: return "other"


print([f(x) for x in (0, -1, 1, 1.5, "a", b"a", None, True, False, "bc", -2.5, 0.0, [], 2)])
