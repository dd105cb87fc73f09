# Longer running loops: sums, string building, dict counting, sieve, sorting, objects; results must agree.
def sieve(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            for j in range(i * i, n + 1, i):
                flags[j] = False
    return [i for i, f in enumerate(flags) if f]


primes = sieve(5000)
print(len(primes), primes[-1], sum(primes))
words = "the quick brown fox jumps over the lazy dog the end".split()
counts = {}
for w in words * 200:
    counts[w] = counts.get(w, 0) + 1
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:3])


def matrix(n):
    a = [[i * j % 7 for j in range(n)] for i in range(n)]
    return [[sum(a[i][k] * a[k][j] for k in range(n)) for j in range(n)] for i in range(n)]


m = matrix(20)
print(m[3][4], sum(map(sum, m)))


class Node:
    __slots__ = ("value", "left", "right")

    def __init__(self, value):
        self.value = value
        self.left = self.right = None

    def insert(self, value):
        side = "left" if value < self.value else "right"
        child = getattr(self, side)
        if child is None:
            setattr(self, side, Node(value))
        else:
            child.insert(value)

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


root = Node(500)
seed = 12345
for _ in range(500):
    seed = (seed * 1103515245 + 12345) % 2147483648
    root.insert(seed % 1000)
ordered = list(root)
print(len(ordered), ordered == sorted(ordered), ordered[:5])
text = ""
for i in range(2000):
    text += chr(97 + i % 26)
print(len(text), text[:30], text.count("a"))


def fib_gen():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


for n, f in zip(range(101), fib_gen()):
    pass
print(f)
stack = []
for token in "3 4 + 2 * 7 / 5 -".split():
    if token.isdigit():
        stack.append(int(token))
    else:
        y, x = stack.pop(), stack.pop()
        stack.append({"+": x + y, "-": x - y, "*": x * y, "/": x / y if y else 0}[token])
print(stack)


def permutations(items):
    if len(items) <= 1:
        yield items
    for i in range(len(items)):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [items[i]] + rest if len(items) > 1 else rest


print(sum(1 for _ in permutations([1, 2, 3, 4, 5])), list(permutations("ab")) if False else "")
memo = {}


def lcs(a, b):
    if (a, b) in memo:
        return memo[a, b]
    if not a or not b:
        result = 0
    elif a[0] == b[0]:
        result = 1 + lcs(a[1:], b[1:])
    else:
        result = max(lcs(a[1:], b), lcs(a, b[1:]))
    memo[a, b] = result
    return result


print(lcs("AGGTABQWERTY", "GXTXAYBWRTZ"), len(memo))
total = 0
for i in range(200000):
    if i & 1 and i % 3 != 0 or i == 4:
        total += i ^ (i >> 1)
print(total)
errors = 0
for i in range(2000):
    try:
        if i % 10 == 0:
            raise ValueError(i)
        {}["x"] if i % 7 == 0 else None
    except (ValueError, KeyError):
        errors += 1
print(errors)
