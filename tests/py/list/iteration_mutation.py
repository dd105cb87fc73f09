# A list changed while it is walked.
a = [1, 2, 3, 4]
for x in a:
    print(x, end=" ")
    if x == 2:
        a.remove(2)
print(a)
b = [1, 2]
for x in b:
    if len(b) < 6:
        b.append(x * 10)
print(b)
it = iter(b)
print(next(it), it.__length_hint__())
b.clear()
print(next(it, "end"))
b.extend([1, 2, 3])
print(next(it, "still at the end"))
