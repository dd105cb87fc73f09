a = [3, 1, 2]
print(a, len(a), a[0], a[-1], a[1:], bool([]), bool(a))
a.append(4)
a.extend((5, 6))
a.extend(x for x in "ab")
a += [7]
a += "xy"
print(a)
a.insert(0, "first")
a.insert(-1, "before last")
a.insert(100, "end")
a.insert(-100, "start")
print(a)
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove("a")
print(a, a.index(5), a.count(7), a.copy() == a, a.copy() is a)
a.reverse()
print(a)
a.clear()
print(a)
b = list("hello")
print(b, list(range(4)), list({1: 2}), list((1,)), list())
print([1] * 3, 2 * [0, 1], [1] * 0, [1] * -5, [1] * True)
print([1, 2] + [3], [] + [])
c = [1, 2]
c *= 2
print(c)
c *= 0
print(c)
print(1 in [1, 2], 5 in [1], 1 not in [1])
d = e = []
d += [1]
print(e)
