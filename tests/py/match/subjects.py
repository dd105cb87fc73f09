# Subjects: tuples without brackets, stars, evaluated once.
def log(x):
    print("evaluated", end=" ")
    return x


match log(1), 2:
    case 1, 2: print("tuple")
match *[1, 2], 3:
    case [*all]: print(all)
match log(5):
    case 1 | 2: pass
    case 3: pass
    case 5: print("once")
match x := 7:
    case 7: print(x)
match [1, 2], "s":
    case [[a, b], str(c)]: print(a, b, c)
match (yield_ := [1]):
    case [1]: print(yield_)
match {"a": 1}["a"]:
    case 1: print("subscript")
match -1:
    case -1: print("minus")
match not True:
    case False: print("not")
match lambda: 0:
    case f: print(f())
