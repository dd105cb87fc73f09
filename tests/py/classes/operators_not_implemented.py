# NotImplemented lets the other side try.
class A:
    def __add__(self, o):
        print("A.add", end=" ")
        return NotImplemented

    def __eq__(self, o):
        print("A.eq", end=" ")
        return NotImplemented

    def __lt__(self, o):
        print("A.lt", end=" ")
        return NotImplemented


class B:
    def __radd__(self, o):
        print("B.radd", end=" ")
        return "radd"

    def __eq__(self, o):
        print("B.eq", end=" ")
        return True

    def __gt__(self, o):
        print("B.gt", end=" ")
        return "gt"


print(A() + B())
print(A() == B(), A() == A(), A() != A())
print(A() < B())
for code in ["A() + A()", "A() + 1", "1 + A()", "A() < A()", "A() > B()", "A() <= 1", "A() - 1", "A() += 1" if False else "A() * 'x'"]:
    try:
        print(eval(code))
    except TypeError as e:
        print(code, "->", e)
print(bool(NotImplemented) if False else "skip")
