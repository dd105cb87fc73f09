# A list that its own key function or comparison changes.
a = [3, 1, 2]
try:
    a.sort(key=lambda x: a.append(x) or x)
except ValueError as e:
    print(e, a)


class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if self.n == 2 or other.n == 2:
            raise RuntimeError("two")
        return self.n < other.n


b = [Item(3), Item(1), Item(2)]
try:
    b.sort()
except RuntimeError as e:
    print(e, len(b))
