# Ways through finally: return, break, continue, overriding, nesting.
def ret():
    try:
        return "try"
    finally:
        print("f1")


def override():
    try:
        return "try"
    finally:
        return "finally"


def swallow():
    try:
        1 / 0
    finally:
        return "swallowed"


def loops():
    out = []
    for i in range(6):
        try:
            if i == 1:
                continue
            if i == 4:
                break
            out.append(i)
        finally:
            out.append(f"f{i}")
    else:
        out.append("else")
    return out


def nested():
    out = []
    try:
        try:
            try:
                return out
            finally:
                out.append(1)
        finally:
            out.append(2)
    finally:
        out.append(3)


def break_in_finally():
    for i in range(3):
        try:
            1 / 0
        finally:
            break
    return i


def while_finally():
    n = 0
    while True:
        try:
            n += 1
            if n > 3:
                return n
        finally:
            n += 10


def return_value_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


def from_except():
    try:
        1 / 0
    except ZeroDivisionError as e:
        return str(e)
    finally:
        print("after except")


def loop_except():
    for i in range(5):
        try:
            if i % 2:
                raise ValueError(i)
        except ValueError as e:
            if i == 3:
                return ["left", i]
            continue
        finally:
            print("loop", i)
    return "never"


def deep_return():
    for a in [1, 2]:
        for b in [3, 4]:
            try:
                with_value = a * b
                try:
                    if with_value == 4:
                        return with_value
                finally:
                    print("inner", a, b)
            finally:
                print("outer", a, b)


def raise_in_except_finally():
    try:
        try:
            raise ValueError("1")
        except ValueError:
            raise KeyError("2")
        finally:
            print("fin 1")
    except KeyError as e:
        return repr(e)


def generator():
    try:
        yield 1
        return
    finally:
        yield 2


def else_finally():
    try:
        pass
    except ValueError:
        pass
    else:
        return "else"
    finally:
        print("else finally")


def continue_in_finally():
    out = []
    for i in range(3):
        try:
            out.append(i)
            1 / 0
        finally:
            continue
    return out


for f in (ret, override, swallow, loops, nested, break_in_finally, while_finally, return_value_kept,
          from_except, loop_except, deep_return, raise_in_except_finally, else_finally, continue_in_finally):
    print(f.__name__, f())
print(list(generator()))
