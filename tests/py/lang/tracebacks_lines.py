# The lines a traceback names: own frames only, innermost last.
def lines(e):
    out = []
    tb = e.__traceback__
    while tb:
        out.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return out


def a():
    b(
        1)


def b(x):
    c = [
        i / 0
        for i in (1,)
    ]


def reraises():
    try:
        a()
    except ZeroDivisionError:
        raise


def raises_other():
    try:
        a()
    except ZeroDivisionError as e:
        raise ValueError("x") from e


def gen():
    yield 1
    raise KeyError("g")


class C:
    @property
    def p(self):
        return {}["missing"]


def with_finally():
    try:
        1 / 0
    finally:
        pass


for f in (reraises, raises_other, lambda: list(gen()), lambda: C().p, with_finally):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, [x for x in lines(e) if x[0] not in ("<listcomp>",)])
        if e.__cause__:
            print("  cause", [x for x in lines(e.__cause__) if x[0] != "<listcomp>"])
try:
    raise ValueError("here")
except ValueError as e:
    first = e
try:
    raise first
except ValueError as e:
    print(lines(e))
