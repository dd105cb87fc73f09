# isinstance and issubclass with classes, tuples, unions, and errors.
class A: pass
class B(A): pass


print(isinstance(B(), A), isinstance(A(), B), isinstance(5, (str, int)), isinstance(True, int), isinstance(5, int | str), isinstance(None, int | None), isinstance([], (int, (str, list))), issubclass(B, A), issubclass(A, A), issubclass(bool, (int, str)), issubclass(int, int | str), isinstance(A, type), isinstance(5, object))
for code in ["isinstance(5, 5)", "isinstance(5, 'int')", "isinstance(5, [int])", "issubclass(5, int)", "issubclass(int, 5)", "isinstance(5, list[int])", "isinstance(5)", "issubclass(int)", "isinstance(5, (int, 5))", "isinstance('x', (int, 5))", "issubclass(int, list[int])", "isinstance(5, None)"]:
    try:
        print(code, eval(code))
    except TypeError as e:
        print(code, "->", e)
