# Rich comparison: defaults, != from ==, no order from ==.
class A:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return isinstance(o, A) and self.n == o.n
    def __lt__(self, o): return self.n < o.n


a, b = A(1), A(2)
print(a == A(1), a != b, a < b, a > b, sorted([b, a])[0].n, max(a, b).n, a in [A(1)], [A(1)].index(a), [A(1)].count(A(1)))
for code in ["a <= b", "a >= b", "hash(a)", "{a}", "{a: 1}"]:
    try:
        eval(code)
    except TypeError as e:
        print(code, "->", e)


class Odd:
    def __eq__(self, o): return []
    def __ne__(self, o): return "ne"
    def __lt__(self, o): return [1]


print(Odd() == 1, Odd() != 1, Odd() < 1, not (Odd() == 1), 1 if Odd() < 1 else 2, Odd() in [5])
print(object() == object(), (o := object()) == o, o != o, object.__eq__(o, 5), object.__ne__(o, o))
