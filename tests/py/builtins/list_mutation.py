a = [1, 2, 3]
for x in a:
    if x < 3:
        a.append(x + 10)
    if len(a) > 8:
        break
print(a)
b = [1, 2, 3, 4]
for x in b:
    b.remove(x)
print(b)
it = iter([1, 2])
print(next(it), list(it), list(it), next(it, "done"))
c = [1]
it = iter(c)
next(it)
print(next(it, None))
c.append(2)
print(next(it, None))
