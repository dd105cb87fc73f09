# Powers of infinities, NaNs and zeros; remainders too long to be told; what a failed join() consumed; urljoin() upwards.
from decimal import Decimal
from urllib.parse import urljoin


def show(make):
    try:
        print(repr(make()))
    except Exception as e:
        print(type(e).__name__, e)


for a in ("Infinity", "-Infinity", "NaN7", "sNaN", "0", "-0", "1", "-2", "0.5"):
    for b in ("-3", "-1", "0", "1", "2", "0.5", "Infinity", "-Infinity", "NaN"):
        print(a, b, end=" ")
        show(lambda: Decimal(a) ** Decimal(b))
show(lambda: Decimal("1e40").remainder_near(3))
show(lambda: Decimal("-7").remainder_near(2))
numbers = enumerate("ab", 5)
show(lambda: "".join(numbers))
print(list(numbers))
show(lambda: "-".join(str(i) for i in range(3)))
show(lambda: "".join(("a", 1)))
for base, url in (("a/b?c=d", "../z"), ("http://h/a/b/c", "../../x"), ("http://h/a", "../../x"), ("/a/b", "./c"), ("a", ".."), ("a/b/", "..")):
    print(urljoin(base, url))
