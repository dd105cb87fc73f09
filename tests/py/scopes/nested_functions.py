# Functions within functions within classes.
class C:
    def method(self):
        def helper(n):
            if n:
                return helper(n - 1) + [n]
            return [type(self).__name__]

        return helper(3)


print(C().method())


def a():
    def b():
        def c():
            return v
        return c
    v = "late"
    return b()()


print(a())


def fact(n):
    return 1 if n < 2 else n * fact(n - 1)


other, fact = fact, lambda n: -1
print(other(5))
print(C.method.__qualname__, a.__qualname__, (lambda: 0).__qualname__)
