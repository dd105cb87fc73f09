# Calls that do not fit a function, word for word.
def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def default(a, b=1): pass
def keyword(*, k, l): pass
def only(a, /, b): pass
def star(a, *b): pass
def mixed(a, b=2, *, c): pass


for code in ["none(1)", "none(1, 2)", "none(x=1)", "one()", "one(1, 2)", "one(b=1)", "one(1, a=2)", "two()", "two(1)", "two(b=1)", "three()", "three(1)", "default()", "default(1, 2, 3)", "keyword()", "keyword(k=1)", "keyword(1, k=1, l=2)", "only(a=1, b=2)", "only(1, 2, 3)", "star()", "mixed(1)", "mixed(1, 2, 3)", "mixed(1, 2, 3, c=4)", "mixed(1, c=2, d=3)", "two(*[1])", "two(*[1, 2, 3])", "one(**{'b': 1})", "one(**{1: 2})", "one(1, **{'a': 2})", "two(1, 2, **{'x': 1, 'y': 2})", "one(*5)", "one(**5)", "one(**[1])", "two(a=1, **{'a': 2})", "(lambda: 0)(1)", "(lambda x: 0)()", "5()", "'x'(1)", "None()", "one.x()", "two(1, b=2, c=3)", "keyword(m=1)", "none(*[1], **{'a': 1})"]:
    try:
        eval(code)
        print(code, "fine")
    except TypeError as e:
        print(code, "->", e)
    except AttributeError as e:
        print(code, "->", e)
