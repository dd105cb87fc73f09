# Which pairs list.sort(), sorted(), min() and max() compare, and in which order.
class Seen:
    log = []

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Seen.log.append((self.n, other.n))
        return self.n < other.n

    def __gt__(self, other):
        Seen.log.append((other.n, self.n))
        return self.n > other.n


for items in ([], [1], [2, 1], [1, 2, 3], [3, 2, 1], [3, 1, 2], [2, 2, 1], [5, 3, 4, 1, 2], [1, 3, 2, 4, 6, 5], list(range(10, 0, -1)), [4, 4, 4, 4], [7, 1, 7, 1, 7, 1, 7, 1]):
    Seen.log = []
    result = [s.n for s in sorted(map(Seen, items))]
    print(items, result, len(Seen.log), Seen.log)
for size in (40, 65, 100, 200, 500):
    items = [(i * 7919 + i * i * 31) % 1009 for i in range(size)]
    Seen.log = []
    result = [s.n for s in sorted(map(Seen, items))]
    print(size, result == sorted(items), len(Seen.log), Seen.log[:5], sum(a * 3 + b for a, b in Seen.log))
    Seen.log = []
    sorted(map(Seen, items[:size // 2] + list(range(size))), reverse=True)
    print(len(Seen.log), Seen.log[-3:])
Seen.log = []
print(min(map(Seen, [3, 1, 2])).n, Seen.log)
Seen.log = []
print(max(map(Seen, [3, 1, 2])).n, Seen.log)
