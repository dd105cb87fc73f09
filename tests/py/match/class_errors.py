# Class patterns that cannot work.
class A:
    pass


class B:
    __match_args__ = ("x",)
    x = 1


class C:
    __match_args__ = ["x"]


class D:
    __match_args__ = (5,)


for code in ["case A(1): pass", "case B(1, 2): pass", "case C(1): pass", "case D(1): pass", "case int(1, 2): pass", "case B(1, x=1): pass", "case 5(): pass", "case B(x=1, x=2): pass", "case len(): pass", "case str(1): pass"]:
    for subject in ("A()", "B()", "C()", "D()", "5"):
        try:
            exec(f"match {subject}:\n {code}")
        except (TypeError, SyntaxError) as e:
            print(code, subject, type(e).__name__, e.msg if isinstance(e, SyntaxError) else e)
