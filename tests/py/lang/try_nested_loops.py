# try inside loops inside try: every combination of leaving.
def grid():
    log = []
    for kind in ("none", "continue", "break", "return", "raise", "handled"):
        result = one(kind, log)
        log.append((kind, result))
    return log


def one(kind, log):
    for i in range(2):
        try:
            for j in range(2):
                try:
                    with Ctx(log):
                        if kind == "continue":
                            continue
                        if kind == "break":
                            break
                        if kind == "return":
                            return (i, j)
                        if kind == "raise":
                            raise ValueError(kind)
                        if kind == "handled":
                            try:
                                raise KeyError
                            except KeyError:
                                log.append("h")
                                continue
                            finally:
                                log.append("hf")
                        log.append("body")
                except ValueError as e:
                    log.append("v")
                    if j == 1:
                        break
                else:
                    log.append("else")
                finally:
                    log.append(f"f{i}{j}")
            else:
                log.append("loop else")
        finally:
            log.append(f"F{i}")
    return "end"


class Ctx:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        self.log.append("in")

    def __exit__(self, *a):
        self.log.append("out" if a[0] is None else "out!")


for line in grid():
    print(line)


def many_returns(n):
    try:
        if n == 0:
            return "zero"
        try:
            if n == 1:
                return "one"
            elif n == 2:
                raise ValueError
        except ValueError:
            return "two"
        else:
            if n == 3:
                return "three"
        finally:
            print("inner", n)
        while True:
            try:
                if n == 4:
                    return "four"
                n -= 1
                if n > 10:
                    continue
                break
            finally:
                print("while", n)
    finally:
        print("outer", n)
    return "end"


print([many_returns(i) for i in range(7)])


def reraise_loop():
    for i in range(3):
        try:
            try:
                raise ValueError(i)
            except ValueError as e:
                if i < 2:
                    raise KeyError(i) from e
                raise
        except KeyError as k:
            print("key", k, repr(k.__cause__))
        except ValueError as v:
            print("value", v)


reraise_loop()
