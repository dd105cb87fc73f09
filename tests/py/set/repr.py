# repr of sets of one or none, nested and subclassed.
print(set(), {1}, {"a"}, frozenset(), frozenset({1}), {frozenset({1})}, {(1, 2)}, {None}, [set()], {1: {2}})


class S(set):
    pass


class F(frozenset):
    def __repr__(self):
        return "F!"


print(S(), S([1]), F([1]), [F()], str(S("a")))
