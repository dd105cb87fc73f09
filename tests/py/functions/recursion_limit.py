# Endless recursion is a RecursionError that can be caught.
def f(n):
    return f(n + 1)


try:
    f(0)
except RecursionError as e:
    print(type(e).__name__, str(e)[:32])


class A:
    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __repr__(self):
        return repr(self)

    def __eq__(self, other):
        return self == other


for code in ["A().q", "repr(A())", "A() == A()"]:
    try:
        eval(code)
    except RecursionError as e:
        print(code, str(e)[:32])
print("still alive")
