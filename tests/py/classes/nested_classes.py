# Classes in classes and in functions.
class A:
    class B:
        class C:
            x = 1

        def make(self):
            class Local:
                pass

            return Local

    y = B.C.x


print(A.B.C.x, A.y, A.B.C, A.B().make())


def f(n):
    class K:
        value = n

        def get(self):
            return n, self.value

    return K


print(f(1)().get(), f(2).value, f(1) is f(1), f(3))
