# Counter: unary and in-place operators, comparisons by inclusion.
from collections import Counter

c = Counter(a=3, b=-2, c=0)
print(+c, -c)
d = Counter(a=1, b=4, d=2)
print(c + d, c - d, c & d, c | d)
c += d
print(c)
c -= Counter(a=1)
print(c)
c |= Counter(z=9)
print(c)
c &= Counter(z=4, a=1)
print(c)
print(Counter(a=1) <= Counter(a=2), Counter(a=1) < Counter(a=1), Counter(a=1, b=0) == Counter(a=1), Counter("ab") >= Counter("a"))
print(c.total(), sorted(c.elements()))
try:
    Counter.fromkeys("ab")
except NotImplementedError as e:
    print(e)
c.subtract({"z": 10}, q=1)
print(c, c["missing"], "missing" in c)
print(Counter("hello world").most_common(3), Counter("aab").most_common()[:-2:-1])
print(repr(Counter()), repr(Counter({"x": "b", "y": 1})))
