import operator as o
class A: pass
a = A(); a.x = A(); a.x.y = 5; a.name = "n"
print(o.itemgetter(1)("abc"), o.itemgetter(0, 2)("abc"), o.itemgetter("k")({"k": 1}), o.attrgetter("x.y")(a), o.attrgetter("name", "x.y")(a), o.methodcaller("upper")("q"), o.methodcaller("replace", "a", "b")("aa"), o.itemgetter(slice(1, 3))("abcd"), sorted([{"n": 2}, {"n": 1}], key=o.itemgetter("n")))
