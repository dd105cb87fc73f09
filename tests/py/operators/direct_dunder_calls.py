# Operator methods called by name: NotImplemented where the operand does not fit.
print("a".__add__("b"), "a".__mul__(2), "a".__eq__(1), "a".__lt__(1), "a".__mod__(()) if False else "%s".__mod__(1), "a".__contains__("a"), "a".__len__(), "a".__rmul__(3))
for call in (lambda: [].__add__(()), lambda: (1).__add__("x"), lambda: (1).__add__(2.5), lambda: (1.5).__add__(1), lambda: (1.5).__radd__(1),
             lambda: {}.__or__([]), lambda: set().__or__([]), lambda: set().__and__({1}), lambda: (1).__truediv__(2), lambda: (1).__eq__("a"), lambda: [1].__eq__((1,)), lambda: [1].__lt__([2]),
             lambda: (1).__bool__(), lambda: (1).__index__(), lambda: True.__and__(False), lambda: True.__and__(3), lambda: None.__bool__(), lambda: range(3).__bool__(), lambda: range(0).__len__(),
             lambda: {}.__contains__(1), lambda: [3].__getitem__(0), lambda: (1).__pow__(2, 5), lambda: (1).__rpow__(2), lambda: 5 .__divmod__(2), lambda: 5 .__rdivmod__(12), lambda: 5 .__neg__(),
             lambda: "x".__hash__() == hash("x"), lambda: [].__hash__, lambda: {}.__hash__, lambda: "a".__bool__(), lambda: [].__bool__(), lambda: b"a".__mod__(1), lambda: (1,).__add__([1]),
             lambda: (1).__and__(1.5), lambda: (2).__lshift__(3), lambda: (2.0).__floordiv__(0.3), lambda: (7).__format__("x"), lambda: "s".__format__(">3"), lambda: object().__eq__(1), lambda: object().__ne__(1),
             lambda: (1).__ne__(1), lambda: frozenset({1}).__sub__({1}), lambda: {1: 2}.__ior__({3: 4}), lambda: [1].__iadd__("ab"), lambda: [1].__imul__(2), lambda: {1}.__ior__({2}), lambda: {1}.__ior__([2])):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
